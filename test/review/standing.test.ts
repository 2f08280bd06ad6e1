import { describe, expect, test } from "vitest";
import type { Decision, Fact, Scope } from "../../src/review/decision.ts";
import { stamped } from "../../src/review/decision.ts";
import { type Entry, entriesOf } from "../../src/review/entry.ts";
import { decisionsOf } from "../../src/review/history.ts";
import { standingsOf } from "../../src/review/standing.ts";
import { fileOf, findingOn } from "./sample.ts";

const FILE = fileOf("A cat sat on a mat near a mat.\nA dog sat by a mat near a mat.");
const WORDS = [
  { words: "sat", pair: "1" },
  { words: "a mat", pair: "1" },
  { words: "mat", pair: "1" },
  { words: "mat", pair: "1", nth: 1 },
  { words: "sat", pair: "2", rule: "style/other" },
] as const;
const ENTRIES = entriesOf(
  FILE,
  WORDS.map((flaw) => findingOn(FILE, flaw)),
);

function entry(index: number): Entry {
  const found = ENTRIES[index];
  if (found === undefined) throw new Error(`no entry ${index}`);
  return found;
}

const mark = (index: number) => ({ fingerprint: entry(index).fingerprint, occurrence: entry(index).occurrence });
const accept = (index: number, replacement: string): Fact => ({ kind: "accepted", ...mark(index), replacement });
const ignore = (index: number): Fact => ({ kind: "ignored", ...mark(index) });
const ignoreRule = (index: number, scope: Scope = "onwards"): Fact => ({
  kind: "ignored-rule",
  rule: entry(index).finding.rule,
  scope,
  document: "ferry.txt",
  ...mark(index),
});

const decisions = (facts: readonly Fact[]): readonly Decision[] =>
  decisionsOf(facts.map((fact, index) => stamped(fact, { id: String(index), time: "", batch: "" })));

const standings = (facts: readonly Fact[]): string =>
  standingsOf(ENTRIES, decisions(facts))
    .map(({ kind }) => (kind === "open" ? "." : kind[0]))
    .join("");

test("findings of one fingerprint are told apart by their order", () => {
  expect(ENTRIES.map(({ occurrence }) => occurrence)).toEqual([0, 0, 0, 1, 0]);
});

describe("where findings stand", () => {
  test.each<[string, readonly Fact[], string]>([
    ["all are open at first", [], "....."],
    ["an accepted one covers what it overlaps", [accept(1, "the rug")], ".ac.."],
    ["the earlier of two that overlap wins", [accept(2, "rug"), accept(1, "the rug")], ".ca.."],
    ["the last decision on a finding counts", [accept(0, "lay"), ignore(0)], "i...."],
    ["another replacement gives room again", [accept(1, "the rug"), ignore(1), accept(2, "rug")], ".ia.."],
    ["a rule is ignored from a finding on", [ignoreRule(2)], "..ii."],
    ["but for findings decided by themselves", [accept(3, "rug"), ignoreRule(0)], "iiia."],
    [
      "a rule whose finding is gone is ignored all the way",
      [
        {
          ...ignoreRule(0),
          kind: "ignored-rule",
          rule: "style/odd-word",
          scope: "onwards",
          document: "",
          fingerprint: "gone",
          occurrence: 0,
        },
      ],
      "iiii.",
    ],
    [
      "a decision on a finding that is gone is no matter",
      [{ kind: "ignored", fingerprint: "gone", occurrence: 0 }],
      ".....",
    ],
  ])("%s", (_, facts, expected) => {
    expect(standings(facts)).toBe(expected);
  });

  test("the article a repair takes along counts as its words", () => {
    const file = fileOf("It was a apology of sorts.");
    const entries = entriesOf(file, [findingOn(file, { words: "a", nth: 1 }), findingOn(file, { words: "apology" })]);
    const last = entries[1];
    if (last === undefined) throw new Error("no entry");
    const { fingerprint, occurrence } = last;
    const accepted = decisions([{ kind: "accepted", fingerprint, occurrence, replacement: "excuse" }]);
    expect(standingsOf(entries, accepted).map(({ kind }) => kind)).toEqual(["covered", "accepted"]);
  });
});
