import type { Sentence } from "../annotate/annotated.ts";
import { textSpan } from "../core/span.ts";
import { ask, type Candidate, type Detection, defineDetector, found } from "./detector.ts";
import { daysIn, readDates, rewrittenDate, type WrittenDate, weekdayOf } from "./written-date.ts";

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const WEEKDAY = "(?<weekday>Sun|Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?)(?:day\\b|\\b\\.?)";
/** How far before a date its weekday may stand. */
const REACH = 48;
const DAY_IN_MS = 86_400_000;
/** A date without a year is judged only so near to the document's own. */
const NEAR_IN_DAYS = 60;

/** Where a date that does not exist is spoken of as such, or belongs to another calendar. */
const SPOKEN_OF =
  /\b(?:no such|there (?:is|was|were|are) no|ha[sd] no|never (?:comes?|came|arrives?)|nonexistent|non-existent|exists?|only \d+ days|invalid|impossible|fictional|fictitious|imaginary|invented|invents?|joke\w*|Julian|Soviet|revolutionary|Old Style|O\.S\.|leap|instead of|error|mistake\w*|typo|misprint)\b|n['’]t (?:have|exist)\b/iu;
const OPENS_DATE =
  /\b(?:on|dated|until|till|by|through|before|for)(?: the)? (?:night of )?$|(?:day|\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\.?),? $/iu;

const SPOKEN_OF_CALENDAR =
  /\b(?:Julian|Old Style|O\.S\.|instead of|rather than|not (?:on )?(?:a )?\p{Lu}\p{L}+day|alternat\w+)\b/u;

function mayBeCount(text: string, { start, end, order, year, isOrdinal }: WrittenDate): boolean {
  if (year !== undefined) return false;
  const after = text.slice(end);
  if (order === "day first") return /^ \d|^ \p{Lu}|^ (?!(?:is|was|has|as|this|its)\b)\p{Ll}+s\b/u.test(after);
  const isClosed = /^(?:[.,;:)]|$)/u.test(after);
  return (
    !(isOrdinal || isClosed || OPENS_DATE.test(text.slice(0, start))) ||
    /\b(?:in|since|during)\s$/iu.test(text.slice(0, start))
  );
}

function isImpossible(text: string, date: WrittenDate): boolean {
  const last = daysIn(date.month, date.year);
  if (date.day <= last || date.day > 31 || mayBeCount(text, date)) return false;
  return !SPOKEN_OF.test(text);
}

function nearestDates(date: WrittenDate): readonly Candidate[] {
  const last = daysIn(date.month, date.year);
  return [
    ask(rewrittenDate(date, date.month, last), "The last day of that month."),
    ask(rewrittenDate(date, date.month + 1, date.day - last), "As many days on."),
  ];
}

function* impossibleDates({ text, span }: Sentence): Iterable<Detection> {
  const own = text.slice(span.start, span.end);
  for (const date of readDates(own)) {
    if (!isImpossible(own, date)) continue;
    const month = /\p{Lu}\p{L}+/u.exec(date.text)?.[0] ?? "";
    const slots = {
      date: date.text,
      month: date.year === undefined ? month : `${month} ${date.year}`,
      last: String(daysIn(date.month, date.year)),
    };
    yield found(textSpan(span.start + date.start, span.start + date.end), slots, { suggest: () => nearestDates(date) });
  }
}

interface DatedWeekday {
  readonly date: WrittenDate;
  readonly weekday: number;
  readonly weekdayStart: number;
  readonly start: number;
  readonly end: number;
}

const BEFORE_DATE = new RegExp(
  String.raw`(?<!\b(?:Sun|Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?)(?:day)?\.?s?(?:,| ?[-–—/&] ?| and | or | to | through | until ) ?)\b${WEEKDAY}(?:,? (?:the )?| ?\()$`,
  "u",
);
const AFTER_DATE = new RegExp(
  String.raw`^(?:,? (?:which |that )?(?:was |is |falls on |fell on )?an? (?:\p{Ll}+ )?| ?\((?:an? )?)${WEEKDAY}(?!s|-| (?:and|to|or))`,
  "u",
);

function weekdayNumber(written: string): number {
  return WEEKDAYS.findIndex((name) => name.startsWith(written.slice(0, 3)));
}

/** The weekday that stands with a date: “Monday, 18 December”, “18 December, a Monday”. */
function datedWeekday(text: string, date: WrittenDate): DatedWeekday | undefined {
  if (date.isRange || /^(?: ?[-–—/] ?\d| (?:to|and|or|until|through|&) \d|s\b|['’]s\b)/u.test(text.slice(date.end)))
    return undefined;
  const from = Math.max(0, date.start - REACH);
  const before = BEFORE_DATE.exec(text.slice(from, date.start));
  if (before !== null) {
    const start = from + before.index;
    const isBracketed = before[0].endsWith("(") && text[date.end] === ")";
    const end = isBracketed ? date.end + 1 : date.end;
    return { date, weekday: weekdayNumber(before.groups?.weekday ?? ""), weekdayStart: start, start, end };
  }
  const after = AFTER_DATE.exec(text.slice(date.end));
  const written = after?.groups?.weekday;
  if (after === null || written === undefined) return undefined;
  const weekdayStart = date.end + after[0].lastIndexOf(written);
  const end = date.end + after[0].length;
  const isBracketed = / ?\((?:an? )?$/u.test(text.slice(date.end, weekdayStart)) && text[end] === ")";
  return { date, weekday: weekdayNumber(written), weekdayStart, start: date.start, end: isBracketed ? end + 1 : end };
}

/** The year that brings a date without one nearest to the document's day, if that is near enough. */
function yearFrom(date: WrittenDate, documentDate: string | undefined, text: string): number | undefined {
  if (date.year !== undefined) return date.year;
  if (
    documentDate === undefined ||
    /\b(?:1[5-9]|20)\d\d\b|\b(?:last|next|previous|following|that) year\b|anniversary|\byears? ago\b/iu.test(text)
  )
    return undefined;
  const today = Date.parse(documentDate);
  const thisYear = Number(documentDate.slice(0, 4));
  const distance = (year: number): number => Math.abs(Date.UTC(year, date.month - 1, date.day) - today) / DAY_IN_MS;
  return [thisYear, thisYear - 1, thisYear + 1].find((year) => distance(year) <= NEAR_IN_DAYS);
}

function rightWeekdays(
  text: string,
  { date, weekday, weekdayStart, start, end }: DatedWeekday,
  year: number,
  right: number,
): readonly Candidate[] {
  const written = /^\p{L}+/u.exec(text.slice(weekdayStart))?.[0] ?? "";
  const name = WEEKDAYS[right] ?? "";
  const fitting = written.endsWith("day") ? name : name.slice(0, 3);
  const withWeekday = text.slice(start, weekdayStart) + fitting + text.slice(weekdayStart + written.length, end);
  const shift = ((weekday - right + 10) % 7) - 3;
  const moved = new Date(Date.UTC(year, date.month - 1, date.day + shift));
  const newDate = rewrittenDate(date, moved.getUTCMonth() + 1, moved.getUTCDate());
  const withDate = text.slice(start, date.start) + newDate + text.slice(date.end, end);
  const candidates = [ask(withWeekday, `That day was a ${name}.`)];
  return moved.getUTCFullYear() === year
    ? [...candidates, ask(withDate, `The nearest ${WEEKDAYS[weekday]}.`)]
    : candidates;
}

function* wrongWeekdays({ text, span }: Sentence, documentDate: string | undefined): Iterable<Detection> {
  const own = text.slice(span.start, span.end);
  if (!/\b(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat)/u.test(own) || SPOKEN_OF_CALENDAR.test(own)) return;
  for (const date of readDates(own)) {
    const dated = datedWeekday(own, date);
    const year = dated === undefined ? undefined : yearFrom(date, documentDate, own);
    if (dated === undefined || year === undefined || date.day < 1 || date.day > daysIn(date.month, year)) continue;
    const right = weekdayOf(year, date.month, date.day);
    if (right === dated.weekday) continue;
    const day = `${year}-${String(date.month).padStart(2, "0")}-${String(date.day).padStart(2, "0")}`;
    const isAhead = documentDate !== undefined && day > documentDate;
    const comma = date.order === "month first" ? ", " : " ";
    const slots = {
      date: date.year === undefined ? `${date.text}${comma}${year}` : date.text,
      was: isAhead ? "is" : "was",
      right: WEEKDAYS[right] ?? "",
      weekday: WEEKDAYS[dated.weekday] ?? "",
    };
    yield found(textSpan(span.start + dated.start, span.start + dated.end), slots, {
      suggest: () => rightWeekdays(own, dated, year, right),
    });
  }
}
/** Dates that the calendar does not have, and weekdays that do not belong to their date. */
export const calendar = defineDetector({
  needsSource: false,
  options: (z) => z.strictObject({ check: z.enum(["date", "weekday"]) }),
  slots: ({ check }) => (check === "date" ? ["date", "month", "last"] : ["date", "was", "right", "weekday"]),
  configure: ({ check }) => ({
    scope: "sentence",
    patterns: [],
    detect: ({ target, document }) => {
      if (!target.tokens.some(({ text }) => /^\d/u.test(text))) return [];
      return check === "date" ? impossibleDates(target) : wrongWeekdays(target, document.document.date);
    },
  }),
});
