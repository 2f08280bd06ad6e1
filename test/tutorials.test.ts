import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isOutput, stepsOf } from "./support/console.ts";
import { needProgram, PROGRAM, runCommand } from "./support/program.ts";

const TUTORIALS = join(import.meta.dirname, "../docs/tutorials");

/** Commands that the tests cannot give, and why. */
const LEFT_OUT: ReadonlyMap<string, string> = new Map([
  [
    "misrender review council.txt --output better.txt",
    "It waits for the keys of a person; test/tui/terminal.test.ts strikes them.",
  ],
]);

let folder = "";
beforeAll(() => {
  needProgram();
  folder = mkdtempSync(join(tmpdir(), "misrender-tutorials-"));
  mkdirSync(join(folder, "bin"));
  writeFileSync(join(folder, "bin/misrender"), `#!/bin/sh\nexec "${process.execPath}" "${PROGRAM}" "$@"\n`, {
    mode: 0o755,
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(readdirSync(TUTORIALS))("docs/tutorials/%s", (name) => {
  const steps = stepsOf(readFileSync(join(TUTORIALS, name), "utf8"));
  const taken = steps.filter(({ command }) => !LEFT_OUT.has(command));

  beforeAll(() => void mkdirSync(join(folder, name)));

  // One after the other in one folder, as its readers do.
  test.each(taken)("$command", ({ command, output, exitCode }) => {
    const environment = { PATH: `${join(folder, "bin")}:${process.env.PATH ?? ""}` };
    const outcome = runCommand("bash", ["--norc", "-c", `exec 2>&1\n${command}`], {
      folder: join(folder, name),
      environment,
    });
    const shown = output.map((line) => `${line}\n`).join("");
    // Where the page is right there is nothing to compare; where it is not, both are seen side by side.
    expect(isOutput(outcome.stdout, output) ? shown : outcome.stdout).toBe(shown);
    expect(outcome.exitCode).toBe(exitCode);
  });
});

test("only commands of the tutorials are left out", () => {
  const commands = readdirSync(TUTORIALS).flatMap((name) =>
    stepsOf(readFileSync(join(TUTORIALS, name), "utf8")).map(({ command }) => command),
  );
  expect([...LEFT_OUT.keys()].filter((command) => !commands.includes(command))).toEqual([]);
});

describe("what a tutorial shows", () => {
  test.each([
    ["one\ntwo\n", ["one", "two"], true],
    ["one\ntwo\n", ["one"], false],
    ["one\ntwo\n", ["one", "…"], true],
    ["one\ntwo\nthree\n", ["…", "three"], true],
    ["one\ntwo\nthree\n", ["…", "two"], false],
    ["one (1)\n", ["one (…)"], true],
    ["one (1)\n", ["one (.)"], false],
    ["", [], true],
    ["one\n", [], false],
  ])("%j is what %j stands for: %s", (printed, lines, isRight) => {
    expect(isOutput(printed, lines)).toBe(isRight);
  });

  test("is each command with what it prints and its exit code", () => {
    expect(stepsOf("```console\n$ a\none\n$ b\n$ echo $?\n1\n```\n\n```sh\nc\n```\n\n```js\nd\n```\n")).toEqual([
      { command: "a", output: ["one"], exitCode: 0 },
      { command: "b", output: [], exitCode: 1 },
      { command: "c\n", output: [], exitCode: 0 },
    ]);
  });
});
