import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Finding } from "../../src/core/finding.ts";
import type { Report } from "../../src/core/report.ts";
import { fileSpan } from "../../src/core/span.ts";
import { sarif } from "../../src/reporters/sarif.ts";
import { anyReport } from "../fixtures/reporters/hostile.ts";
import { faultyReport, sampleReport, silentReport } from "../fixtures/reporters/report.ts";
import { schemaText } from "../support/schema.ts";

// The schema is written for draft 4, whose `id` is `$id` now; all else that it uses means the same.
const { $schema: _, id, ...schema } = JSON.parse(schemaText("sarif-2.1.0.json"));
const isValid = new Ajv({ strict: false, unicodeRegExp: false })
  .addFormat("uri", (text) => URL.canParse(text))
  .addFormat("uri-reference", (text) => /^(?:%[0-9A-F]{2}|[\w\-.~:/?#[\]@!$&'()*+,;=])*$/u.test(text))
  .addFormat("date-time", true)
  .compile({ ...schema, $id: id });

function logOf(report: Report) {
  const log = JSON.parse(sarif(report));
  isValid(log);
  expect(isValid.errors).toBeNull();
  return log.runs[0];
}

/** The sample with its first finding changed. */
const withFinding = (change: Partial<Finding>, format = "plain"): Report => ({
  ...sampleReport,
  inputs: sampleReport.inputs.map((input) => ({ ...input, format })),
  findings: sampleReport.findings.slice(1, 2).map((finding) => ({ ...finding, ...change })),
});

test("a report is written in SARIF", async () => {
  await expect(sarif(sampleReport)).toMatchFileSnapshot("../fixtures/reporters/report.sarif.json");
});

test("reports live up to the official schema", () => {
  for (const report of [sampleReport, silentReport, faultyReport]) logOf(report);
});

test("any report lives up to the official schema, with no control character", () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      const run = logOf(report);
      expect(run.results).toHaveLength(report.findings.length);
      expect(sarif(report)).not.toMatch(/(?!\n)[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
    }),
  );
});

describe("what GitHub asks for", () => {
  test("a rule has descriptions, help, a level and MQM's tags", () => {
    const [rule] = logOf(sampleReport).tool.driver.rules;
    expect(rule).toMatchObject({
      id: "accuracy/count-differs",
      name: "CountDiffers",
      shortDescription: { text: expect.stringMatching(/\S/u) },
      fullDescription: { text: expect.stringMatching(/\S/u) },
      help: { text: expect.stringMatching(/\S/u), markdown: expect.stringContaining("MQM category") },
      defaultConfiguration: { level: "error" },
      properties: { tags: ["MQM", "accuracy", "accuracy/mistranslation", "stable"] },
    });
  });

  test("two findings of one fingerprint in a file are told apart", () => {
    const twice = [...sampleReport.findings.slice(0, 1), ...sampleReport.findings.slice(0, 1)];
    const { results } = logOf({ ...sampleReport, findings: twice });
    const hashes = results.map(
      (result: { partialFingerprints: { primaryLocationLineHash: string } }) =>
        result.partialFingerprints.primaryLocationLineHash,
    );
    expect(new Set(hashes).size).toBe(2);
  });

  test("of too many results the gravest are kept, and the log says so", () => {
    const [first] = sampleReport.findings;
    if (first === undefined) throw new Error("The sample has findings.");
    const many = Array.from(
      { length: 25_001 },
      (_, index): Finding => ({
        ...first,
        severity: index === 0 ? "minor" : "major",
        suggestions: [],
      }),
    );
    const run = JSON.parse(sarif({ ...sampleReport, findings: many })).runs[0];
    expect(run.results).toHaveLength(25_000);
    expect(run.results[0].level).toBe("error");
    expect(run.invocations[0].toolExecutionNotifications).toEqual([
      { level: "warning", message: { text: expect.stringMatching(/^The 25,000 gravest of 25,001 findings/u) } },
    ]);
  });

  test("long messages are cut, and brackets make no link", () => {
    const { results } = logOf(withFinding({ message: `[click](https://trap.example) ${"very ".repeat(400)}long` }));
    expect(results[0].message.text).toMatch(/^\\\[click\\\]\(https.{980,1010}…$/u);
  });
});

describe("fixes", () => {
  const fixesOf = (change: Partial<Finding>, format: string) => logOf(withFinding(change, format)).results[0].fixes;
  const ask = (replacement: string) => ({ suggestions: [{ replacement, safety: "ask", why: "" }] as const });

  test("say what is deleted, in UTF-16 code units of the file, and what comes instead", () => {
    const [finding] = withFinding({}).findings;
    const [fix] = fixesOf(ask("staged"), "feed");
    expect(fix.artifactChanges[0].replacements[0]).toEqual({
      deletedRegion: { charOffset: finding?.target.file.start, charLength: 6 },
      insertedContent: { text: "staged" },
    });
  });

  test("are left out where the new words need an escape, or the file writes the old ones otherwise", () => {
    expect(fixesOf(ask("R&D"), "feed")).toEqual([]);
    expect(fixesOf(ask("R&D"), "plain")).toHaveLength(1);
    const [finding] = withFinding({}).findings;
    if (finding === undefined) throw new Error("The sample has findings.");
    const { start } = finding.target.file;
    expect(fixesOf({ target: { ...finding.target, file: fileSpan(start, start + 9) } }, "plain")).toEqual([]);
  });
});

test("suppressions and the baseline are marked", () => {
  const { results } = logOf(sampleReport);
  const suppressed = results.filter((result: { suppressions: readonly unknown[] }) => result.suppressions.length > 0);
  expect(suppressed).toMatchObject([
    {
      baselineState: "new",
      suppressions: [{ kind: "external", status: "accepted", justification: "The sign is quoted., until 2031-01-31" }],
    },
    { baselineState: "unchanged", suppressions: [{ justification: "baseline" }] },
  ]);
});
