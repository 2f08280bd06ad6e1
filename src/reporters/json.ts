import type { Report } from "../core/report.ts";
import { jsonText } from "./json-text.ts";

/** Every key of a report, in the order in which each object shows those it has. A test keeps the list complete. */
// biome-ignore format: what belongs together stands on one line
export const KEYS = [
  "schemaVersion", "kind", "tool", "name", "version", "hashes", "rules", "knowledge", "statistics",
  "settings", "only", "skip", "sensitivity", "rulesFolder", "configuration", "table", "leastConfidence",
  "inputFormat", "scope", "sourceLanguage", "targetLanguage", "asOf", "part",
  "path", "format", "sha256", "document", "title", "documentCount", "wordCount", "neededWordCount", "pair",
  "id", "rule", "category", "severity", "status", "confidence", "message", "explanation",
  "target", "context", "span", "file", "start", "end", "line", "column", "endLine", "endColumn", "text", "before", "after",
  "of", "related", "statement", "source", "note", "place",
  "suggestions", "replacement", "safety", "why", "fingerprint",
  "suppression", "by", "baselineState",
  "score", "penaltyPoints", "npt", "rqs", "cqs", "wmt",
  "doubt", "count", "perThousand", "low", "high", "editedPerThousand",
  "where", "what", "remedy", "reason", "expires",
  "findingCount", "suppressedCount", "verdict", "reasons", "summary",
  "inputs", "findings", "skippedRules", "faults", "documentScores", "suppressions", "unused", "stale", "expired",
] as const;

/** The whole report as one JSON object, described by `schema/report.schema.json`. */
export const json = (report: Report): string => `${jsonText(report, KEYS, 2)}\n`;
