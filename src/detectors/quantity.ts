import type { Sentence } from "../annotate/annotated.ts";
import { defineDetector } from "./detector.ts";
import { age } from "./quantities/age.ts";
import { change } from "./quantities/change.ts";
import { duration } from "./quantities/duration.ts";
import { each } from "./quantities/each.ts";
import { list } from "./quantities/list.ts";
import { multiple } from "./quantities/multiple.ts";
import { part } from "./quantities/part.ts";
import { range } from "./quantities/range.ts";
import { share } from "./quantities/share.ts";
import { sum } from "./quantities/sum.ts";
import { trend } from "./quantities/trend.ts";
import { unit } from "./quantities/unit.ts";

/** What numbers of one sentence can say against each other, each with the slots its message may use. */
const CHECKS = {
  age: { read: age, slots: ["age", "born", "right", "year"] },
  change: { read: change, slots: ["match", "first", "last", "right"] },
  duration: { read: duration, slots: ["match", "first", "last", "right"] },
  each: { read: each, slots: ["match", "right"] },
  list: { read: list, slots: ["stated", "counted", "items"] },
  multiple: { read: multiple, slots: ["verb", "first", "last", "times"] },
  part: { read: part, slots: ["part", "whole"] },
  range: { read: range, slots: ["match", "first", "last"] },
  share: { read: share, slots: ["match", "sum"] },
  sum: { read: sum, slots: ["whole", "parts", "sum"] },
  trend: { read: trend, slots: ["verb", "first", "last", "comparison"] },
  unit: { read: unit, slots: ["match", "measure", "right"] },
} as const;

/** Words that count; a sentence without a number or one of them is not read. */
const COUNTING_WORDS = new Set(
  "both two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety dozen hundred".split(
    " ",
  ),
);

const counting = new WeakMap<Sentence, boolean>();

/** Whether a sentence counts anything; worked out once for all checks. */
function counts(sentence: Sentence): boolean {
  const known = counting.get(sentence);
  if (known !== undefined) return known;
  const answer = sentence.tokens.some(({ kind, lower }) => kind === "number" || COUNTING_WORDS.has(lower));
  counting.set(sentence, answer);
  return answer;
}

/** Numbers of one sentence that contradict each other or the words around them. */
export const quantity = defineDetector({
  needsSource: false,
  options: (z) => z.strictObject({ check: z.enum(Object.keys(CHECKS) as (keyof typeof CHECKS)[]) }),
  slots: ({ check }) => CHECKS[check].slots,
  configure: ({ check }) => ({
    scope: "sentence",
    patterns: [],
    *detect({ target, document }) {
      if (counts(target)) yield* CHECKS[check].read(target, document.document.date);
    },
  }),
});
