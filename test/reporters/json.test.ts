import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { json, KEYS } from "../../src/reporters/json.ts";
import { reportSchema } from "../../src/reporters/report-schema.ts";
import { anyReport } from "../fixtures/reporters/hostile.ts";
import { faultyReport, sampleReport, silentReport } from "../fixtures/reporters/report.ts";

const schema = z.toJSONSchema(reportSchema);
const isValid = new Ajv2020({ strict: true, strictTypes: false }).compile(schema);

/** Every property name in a JSON Schema. */
function propertiesOf(node: unknown): readonly string[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([name, value]) => [
    ...(name === "properties" && typeof value === "object" ? Object.keys(value) : []),
    ...propertiesOf(value),
  ]);
}

test("a report is one object in a known order", async () => {
  await expect(json(sampleReport)).toMatchFileSnapshot("../fixtures/reporters/report.json");
});

test("the shipped schema is the one in the code (vitest -u writes it)", async () => {
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot("../../schema/report.schema.json");
});

test("reports live up to the schema", () => {
  for (const report of [sampleReport, silentReport, faultyReport]) {
    isValid(JSON.parse(json(report)));
    expect(isValid.errors).toBeNull();
  }
});

test("the schema refuses a report that lacks a part or has one too many", () => {
  const { verdict, ...rest } = sampleReport;
  expect(isValid(rest)).toBe(false);
  expect(isValid({ ...rest, verdict, extra: 1 })).toBe(false);
  expect(isValid({ ...rest, verdict: { kind: "pass", reasons: [] } })).toBe(false);
});

test("no key of the schema is left out of reports", () => {
  expect([...KEYS].sort()).toEqual([...new Set(propertiesOf(schema))].sort());
});

test("the order in which a report was put together does not show", () => {
  const { schemaVersion, ...rest } = sampleReport;
  const findings = rest.findings.map(({ rule, ...others }) => ({ ...others, rule }));
  expect(json({ ...rest, findings, schemaVersion })).toBe(json(sampleReport));
});

test("any text survives, and every report is valid", () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      const written = json(report);
      expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(report)));
      expect(written).not.toMatch(/(?!\n)[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
      expect(isValid(JSON.parse(written))).toBe(true);
    }),
  );
});
