import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { misrender, needProgram, PROGRAM, runCommand } from "./support/program.ts";

const ROOT = join(import.meta.dirname, "..");
const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");

const DOCS = readdirSync(join(ROOT, "docs"), { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".md"))
  .map((path) => join("docs", path));
/** The pages that people write; those of the rules are generated, and have tests of their own. */
const PAGES = ["README.md", "CONTRIBUTING.md", ...DOCS.filter((path) => !path.startsWith(join("docs", "rules")))];

/** The fenced blocks of a page in a language. */
const blocksOf = (path: string, language: string): readonly string[] =>
  [...read(path).matchAll(/^```(\w+)\n([\s\S]*?)^```$/gmu)].flatMap((match) =>
    match[1] === language && match[2] !== undefined ? [match[2]] : [],
  );

let folder = "";
beforeAll(() => {
  needProgram();
  folder = mkdtempSync(join(tmpdir(), "misrender-docs-"));
  mkdirSync(join(folder, "bin"));
  writeFileSync(join(folder, "bin/misrender"), `#!/bin/sh\nexec "${process.execPath}" "${PROGRAM}" "$@"\n`, {
    mode: 0o755,
  });
  writeFileSync(join(folder, "package.json"), "{}\n");
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(ROOT, join(folder, "node_modules/misrender"), "dir");
  writeFileSync(join(folder, "twice.txt"), "The bakery on the the corner opens at six.\n");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const helps = new Map<string, string>();
function helpOf(command: string): string {
  const known = helps.get(command) ?? misrender([command, "--help"], { folder: ROOT }).stdout;
  helps.set(command, known);
  return known;
}

/** Commands that a page shows, each with the options that follow on its line or, after a backslash, on the next ones. */
const commandsOf = (text: string): readonly (readonly [command: string, options: readonly string[]])[] =>
  [
    ...text
      .replace(/\\\n\s*/gu, " ")
      .replace(/\n\s+(?=--)/gu, " ")
      .matchAll(/\bmisrender ([a-z]+)\b([^\n`”“|#>]*)/gu),
  ].flatMap(([, command = "", rest = ""]) =>
    helpOf("--help").includes(`\n  ${command}`)
      ? [[command, [...rest.matchAll(/(?<=\s)--[a-z-]+/gu)].map(([option]) => option)] as const]
      : [],
  );

describe("commands in the docs", () => {
  test.each([...PAGES, "action.yml", ".pre-commit-hooks.yaml"])("%s shows only options that there are", (path) => {
    for (const [command, options] of commandsOf(read(path)))
      for (const option of options) expect(helpOf(command), `misrender ${command} ${option}`).toContain(option);
  });

  test("pages link only to files that are there", () => {
    for (const path of [...PAGES, "rules/README.md", ...DOCS.filter((each) => !PAGES.includes(each))])
      for (const [, target = ""] of read(path).matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/gu))
        expect(existsSync(join(ROOT, path, "..", target)), `${path}: ${target}`).toBe(true);
  });

  test.each(PAGES)("%s has YAML that can be read", (path) => {
    for (const block of blocksOf(path, "yaml")) expect(() => parse(block)).not.toThrow();
  });
});

describe("the GitHub action", () => {
  const action = parse(read("action.yml"));
  const steps: readonly { readonly run?: string; readonly env?: Readonly<Record<string, string>> }[] =
    action.runs.steps;
  const script = steps.at(-1)?.run ?? "";

  const audit = (inputs: Readonly<Record<string, string>>) =>
    runCommand("bash", ["--norc", "-eo", "pipefail", "-c", script], {
      folder,
      environment: {
        ACTION_PATH: ROOT,
        INPUT_PATHS: "",
        INPUT_ARGS: "",
        INPUT_FAIL_ON: "major",
        INPUT_SARIF: "",
        INPUT_SUMMARY: "true",
        ...inputs,
      },
    });

  test("has every input described, and puts none into the script", () => {
    for (const input of Object.values<{ readonly description: string }>(action.inputs))
      expect(input.description).toMatch(/\.$/u);
    for (const { run = "" } of steps) expect(run).not.toContain("${{");
    expect(Object.keys(steps.at(-1)?.env ?? {}).sort()).toEqual(
      [
        ...Object.keys(action.inputs).map((name) => `INPUT_${name.toUpperCase().replace("-", "_")}`),
        "ACTION_PATH",
      ].sort(),
    );
  });

  test("audits, annotates, writes SARIF and the summary, and ends as the gate says", () => {
    const GITHUB_STEP_SUMMARY = join(folder, "summary.md");
    const outcome = audit({
      GITHUB_STEP_SUMMARY,
      INPUT_PATHS: "twice.txt\n",
      INPUT_ARGS: "--source-lang\nde\n",
      INPUT_FAIL_ON: "minor",
      INPUT_SARIF: "out file.sarif",
    });
    expect(outcome).toMatchObject({ exitCode: 1, stderr: "" });
    expect(outcome.stdout).toMatch(/^::warning file=twice\.txt,/u);
    expect(readFileSync(GITHUB_STEP_SUMMARY, "utf8")).toContain("misrender");
    expect(JSON.parse(readFileSync(join(folder, "out file.sarif"), "utf8")).version).toBe("2.1.0");
  });

  test("takes no input for more than it is", () => {
    const outcome = audit({
      GITHUB_STEP_SUMMARY: join(folder, "none.md"),
      INPUT_PATHS: "$(touch trapped); --version",
      INPUT_SUMMARY: "false",
    });
    expect(outcome.exitCode).toBe(2);
    expect(readdirSync(folder)).not.toContain("trapped");
    expect(readdirSync(folder)).not.toContain("none.md");
  });
});

test("the pre-commit hook takes the files that are read by their names", () => {
  const [hook] = parse(read(".pre-commit-hooks.yaml"));
  const files = new RegExp(hook.files, "u");
  for (const name of ["a.txt", "b.md", "c.html", "d.rss", "e.jsonl"]) expect(name).toMatch(files);
  for (const name of ["package.json", "main.ts", "picture.png"]) expect(name).not.toMatch(files);
});

test("the hourly script writes its reports, sends mail when the gate fails, and ends as the gate does", () => {
  const [script = ""] = blocksOf("docs/recipes/cron.md", "bash");
  const environment = {
    PATH: `${join(folder, "bin")}:${process.env.PATH ?? ""}`,
    FEED: join(ROOT, "samples/city-news.zh.rss.xml"),
    OUT: join(folder, "reports"),
    MAIL: `tee ${join(folder, "mail.md")}`,
  };
  const outcome = runCommand("bash", ["--norc", "-c", script], { folder, environment });
  expect(outcome).toMatchObject({ exitCode: 1, stderr: "" });
  expect(readdirSync(join(folder, "reports")).sort()).toEqual([
    "findings.csv",
    "report.html",
    "report.json",
    "report.md",
  ]);
  expect(readFileSync(join(folder, "mail.md"), "utf8")).toMatch(/^# misrender: ❌ failed/u);
});

describe("programs in the docs", () => {
  const programs = ["docs/library.md", "docs/recipes/node.md", "docs/tutorials/reports.md"].flatMap((path) =>
    blocksOf(path, "js").map((program, index) => ({ path, index, program, says: blocksOf(path, "text")[index] ?? "" })),
  );

  test.each(programs)("$path, number $index, says what the page says", ({ path, program, says }) => {
    writeFileSync(join(folder, "program.mjs"), program);
    writeFileSync(join(folder, "items.jsonl"), blocksOf(path, "jsonl")[0] ?? "");
    const { exitCode, stdout, stderr } = runCommand(process.execPath, ["program.mjs"], { folder });
    expect({ exitCode, stdout: stdout.trimEnd(), stderr }).toEqual({ exitCode: 0, stdout: says.trimEnd(), stderr: "" });
  });
});
