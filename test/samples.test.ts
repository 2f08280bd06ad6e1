import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { auditFile } from "../src/audit/run.ts";
import { openFile } from "../src/cli/inputs.ts";
import type { Finding } from "../src/core/finding.ts";
import { engineOf, ownRulebook } from "./support/example.ts";

const SAMPLES = "samples";
const LEAST_CONFIDENCE = 0.5;
const engine = engineOf(ownRulebook.rules.filter(({ status }) => status === "stable"));

const filesOf = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();

/** The language a sample was translated from, as its name says: `border-talks.ar.txt`. */
const languageOf = (name: string): string | undefined => /\.([a-z]{2})\./u.exec(name)?.[1];

async function findingsIn(folder: string, name: string): Promise<readonly Finding[]> {
  const opened = await openFile(join(folder, name), {
    inputFormat: undefined,
    scope: "article",
    sourceLanguage: languageOf(name),
    targetLanguage: "en",
    asOf: undefined,
  });
  if (opened.kind === "problem") throw new Error(`${opened.problem.where}: ${opened.problem.what}`);
  return auditFile(opened.value.file, engine, LEAST_CONFIDENCE).flatMap(({ findings }) => findings);
}

const lineOf = ({ target, severity, rule, suggestions }: Finding): string =>
  [
    `${target.line}:${target.column}`,
    severity,
    rule,
    target.text.replace(/\s+/gu, " "),
    ...suggestions.slice(0, 1).map(({ replacement }) => `→ ${replacement}`),
  ].join(" | ");

describe("samples raise the findings listed beside them", () => {
  test.each(filesOf(SAMPLES))("%s", async (name) => {
    const findings = await findingsIn(SAMPLES, name);
    await expect(`${findings.map(lineOf).join("\n")}\n`).toMatchFileSnapshot(
      `../samples/expected/${name}.findings.txt`,
    );
  });
});

describe("correct texts stay silent", () => {
  test.each(filesOf(join(SAMPLES, "clean")))("%s", async (name) => {
    const findings = await findingsIn(join(SAMPLES, "clean"), name);
    expect(findings.map(lineOf)).toEqual([]);
  });
});
