import type { Sentence, Token } from "../../annotate/annotated.ts";
import { inflect } from "../../text/inflect.ts";
import { ask, type Candidate, type Detection, found } from "../detector.ts";
import { comparable, type WrittenNumber } from "../number.ts";
import { formAt } from "../rewording.ts";
import {
  HEDGE,
  type NumberPair,
  numberPairs,
  type QuantityReader,
  swapped,
  within,
  wordsOfSentence,
} from "./reading.ts";

/** Words of rising, each with the word of falling that takes its place, and the other way round. */
const RISES =
  "rise:fall increase:decrease grow:shrink climb:drop jump:drop soar:plunge surge:plunge swell:shrink expand:shrink balloon:shrink skyrocket:plummet raise:lower boost:cut double:halve";
const FALLS =
  "fall:rise decrease:increase shrink:grow drop:rise decline:rise plunge:soar plummet:soar sink:rise tumble:jump slump:jump dip:rise dwindle:grow lower:raise reduce:increase cut:raise slash:raise halve:double";

interface Trend {
  readonly isRise: boolean;
  readonly opposite: string;
}

const trendsOf = (rows: string, isRise: boolean): readonly (readonly [string, Trend])[] =>
  rows.split(" ").map((row) => {
    const [lemma = "", opposite = ""] = row.split(":");
    return [lemma, { isRise, opposite }];
  });
const TRENDS: ReadonlyMap<string, Trend> = new Map([...trendsOf(RISES, true), ...trendsOf(FALLS, false)]);

const WHEN = String.raw`(?:,? (?:(?:back )?in (?:\p{Lu}\p{L}+ )?(?:\d{4})|(?:a|one|the) (?:year|month|week|quarter|decade|day) (?:ago|earlier|before)|(?:last|this) (?:year|month|week|quarter)|(?:previously|now)),?)?`;
const MEASURE = String.raw`(?:%| ?°\s?[CF]?)?(?: (?!to\b|from\b|and\b|or\b|per\b(?! cent)|in\b)[\p{L}%]+){0,2}`;
const OBJECT = String.raw`(?:(?! from | (?:rang|vary|varie|anywhere|of from|revis|correct|adjust|down|up|lower|higher|slow|narrow)\p{L}*) [^\s;:()“”"]+){0,6}?`;
const FROM_FIRST = new RegExp(`^${OBJECT},? from ${HEDGE}$`, "iu");
const TO_LAST = new RegExp(`^${MEASURE}${WHEN} to ${HEDGE}$`, "iu");
const TO_FIRST = new RegExp(
  String.raw`^(?: (?:by|about|around|nearly|almost|\p{L}+ly|further|again|back|[\d.,]+%?|percent|per cent|percentage|points?|basis|last|this|month|year|week|quarter|in|on|\p{Lu}\p{L}+))* to ${HEDGE}$`,
  "u",
);
const FROM_LAST = new RegExp(`^${MEASURE}${WHEN},? from ${HEDGE}$`, "iu");

/** “, compared with 7 percent a year earlier”: the earlier number of a change. */
const COMPARED = new RegExp(String.raw`^${MEASURE}${WHEN},? (?:compared (?:with|to)|against|versus) ${HEDGE}$`, "iu");
const EARLIER =
  /^(?:%| per ?cent| percent)?(?: \p{L}+){0,2}? (?:(?:a|one|the) (?:year|month|week|quarter|decade) (?:ago|earlier|before)|(?:the )?(?:last|previous|preceding|prior) (?:year|month|week|quarter)|in (?:\p{Lu}\p{L}+ )?(?:19|20)\d\d|previously|earlier)/u;
const UP_OR_DOWN = new RegExp(`^${MEASURE}${WHEN},? (?<direction>up|down) from ${HEDGE}$`, "iu");

const DIRECTION_IS_WRONG = "If the numbers are right, the direction is not.";
const DENIED = /\b(?:not|never|without|rather than|instead of|nor|no)\b|n['’]t\b/iu;
/** Ranks and levels count the other way; currencies and intervals do so when turned round. */
const OTHER_WAY =
  /\b(?:rank\w*|places?|spots?|seed\w*|charts?|position\w*|division|league|table|standings|levels?|grade|rating|category|tier|odds|handicap|stages?|frequency|every|interval\w*|exchange|rouble|ruble|rupee|lira|peso|yen|yuan|renminbi|rand|naira|to the (?:dollar|euro|pound)|(?:against|versus|per) (?:the )?(?:U\.?S\.? )?(?:dollar|euro|pound)|asleep|ill|victim|rain|rainfall|snow|hail|feet away|scale|aged?|years? old)\b/iu;
const COUNTED_DOWN = /^[^.;]{0,24}\b(?:below|a\.m|p\.m|o['’]clock|BCE?|hours? (?:later|after)|to one)\b/u;

interface Claim {
  readonly token: Token;
  readonly index: number;
  readonly trend: Trend;
}

const lemmaOf = ({ lower, lemma }: Token): string => (lower === "fell" ? "fall" : lower === "rose" ? "rise" : lemma);

/** The words of rising or falling of a sentence that are neither denied nor part of a name. */
function claims({ tokens, span, text }: Sentence): readonly Claim[] {
  return tokens.flatMap((token, index) => {
    const trend = TRENDS.get(lemmaOf(token));
    if (trend === undefined || (token.partOfSpeech !== "VERB" && token.partOfSpeech !== "NOUN")) return [];
    const before =
      text
        .slice(Math.max(span.start, token.span.start - 40), token.span.start)
        .split(/[,;:]/u)
        .at(-1) ?? "";
    return DENIED.test(before) ? [] : [{ token, index, trend }];
  });
}

/** The earlier and the later of two numbers that a claim speaks of. */
function change(
  gap: string,
  { between, first, last, after }: NumberPair,
): readonly [WrittenNumber, WrittenNumber] | undefined {
  if (FROM_FIRST.test(gap) && TO_LAST.test(between)) return [first, last];
  if (COMPARED.test(between) && EARLIER.test(after) && TO_FIRST.test(gap)) return [last, first];
  const isSure = first.unit !== "" && first.unit === last.unit;
  if (FROM_LAST.test(between) && (TO_FIRST.test(gap) || (isSure && / to $/u.test(gap) && gap.split(" ").length < 9)))
    return [last, first];
  return undefined;
}

function candidates(
  sentence: Sentence,
  { token, index, trend }: Claim,
  pair: NumberPair,
  start: number,
  end: number,
): readonly Candidate[] {
  const text = wordsOfSentence(sentence);
  const opposite = inflect(trend.opposite, formAt(sentence, index, lemmaOf(token)));
  const after = text.slice(start + token.text.length, end);
  return [
    ask(opposite + after, DIRECTION_IS_WRONG),
    ask(swapped(text, pair, start, end), "If the direction is right, the numbers stand in each other's place."),
  ];
}

/** Whether two numbers go the other way than the words around them say. */
function isContradicted(
  text: string,
  earlier: WrittenNumber,
  later: WrittenNumber,
  isRise: boolean,
  rest: string,
): boolean {
  const [before, after] = comparable(earlier, later) ?? [0, 0];
  return before !== after && after > before !== isRise && !COUNTED_DOWN.test(rest) && !OTHER_WAY.test(text);
}

const slotsOf = (text: string, verb: string, earlier: WrittenNumber, later: WrittenNumber, isRise: boolean) => ({
  verb,
  first: text.slice(earlier.start, earlier.end),
  last: text.slice(later.start, later.end),
  comparison: isRise ? "less" : "more",
});

function* contradictions(sentence: Sentence, claim: Claim, pair: NumberPair): Iterable<Detection> {
  const { token, trend } = claim;
  const text = wordsOfSentence(sentence);
  const start = token.span.start - sentence.span.start;
  const gap = text.slice(token.span.end - sentence.span.start, pair.first.start);
  const [earlier, later] = change(gap, pair) ?? [];
  if (earlier === undefined || later === undefined) return;
  const end = pair.last.unitEnd;
  if (!isContradicted(text, earlier, later, trend.isRise, pair.after)) return;
  yield found(within(sentence, start, end), slotsOf(text, token.text, earlier, later, trend.isRise), {
    suggest: () => candidates(sentence, claim, pair, start, end),
  });
}

/** “40 percent, up from 90 percent”. */
function* wrongDirections(sentence: Sentence, pair: NumberPair): Iterable<Detection> {
  const direction = UP_OR_DOWN.exec(pair.between)?.groups?.direction;
  const text = wordsOfSentence(sentence);
  if (direction === undefined || !isContradicted(text, pair.last, pair.first, direction === "up", pair.after)) return;
  const start = pair.last.start - (/\b(?:up|down) from .*$/u.exec(pair.between)?.[0].length ?? 0);
  const end = pair.last.unitEnd;
  const words = (direction === "up" ? "down" : "up") + text.slice(start + direction.length, end);
  yield found(within(sentence, start, end), slotsOf(text, direction, pair.last, pair.first, direction === "up"), {
    suggest: () => [ask(words, DIRECTION_IS_WRONG)],
  });
}

/** “Rose from 90 to 40”: a word of rising or falling, and numbers that go the other way. */
export const trend: QuantityReader = function* (sentence) {
  const text = wordsOfSentence(sentence);
  if (!/ (?:from|compared|against|versus) /u.test(text)) return;
  const claimed = claims(sentence);
  for (const pair of numberPairs(sentence)) {
    yield* wrongDirections(sentence, pair);
    const claim = claimed.findLast(({ token }) => token.span.start - sentence.span.start < pair.first.start);
    if (claim !== undefined) yield* contradictions(sentence, claim, pair);
  }
};
