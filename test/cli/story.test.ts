import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { misrender, needProgram, type Outcome, runCommand } from "../support/program.ts";

const KNOWN = "The ferry left the the harbour at six. It carried 40 passengers.";
const ADDED = "The mayor thanked the the crew on Tuesday.";
const REPAIRED = "The mayor thanked the crew on Tuesday.";

let folder = "";
const run = (...words: readonly string[]): Outcome => misrender(words, { folder, environment: { CI: "true" } });
const git = (...words: readonly string[]): Outcome =>
  runCommand("git", ["-c", "user.name=Desk", "-c", "user.email=desk@example.org", ...words], { folder });
const commit = (message: string): void => {
  git("add", "--all");
  expect(git("commit", "--quiet", "--message", message).exitCode).toBe(0);
};
const write = (...paragraphs: readonly string[]): void =>
  writeFileSync(join(folder, "news.md"), `# News of the day\n\n${paragraphs.join("\n\n")}\n`);
const countingFindings = (stdout: string): readonly unknown[] =>
  JSON.parse(stdout).findings.filter(({ suppression }: { readonly suppression: unknown }) => suppression === null);

beforeAll(() => {
  needProgram();
  folder = mkdtempSync(join(tmpdir(), "misrender-story-"));
  git("init", "--quiet");
  write(KNOWN);
  commit("The first text");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("init writes a configuration and a workflow, and asks nothing in CI", () => {
  const { exitCode, stdout, stderr } = run("init", "news.md", "--fail-on", "minor");
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(stdout).toMatch(
    /^wrote misrender\.config\.yaml +the configuration\nwrote \.github\/workflows\/misrender\.yml/u,
  );
  expect(stdout).toContain("misrender check news.md");
  expect(readFileSync(join(folder, ".github/workflows/misrender.yml"), "utf8")).toMatch(
    /misrender@\S+ check news\.md/u,
  );
});

test("init overwrites nothing", () => {
  expect(run("init", "news.md")).toMatchObject({
    exitCode: 2,
    stdout: "",
    stderr: expect.stringContaining("misrender.config.yaml: It is there already"),
  });
});

test("the first run is red", () => {
  expect(run("check", "news.md")).toMatchObject({
    exitCode: 1,
    stdout: expect.stringMatching(/Failed: 1 finding of severity minor or graver\./u),
    stderr: "",
  });
});

test("what is known is accepted, and the next run is green", () => {
  expect(run("baseline", "news.md", "--reason", "before the first day")).toMatchObject({
    exitCode: 0,
    stdout: expect.stringContaining("misrender.baseline.json: 1 finding known, 1 of them new."),
  });
  commit("Check translations");
  expect(run("check", "news.md")).toMatchObject({
    exitCode: 0,
    stdout: expect.stringMatching(
      /1 {2}known to the baseline[\s\S]+Passed: nothing to object to beside 1 suppressed finding\./u,
    ),
  });
});

test("a new defect makes it red, with exactly the new one", () => {
  write(KNOWN, ADDED);
  const { exitCode, stdout } = run("check", "news.md", "--format", "json");
  expect(exitCode).toBe(1);
  expect(countingFindings(stdout)).toMatchObject([
    { target: { line: 5, text: "the the" }, context: { text: ADDED }, baselineState: "new" },
  ]);
});

test("its repair makes it green", () => {
  write(KNOWN, REPAIRED);
  expect(run("check", "news.md", "--quiet")).toEqual({ exitCode: 0, stdout: "", stderr: "" });
});

test("when the known one is repaired too, it is stale until it is pruned", () => {
  write(KNOWN.replace("the the", "the"), REPAIRED);
  expect(run("check", "news.md").stdout).toMatch(
    /lapsed +misrender\.baseline\.json +\S+word-twice on “the the” is no longer/u,
  );
  expect(run("baseline", "news.md", "--prune")).toMatchObject({
    exitCode: 0,
    stdout: "misrender.baseline.json: 1 finding dropped that are gone, 0 kept.\n",
  });
  expect(JSON.parse(readFileSync(join(folder, "misrender.baseline.json"), "utf8"))).toEqual({
    version: 1,
    entries: [],
  });
  expect(run("check", "news.md").stdout).not.toContain("lapsed");
});
