import type { Finding } from "../core/finding.ts";
import type { Report } from "../core/report.ts";
import { jsonText } from "./json-text.ts";

const lineOf = ({ target, ...finding }: Finding): string =>
  jsonText(
    {
      id: target.pair,
      rule: finding.rule,
      category: finding.category,
      severity: finding.severity,
      confidence: finding.confidence,
      start: target.span.start,
      end: target.span.end,
      text: target.text,
      message: finding.message,
      suggestions: finding.suggestions.map(({ replacement, safety, why }) => ({ replacement, safety, why })),
      fingerprint: finding.fingerprint,
      document: target.document,
      path: target.path,
      suppression: finding.suppression,
      baselineState: finding.baselineState,
    },
    undefined,
    0,
  );

/** JSON Lines: one finding a line, offsets in UTF-16 code units of the text of its pair. */
export const jsonl = ({ findings }: Report): string => findings.map((finding) => `${lineOf(finding)}\n`).join("");
