import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Changes, changesIn } from "../../src/cli/changes.ts";
import { unwrapped } from "../readers/support.ts";
import { misrender, needProgram, type Outcome, runCommand } from "../support/program.ts";

let outside = "";
let folder = "";
const git = (...words: readonly string[]): Outcome =>
  runCommand(
    "git",
    ["-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "init.defaultBranch=main", ...words],
    { folder },
  );
const write = (name: string, ...lines: readonly (string | Uint8Array)[]): void =>
  writeFileSync(
    join(folder, name),
    lines.every((line) => typeof line === "string") ? `${lines.join("\n")}\n` : (lines[0] ?? ""),
  );
const commit = (message: string): void => {
  git("add", "-A");
  expect(git("commit", "-q", "-m", message).exitCode).toBe(0);
};
const utf16 = (text: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
const changes = (ref?: string): Changes => unwrapped(changesIn(folder, ref));
const named = (paths: readonly string[]): readonly string[] =>
  paths.map((path) => path.slice(realpathSync(folder).length + 1));

const OLD = Array.from({ length: 12 }, (_, index) => `Line ${index}.`);

beforeAll(() => {
  needProgram();
  outside = mkdtempSync(join(tmpdir(), "misrender-changes-"));
  folder = join(outside, "repository");
  mkdirSync(join(folder, "deep"), { recursive: true });
  git("init", "-q");
  write("same.txt", "It it rains.");
  write("edited.txt", "It it rains.", ...OLD, "It it snows.");
  write("moved.txt", ...OLD);
  write("moved and edited.txt", ...OLD.map((line) => `${line} Again.`));
  write("gone.txt", "Nothing.");
  write("deep/café.txt", "One.");
  write("wide.txt", utf16("One.\n"));
  commit("Begin");
  git("branch", "other");
  write("edited.txt", "It it rains.", ...OLD, "It it snows.", "The the ferry waits.");
  commit("Add a line");
  git("tag", "half");
  git("checkout", "-q", "other");
  write("others.txt", "Of others.");
  commit("Other work");
  git("checkout", "-q", "main");
  renameSync(join(folder, "moved.txt"), join(folder, "moved-away.txt"));
  renameSync(join(folder, "moved and edited.txt"), join(folder, "deep/moved and edited.txt"));
  write("deep/moved and edited.txt", ...OLD.map((line) => `${line} Again.`), "New new.");
  rmSync(join(folder, "gone.txt"));
  write("wide.txt", utf16("Two.\n"));
  git("add", "-A");
  write("deep/café.txt", "One.", "Two.");
  write("new.txt", "It it hails.");
  write("ignored.txt", "It it hails.");
  write(".gitignore", "ignored.txt");
});
afterAll(() => rmSync(outside, { recursive: true, force: true }));

describe("what has changed", () => {
  test("since the last commit: edits staged and not, renames, new files, but not what was deleted or ignored", () => {
    const { paths, of } = changes();
    expect(named(paths)).toEqual([".gitignore", "deep/café.txt", "deep/moved and edited.txt", "new.txt", "wide.txt"]);
    expect(of(join(folder, "deep/café.txt"))).toEqual([{ first: 2, last: 2 }]);
    expect(of(join(folder, "deep/moved and edited.txt"))).toEqual([{ first: 13, last: 13 }]);
    expect([of(join(folder, "new.txt")), of(join(folder, "wide.txt"))]).toEqual(["all", "all"]);
    for (const name of ["same.txt", "edited.txt", "moved-away.txt", "gone.txt", "ignored.txt"])
      expect(of(join(folder, name))).toBe("nothing");
  });

  test.each(["main~1", "other"])("since %s: what came after this branch left it, committed or not", (ref) => {
    const { paths, of } = changes(ref);
    expect(named(paths)).toContain("edited.txt");
    expect(named(paths)).not.toContain("others.txt");
    expect(of(join(folder, "edited.txt"))).toEqual([{ first: 15, last: 15 }]);
  });

  test("a tag is a commit too, a path through a link is the file it leads to, and a subfolder will do", () => {
    symlinkSync(folder, join(outside, "link"));
    expect(changes("half").of(join(folder, "edited.txt"))).toBe("nothing");
    expect(changes().of(join(outside, "link/new.txt"))).toBe("all");
    expect(unwrapped(changesIn(join(folder, "deep"), undefined)).paths).toEqual(changes().paths);
  });

  test("in a repository without a commit everything is new", () => {
    const young = join(outside, "young");
    mkdirSync(young);
    runCommand("git", ["init", "-q"], { folder: young });
    writeFileSync(join(young, "a.txt"), "One.\n");
    expect(unwrapped(changesIn(young, undefined)).of(join(young, "a.txt"))).toBe("all");
  });

  test.each([
    ["outside a repository", () => changesIn(outside, "main"), "This folder is in no git repository."],
    ["for a name nobody knows", () => changesIn(folder, "mian"), "git knows no commit, branch or tag of this name."],
    [
      "for what looks like an option",
      () => changesIn(folder, "--all"),
      "git knows no commit, branch or tag of this name.",
    ],
  ])("%s there is a clear problem", (_, ask, what) => {
    expect(ask()).toMatchObject({ kind: "problem", problem: { what } });
  });

  test("for a commit with another history there is a clear problem", () => {
    const { stdout } = git("commit-tree", "-m", "Apart", git("write-tree").stdout.trim());
    expect(changesIn(folder, stdout.trim())).toMatchObject({
      kind: "problem",
      problem: { what: "It has no commit in common with the one checked out." },
    });
  });
});

describe("misrender check --since", () => {
  const check = (words: string): Outcome => misrender(["check", ...words.split(" ")], { folder });

  test("reports findings on changed lines only, and scores the changed segments only", () => {
    const outcome = check("--since main~1 --format json --fail-on minor");
    expect(outcome).toMatchObject({ exitCode: 1, stderr: "" });
    const { findings, inputs } = JSON.parse(outcome.stdout);
    expect(
      findings.map(({ target }: { target: { path: string; line: number } }) => `${target.path}:${target.line}`),
    ).toEqual(["deep/moved and edited.txt:13", "edited.txt:15", "new.txt:1"]);
    const sha256 = expect.stringMatching(/^[0-9a-f]{64}$/u);
    expect(inputs).toContainEqual({ path: "edited.txt", format: "plain", sha256, documentCount: 1, wordCount: 4 });
  });

  test("a folder and files are narrowed down likewise; nothing changed is nothing wrong", () => {
    expect(check("same.txt --changed --fail-on minor --quiet")).toEqual({ exitCode: 0, stdout: "", stderr: "" });
    expect(check(". --changed --format jsonl --fail-on never").stdout.trimEnd().split("\n")).toHaveLength(2);
  });

  test.each([
    ["--since nowhere", /--since nowhere: git knows no commit, branch or tag of this name\. Check the name;/u],
    ["- --changed", /--changed: Only files have changes\./u],
  ])("%s is refused", (words, complaint) => {
    expect(check(words)).toMatchObject({ exitCode: 2, stdout: "", stderr: expect.stringMatching(complaint) });
  });
});
