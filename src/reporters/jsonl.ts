import type { Finding } from "../core/finding.ts";
import type { Report } from "../core/report.ts";
import { jsonText } from "./json-text.ts";

const lineOf = ({ rule, category, severity, confidence, message, target, suggestions, fingerprint }: Finding): string =>
  jsonText(
    {
      id: target.pair,
      rule,
      category,
      severity,
      confidence,
      start: target.span.start,
      end: target.span.end,
      text: target.text,
      message,
      suggestions: suggestions.map(({ replacement, safety, why }) => ({ replacement, safety, why })),
      fingerprint,
      document: target.document,
      path: target.path,
    },
    undefined,
    0,
  );

/** JSON Lines: one finding a line, offsets in UTF-16 code units of the text of its pair. */
export const jsonl = ({ findings }: Report): string => findings.map((finding) => `${lineOf(finding)}\n`).join("");
