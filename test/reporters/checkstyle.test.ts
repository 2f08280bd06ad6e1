import fc from "fast-check";
import { expect, test } from "vitest";
import { isOpen } from "../../src/core/finding.ts";
import { checkstyle } from "../../src/reporters/checkstyle.ts";
import { anyReport } from "../fixtures/reporters/hostile.ts";
import { faultyReport, sampleReport, silentReport } from "../fixtures/reporters/report.ts";
import { xmlErrors } from "../support/schema.ts";
import { asXml, xmlElements } from "../support/xml.ts";

test("a report is written in Checkstyle's XML", async () => {
  await expect(checkstyle(sampleReport)).toMatchFileSnapshot("../fixtures/reporters/report.checkstyle.xml");
});

test("reports live up to the schema, hostile ones too", async () => {
  const hostile = fc.sample(anyReport, { numRuns: 20, seed: 7 });
  const all = [sampleReport, silentReport, faultyReport, ...hostile].map(checkstyle);
  expect(await xmlErrors("checkstyle.xsd", ...all)).toEqual([]);
});

test("any text survives, and every finding that counts is there", () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      const open = report.findings.filter(isOpen);
      const errors = xmlElements(checkstyle(report)).filter(({ name }) => name === "error");
      expect(errors).toHaveLength(open.length);
      for (const { target } of open)
        expect(errors.some(({ attributes }) => attributes.message?.startsWith(`“${asXml(target.text)}”: `))).toBe(true);
    }),
  );
});
