import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Report } from "../src/core/report.ts";
import { misrender, needProgram } from "./support/program.ts";

const SAMPLES = join(import.meta.dirname, "../samples");
const WORD_TWICE = "linguistic-conventions/word-twice";

let folder = "";
beforeAll(() => {
  needProgram();
  folder = mkdtempSync(join(tmpdir(), "misrender-verify-"));
  copyFileSync(join(SAMPLES, "city-news.zh.rss.xml"), join(folder, "feed.xml"));
  writeFileSync(join(folder, "twice.txt"), "The bakery on the the corner opens at six. It it sells bread.\n");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (words: string, input = "") => misrender(words.split(" "), { folder, input });

/** Writes a report, changed by hand, and verifies it. */
function verifyChanged(change: (report: Report) => object) {
  expect(run("check twice.txt --quiet --report json=twice.json").exitCode).toBe(0);
  const report: Report = JSON.parse(readFileSync(join(folder, "twice.json"), "utf8"));
  writeFileSync(join(folder, "changed.json"), JSON.stringify(change(report)));
  return run("verify changed.json");
}

test("an audit is run again with its options, and found to be the same", () => {
  const words = "check feed.xml twice.txt --quiet --fail-on never --report json=report.json";
  expect(run(`${words} --source-lang zh --as-of 2022-06-01 --sensitivity deep --skip style`).exitCode).toBe(0);
  expect(run("verify report.json")).toEqual({
    exitCode: 0,
    stdout: expect.stringMatching(/^Verified: \d+ findings in 2 files, byte for byte as recorded/u),
    stderr: "",
  });
});

test("a text from standard input is verified when it is given again", () => {
  const input = "It it rains.\n";
  writeFileSync(join(folder, "stdin.json"), run("check - --input-format plain --format json", input).stdout);
  expect(run("verify stdin.json", input)).toMatchObject({ exitCode: 0, stderr: "" });
  expect(run("verify stdin.json", "It rains.\n")).toMatchObject({
    exitCode: 1,
    stdout: expect.stringContaining("<stdin>: SHA-256 of the text: recorded"),
  });
});

describe("what differs is named", () => {
  test("a text", () => {
    writeFileSync(join(folder, "moved.txt"), "It it rains.\n");
    run("check moved.txt --quiet --report json=moved.json");
    writeFileSync(join(folder, "moved.txt"), "\nIt it rains.\n");
    const { exitCode, stdout } = run("verify moved.json");
    expect(exitCode).toBe(1);
    expect(stdout.split("\n")).toEqual([
      expect.stringMatching(/^moved\.txt: SHA-256 of the text: recorded [0-9a-f]{64}, now [0-9a-f]{64}$/u),
      `only in the report: moved.txt:1:1 ${WORD_TWICE} “It it”`,
      `only found now: moved.txt:2:1 ${WORD_TWICE} “It it”`,
      "Not verified: 3 differences.",
      "",
    ]);
  });

  test("the rules and the version", () => {
    const outcome = verifyChanged((report) => ({
      ...report,
      tool: { ...report.tool, version: "0.0.1" },
      hashes: { ...report.hashes, rules: "0".repeat(64) },
    }));
    expect(outcome).toMatchObject({ exitCode: 1, stderr: "" });
    expect(outcome.stdout).toMatch(/^version: recorded 0\.0\.1, now .+\nhash of the rules: recorded 0{64}, now /u);
  });

  test("a finding that was changed, left out or put elsewhere", () => {
    const reworded = verifyChanged((report) => ({
      ...report,
      findings: report.findings.map((finding) => ({ ...finding, confidence: 0.1 })),
    }));
    expect(reworded.stdout).toMatch(/^only in the report: twice\.txt:1:15 [\s\S]+only found now: twice\.txt:1:15 /u);
    expect(verifyChanged((report) => ({ ...report, findings: report.findings.slice(1) })).stdout).toMatch(
      /^only found now: twice\.txt:1:15 /u,
    );
    expect(verifyChanged((report) => ({ ...report, findings: report.findings.toReversed() })).stdout).toContain(
      "not in the same order",
    );
  });
});

describe("what cannot be verified ends with 2", () => {
  test.each([
    ["verify missing.json", /^misrender: missing\.json: The report cannot be read\./u],
    ["verify twice.txt", /^misrender: twice\.txt: This is not JSON\./u],
  ])("%s", (words, stderr) => {
    expect(run(words)).toEqual({ exitCode: 2, stdout: "", stderr: expect.stringMatching(stderr) });
  });

  test.each<[string, (report: Report) => object, RegExp]>([
    ["a report of another form", ({ hashes: _, ...rest }) => rest, /changed\.json: hashes: This is not a report/u],
    [
      "a text that is gone",
      (report) => ({ ...report, inputs: report.inputs.map((input) => ({ ...input, path: "gone.txt" })) }),
      /gone\.txt: There is no such file/u,
    ],
    [
      "a sensitivity that does not exist",
      (report) => ({ ...report, settings: { ...report.settings, sensitivity: "toString" } }),
      /There is no sensitivity “toString”/u,
    ],
  ])("%s", (_, change, stderr) => {
    expect(verifyChanged(change)).toEqual({ exitCode: 2, stdout: "", stderr: expect.stringMatching(stderr) });
  });
});
