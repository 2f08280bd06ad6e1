import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { comparisonSchema } from "../../src/reporters/comparison-schema.ts";
import { misrender, needProgram, type Outcome } from "../support/program.ts";

let folder = "";
const row = (id: number, text: string): string => JSON.stringify({ id, text });
const sentence = (index: number): string =>
  `The ferry number ${index} leaves the old quay at six and is back before dark.`;
const flawed = (index: number): string => sentence(index).replace("the old", "the the old");

beforeAll(() => {
  needProgram();
  folder = mkdtempSync(join(tmpdir(), "misrender-compare-"));
  const indices = Array.from({ length: 30 }, (_, index) => index);
  writeFileSync(
    join(folder, "old.jsonl"),
    indices.map((index) => row(index, index === 3 ? flawed(index) : sentence(index))).join("\n"),
  );
  writeFileSync(
    join(folder, "new.jsonl"),
    indices.map((index) => row(index, index % 2 === 0 ? flawed(index) : sentence(index))).join("\n"),
  );
  for (const name of ["a", "b"]) mkdirSync(join(folder, name));
  writeFileSync(join(folder, "a/one.txt"), "It it rains.\n\nNobody came.\n");
  writeFileSync(join(folder, "b/one.txt"), "It rains.\n\nNobody nobody came.\n");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const compare = (words: string): Outcome => misrender(["compare", ...words.split(" ")], { folder });

test("the shipped schema is the one in the code (vitest -u writes it)", async () => {
  const schema = `${JSON.stringify(z.toJSONSchema(comparisonSchema), null, 2)}\n`;
  await expect(schema).toMatchFileSnapshot("../../schema/comparison.schema.json");
});

describe("misrender compare", () => {
  test("says what is worse, lives up to its schema, and fails when asked to", () => {
    const outcome = compare("old.jsonl new.jsonl --format json --fail-on-worse");
    expect(outcome).toMatchObject({ exitCode: 1, stderr: "" });
    const schema = JSON.parse(readFileSync(join(import.meta.dirname, "../../schema/comparison.schema.json"), "utf8"));
    const isValid = new Ajv2020({ strict: true, strictTypes: false }).compile(schema);
    const comparison = JSON.parse(outcome.stdout);
    isValid(comparison);
    expect(isValid.errors).toBeNull();
    expect(comparison).toMatchObject({
      documents: { paired: 30, removed: 0, added: 0 },
      significance: { kind: "tested", unit: "document", unitCount: 30 },
    });
    expect([comparison.introduced.length, comparison.fixed.length, comparison.unchanged.length]).toEqual([15, 1, 0]);
    expect(comparison.significance.pValue).toBeLessThan(0.01);
    expect(compare("old.jsonl new.jsonl --format json --fail-on-worse")).toEqual(outcome);
  });

  test("the other way round it is better, and that is no failure", () => {
    const outcome = compare("new.jsonl old.jsonl --fail-on-worse");
    expect(outcome).toMatchObject({ exitCode: 0, stderr: "" });
    expect(outcome.stdout).toMatch(/^Introduced: 1$[\s\S]+^Fixed: 15$[\s\S]+is better than the old: NPT −/mu);
    expect(outcome.stdout).toContain("this is hardly chance.");
  });

  test("two folders are compared file by file; too little text is said to be too little", () => {
    const outcome = compare("a b");
    expect(outcome.exitCode).toBe(0);
    expect(outcome.stdout).toMatch(/^Introduced: 1$[\s\S]+b\/one\.txt:3:1[\s\S]+^Fixed: 1$[\s\S]+a\/one\.txt:1:1/mu);
    expect(outcome.stdout).toContain("The new version is as good as the old.");
  });

  test.each([
    ["old.jsonl nowhere.txt", /nowhere\.txt: There is no such file or folder\./u],
    ["old.jsonl new.jsonl --samples 10", /Give a number from 1000 to 1000000\./u],
    ["old.jsonl", /missing required argument 'new'/u],
  ])("%s is refused", (words, complaint) => {
    expect(compare(words)).toMatchObject({ exitCode: 2, stdout: "", stderr: expect.stringMatching(complaint) });
  });
});
