import type { Sentence } from "../../annotate/annotated.ts";
import { ask, type Detection, found } from "../detector.ts";
import { likeWritten, type WrittenNumber } from "../number.ts";
import { numbersOf, type QuantityReader, within, wordsOfSentence } from "./reading.ts";

/** Words for parts that together are always the whole. */
const PARTITIONS: readonly (readonly RegExp[])[] = [
  [/\b(?:dead|killed|deaths|fatalities)\b/iu, /\b(?:wounded|injured|hurt)\b/iu],
  [/\bm[ae]n\b/iu, /\bwom[ae]n\b/iu],
  [/\bboys?\b/iu, /\bgirls?\b/iu],
  [/\bsons?\b/iu, /\bdaughters?\b/iu],
  [/\bin favou?r|for\b/iu, /\bagainst\b/iu],
  [/\bwins?\b/iu, /\b(?:losses|defeats)\b/iu],
];
/** What may stand between a whole and its parts. */
const OPENING = /^(?: (?!and\b|or\b|for\b|to\b|from\b|than\b)[\p{L}’'-]+){1,4}?(?<mark>:|,| –| —| -)\s$/u;
const CONNECTION = /^(?: [\p{L}’'-]+){1,4}?(?:,| and|, and)\s$/u;
const END = /^(?: [\p{L}’'-]+){1,4}?(?:[.;!?)]|,|$| –| —)/u;
const OPEN =
  /\b(?:including|among them|at least|more than|over|nearly|almost|about|around|some|up to|only|other|others|each|per|one of|of which|of whom|an? \p{L}+ed)\b/iu;

interface Account {
  readonly whole: WrittenNumber;
  readonly parts: readonly WrittenNumber[];
  readonly isAnnounced: boolean;
  readonly end: number;
}

const isCount = ({ value, unit, isYear, scale }: WrittenNumber): boolean =>
  Number.isInteger(value) && value > 0 && scale === 1 && !isYear && !/[$€£¥%°]/u.test(unit);

/** Reads a whole and the parts that follow it from one number on. */
function accountFrom(text: string, numbers: readonly WrittenNumber[], first: number): Account | undefined {
  const [whole, ...rest] = numbers.slice(first);
  const [start] = rest;
  if (whole === undefined || start === undefined) return undefined;
  const opening = OPENING.exec(text.slice(whole.end, start.start));
  if (opening === null || (first > 0 && /(?:,|and|:) $/u.test(text.slice(0, whole.start)))) return undefined;
  const parts: WrittenNumber[] = [];
  for (const [index, part] of rest.entries()) {
    const before = rest[index - 1];
    if (before !== undefined && !CONNECTION.test(text.slice(before.end, part.start))) break;
    parts.push(part);
  }
  const last = parts.at(-1);
  const beforeLast = parts.at(-2);
  if (last === undefined || beforeLast === undefined) return undefined;
  const isClosed = / and $/u.test(text.slice(beforeLast.end, last.start)) && END.test(text.slice(last.end));
  return isClosed ? { whole, parts, isAnnounced: opening.groups?.mark !== ",", end: last.unitEnd } : undefined;
}

function isWrong({ whole, parts, isAnnounced, end }: Account, text: string): boolean {
  const sum = parts.reduce((total, { value }) => total + value, 0);
  const list = text.slice(parts[0]?.start ?? 0, end + 20);
  if (
    sum === whole.value ||
    ![whole, ...parts].every(isCount) ||
    OPEN.test(text.slice(Math.max(0, whole.start - 12), end))
  )
    return false;
  const isPartition = PARTITIONS.some((kinds) => kinds.every((kind) => kind.test(list)));
  const areSmaller = parts.every(({ value }) => value < whole.value);
  const areDistinct = new Set(parts.map(({ unit }) => unit)).size === parts.length;
  return areSmaller && (isAnnounced || isPartition || (sum > whole.value && areDistinct));
}

function wrongSum(sentence: Sentence, text: string, { whole, parts, end }: Account): Detection {
  const sum = parts.reduce((total, { value }) => total + value, 0);
  const written = text.slice(whole.digitsStart, whole.digitsEnd);
  const words = text.slice(whole.start, whole.unitEnd);
  const right = likeWritten(sum, written);
  return found(
    within(sentence, whole.start, whole.unitEnd),
    { whole: words, parts: text.slice(parts[0]?.start ?? 0, end), sum: right },
    {
      suggest: () => [
        ask(right + words.slice(written.length), "The sum of the parts; ask which of the numbers is wrong."),
      ],
    },
  );
}

const TOTAL = /\b[Aa] total of $/u;
const PLACED_PARTS = /^(?: [\p{L}’'-]+){1,4}, $/u;
const IN_PLACE = /^ (?:in|at|from|near|on) (?:the )?\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?/u;

/** “A total of 50 buses burned, 20 in Basra and 40 in Mosul”. */
function totalFrom(text: string, numbers: readonly WrittenNumber[], first: number): Account | undefined {
  const [whole, one, other] = numbers.slice(first);
  if (whole === undefined || one === undefined || other === undefined || !TOTAL.test(text.slice(0, whole.start)))
    return undefined;
  const between = IN_PLACE.exec(text.slice(one.end, other.start));
  const isList =
    PLACED_PARTS.test(text.slice(whole.end, one.start)) &&
    between !== null &&
    text.slice(one.end + between[0].length, other.start) === " and " &&
    IN_PLACE.test(text.slice(other.end));
  const end = other.end + (IN_PLACE.exec(text.slice(other.end))?.[0].length ?? 0);
  return isList ? { whole, parts: [one, other], isAnnounced: true, end } : undefined;
}

/** A whole that is not the sum of the parts listed after it: “nine people: four men, three women and four children”. */
export const sum: QuantityReader = function* (sentence) {
  const text = wordsOfSentence(sentence);
  if (!/ and /u.test(text)) return;
  const numbers = numbersOf(sentence);
  for (const first of numbers.keys()) {
    const account = totalFrom(text, numbers, first) ?? accountFrom(text, numbers, first);
    if (account !== undefined && isWrong(account, text)) yield wrongSum(sentence, text, account);
  }
};
