import type { Finding } from "../../src/core/finding.ts";
import { fileSpan, textSpan } from "../../src/core/span.ts";

/** A finding at a place of the segment `pair`, for tests that look at numbers only. */
export const findingAt = (start: number, end: number, over: Partial<Finding> = {}, pair = "1"): Finding => ({
  rule: "accuracy/example",
  category: "accuracy/mistranslation",
  severity: "minor",
  confidence: 0.8,
  message: "An example.",
  target: {
    path: "a.txt",
    document: "a",
    pair,
    span: textSpan(start, end),
    file: fileSpan(start, end),
    line: 1,
    column: start + 1,
    endLine: 1,
    endColumn: end + 1,
    text: "x".repeat(end - start),
  },
  context: { text: "x", span: textSpan(0, 1), before: "", after: "" },
  related: [],
  suggestions: [],
  fingerprint: `${start}-${end}`,
  suppression: null,
  baselineState: null,
  ...over,
});
