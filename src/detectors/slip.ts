import type { Sentence } from "../annotate/annotated.ts";
import { type TextSpan, textSpan } from "../core/span.ts";
import { SLIPS, type Slip } from "../plausibility/grammar.ts";
import type { Edit, FoundSlip } from "../plausibility/slips.ts";
import { ask, type Candidate, defineDetector, found } from "./detector.ts";
import { isRunningText } from "./running-text.ts";

const MISSING: ReadonlySet<Slip> = new Set(["noun-missing", "verb-missing", "function-word-missing"]);

/** The tokens that a slip is shown by: what its repair changes, with a neighbour where that is nothing; else those on both sides. */
function shown({ at, slip, edit }: FoundSlip): readonly [number, number] {
  if (edit !== undefined && edit.to > edit.from) return [edit.from, edit.words.length === 0 ? edit.to + 1 : edit.to];
  return slip === "order" || edit !== undefined || MISSING.has(slip) ? [at - 1, at + 1] : [at, at + 1];
}

function spanOf({ tokens }: Sentence, from: number, to: number): TextSpan | undefined {
  const [first, last] = [tokens[from], tokens[to - 1]];
  return first === undefined || last === undefined ? undefined : textSpan(first.span.start, last.span.end);
}

/** The words of a stretch after an edit within it. */
function edited({ tokens, text }: Sentence, [from, to]: readonly [number, number], edit: Edit): string {
  const words = (start: number, end: number): readonly string[] => tokens.slice(start, end).map((token) => token.text);
  const after = [...words(from, edit.from), ...edit.words, ...words(edit.to, to)];
  const isCapitalised = from === 0 && /^\p{Lu}/u.test(text.charAt(tokens[0]?.span.start ?? 0));
  const [first = "", ...others] = after;
  return [isCapitalised ? first.charAt(0).toUpperCase() + first.slice(1) : first, ...others].join(" ");
}

const candidates = (
  sentence: Sentence,
  stretch: readonly [number, number],
  edit: Edit | undefined,
): readonly Candidate[] =>
  edit === undefined ? [] : [ask(edited(sentence, stretch, edit), "Words of these kinds stand together like this.")];

const NEAR = 2;

/** Whether a stretch is plain words: no brackets, quotation marks, dashes or doubled words near it, and no name in what would be changed. */
function isPlain({ tokens }: Sentence, { at, slip }: FoundSlip, [from, to]: readonly [number, number]): boolean {
  const near = tokens.slice(Math.max(0, from - NEAR), to + NEAR);
  if (near.some(({ lower }, index) => lower === near[index + 1]?.lower)) return false;
  if (at === 0 || near.some(({ kind, text }) => kind === "mark" && !/^[.,;:!?]$/u.test(text))) return false;
  return MISSING.has(slip) || !tokens.slice(Math.max(1, from), to).some(({ text }) => /^\p{Lu}/u.test(text));
}

/** Slips of grammar: words that are missing, in the wrong order, too many or in the wrong form, after the grammar in figures. */
export const slip = defineDetector({
  needsSource: false,
  options: (z) =>
    z.strictObject({
      slip: z.enum(SLIPS).exclude(["none"]),
      /** How likely a slip must be, of all the places it is asked about. */
      doubt: z.number().min(0.6).max(1),
      /** How much better, in nats, the sentence must look when it is repaired. */
      gain: z.number().min(0).default(0),
    }),
  slots: ["words", "word", "before", "after"],
  configure: ({ slip: wanted, doubt, gain }, { slips }) => ({
    scope: "sentence",
    patterns: [],
    *detect(view) {
      const { target } = view;
      for (const each of slips.slipsIn(target.tokens)) {
        if (each.slip !== wanted || each.doubt < doubt || each.gain < gain) continue;
        const stretch = shown(each);
        const span = spanOf(target, ...stretch);
        if (span === undefined || !isPlain(target, each, stretch) || !isRunningText(view)) continue;
        const words = target.text.slice(span.start, span.end);
        const textAt = (at: number): string => target.tokens[at]?.text ?? "";
        const slots = {
          words,
          word: textAt(each.edit?.from ?? each.at),
          before: textAt(each.at - 1),
          after: textAt(each.at),
        };
        yield found(span, slots, { suggest: () => candidates(target, stretch, each.edit) });
      }
    },
  }),
});
