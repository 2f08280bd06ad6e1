import {
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { diskProblem } from "../../src/review/disk.ts";
import { writeAtomically } from "../../src/review/write.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "misrender-write-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test("a new file is written", () => {
  const path = join(folder, "new.txt");
  expect(writeAtomically(path, bytes("ferry")).kind).toBe("ok");
  expect(readFileSync(path, "utf8")).toBe("ferry");
});

test("an old file is replaced as a whole and keeps its mode", () => {
  const path = join(folder, "old.txt");
  const other = join(folder, "other.txt");
  writeFileSync(path, "a long old text");
  chmodSync(path, 0o640);
  linkSync(path, other);
  expect(writeAtomically(path, bytes("new")).kind).toBe("ok");
  expect(readFileSync(path, "utf8")).toBe("new");
  expect(statSync(path).mode & 0o777).toBe(0o640);
  expect(readFileSync(other, "utf8")).toBe("a long old text");
});

test("a link stays a link and its file is replaced", () => {
  mkdirSync(join(folder, "far"));
  const path = join(folder, "far", "real.txt");
  writeFileSync(path, "old");
  symlinkSync(path, join(folder, "link.txt"));
  expect(writeAtomically(join(folder, "link.txt"), bytes("new")).kind).toBe("ok");
  expect(readFileSync(path, "utf8")).toBe("new");
  expect(readdirSync(join(folder, "far"))).toEqual(["real.txt"]);
});

test("what cannot be written is told, and nothing is left behind", () => {
  mkdirSync(join(folder, "sub"));
  const inFolder = writeAtomically(join(folder, "sub"), bytes("x"));
  expect(inFolder.kind === "problem" && inFolder.problem.what).toBe("It is not an ordinary file.");
  const nowhere = writeAtomically(join(folder, "no", "file.txt"), bytes("x"));
  expect(nowhere.kind === "problem" && nowhere.problem.what).toBe("Its folder does not exist.");
  expect(readdirSync(folder)).toEqual(["sub"]);
});

test.each([
  ["ENOSPC", "The disk is full."],
  ["EDQUOT", "The disk is full."],
  ["EROFS", "The disk is read-only."],
  ["EACCES", "It may not be written."],
  ["EWEIRD", "The system refuses it (EWEIRD)."],
])("%s is told in words", (code, what) => {
  expect(diskProblem("a.txt", Object.assign(new Error("no"), { code, syscall: "write" })).what).toBe(what);
});

test("a mistake of ours is no problem of the disk", () => {
  expect(() => diskProblem("a.txt", new TypeError("oops"))).toThrow("oops");
});
