import type { Sentence } from "../../annotate/annotated.ts";
import { ask, type Detection, found } from "../detector.ts";
import type { WrittenNumber } from "../number.ts";
import { numbersOf, type QuantityReader, within, wordsOfSentence } from "./reading.ts";

const FRACTIONS: ReadonlyMap<string, number> = new Map([
  ["half", 1 / 2],
  ["a third", 1 / 3],
  ["one third", 1 / 3],
  ["two thirds", 2 / 3],
  ["a quarter", 1 / 4],
  ["one quarter", 1 / 4],
  ["three quarters", 3 / 4],
  ["a fifth", 1 / 5],
  ["one fifth", 1 / 5],
  ["a tenth", 1 / 10],
  ["one tenth", 1 / 10],
]);

const ABOUT =
  "(?:(?:about|around|nearly|almost|roughly|approximately|just|only|some|over|under|more than|less than) )*";
/** “, or half,” and “(25%)” after a part. */
const STATED = new RegExp(
  String.raw`^(?: \p{L}+){0,2}(?:, or (?<hedge>${ABOUT})(?<said>${[...FRACTIONS.keys()].join("|").replaceAll(" ", "[ -]")}|(?<percent>\d{1,3}(?:\.\d+)?)(?:%| per ?cent))(?=[,.;)]|$| of (?:them|the total|all)\b)| ?\((?<bracket>\d{1,3}(?:\.\d+)?)(?:%| per ?cent)\))`,
  "iu",
);
const OF_WHOLE_BEFORE = /\bof (?:the|its|his|her|their|our|all)? ?$/iu;
const PART_AFTER = /^(?: [\p{L}-]+){0,6}, (?:only |just |about |some )?$/u;
const WHOLE_AFTER_PART = /^ (?:out )?of (?:(?:the|its|his|her|their|our|these|those|all|a total of) )?$/iu;

const percentOf = (share: number): string =>
  String(share < 0.01 ? Number((share * 100).toPrecision(2)) : Number((share * 100).toFixed(1)));

/** In words, if the share is a common fraction; else in percent. */
function shareInWords(share: number): string {
  const fraction = [...FRACTIONS].find(([, value]) => Math.abs(value - share) < 0.005)?.[0];
  return fraction ?? `${percentOf(share)} percent`;
}

interface Parts {
  readonly part: WrittenNumber;
  readonly whole: WrittenNumber;
}

const isAmount = ({ value, unit, isYear }: WrittenNumber): boolean =>
  value > 0 && !isYear && !/^(?:%|°|points)$/u.test(unit);

/** Two counts, or two sums of one currency. */
const areAlike = (first: WrittenNumber, last: WrittenNumber): boolean =>
  isAmount(first) && isAmount(last) && /[$€£¥₹]/u.test(first.unit) === /[$€£¥₹]/u.test(last.unit);

/** Reads “of the 80 passengers, 20” and “20 of the 80 passengers”. */
function partAndWhole(text: string, first: WrittenNumber, last: WrittenNumber): Parts | undefined {
  if (!areAlike(first, last)) return undefined;
  const between = text.slice(first.end, last.start);
  if (WHOLE_AFTER_PART.test(between)) return { part: first, whole: last };
  return OF_WHOLE_BEFORE.test(text.slice(Math.max(0, first.start - 16), first.start)) && PART_AFTER.test(between)
    ? { part: last, whole: first }
    : undefined;
}

interface StatedShare extends Parts {
  readonly words: string;
  /** Where the words stand. */
  readonly start: number;
  readonly said: number;
  readonly isPercent: boolean;
  readonly tolerance: number;
}

function readShare(text: string, parts: Parts, from: number): StatedShare | undefined {
  const stated = STATED.exec(text.slice(from));
  if (stated === null) return undefined;
  const { said = "", percent, bracket, hedge = "" } = stated.groups ?? {};
  const digits = percent ?? bracket;
  const words = bracket === undefined ? said : `${bracket}%`;
  const value = digits === undefined ? FRACTIONS.get(said.toLowerCase().replace("-", " ")) : Number(digits) / 100;
  if (value === undefined) return undefined;
  const tolerance = hedge !== "" ? 0.1 : digits === undefined ? 0.07 : 0.021;
  return {
    ...parts,
    words,
    start: from + stated[0].lastIndexOf(words),
    said: value,
    isPercent: digits !== undefined,
    tolerance,
  };
}

/** The whole with the scale of its part, if that makes the share right: “$2.3 million of $5 billion, or 46 percent”. */
function rescaled(text: string, { part, whole, said }: StatedShare): string | undefined {
  const fits = Math.abs((part.value * whole.scale) / (whole.value * part.scale) - said) <= 0.01;
  return fits && part.scale !== whole.scale
    ? text.slice(whole.start, whole.digitsEnd) + text.slice(part.digitsEnd, part.end)
    : undefined;
}

function wrongShare(sentence: Sentence, text: string, stated: StatedShare): Detection {
  const { part, whole, words, start, isPercent } = stated;
  const share = part.value / whole.value;
  const right = shareInWords(share);
  const sum = `${text.slice(part.start, part.end)} of ${text.slice(whole.start, whole.end)} is ${right}`;
  const other = rescaled(text, stated);
  if (other !== undefined) {
    const match = text.slice(whole.start, whole.end);
    const why = `Then the share is indeed ${words}.`;
    return found(within(sentence, whole.start, whole.end), { match, sum }, { suggest: () => [ask(other, why)] });
  }
  const digits = /^[\d.]+/u.exec(words)?.[0] ?? "";
  const repair = isPercent ? percentOf(share) + words.slice(digits.length) : right;
  return found(
    within(sentence, start, start + words.length),
    { match: words, sum },
    { suggest: () => [ask(repair, `${sum}.`)] },
  );
}

function* wrongShares(sentence: Sentence, text: string): Iterable<Detection> {
  const numbers = numbersOf(sentence);
  for (const [index, last] of numbers.entries()) {
    const first = numbers[index - 1];
    const parts = first === undefined ? undefined : partAndWhole(text, first, last);
    if (parts === undefined || parts.part.value > parts.whole.value) continue;
    const stated = readShare(text, parts, last.end);
    if (stated !== undefined && Math.abs(stated.said - parts.part.value / parts.whole.value) > stated.tolerance)
      yield wrongShare(sentence, text, stated);
  }
}

const PERCENT = /(?<![\d.,-])(?:(\d{1,3}(?:\.\d+)?)(?: ?%| per ?cent\b))/giu;
/** Wordings in which the shares must be parts of one whole: each list has a word in the sentence. */
const PARTITIONS: readonly (readonly RegExp[])[] = [
  [
    /\b(?:support\w*|favou?r\w*|backed|approv\w+|for|yes)\b/iu,
    /\b(?:oppos\w+|against|disapprov\w+|reject\w*|no)\b/iu,
    /\b(?:undecided|unsure|not sure|don['’]t know|did not know|had no opinion|no opinion|abstain\w*|neither)\b/iu,
  ],
];
const REMAINDER = /\b(?:the (?:rest|remaining|remainder)|while the rest)\b/iu;
/** Several answers, shares of shares, changes and several groups do not make up one whole. */
const NO_PARTITION =
  /\b(?:more than one|multiple|several|each|up to (?:two|three)|of (?:those|these|them|whom|which|that|this)|among|points?|margin|rose|fell|up|down|increas\w*|decreas\w*|grew|growth|compared|than|versus|from|while \d|respectively|between|women|Republicans|Democrats|interest|tax|previous\w*|last|earlier|in (?:19|20)\d\d)\b/iu;

const sumInWords = (shares: readonly string[]): string => {
  const sum = shares.reduce((total, share) => total + Number(share), 0);
  return `${shares.slice(0, -1).join(", ")} and ${shares.at(-1)} percent make ${Number(sum.toFixed(1))} percent`;
};

function* excessiveShares(sentence: Sentence, text: string): Iterable<Detection> {
  const matches = [...text.matchAll(PERCENT)];
  const shares = matches.map((match) => match[1] ?? "");
  const last = matches.at(-1);
  const whole = shares.reduce((sum, share) => sum + Number(share), 0);
  if (last === undefined || whole <= 101.5 || whole > 200) return;
  const wording = text.replace(/^(?:Of|Among) (?:those|the people) (?:polled|asked|surveyed|questioned)/iu, "");
  if (NO_PARTITION.test(wording)) return;
  const isPoll = shares.length === 3 && PARTITIONS.some((kinds) => kinds.every((kind) => kind.test(text)));
  const isRest = shares.length >= 2 && REMAINDER.test(text.slice(0, last.index).slice(-24));
  if (!isPoll && !isRest) return;
  const rest = Number((100 - (whole - Number(last[1]))).toFixed(1));
  const words = last[0].replace(last[1] ?? "", String(rest));
  yield found(
    within(sentence, last.index, last.index + last[0].length),
    { match: last[0], sum: sumInWords(shares) },
    {
      suggest: () => (rest > 0 ? [ask(words, "So much is left of 100 percent, if the other shares are right.")] : []),
    },
  );
}

/** Shares that do not fit their numbers (“20 of 80, or half”) or do not fit into one whole. */
export const share: QuantityReader = function* (sentence) {
  const text = wordsOfSentence(sentence);
  if (!/%|\b(?:per ?cent|half|third|quarter|fifth|tenth)/iu.test(text)) return;
  yield* wrongShares(sentence, text);
  yield* excessiveShares(sentence, text);
};
