import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonl } from "../../src/reporters/jsonl.ts";
import { anyReport } from "../fixtures/reporters/hostile.ts";
import { sampleReport, silentReport } from "../fixtures/reporters/report.ts";

const linesOf = (text: string): readonly string[] => text.split("\n").slice(0, -1);

test("a finding is one line", async () => {
  await expect(jsonl(sampleReport)).toMatchFileSnapshot("../fixtures/reporters/report.jsonl");
});

test("no finding, no line", () => {
  expect(jsonl(silentReport)).toBe("");
});

test("keys stand in the order of the contract", () => {
  const [first = ""] = linesOf(jsonl(sampleReport));
  expect(Object.keys(JSON.parse(first))).toEqual([
    "id",
    "rule",
    "category",
    "severity",
    "confidence",
    "start",
    "end",
    "text",
    "message",
    "suggestions",
    "fingerprint",
    "document",
    "path",
    "suppression",
    "baselineState",
  ]);
});

test("any text survives and stays on its line", () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      const written = jsonl(report);
      expect(written).not.toMatch(/(?!\n)[\p{Cc}\u2028\u2029]/u);
      expect(linesOf(written).map((line): unknown => JSON.parse(line))).toEqual(
        report.findings.map(({ target, context: _context, related: _related, ...said }) => ({
          ...said,
          id: target.pair,
          start: target.span.start,
          end: target.span.end,
          text: target.text,
          document: target.document,
          path: target.path,
        })),
      );
    }),
  );
});
