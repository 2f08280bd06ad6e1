const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

function day(year: number, month: number, date: number): string | undefined {
  const moment = new Date(Date.UTC(year, month - 1, date));
  const real = moment.getUTCFullYear() === year && moment.getUTCMonth() === month - 1 && moment.getUTCDate() === date;
  return real ? moment.toISOString().slice(0, 10) : undefined;
}

function fullYear(written: string): number {
  const year = Number(written);
  if (written.length > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

/** The day that a date names, as YYYY-MM-DD in the writer's own time zone. Reads ISO 8601 and RFC 822 dates. */
export function dayOf(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  const iso = /^\s*(\d{4})-(\d{2})-(\d{2})(?!\d)/u.exec(written);
  if (iso !== null) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const mail = /^\s*(?:[a-z]+,?\s+)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?,?[\s-]+(\d{4}|\d{2})(?!\d)/iu.exec(written);
  if (mail === null) return undefined;
  const month = MONTHS.indexOf((mail[2] ?? "").toLowerCase()) + 1;
  return month === 0 ? undefined : day(fullYear(mail[3] ?? ""), month, Number(mail[1]));
}
