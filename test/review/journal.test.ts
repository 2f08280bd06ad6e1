import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Result } from "../../src/core/result.ts";
import { type ReviewEvent, stamped } from "../../src/review/decision.ts";
import { historyOf } from "../../src/review/history.ts";
import { appendEvents, journalPath, openJournal, readJournal } from "../../src/review/journal.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "misrender-journal-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (id: string) => ({ id, time: "2024-05-01T10:00:00Z", batch: "b" });
const FIRST: ReviewEvent = { kind: "opened", file: "ferry.txt", hash: "abc" };
const SECOND = stamped({ kind: "ignored", fingerprint: "x", occurrence: 0 }, at("1"));
const LAST = stamped({ kind: "accepted", fingerprint: "y", occurrence: 1, replacement: "café – “quay” 🚢\n" }, at("2"));
const NEXT = stamped({ kind: "undone", decision: "2" }, at("3"));

function expectValue<Value>(result: Result<Value>): Value {
  if (result.kind === "problem") throw new Error(JSON.stringify(result.problem));
  return result.value;
}

function problemOf(result: Result<unknown>): string {
  return result.kind === "problem" ? `${result.problem.what} ${result.problem.remedy}` : "no problem";
}

function journalOf(name: string, events: readonly ReviewEvent[]): string {
  const path = join(folder, name);
  rmSync(path, { force: true });
  for (const event of events) expectValue(appendEvents(path, [event]));
  return path;
}

test("a journal gives back every event in order", () => {
  const all: readonly ReviewEvent[] = [
    FIRST,
    SECOND,
    LAST,
    stamped(
      {
        kind: "ignored-rule",
        rule: "style/odd-word",
        scope: "document",
        document: "ferry.txt",
        fingerprint: "z",
        occurrence: 0,
      },
      at("4"),
    ),
    NEXT,
    stamped({ kind: "redone", decision: "2" }, at("5")),
    stamped({ kind: "saved", path: "out.txt", to: "copy" }, at("6")),
  ];
  expect(expectValue(readJournal(journalOf("whole.jsonl", all)))).toEqual(all);
});

test("a journal that is not there has no events", () => {
  expect(expectValue(readJournal(join(folder, "none.jsonl")))).toEqual([]);
  expect(journalPath("news/ferry.txt")).toBe("news/ferry.txt.misrender-review.jsonl");
});

test("a journal cut at any byte of its last record keeps the others and can be gone on with", () => {
  const path = journalOf("cut.jsonl", [FIRST, SECOND, LAST]);
  const bytes = readFileSync(path);
  const lastStart = bytes.subarray(0, -1).lastIndexOf(0x0a) + 1;
  for (let end = lastStart; end < bytes.length; end += 1) {
    writeFileSync(path, bytes.subarray(0, end));
    expect(expectValue(readJournal(path))).toEqual([FIRST, SECOND]);
    expectValue(appendEvents(path, [NEXT]));
    expect(expectValue(readJournal(path))).toEqual([FIRST, SECOND, NEXT]);
  }
});

test("a journal cut inside its first record begins anew", () => {
  const path = join(folder, "stub.jsonl");
  writeFileSync(path, '{"kind":"ope');
  expect(expectValue(openJournal(path, { file: "ferry.txt", hash: "abc" }))).toEqual([FIRST]);
  expect(readFileSync(path, "utf8")).toBe(`${JSON.stringify(FIRST)}\n`);
});

describe("opening", () => {
  test("the same file again adds nothing", () => {
    const path = journalOf("same.jsonl", [FIRST, SECOND]);
    expect(expectValue(openJournal(path, { file: "elsewhere/ferry.txt", hash: "abc" }))).toEqual([FIRST, SECOND]);
  });
  test("a file saved and then put back is noted, and its repairs are unsaved again", () => {
    const path = journalOf("back.jsonl", [
      FIRST,
      LAST,
      stamped({ kind: "saved", path: "ferry.txt", to: "file" }, at("3")),
    ]);
    const { decisions, saved } = historyOf(expectValue(openJournal(path, { file: "ferry.txt", hash: "abc" })));
    expect([decisions.length, saved.length]).toEqual([1, 0]);
  });
  test("a changed file is noted", () => {
    const path = journalOf("changed.jsonl", [FIRST, SECOND]);
    const events = expectValue(openJournal(path, { file: "ferry.txt", hash: "def" }));
    expect(events).toEqual([FIRST, SECOND, { ...FIRST, hash: "def" }]);
    expect(expectValue(readJournal(path))).toEqual(events);
  });
  test("the journal of another file is refused", () => {
    const path = journalOf("other.jsonl", [FIRST]);
    expect(problemOf(openJournal(path, { file: "train.txt", hash: "abc" }))).toContain("review journal of ferry.txt");
  });
});

describe("a journal that is none", () => {
  const rows = [
    ["a line that is no JSON", "ferry\n", "not valid JSON"],
    ["a line that is no event", '{"kind":"dreamt"}\n', "no event of a review"],
    ["no opening", `${JSON.stringify(SECOND)}\n`, "does not begin with the file"],
  ] as const;
  test.each(rows)("%s", (_, text, what) => {
    const path = join(folder, "broken.jsonl");
    writeFileSync(path, text);
    expect(problemOf(readJournal(path))).toContain(what);
  });
  test("the line is named", () => {
    const path = journalOf("line.jsonl", [FIRST, SECOND]);
    appendFileSync(path, "{}\n");
    const read = readJournal(path);
    expect(read.kind === "problem" && read.problem.where).toBe(`${path}:3`);
  });
});

describe("a disk that refuses", () => {
  test("no folder", () => {
    expect(problemOf(appendEvents(join(folder, "no/where.jsonl"), [FIRST]))).toContain("folder does not exist");
  });
  test("a folder of the same name", () => {
    const path = join(folder, "folder.jsonl");
    mkdirSync(path);
    expect(problemOf(appendEvents(path, [FIRST]))).toBe("It is a folder. Name a file.");
    expect(problemOf(readJournal(path))).toBe("It is a folder. Name a file.");
  });
  test.skipIf(!existsSync("/dev/full"))("a full disk", () => {
    expect(problemOf(appendEvents("/dev/full", [FIRST]))).toContain("The disk is full.");
  });
});
