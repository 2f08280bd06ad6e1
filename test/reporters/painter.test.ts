import { expect, test } from "vitest";
import { SEVERITIES } from "../../src/core/severity.ts";
import { REPORTERS } from "../../src/reporters/index.ts";
import { colourPainter, plainPainter } from "../../src/reporters/painter.ts";
import { sampleReport } from "../fixtures/reporters/report.ts";

test("the plain painter paints nothing", () => {
  for (const severity of SEVERITIES) expect(plainPainter.severity(severity)("grave")).toBe("grave");
  expect(plainPainter.wrong("so")).toBe("so");
});

test("without colours there are marks, with colours there are none", () => {
  expect(plainPainter.marks.wrong.join("word")).toBe("[-word-]");
  expect(colourPainter(3).marks.wrong.join("word")).toBe("word");
});

test("a terminal without colours gets the plain painter", () => {
  expect(colourPainter(0)).toBe(plainPainter);
});

test("each severity has a look of its own", () => {
  expect(new Set(SEVERITIES.map((severity) => colourPainter(1).severity(severity)("x"))).size).toBe(SEVERITIES.length);
});

test("every format ends its last line", async () => {
  const surroundings = { painter: plainPainter, widthInCells: 100, layout: "stacked", items: "counted" } as const;
  for (const { load } of Object.values(REPORTERS)) {
    const write = await load();
    expect(write(sampleReport, surroundings).endsWith("\n")).toBe(true);
  }
});
