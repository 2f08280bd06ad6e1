import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { REPORT_FORMATS, REPORTERS } from "../src/reporters/index.ts";
import { misrender, needProgram } from "./support/program.ts";

let folder = "";
beforeAll(() => {
  needProgram();
  folder = mkdtempSync(join(tmpdir(), "misrender-reports-"));
  writeFileSync(join(folder, "twice.txt"), "The bakery on the the corner opens at six.\n");
  mkdirSync(join(folder, "taken"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (words: string, environment: Readonly<Record<string, string>> = {}) =>
  misrender(words.split(" "), { folder, environment });
const read = (path: string): string => readFileSync(join(folder, path), "utf8");

test("--help says what each format is for, a line each", () => {
  const { stdout } = run("check --help");
  for (const name of REPORT_FORMATS)
    expect(stdout).toMatch(new RegExp(`^ {2}${name} +${REPORTERS[name].purpose}$`, "mu"));
});

describe("--report", () => {
  test("writes every format at once, beside the output", () => {
    const wanted = REPORT_FORMATS.map((name) => `--report ${name}=all/${name}`).join(" ");
    mkdirSync(join(folder, "all"));
    expect(run(`check twice.txt --quiet ${wanted}`)).toEqual({ exitCode: 0, stdout: "", stderr: "" });
    expect(readdirSync(join(folder, "all")).sort()).toEqual([...REPORT_FORMATS].sort());
    for (const name of REPORT_FORMATS) expect(read(`all/${name}`)).toContain("word-twice");
  });

  test("takes the usual file of a format where none is named", () => {
    expect(run("check twice.txt --quiet --report gitlab").exitCode).toBe(0);
    expect(read("gl-code-quality-report.json")).toContain("word-twice");
  });

  test.each([
    ["json=taken", /^misrender: taken: The report could not be written\. It is not an ordinary file\./u],
    ["json=no/out.json", /^misrender: no\/out\.json: The report could not be written\. Its folder does not exist\./u],
    ["json=./twice.txt", /^misrender: \.\/twice\.txt: The report could not be written\. It is one of the texts/u],
    ["csv=a --report json=a", /^misrender: a: The report could not be written\. Another report goes there already\./u],
    ["json=/dev/full", /^misrender: \/dev\/full: The report could not be written\. /u],
  ])("%s ends with 2 and says why, and nothing is left half done", (wanted, stderr) => {
    const before = read("twice.txt");
    const outcome = run(`check twice.txt --quiet --report ${wanted}`);
    expect(outcome).toEqual({ exitCode: 2, stdout: "", stderr: expect.stringMatching(stderr) });
    expect(read("twice.txt")).toBe(before);
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });
});

describe("--format github", () => {
  test("makes annotations, and adds to the summary of the job", () => {
    writeFileSync(join(folder, "summary.md"), "before\n");
    const outcome = run("check twice.txt --format github", { GITHUB_STEP_SUMMARY: join(folder, "summary.md") });
    expect(outcome).toMatchObject({ exitCode: 0, stderr: "" });
    expect(outcome.stdout).toMatch(/^::warning file=twice\.txt,line=1,/u);
    expect(read("summary.md")).toMatch(/^before\n# misrender: ✅ passed\n/u);
  });

  test("needs no summary", () => {
    expect(run("check twice.txt --format github")).toMatchObject({ exitCode: 0, stderr: "" });
  });

  test("says when the summary cannot be written", () => {
    const outcome = run("check twice.txt --format github", { GITHUB_STEP_SUMMARY: join(folder, "no/summary.md") });
    expect(outcome).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("The job summary could not be written"),
    });
  });
});
