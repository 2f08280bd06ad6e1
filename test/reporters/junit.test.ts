import fc from "fast-check";
import { expect, test } from "vitest";
import type { Report } from "../../src/core/report.ts";
import { junit } from "../../src/reporters/junit.ts";
import { anyReport } from "../fixtures/reporters/hostile.ts";
import { faultyReport, sampleReport, silentReport } from "../fixtures/reporters/report.ts";
import { xmlErrors } from "../support/schema.ts";
import { asXml, xmlElements } from "../support/xml.ts";

const cases = (report: Report) => xmlElements(junit(report)).filter(({ name }) => name === "testcase");

test("a report is written in JUnit's XML", async () => {
  await expect(junit(sampleReport)).toMatchFileSnapshot("../fixtures/reporters/report.junit.xml");
});

test("reports live up to the schema, hostile ones too", async () => {
  const hostile = fc.sample(anyReport, { numRuns: 20, seed: 7 });
  const all = [sampleReport, silentReport, faultyReport, ...hostile].map(junit);
  expect(await xmlErrors("junit.xsd", ...all)).toEqual([]);
});

test("there is one case for each document, and one for each fault", () => {
  expect(cases(sampleReport).map(({ attributes }) => attributes)).toMatchObject([
    { classname: "news/ferry-strike.txt", name: "Crane fall injures 14 dockers" },
    { classname: "feeds/desk.rss.xml", name: "urn:item:71" },
    { classname: "feeds/desk.rss.xml", name: "Port ␛[31mclosed␛[0m </title>" },
  ]);
  expect(cases(faultyReport).map(({ attributes }) => attributes)).toMatchObject([
    { classname: "note.txt", name: "note" },
    { classname: "misrender", name: "old.txt" },
  ]);
});

test("a gate that fails on the whole alone is a case of its own", () => {
  const verdict = { kind: "fail", reasons: ["too many"], summary: "Failed: too many." } as const;
  const elements = xmlElements(junit({ ...silentReport, verdict }));
  expect(elements.find(({ name }) => name === "failure")?.attributes).toEqual({
    message: "Failed: too many.",
    type: "gate",
  });
});

test("any text survives", () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      const elements = xmlElements(junit(report));
      const names = elements.flatMap(({ name, attributes }) => (name === "testcase" ? [attributes.name] : []));
      expect(names.slice(0, 3)).toEqual(report.documentScores.map(({ title }) => asXml(title ?? "")));
    }),
  );
});
