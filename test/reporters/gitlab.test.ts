import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isOpen } from "../../src/core/finding.ts";
import type { Report } from "../../src/core/report.ts";
import { gitlab } from "../../src/reporters/gitlab.ts";
import { anyReport } from "../fixtures/reporters/hostile.ts";
import { sampleReport, silentReport } from "../fixtures/reporters/report.ts";
import { schemaText } from "../support/schema.ts";

const isValid = new Ajv2020({ strict: true }).compile(JSON.parse(schemaText("gitlab-code-quality.json")));

function issuesOf(report: Report): readonly { readonly description: string; readonly fingerprint: string }[] {
  const issues = JSON.parse(gitlab(report));
  isValid(issues);
  expect(isValid.errors).toBeNull();
  return issues;
}

test("a report is written for GitLab", async () => {
  await expect(gitlab(sampleReport)).toMatchFileSnapshot("../fixtures/reporters/report.gitlab.json");
});

test("no finding, no issue", () => {
  expect(issuesOf(silentReport)).toEqual([]);
});

test("any text survives, no fingerprint comes twice, and only findings that count are issues", () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      const open = report.findings.filter(isOpen);
      const issues = issuesOf(report);
      expect(issues).toHaveLength(open.length);
      expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(open.length);
      for (const [index, { target }] of open.entries())
        expect(issues[index]?.description.startsWith(`“${target.text}”: `)).toBe(true);
      expect(gitlab(report)).not.toMatch(/(?!\n)[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
    }),
  );
});
