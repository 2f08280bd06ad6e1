import { test } from "vitest";
import { writeFileSync } from "node:fs";
import { pretty } from "/work/main/src/reporters/pretty.ts";
import { plainPainter, colourPainter } from "/work/main/src/reporters/painter.ts";
import { sampleReport, silentReport, faultyReport } from "/work/main/test/fixtures/reporters/report.ts";
import { z } from "zod";
import { reportSchema } from "/work/main/src/reporters/report-schema.ts";
test("show", () => {
  for (const w of [60, 120]) writeFileSync(`/tmp/p${w}.txt`, pretty(sampleReport, { painter: plainPainter, widthInCells: w, layout: "side-by-side" }));
  writeFileSync(`/tmp/c120.txt`, pretty(sampleReport, { painter: colourPainter(1), widthInCells: 120, layout: "side-by-side" }));
  writeFileSync(`/tmp/f.txt`, pretty(silentReport, { painter: plainPainter, widthInCells: 80, layout: "stacked" })+pretty(faultyReport, { painter: plainPainter, widthInCells: 80, layout: "stacked" }));
  writeFileSync("/tmp/schema.json", JSON.stringify(z.toJSONSchema(reportSchema),null,2));
});
