import { z } from "zod";
import { textSpan } from "../core/span.ts";
import { ask, defineDetector, found, type LocatedDetection } from "./detector.ts";
import { type Lone, loneMarks, readBrackets, readQuotationMarks } from "./quotation-marks.ts";
import { bracketGap, type Gap, quotationGap } from "./quotation-place.ts";

const options = z.strictObject({ marks: z.enum(["quotation", "brackets"]) });

const KINDS = {
  quotation: { read: readQuotationMarks, gapOf: quotationGap },
  brackets: { read: readBrackets, gapOf: bracketGap },
} as const;
const UNPLACED_CERTAINTY = 0.85;

function located({ pair, mark }: Lone, { span, words }: Gap): LocatedDetection {
  const side = mark.role === "opens" ? "closed" : "opened";
  const repair = words === undefined ? ask("", `Take the mark out, or put in the one that is not ${side}.`) : ask(words, "The mark is put in.");
  const detection = found(span, { mark: mark.text, side }, {
    certainty: words === undefined ? UNPLACED_CERTAINTY : 1,
    suggest: () => [repair],
    clues: () => [{ kind: "place", note: "The mark without its other half", pair, span: textSpan(mark.at, mark.at + mark.text.length) }],
  });
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
