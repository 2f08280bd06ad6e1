import type { Document } from "../core/document.ts";
import type { Finding } from "../core/finding.ts";
import type { Category } from "../core/mqm.ts";
import type { Severity } from "../core/severity.ts";
import type { TextSpan } from "../core/span.ts";
import type { Progress } from "./progress.ts";

/** Who translated and who judged, as the table names them. */
export interface Campaign {
  readonly system: string;
  readonly rater: string;
}

/** A file as it was judged. */
export interface Judged {
  readonly documents: readonly Document[];
  readonly progress: Progress;
}

const COLUMNS = ["system", "doc", "doc_id", "seg_id", "rater", "source", "target", "category", "severity"];

/** The error types of WMT's human evaluation for the categories of MQM Core; the rest are other errors. */
const CATEGORIES: Partial<Readonly<Record<Category, string>>> = {
  "terminology/inconsistent-with-resource": "Terminology/Inappropriate for context",
  "terminology/inconsistent-use": "Terminology/Inconsistent",
  "terminology/wrong-term": "Terminology/Inappropriate for context",
  "accuracy/mistranslation": "Accuracy/Mistranslation",
  "accuracy/overtranslation": "Accuracy/Mistranslation",
  "accuracy/undertranslation": "Accuracy/Mistranslation",
  "accuracy/addition": "Accuracy/Addition",
  "accuracy/omission": "Accuracy/Omission",
  "accuracy/do-not-translate": "Accuracy/Mistranslation",
  "accuracy/untranslated": "Accuracy/Untranslated text",
  "linguistic-conventions/grammar": "Fluency/Grammar",
  "linguistic-conventions/punctuation": "Fluency/Punctuation",
  "linguistic-conventions/spelling": "Fluency/Spelling",
  "linguistic-conventions/character-encoding": "Fluency/Character encoding",
  "linguistic-conventions/duplication": "Fluency/Grammar",
  "linguistic-conventions/textual-conventions": "Fluency/Grammar",
  "linguistic-conventions/coherence": "Fluency/Inconsistency",
  "linguistic-conventions/cohesion": "Fluency/Inconsistency",
  "style/awkward": "Style/Awkward",
  "style/unidiomatic": "Style/Awkward",
  "style/register": "Fluency/Register",
  "style/inconsistent": "Fluency/Inconsistency",
  "locale-conventions/currency": "Locale convention/Currency format",
  "locale-conventions/time": "Locale convention/Time format",
  "locale-conventions/date": "Locale convention/Date format",
  "locale-conventions/name": "Locale convention/Name format",
  "locale-conventions/address": "Locale convention/Address format",
  "locale-conventions/telephone": "Locale convention/Telephone format",
  "custom/non-translation": "Non-translation!",
  "custom/source-error": "Source error",
};
const SEVERITIES: Readonly<Record<Severity, string>> = {
  neutral: "Neutral",
  minor: "Minor",
  major: "Major",
  critical: "Critical",
};
const NO_ERROR = ["No-error", "No-error"] as const;

/** A cell: one line without tabs; no sign in it opens a mark. */
const cell = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, " ").trim();

const markedText = (text: string, { start, end }: TextSpan): string =>
  cell(`${text.slice(0, start)}<v>${text.slice(start, end)}</v>${text.slice(end)}`);

const categoryOf = ({ category }: Finding): string => CATEGORIES[category] ?? "Other";

/** The findings that a person confirmed, text by text: accepted, or put to the source desk. */
function confirmed({ stock, standings }: Progress): ReadonlyMap<unknown, readonly Finding[]> {
  const byPair = new Map<unknown, Finding[]>();
  for (const [place, { kind }] of standings.entries()) {
    const entry = stock.entries[place];
    if (entry === undefined || (kind !== "accepted" && kind !== "asked")) continue;
    byPair.set(entry.pair, [...(byPair.get(entry.pair) ?? []), entry.finding]);
  }
  return byPair;
}

/** A table of errors as WMT's human evaluation publishes them: one error a row, and one row for a text without any. */
export function mqmTsv(files: readonly Judged[], { system, rater }: Campaign): string {
  const rows: (readonly string[])[] = [COLUMNS];
  let segment = 0;
  for (const { documents, progress } of files) {
    const errors = confirmed(progress);
    for (const document of documents)
      for (const [index, pair] of document.pairs.entries()) {
        segment += 1;
        const { text } = pair.target;
        const names = [system, document.id, String(index + 1), String(segment), rater].map(cell);
        const row = (target: string, [category, severity]: readonly [string, string]): void =>
          void rows.push([...names, cell(pair.source?.text ?? ""), target, category, severity]);
        const own = errors.get(pair) ?? [];
        if (own.length === 0) row(cell(text), NO_ERROR);
        for (const finding of own)
          row(markedText(text, finding.target.span), [categoryOf(finding), SEVERITIES[finding.severity]]);
      }
  }
  return rows.map((row) => `${row.join("\t")}\n`).join("");
}
