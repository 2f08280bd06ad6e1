import { type Amount, digitValues, sharingScales } from "./amount.ts";

const ONES =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const ORDINALS =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(
    " ",
  );
const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1000,
  k: 1000,
  million: 1e6,
  m: 1e6,
  mn: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
  tn: 1e12,
  dozen: 12,
};
const OTHERS: Readonly<Record<string, readonly number[]>> = {
  half: [0.5, 50, 2],
  halves: [0.5, 50, 2],
  both: [2],
  pair: [2],
  couple: [2],
  twice: [2],
  double: [2, 100],
  doubled: [2, 100],
  doubling: [2, 100],
  duo: [2],
  trio: [3],
  triple: [3],
  tripled: [3],
  threefold: [3],
  quarter: [0.25, 4, 25, 15],
  quarters: [0.25, 4, 25],
  thirds: [3],
  once: [1],
  single: [1],
  dozen: [12],
  dozens: [10, 12, 20],
  decade: [10],
  decades: [10, 20, 30],
  century: [100],
  fortnight: [14, 15, 2],
  hundreds: [100],
  thousands: [1000],
  noon: [12],
  midnight: [0, 12, 24],
};
const SMALL: ReadonlyMap<string, readonly number[]> = new Map([
  ...ONES.map((word, value): [string, readonly number[]] => [word, [value]]),
  ...TENS.map((word, place): [string, readonly number[]] => [word, [(place + 2) * 10]]),
  ...ORDINALS.map((word, place): [string, readonly number[]] => [word, [place + 1]]),
  ...Object.entries(OTHERS),
]);

const PART = [...TENS, ...ONES].join("|");
const SCALE = String.raw`hundred|thousand|million|billion|trillion|bn|mn|tn|dozen`;
const ENGLISH = new RegExp(
  String.raw`(?<![\p{L}\d])(?:(?<digits>\d+(?:[.,]\d+)*)(?!['’′]\d)(?:[ -]?(?<scale>(?:${SCALE})(?!\p{L})|k(?![\p{L}\d])|(?<=[$€£]\d[\d.,]*)m(?![\p{L}\d²³]))|(?:st|nd|rd|th)?(?<decade>['’]?s)?(?!\d))|(?<words>(?:${PART}|an?(?= (?:${SCALE})\b))(?:(?:[ -]|,? and )(?:${PART}|${SCALE}))*(?<half>[ -]and[ -]a[ -]half)?|half|${[...ORDINALS, ...Object.keys(OTHERS)].join("|")})(?![\p{L}]))`,
  "giu",
);

/** The values of number words in a row: their sum as English builds it, and each by itself. */
function wordValues(written: string): readonly number[] {
  const words = written.toLowerCase().split(/[ -]|,? and /u);
  let total = 0;
  let part = 0;
  for (const word of words) {
    const scale = SCALES[word];
    if (scale === undefined) part += SMALL.get(word)?.[0] ?? 0;
    else if (scale === 100) part = Math.max(part, 1) * 100;
    else {
      total += Math.max(part, 1) * scale;
      part = 0;
    }
  }
  return words.length === 1 ? (SMALL.get(words[0] ?? "") ?? [total + part]) : [total + part];
}

/** What follows from how digits stand in the text: two digits of a year, hours after noon. */
const withHours = (values: readonly number[]): readonly number[] =>
  values.flatMap((value) => (Number.isInteger(value) && value >= 1 && value <= 11 ? [value, value + 12] : [value]));

function amountFrom(match: RegExpExecArray): Amount {
  const { digits, scale, words = "", half, decade } = match.groups ?? {};
  const start = match.index;
  if (digits !== undefined) {
    const times = SCALES[scale?.toLowerCase() ?? ""] ?? 1;
    const values = digitValues(digits).map((value) => value * times);
    return { start, words: match[0], values, scale: times, isFirm: decade === undefined };
  }
  const plain = half === undefined ? wordValues(words) : wordValues(words.slice(0, -half.length)).map((n) => n + 0.5);
  const isFirm = half !== undefined || /[ -]/u.test(words) || (plain.length === 1 && (plain[0] ?? 0) >= 13);
  return { start, words: match[0], values: plain, scale: 1, isFirm };
}

const CLOCK = /^[\s:.]*(?:\d\d\s*)?[ap]\.?m\b|^\s?o['’]clock|^:\d\d/iu;
/** Measures that translators convert, halves, and ends of spans of years. */
const UNSURE_AFTER =
  /^(?:[ -](?:foot|feet|inch(?:es)?|miles?|pounds?|lbs?|ounces?|acres?|gallons?|yards?|stone|degrees Fahrenheit|mph)\b|['’"”]|\s?[½¼¾⅓⅔]|\s?°F)/iu;
const UNSURE_BEFORE = /\d[-–—/]$|\b(?:foot|feet)[- ]$|[½¼¾⅓⅔][-–]$/iu;

/** All numbers of an English text, in digits and words, ordinals and “both” among them. */
export function englishAmounts(text: string): readonly Amount[] {
  return sharingScales(Array.from(text.matchAll(ENGLISH), amountFrom)).map((amount) => {
    const after = text.slice(amount.start + amount.words.length, amount.start + amount.words.length + 24);
    const isUnsure =
      UNSURE_AFTER.test(after) || UNSURE_BEFORE.test(text.slice(Math.max(0, amount.start - 6), amount.start));
    const values = CLOCK.test(after) ? withHours(amount.values) : amount.values;
    return { ...amount, values, isFirm: amount.isFirm && !isUnsure };
  });
}
