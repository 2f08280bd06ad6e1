import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Decision, type Fact, type ReviewEvent, stamped } from "../../src/review/decision.ts";
import { decisionsOf, historyOf } from "../../src/review/history.ts";

const opened = (hash: string): ReviewEvent => ({ kind: "opened", file: "ferry.txt", hash });

const event = (fact: Fact, id = `of ${JSON.stringify(fact)}`): ReviewEvent =>
  stamped(fact, { id, time: "2024-05-01T10:00:00Z", batch: "b" });
const accepted = (id: string, fingerprint: string, occurrence = 0): ReviewEvent =>
  event({ kind: "accepted", fingerprint, occurrence, replacement: "left" }, id);
const ignored = (id: string, fingerprint: string, occurrence = 0): ReviewEvent =>
  event({ kind: "ignored", fingerprint, occurrence }, id);
const undone = (decision: string): ReviewEvent => event({ kind: "undone", decision });
const redone = (decision: string): ReviewEvent => event({ kind: "redone", decision });
const saved = (to: "file" | "copy"): ReviewEvent =>
  stamped({ kind: "saved", path: "ferry.txt", to }, { id: "s", time: "2024-05-01T10:00:00Z", batch: "b" });

const names = (decisions: readonly Decision[]): readonly string[] =>
  decisions.map(({ id, occurrence }) => `${id}#${occurrence}`);

describe("decisions are what is left of the events", () => {
  const rows: readonly (readonly [string, readonly ReviewEvent[], readonly string[]])[] = [
    ["nothing decides nothing", [opened("1")], []],
    ["decisions stand in their order", [accepted("a", "x"), ignored("b", "y")], ["a#0", "b#0"]],
    ["undoing leaves one out", [accepted("a", "x"), ignored("b", "y"), undone("b")], ["a#0"]],
    ["redoing brings it back", [accepted("a", "x"), undone("a"), redone("a")], ["a#0"]],
    ["undoing twice is undoing once", [accepted("a", "x"), undone("a"), undone("a")], []],
    [
      "a new decision makes an undone one final",
      [accepted("a", "x"), undone("a"), ignored("b", "y"), redone("a")],
      ["b#0"],
    ],
    ["opening the same file again keeps all", [opened("1"), accepted("a", "x"), opened("1")], ["a#0"]],
    ["opening a file somebody else changed keeps all", [opened("1"), accepted("a", "x"), opened("2")], ["a#0"]],
    ["a copy settles nothing", [opened("1"), accepted("a", "x"), saved("copy"), opened("2")], ["a#0"]],
    [
      "what was saved into the file is history",
      [opened("1"), accepted("a", "x"), ignored("b", "y"), saved("file"), opened("2")],
      ["b#0"],
    ],
    [
      "what came after the saving is not",
      [opened("1"), accepted("a", "x"), saved("file"), accepted("b", "y"), opened("2")],
      ["b#0"],
    ],
    [
      "the findings left are counted without those repaired",
      [opened("1"), accepted("a", "x", 0), ignored("b", "x", 2), saved("file"), opened("2")],
      ["b#1"],
    ],
    [
      "a saved file put back as it was has its decisions again",
      [opened("1"), accepted("a", "x"), saved("file"), opened("1")],
      ["a#0"],
    ],
  ];
  test.each(rows)("%s", (_, events, expected) => {
    expect(names(decisionsOf(events))).toEqual(expected);
  });
});

test("undoing every decision and redoing it gives the same decisions", () => {
  const facts = fc.array(fc.record({ fingerprint: fc.constantFrom("x", "y", "z"), occurrence: fc.nat(2) }), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(facts, (marks) => {
      const events = marks.map((mark, index) => event({ kind: "ignored", ...mark }, `d${index}`));
      const ids = marks.map((_, index) => `d${index}`);
      const back = ids.toReversed().map(undone);
      expect(decisionsOf([...events, ...back])).toEqual([]);
      expect(decisionsOf([...events, ...back, ...ids.map(redone)])).toEqual(decisionsOf(events));
      expect(historyOf([...events, ...back]).undone.at(-1)?.id).toBe(ids[0]);
    }),
  );
});
