import { ask, found } from "../detector.ts";
import type { WrittenNumber } from "../number.ts";
import { HEDGE, numbersOf, type QuantityReader, within, wordsOfSentence } from "./reading.ts";

const BY =
  /\bby (?<hedge>(?:about|around|roughly|some|nearly|almost|approximately|more than|over|just|only|less than|under|up to|at least|an? \p{L}+) )*$/iu;
const FROM = new RegExp(`^(?: \\p{L}+){0,3}?,? from ${HEDGE}$`, "iu");
const TO = new RegExp(`^(?: \\p{L}+){0,4}? to ${HEDGE}$`, "iu");
const TO_FIRST = new RegExp(`^(?: \\p{L}+){0,3}?,? to ${HEDGE}$`, "iu");
const FROM_LAST = new RegExp(`^(?: \\p{L}+){0,4}?,? from ${HEDGE}$`, "iu");
/** Percentages of other things than the numbers beside them. */
const OTHER =
  /\b(?:points?|annual(?:ly)?|a year|per year|each year|adjusted|real terms|compound\w*|average|inflation|respectively)\b/iu;
const DOWN =
  /\b(?:f[ae]ll\w*|fell|drop\w*|declin\w+|decreas\w+|shr[aiu]nk\w*|cut\w*|reduc\w+|lower\w*|slash\w*|plunge\w*|slump\w*|down|sank|dip\w*|tumbl\w+)\b/iu;

/** The first and the later amount of “by N percent, from A to B” or “to B from A”. */
function amounts(
  text: string,
  share: WrittenNumber,
  one: WrittenNumber,
  other: WrittenNumber,
): readonly [number, number] | undefined {
  const [before, between] = [text.slice(share.unitEnd, one.start), text.slice(one.end, other.start)];
  if (FROM.test(before) && TO.test(between))
    return [one.value * (one.scale === 1 ? scaleOf(other, one) : 1), other.value];
  if (TO_FIRST.test(before) && FROM_LAST.test(between))
    return [other.value, one.value * (one.scale === 1 ? scaleOf(other, one) : 1)];
  return undefined;
}

/** “From 2 to 3 million”: the scale of the second counts for the first too. */
const scaleOf = (scaled: WrittenNumber, bare: WrittenNumber): number =>
  scaled.scale > 12 && bare.value < 1000 ? scaled.scale : 1;

const TOLERANCE = 0.12;
const LEAST_POINTS = 2;

/** A percentage that is not the change beside it: “rose by 50 percent, from 400 to 500”. */
export const change: QuantityReader = function* (sentence) {
  const text = wordsOfSentence(sentence);
  if (!/\bby\b.*(?:%|per ?cent)/iu.test(text) || OTHER.test(text)) return;
  const numbers = numbersOf(sentence);
  for (const [index, share] of numbers.entries()) {
    const [one, other] = numbers.slice(index + 1);
    const hedge = BY.exec(text.slice(0, share.start));
    if (share.unit !== "%" || hedge === null || one === undefined || other === undefined) continue;
    const pair = one.isYear || other.isYear ? undefined : amounts(text, share, one, other);
    if (pair === undefined || pair[0] <= 0 || pair[1] <= 0) continue;
    if (DOWN.test(text.slice(0, share.start)) !== pair[1] < pair[0]) continue;
    const right = (Math.abs(pair[1] - pair[0]) / pair[0]) * 100;
    const slack = Math.max(LEAST_POINTS, right * TOLERANCE) * (hedge[0].length > 3 ? 2 : 1);
    if (Math.abs(right - share.value) <= slack) continue;
    const written = text.slice(share.start, share.end);
    const repair = String(right >= 10 ? Math.round(right) : Number(right.toFixed(1)));
    const match = text.slice(share.start, share.unitEnd);
    yield found(
      within(sentence, share.start, share.unitEnd),
      {
        match,
        first: text.slice(one.start, one.end),
        last: text.slice(other.start, other.end),
        right: `${repair}${match.slice(written.length)}`,
      },
      { suggest: () => [ask(repair + match.slice(written.length), "The change from the one amount to the other.")] },
    );
  }
};
