/** A day that a text names, as it is written. Offsets are into the text that was read. */
export interface WrittenDate {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly day: number;
  /** 1 to 12. */
  readonly month: number;
  /** Undefined where the text gives none. */
  readonly year: number | undefined;
  readonly order: "day first" | "month first";
  /** Where the date is the end of a range (“18–20 December”). */
  readonly isRange: boolean;
  readonly isOrdinal: boolean;
}

const MONTHS = "january february march april may june july august september october november december".split(" ");
const MONTH =
  "(?<month>(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?|January|February|March|April|May|June|July|August|September|October|November|December)";
const DAY = String.raw`(?<day>\d{1,2})(?<ordinal>st|nd|rd|th)?`;
const YEAR = String.raw`(?<year>(?:19|20)\d\d)(?![\d%]|,\d|[./]\d|-\p{L})`;
const DASH = "(?: ?[-–—/] ?| to | and | or | until | through )";

const DAY_FIRST = new RegExp(
  String.raw`(?<![\p{L}\d.,:/$€£#])(?<range>\d{1,2}(?:st|nd|rd|th)?${DASH})?(?<date>${DAY}(?: of)? ${MONTH}(?:,? ${YEAR})?)(?![\p{L}\d-])`,
  "gu",
);
const MONTH_FIRST = new RegExp(
  String.raw`(?<![\p{L}\d])(?<date>${MONTH} (?:the )?(?:(?<range>\d{1,2}(?:st|nd|rd|th)?${DASH}))?${DAY}(?!\d|:\d|[.,/]\d|%|-\p{L})(?:,? ${YEAR})?)(?![\p{L}\d])`,
  "gu",
);

const monthNumber = (written: string): number =>
  MONTHS.findIndex((name) => name.startsWith(written.slice(0, 3).toLowerCase())) + 1;

function dateFrom(match: RegExpExecArray, order: WrittenDate["order"]): WrittenDate {
  const { range, date = "", day = "", ordinal, month = "", year } = match.groups ?? {};
  const start = match.index + match[0].indexOf(date, order === "day first" ? (range ?? "").length : 0);
  return {
    start,
    end: start + date.length,
    text: date,
    day: Number(day),
    month: monthNumber(month),
    year: year === undefined ? undefined : Number(year),
    order,
    isRange: range !== undefined,
    isOrdinal: ordinal !== undefined,
  };
}

/** The days a text names with their month, in order. */
export function readDates(text: string): readonly WrittenDate[] {
  const dayFirst = [...text.matchAll(DAY_FIRST)].map((match) => dateFrom(match, "day first"));
  const monthFirst = [...text.matchAll(MONTH_FIRST)]
    .map((match) => dateFrom(match, "month first"))
    .filter(({ start, end }) => dayFirst.every((other) => other.end <= start || end <= other.start));
  return [...dayFirst, ...monthFirst].sort((a, b) => a.start - b.start);
}

/** How many days a month has; without a year February has 29. */
export const daysIn = (month: number, year: number | undefined): number =>
  new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate();

/** The day of the week, 0 for Sunday, in the Gregorian calendar. */
export const weekdayOf = (year: number, month: number, day: number): number =>
  new Date(Date.UTC(year, month - 1, day)).getUTCDay();

function ordinalOf(day: number): string {
  if (day >= 11 && day <= 13) return `${day}th`;
  return `${day}${["th", "st", "nd", "rd"][day % 10] ?? "th"}`;
}

/** Another day in the way a date is written. The month is written out where it changes. */
export function rewrittenDate(date: WrittenDate, month: number, day: number): string {
  const name = MONTHS[month - 1] ?? "";
  const full = name.slice(0, 1).toUpperCase() + name.slice(1);
  const withDay = date.text.replace(
    /\d{1,2}(?:st|nd|rd|th)?(?!\d)(?= (?:of )?\p{L}|,? (?:19|20)\d\d|$)/u,
    date.isOrdinal ? ordinalOf(day) : String(day),
  );
  return month === date.month ? withDay : withDay.replace(/\p{Lu}\p{L}+\.?/u, full);
}
