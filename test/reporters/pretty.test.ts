import fc from "fast-check";
import { expect, test } from "vitest";
import { colourPainter, plainPainter } from "../../src/reporters/painter.ts";
import { pretty } from "../../src/reporters/pretty.ts";
import type { Surroundings } from "../../src/reporters/reporter.ts";
import { cellWidth } from "../../src/text/cells.ts";
import { anyReport } from "../fixtures/reporters/hostile.ts";
import { faultyReport, sampleReport, silentReport } from "../fixtures/reporters/report.ts";

const golden = (name: string): string => `../fixtures/reporters/${name}`;
const plain = (widthInCells: number, layout: Surroundings["layout"]): Surroundings => ({
  painter: plainPainter,
  widthInCells,
  layout,
  items: "counted",
});
const anyWidth = fc.integer({ min: 40, max: 180 });
const anyLayout = fc.constantFrom("side-by-side" as const, "stacked" as const);
const UNSAFE = /(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the painter writes them
const PAINT = /\u001b\[\d+m/gu;

test.for([60, 100, 140])("a report for people looks right at %i columns", async (width) => {
  await expect(pretty(sampleReport, plain(width, "side-by-side"))).toMatchFileSnapshot(golden(`pretty-${width}.txt`));
});

test("away from a terminal the sentences are stacked", async () => {
  await expect(pretty(sampleReport, plain(100, "stacked"))).toMatchFileSnapshot(golden("pretty-stacked-100.txt"));
});

test("colours say the same as the marks", async () => {
  const coloured = pretty(sampleReport, {
    painter: colourPainter(1),
    widthInCells: 120,
    layout: "side-by-side",
    items: "counted",
  });
  await expect(coloured.replaceAll("\u001b", "␛")).toMatchFileSnapshot(golden("pretty-colour-120.txt"));
});

test("a silent report and a faulty one end in a verdict", async () => {
  const both = [silentReport, faultyReport].map((report) => pretty(report, plain(80, "stacked"))).join("\n");
  await expect(both).toMatchFileSnapshot(golden("pretty-without-findings.txt"));
});

test("the explanation of a rule is told once a file", () => {
  const explanation = "Words in a foreign script tell the reader nothing.";
  expect(pretty(sampleReport, plain(140, "stacked")).split(explanation)).toHaveLength(2);
});

test("a verdict that passes despite findings says so", () => {
  const summary = "Passed with 3 findings to look at with “misrender review” when there is time.";
  const text = pretty({ ...sampleReport, verdict: { kind: "pass", summary } }, plain(100, "stacked"));
  expect(text).toContain("Passed with 3 findings to look at with misrender review when there is time.");
});

test("suppressed findings are counted, not shown", () => {
  const text = pretty(sampleReport, plain(100, "stacked"));
  expect(text).not.toContain("harbourmen");
  expect(text).toMatch(/suppressed +1 +ignored by the ignore file\n +1 +known to the baseline/u);
});

test("every item is named with its verdict where that is wanted", async () => {
  const listed = pretty(sampleReport, { ...plain(100, "stacked"), items: "listed" });
  expect(listed).toMatch(/items +0 of 3 documents may be published\n +held back +ferry-strike {2}Crane fall injures/u);
  expect(pretty(silentReport, { ...plain(80, "stacked"), items: "listed" })).toMatch(/may be published +note/u);
});

test("many rules are cut short", () => {
  const [first] = sampleReport.findings;
  const findings = Array.from({ length: 12 }, (_, index) =>
    first === undefined ? [] : [{ ...first, rule: `accuracy/flaw-${index}` }],
  ).flat();
  expect(pretty({ ...sampleReport, findings }, plain(100, "stacked"))).toContain("and 2 more rules");
});

test("scores are named, and missing ones are left out", () => {
  const text = pretty(sampleReport, plain(100, "stacked"));
  expect(text).toMatch(/NPT +32\.6/u);
  expect(text).toMatch(/RQS +96\.7/u);
  expect(text).toMatch(/CQS +67\.4/u);
  expect(text).not.toContain("WMT");
});

test("a width of nothing is as good as the least", () => {
  for (const width of [0, -1, Number.NaN, 1])
    expect(pretty(sampleReport, plain(width, "side-by-side"))).toBe(pretty(sampleReport, plain(40, "stacked")));
});

test("no control character gets through, whatever the text", () => {
  fc.assert(
    fc.property(anyReport, anyWidth, anyLayout, (report, width, layout) => {
      expect(pretty(report, plain(width, layout))).not.toMatch(UNSAFE);
      const coloured = pretty(report, { painter: colourPainter(3), widthInCells: width, layout, items: "listed" });
      expect(coloured.replace(PAINT, "")).not.toMatch(UNSAFE);
    }),
  );
});

test("no line is wider than the terminal, whatever the text", () => {
  fc.assert(
    fc.property(anyReport, anyWidth, anyLayout, (report, width, layout) => {
      for (const line of pretty(report, plain(width, layout)).split("\n"))
        expect(cellWidth(line)).toBeLessThanOrEqual(width);
    }),
  );
});
