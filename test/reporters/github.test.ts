import fc from "fast-check";
import { expect, test } from "vitest";
import type { Finding } from "../../src/core/finding.ts";
import { github } from "../../src/reporters/github.ts";
import { anyReport } from "../fixtures/reporters/hostile.ts";
import { faultyReport, sampleReport } from "../fixtures/reporters/report.ts";

const linesOf = (text: string): readonly string[] => text.split("\n").slice(0, -1);
const COMMAND = /^::(?:error|warning|notice) (?:\w+=[^:,\r\n]*)(?:,\w+=[^:,\r\n]*)*::[^\r\n]*$/u;

test("a report is written as workflow commands", async () => {
  await expect(github(sampleReport)).toMatchFileSnapshot("../fixtures/reporters/report.github.txt");
});

test("a fault is an error", () => {
  expect(linesOf(github(faultyReport))[0]).toMatch(/^::error title=old\.txt::Byte 812/u);
});

test("the gravest ten of a level are shown, and a notice counts the rest", () => {
  const [first] = sampleReport.findings;
  if (first === undefined) throw new Error("The sample has findings.");
  const many = Array.from(
    { length: 30 },
    (_, index): Finding => ({ ...first, severity: index < 15 ? "major" : "minor" }),
  );
  const lines = linesOf(github({ ...sampleReport, findings: many }));
  expect(lines.filter((line) => line.startsWith("::error "))).toHaveLength(10);
  expect(lines.filter((line) => line.startsWith("::warning "))).toHaveLength(10);
  expect(lines.filter((line) => line.startsWith("::notice "))).toEqual([
    expect.stringContaining("10 more findings without an annotation"),
  ]);
});

test("columns are given only where the words stand on one line", () => {
  const [first] = sampleReport.findings;
  if (first === undefined) throw new Error("The sample has findings.");
  const target = { ...first.target, endLine: first.target.line + 1 };
  expect(github({ ...sampleReport, findings: [first] })).toContain(",col=");
  expect(github({ ...sampleReport, findings: [{ ...first, target }] })).not.toContain(",col=");
});

test("no text makes a command of its own or ends one", () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      for (const line of linesOf(github(report))) {
        expect(line).toMatch(line.startsWith("misrender: ") ? /^[^\p{Cc}]*$/u : COMMAND);
        expect(line).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\p{Surrogate}]/u);
      }
    }),
  );
});
