import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { reportSchema } from "../src/reporters/report-schema.ts";
import { needProgram } from "./support/program.ts";

// As it is built: there the rules are checked already.
needProgram();
const built = pathToFileURL(join(import.meta.dirname, "../dist/index.js")).href;
const { audit, auditor, writeReport }: typeof import("../src/index.ts") = await import(built);

const TWICE = "The bakery on the the corner opens at six.";
const WORD_TWICE = "linguistic-conventions/word-twice";

describe("audit", () => {
  test("gives the report that the schema describes", async () => {
    const report = await audit(TWICE, { name: "bakery.txt", sourceLanguage: "de", asOf: "2022-01-31" });
    expect(reportSchema.safeParse(JSON.parse(JSON.stringify(report))).error).toBeUndefined();
    expect(report).toMatchObject({
      settings: { sourceLanguage: "de", asOf: "2022-01-31", part: "all" },
      inputs: [{ path: "bakery.txt", format: "plain", documentCount: 1 }],
      findings: [{ rule: WORD_TWICE, target: { path: "bakery.txt", text: "the the" } }],
      verdict: { kind: "pass" },
    });
  });

  test("judges as it is told", async () => {
    expect((await audit(TWICE, { failOn: "minor" })).verdict.kind).toBe("fail");
    expect((await audit(TWICE, { maxFindings: 0 })).verdict.kind).toBe("fail");
    expect((await audit(TWICE, { skip: [WORD_TWICE] })).findings).toEqual([]);
  });

  test("says what cannot be read, and throws what cannot be right", async () => {
    expect(await audit("<rss>", { name: "feed.xml" })).toMatchObject({
      faults: [{ where: expect.stringContaining("feed.xml") }],
      verdict: { kind: "unjudged" },
    });
    await expect(audit(TWICE, { only: ["word-twicely"] })).rejects.toThrow("There is no rule, category or dimension");
  });
});

test("an auditor judges many texts, each by what is told of it", async () => {
  const judge = await auditor({ format: "plain", only: [WORD_TWICE] });
  const [one, two] = [judge("It it rains."), judge("<p>It it rains.</p>", { name: "a.html", format: "html" })];
  expect(one.inputs).toMatchObject([{ path: "text.txt", format: "plain" }]);
  expect(two.inputs).toMatchObject([{ path: "a.html", format: "html" }]);
  expect([one, two].map(({ findings }) => findings.length)).toEqual([1, 1]);
});

test("a report is written in any format", async () => {
  const report = await audit(TWICE);
  expect(JSON.parse(await writeReport(report, "sarif")).version).toBe("2.1.0");
  expect(await writeReport(report, "html")).toContain("<!doctype html>");
});
