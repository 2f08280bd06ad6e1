import { type Amount, digitValues, sharingScales, withPlainDigits } from "./amount.ts";
import { plainSource } from "./terms.ts";

/** The number words of one language: what they are worth, and those that multiply what stands before them. */
export interface NumberWords {
  readonly words: Readonly<Record<string, number>>;
  readonly scales: Readonly<Record<string, number>>;
}

const HAN_DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const HAN_TENS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const HAN_MYRIADS: Readonly<Record<string, number>> = {
  万: 1e4,
  萬: 1e4,
  만: 1e4,
  亿: 1e8,
  億: 1e8,
  억: 1e8,
  兆: 1e12,
  조: 1e12,
};
const HAN =
  /(?:\d[\d,.]*(?:十|百|千|천)?(?:余|餘|多)?(?:万|萬|만|亿|億|억|兆|조)\s?)+(?:\d[\d,.]*(?:千|천)?)?|[零〇一二两兩三四五六七八九十百千万萬亿億]+/gu;
const PIECE = /(?<digits>\d[\d,.]*)|(?<letter>[^\d\s])/gu;
const ERAS: readonly (readonly [name: RegExp, before: number])[] = [
  [/令和$/u, 2018],
  [/平成$/u, 1988],
  [/昭和$/u, 1925],
  [/民[国國]$/u, 1911],
];

/** The value of a number written with 万 and 亿 or in Chinese characters. */
function hanValue(written: string): number {
  if (/^[零〇一二三四五六七八九]{2,}$/u.test(written))
    return Number([...written].map((digit) => HAN_DIGITS[digit] ?? 0).join(""));
  let [total, section, last] = [0, 0, 0];
  for (const { groups } of written.matchAll(PIECE)) {
    const { digits, letter = "" } = groups ?? {};
    const [ten, myriad] = [letter === "천" ? 1000 : HAN_TENS[letter], HAN_MYRIADS[letter]];
    if (digits !== undefined) last = Number(digits.replaceAll(",", ""));
    else if (ten !== undefined) [section, last] = [section + Math.max(last, 1) * ten, 0];
    else if (myriad !== undefined) [total, section, last] = [total + Math.max(section + last, 1) * myriad, 0, 0];
    else last = HAN_DIGITS[letter] ?? last;
  }
  return total + section + last;
}

function hanAmount({ 0: words, index: start }: RegExpExecArray): Amount {
  const value = hanValue(words);
  const isFirm =
    /\d/u.test(words) || (words.length > 1 && value >= 11 && !/^[一二三四五六七八九十两]{2}$/u.test(words));
  return {
    start,
    words,
    values: [
      value,
      ...(/^[一二三四五六七八九]{2}$/u.test(words) ? [...words].map((digit) => HAN_DIGITS[digit] ?? 0) : []),
    ],
    scale: [...words].map((letter) => HAN_MYRIADS[letter]).findLast((myriad) => myriad !== undefined) ?? 1,
    isFirm,
  };
}

/** Readings that depend on what stands beside digits: years of eras and of a century, hours after noon, tenths. */
function readingsBeside(value: number, before: string, after: string): readonly number[] {
  const era = ERAS.find(([name]) => name.test(before))?.[1];
  if (era !== undefined) return [value + era];
  const readings: number[] = [];
  if (value >= 10 && value <= 99 && /^\s?(?:年|后|後|er|-|х)|^['’]/u.test(after))
    readings.push(1900 + value, 2000 + value);
  if (value >= 10 && value <= 99 && /['’]$/u.test(before)) readings.push(1900 + value, 2000 + value);
  if (value >= 13 && value <= 24) readings.push(value - 12);
  if (value >= 1 && value <= 12) readings.push(value + 12);
  if (/^成/u.test(after)) readings.push(value * 10);
  if (/^折/u.test(after)) readings.push(value * 10, 100 - value * 10, 100 - value);
  return readings;
}

const DIGITS = /\d{1,3}(?:[\u00a0\u202f ]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,'’]\d+)*/gu;

/** Numbers in digits, with the words after them that multiply them. */
function digitAmounts(text: string, scaleAfter: (text: string, at: number) => readonly number[]): readonly Amount[] {
  return Array.from(text.matchAll(DIGITS)).flatMap(({ 0: digits, index: start }): readonly Amount[] => {
    const end = start + digits.length;
    const marks = digits.match(/[.,]\d+/gu) ?? [];
    const isDate = marks.length > 1 && !/^\d{1,3}(?:[.,]\d{3})+(?:[.,]\d+)?$/u.test(digits);
    if (isDate)
      return digits
        .split(/[.,]/u)
        .map((part) => ({ start, words: digits, values: [Number(part)], scale: 1, isFirm: false }));
    const scales = scaleAfter(text, end);
    const values = digitValues(digits);
    const before = text.slice(Math.max(0, start - 2), start);
    const beside = values.flatMap((value) => readingsBeside(value, before, text.slice(end, end + 3)));
    const parts = /[\u00a0\u202f ]/u.test(digits) ? digits.split(/[\u00a0\u202f ]/u).map(Number) : [];
    const scaled = values.flatMap((value) => scales.map((scale) => value * scale));
    const isFirm = ERAS.every(([name]) => !name.test(before));
    return [
      {
        start,
        words: digits,
        values: scales.length > 0 ? scaled : [...values, ...beside, ...parts],
        scale: scales[0] ?? 1,
        isFirm,
      },
    ];
  });
}

const WORD = /[\p{L}\p{M}]+/gu;

/** Numbers in words: each word by itself, and neighbours added up or multiplied. */
function wordAmounts(text: string, { words, scales }: NumberWords): readonly Amount[] {
  const amounts: Amount[] = [];
  let row: { readonly end: number; readonly total: number; readonly part: number; readonly start: number } | undefined;
  for (const { 0: word, index: start } of text.toLowerCase().matchAll(WORD)) {
    const [value, scale] = [words[word], scales[word]];
    if (value === undefined && scale === undefined) continue;
    const end = start + word.length;
    const goesOn = row !== undefined && start - row.end <= 4;
    const { total, part } = goesOn && row !== undefined ? row : { total: 0, part: 0 };
    row =
      scale === undefined
        ? { start: goesOn && row ? row.start : start, end, total, part: part + (value ?? 0) }
        : scale === 100
          ? { start: goesOn && row ? row.start : start, end, total, part: Math.max(part, 1) * 100 }
          : { start: goesOn && row ? row.start : start, end, total: total + Math.max(part, 1) * scale, part: 0 };
    const own = value ?? scale ?? 0;
    if (goesOn) {
      const last = amounts.pop();
      amounts.push({
        start: row.start,
        words: text.slice(row.start, end),
        values: [row.total + row.part, own, ...(last?.values ?? [])],
        scale: 1,
        isFirm: false,
      });
    } else
      amounts.push({
        start,
        words: text.slice(start, end),
        values: [row.total + row.part, own],
        scale: 1,
        isFirm: value !== undefined && (value >= 13 || !Number.isInteger(value)),
      });
  }
  return amounts;
}

const NO_WORDS: NumberWords = { words: {}, scales: {} };
const ROMAN = /(?<![\p{L}\d])[XVI]{1,6}(?![\p{L}\d])/gu;
const ROMAN_DIGITS: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

const romanValue = (roman: string): number =>
  [...roman].reduce((sum, digit, at) => {
    const [value, next] = [ROMAN_DIGITS[digit] ?? 0, ROMAN_DIGITS[roman.charAt(at + 1)] ?? 0];
    return sum + (value < next ? -value : value);
  }, 0);

/** All numbers of a source text of some language. */
export function sourceAmounts(source: string, language: string, numbers: NumberWords = NO_WORDS): readonly Amount[] {
  const text = withPlainDigits(plainSource(source));
  const isHan = language === "zh" || language === "ja" || language === "ko";
  const han = isHan ? Array.from(text.matchAll(HAN), hanAmount) : [];
  const covered = (start: number): boolean =>
    han.some((each) => /\d/u.test(each.words) && start >= each.start && start < each.start + each.words.length);
  const scaleAfter = (where: string, at: number): readonly number[] => {
    const word = /^[ \u00a0-]?([\p{L}\p{M}]+)(?:[ \u00a0]([\p{L}\p{M}]+))?/u.exec(where.slice(at, at + 30));
    const [first, second] = [
      numbers.scales[word?.[1]?.toLowerCase() ?? ""],
      numbers.scales[word?.[2]?.toLowerCase() ?? ""],
    ];
    return first === undefined ? [] : second === undefined ? [first] : [first * second];
  };
  const roman = Array.from(
    text.matchAll(ROMAN),
    ({ 0: words, index: start }): Amount => ({ start, words, values: [romanValue(words)], scale: 1, isFirm: false }),
  );
  const digits = digitAmounts(text, scaleAfter).filter(({ start }) => !covered(start));
  return [
    ...sharingScales([...han, ...digits].sort((a, b) => a.start - b.start)),
    ...wordAmounts(text, numbers),
    ...roman,
  ];
}
