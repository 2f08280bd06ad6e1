import fc from "fast-check";
import { expect, test } from "vitest";
import type { Finding } from "../../src/core/finding.ts";
import { csv } from "../../src/reporters/csv.ts";
import { printable } from "../../src/text/printable.ts";
import { anyReport } from "../fixtures/reporters/hostile.ts";
import { sampleReport, silentReport } from "../fixtures/reporters/report.ts";

/** The cells of comma-separated values, as RFC 4180 has them. */
function rowsOf(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const match of text.replace(/^\ufeff/u, "").matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gu)) {
    rows.at(-1)?.push(match[1] === undefined ? (match[2] ?? "") : match[1].replaceAll('""', '"'));
    if (match[3] === "\r\n") rows.push([]);
  }
  return rows.slice(0, -1);
}

const clean = (text: string): string => printable(text).replace(/\p{Surrogate}/gu, "\ufffd");

test("a finding is a row", async () => {
  await expect(csv(sampleReport)).toMatchFileSnapshot("../fixtures/reporters/report.csv");
});

test("no finding, only the heading", () => {
  expect(rowsOf(csv(silentReport))).toHaveLength(1);
});

test.each(["=1+1", "+41", "-7", "@SUM(A1)", "\t=1", "  =1", "＝1", '=HYPERLINK("x")'])("%j is no formula", (text) => {
  const findings = sampleReport.findings.slice(0, 1).map((each): Finding => ({ ...each, message: text }));
  const [heading = [], row = []] = rowsOf(csv({ ...sampleReport, findings }));
  expect(row[heading.indexOf("message")]).toBe(`'${text}`);
});

test("any text survives, and no cell is a formula", () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      const [heading = [], ...rows] = rowsOf(csv(report));
      expect(rows).toHaveLength(report.findings.length);
      for (const [index, { message, context }] of report.findings.entries()) {
        const row = rows[index] ?? [];
        expect(row).toHaveLength(heading.length);
        for (const cell of row) expect(cell).not.toMatch(/^\s*[=+@＝＋－＠-]/u);
        expect(row[heading.indexOf("message")]?.replace(/^'/u, "")).toBe(clean(message).replace(/^'/u, ""));
        expect(row[heading.indexOf("sentence")]?.replace(/^'/u, "")).toBe(clean(context.text).replace(/^'/u, ""));
      }
    }),
  );
});
