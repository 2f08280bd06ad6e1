import { textSpan } from "../core/span.ts";
import type { Zod } from "../text/schema.ts";
import { ask, type Candidate, defineDetector, found, type LocatedDetection } from "./detector.ts";
import { type Lone, loneMarks, readBrackets, readQuotationMarks } from "./quotation-marks.ts";
import { bracketGap, type Gap, quotationGap } from "./quotation-place.ts";

const options = (z: Zod) => z.strictObject({ marks: z.enum(["quotation", "brackets"]) });

const KINDS = {
  quotation: { read: readQuotationMarks, gapOf: quotationGap },
  brackets: { read: readBrackets, gapOf: bracketGap },
} as const;
const UNPLACED_CERTAINTY = 0.85;

/** What may stand there instead: the pair made whole, the apostrophe of "workers'", or nothing. */
function repairs({ pair, mark }: Lone, words: string | undefined, side: string): readonly Candidate[] {
  if (words !== undefined) return [ask(words, "The mark is put in.")];
  const isPossessive = /s["”] \p{Ll}/u.test(pair.target.text.slice(mark.at - 1, mark.at + 3));
  const gone = ask("", `Take the mark out, or put in the one that is not ${side}.`);
  return isPossessive ? [ask(mark.text === "”" ? "’" : "'", "A possessive ends in an apostrophe."), gone] : [gone];
}

function located(lone: Lone, { span, words }: Gap): LocatedDetection {
  const { pair, mark } = lone;
  const side = mark.role === "opens" ? "closed" : "opened";
  const detection = found(
    span,
    { mark: mark.text, side },
    {
      certainty: words === undefined ? UNPLACED_CERTAINTY : 1,
      suggest: () => repairs(lone, words, side),
      clues: () => [
        {
          kind: "place",
          note: "The mark without its other half",
          pair,
          span: textSpan(mark.at, mark.at + mark.text.length),
        },
      ],
    },
  );
  return { pair, detection };
}

/** A quotation mark or a bracket without its other half. */
export const quotation = defineDetector({
  needsSource: false,
  options,
  slots: ["mark", "side"],
  configure: ({ marks }) => ({
    scope: "document",
    *detect({ pairs }) {
      const { read, gapOf } = KINDS[marks];
      for (const lone of loneMarks(pairs, read)) yield located(lone, gapOf(lone));
    },
  }),
});
