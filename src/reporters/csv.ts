import { stringify } from "csv-stringify/sync";
import type { Finding } from "../core/finding.ts";
import type { Report } from "../core/report.ts";
import { correctedSentence } from "../suggest/corrected.ts";
import { printable } from "../text/printable.ts";

/** A spreadsheet would compute a cell that starts like this, white space before it or not. */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;

const cell = (text: string): string => {
  const clean = printable(text).replace(/\p{Surrogate}/gu, "\ufffd");
  return FORMULA.test(clean) ? `'${clean}` : clean;
};

const COLUMNS: Readonly<Record<string, (finding: Finding) => string | number>> = {
  path: ({ target }) => cell(target.path),
  document: ({ target }) => cell(target.document),
  pair: ({ target }) => cell(target.pair),
  line: ({ target }) => target.line,
  column: ({ target }) => target.column,
  severity: ({ severity }) => severity,
  confidence: ({ confidence }) => confidence,
  category: ({ category }) => category,
  rule: ({ rule }) => cell(rule),
  text: ({ target }) => cell(target.text),
  message: ({ message }) => cell(message),
  suggestions: ({ suggestions }) => cell(suggestions.map(({ replacement }) => replacement).join(" | ")),
  sentence: ({ context }) => cell(context.text),
  corrected: (finding) => (finding.suggestions.length === 0 ? "" : cell(correctedSentence([finding]))),
  suppressed: ({ suppression }) => suppression?.by ?? "",
  reason: ({ suppression }) => cell(suppression?.reason ?? ""),
  baseline: ({ baselineState }) => baselineState ?? "",
  fingerprint: ({ fingerprint }) => cell(fingerprint),
};

/** Comma-separated values for spreadsheets: one finding a row, with a byte-order mark, so that Excel reads UTF-8. No cell is a formula. */
export const csv = ({ findings }: Report): string =>
  stringify(
    [Object.keys(COLUMNS), ...findings.map((finding) => Object.values(COLUMNS).map((valueIn) => valueIn(finding)))],
    { bom: true, record_delimiter: "windows", quoted_string: true, quoted_empty: false },
  );
