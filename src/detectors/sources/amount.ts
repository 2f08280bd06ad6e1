/** A number as it is written, with all the values that it may stand for. */
export interface Amount {
  readonly start: number;
  readonly words: string;
  readonly values: readonly number[];
  /** 1,000,000 where “million” belongs to it, 1 where nothing does. */
  readonly scale: number;
  /** Whether it is surely a number that a translation has to keep, and not “one” or “a second”. */
  readonly isFirm: boolean;
}

const GROUPED = /^\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+$/u;

/** What digits may mean in any language: points and commas part thousands or begin decimals. */
export function digitValues(written: string): readonly number[] {
  const digits = written.replace(/[\u00a0\u202f ](?=\d{3})/gu, "");
  const values = new Set<number>();
  if (GROUPED.test(digits)) values.add(Number(digits.replace(/\D/gu, "")));
  const marks = digits.replace(/\d/gu, "");
  if (marks.length <= 1) values.add(Number(digits.replace(/\D/u, ".")));
  else if (marks.at(-1) !== marks.at(0)) {
    const at = digits.lastIndexOf(marks.at(-1) ?? "");
    values.add(Number(`${digits.slice(0, at).replace(/\D/gu, "")}.${digits.slice(at + 1)}`));
  }
  return [...values].filter((value) => !Number.isNaN(value));
}

/** Digits of any script as those of English. */
export const withPlainDigits = (text: string): string =>
  text
    .replaceAll("٫", ".")
    .replace(/[٬،](?=\p{Nd})/gu, ",")
    .replace(/\p{Nd}/gu, (digit) => {
      const code = digit.codePointAt(0) ?? 0;
      let zero = code;
      while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero -= 1;
      return code < 128 ? digit : String(code - zero);
    });

/** How many digits of a value are no noughts at its end. */
const significantDigits = (value: number): number =>
  String(value)
    .replace(".", "")
    .replace(/^0+|0+$/gu, "").length;

/** Whether a number of the target is one of the source, perhaps rounded. */
function isKept(source: number, target: number): boolean {
  if (source === target) return true;
  if (Math.max(source, target) < 3000 && Number.isInteger(source)) return false;
  const digits = significantDigits(target);
  if (digits === 0 || Math.min(source, target) <= 0 || (digits === 1 && source < 10_000)) return false;
  const unit = 10 ** (Math.floor(Math.log10(source)) + 1 - digits);
  return Math.abs(source - target) < unit * 1.001 && significantDigits(source) > digits;
}

/** Whether a number of the target may be one of the source. */
export const mayKeep = (source: Amount, target: Amount): boolean =>
  source.values.some((first) => target.values.some((second) => isKept(first, second)));

/** In “5 to 7 million” the million belongs to both numbers. */
export const sharingScales = (amounts: readonly Amount[]): readonly Amount[] =>
  amounts.map((amount, index) => {
    const next = amounts[index + 1];
    if (amount.scale !== 1 || next === undefined || next.scale === 1) return amount;
    if (next.start - amount.start - amount.words.length > 8) return amount;
    return { ...amount, values: [...amount.values, ...amount.values.map((value) => value * next.scale)] };
  });
