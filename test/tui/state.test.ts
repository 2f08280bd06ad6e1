import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Decision } from "../../src/review/decision.ts";
import { DEFAULT_KEYMAP } from "../../src/tui/keys/keymap.ts";
import { start } from "../../src/tui/review/reduce.ts";
import { reviewSession } from "../../src/tui/review/session.ts";
import type { State } from "../../src/tui/review/state.ts";
import { tallyOf } from "../../src/tui/review/tally.ts";
import { fileOf, findingOn, ODD_WORD } from "../review/sample.ts";
import { afterKeys, type Desk, desk, FULL_DISK, fresh, reading, SIZE, stroke, strokes, summary } from "./desk.ts";

const decisionsIn = ({ sitting }: State): readonly Decision[] =>
  sitting.files.flatMap(({ history }) => history.decisions);

describe("keys lead from state to state", () => {
  test.each([
    ["nothing", "", "1 .... finding"],
    ["down and up", "j j k", "2 .... finding"],
    ["the list does not end in nothing", "k k j j j j j j", "4 .... finding"],
    ["last and first", "G g", "1 .... finding"],
    ["a page", "pagedown pageup", "1 .... finding"],
    ["a choice moves on to the next open finding", "a", "2 a... finding"],
    ["a covered finding is passed over", "a a", "4 aac. finding"],
    ["ignoring moves on", "i i", "3 ii.. finding"],
    ["a rule may be ignored for one finding only", "j I i", "3 .i.. finding"],
    ["ignoring a rule from here on ignores the findings below", "j j I o", "3 ..ii finding"],
    ["ignoring a rule in the document ignores those above too", "j j I d", "3 .iii finding"],
    ["ignoring a rule everywhere does", "j I e", "2 .iii finding"],
    ["the question may be left", "I escape", "1 .... finding"],
    ["a wrong flag", "w n o enter", "2 r... finding"],
    ["a wrong flag needs no reason", "w enter", "2 r... finding"],
    ["a note to the source desk", "m w h o ? enter", "2 ?... finding"],
    ["but not an empty one", "m enter", "1 .... edit"],
    ["next open", "a k n", "2 a... finding"],
    ["previous open passes over what is decided", "j i p", "1 .i.. finding"],
    ["next unseen passes over what was looked at", "G g tab", "2 .... finding"],
    ["undo goes back to where the decision was", "a i i u", "3 ai.. finding"],
    ["undo of all", "a a u u", "1 .... finding"],
    ["redo", "a u ctrl-r", "1 a... finding"],
    ["undo and redo of a rule", "j I o G u ctrl-r", "2 .iii finding"],
    ["what another repair took cannot be accepted", "j a k a", "3 .ac. finding"],
    ["after the other is ignored it can", "j a k k i a", "4 .ia. finding"],
    ["the last finding cannot be accepted without a suggestion", "G a", "4 .... finding"],
    ["but written", "G e backspace backspace enter", "4 ...a finding"],
    ["leaving the editor changes nothing", "e x escape", "1 .... finding"],
    ["the same words are no repair", "G e enter", "4 .... edit"],
    ["list and back", "l j j enter", "3 .... finding"],
    ["the list decides too", "l a i", "3 ai.. list"],
    ["help and back", "? escape", "1 .... finding"],
    ["rule and back to the list", "l x q", "1 .... list"],
    ["document and back", "d j escape", "2 .... finding"],
    ["a search goes to what it finds", "/ h u t enter", "4 .... list"],
    ["a search may be given up", "/ h u t escape", "4 .... list"],
    ["a filter narrows the way", "f _ enter j j j", "2 .... finding"],
    ["quit at once when nothing is unsaved", "i q", "2 i... left"],
    ["quit asks when something is unsaved", "a q", "2 a... quit"],
    ["stay", "a q escape", "2 a... finding"],
    ["quit without saving", "a q q", "2 a... left"],
    ["save and quit", "a q s", "2 a... left"],
    ["a summary comes before saving", "a s", "2 a... summary"],
    ["save, then quit at once", "a s s q", "2 a... left"],
    ["not to save after all", "a s escape", "2 a... finding"],
    ["an undone repair is unsaved again", "a s s u q", "1 .... quit"],
    ["after the end no key does anything", "q j j", "1 .... left"],
  ])("%s: %s", (_, keys, expected) => {
    expect(summary(afterKeys(keys))).toBe(expected);
  });
});

describe("what is accepted", () => {
  test.each([
    ["the best suggestion", "j a", "received an apology"],
    ["the one chosen", "j 3 a", "got an excuse"],
    ["a choice may be changed", "j a k k 2 a", "earned an apology"],
    ["the words written", "j e home r e _ end ! enter", "re received an apology!"],
    ["words written over an accepted repair", "a k e ! enter", "the!"],
    ["nothing at all, which leaves the words out", "G e backspace backspace backspace enter", ""],
    ["what is left after undoing in the editor", "j e ctrl-u x ctrl-z ctrl-z ! enter", "received an apology!"],
  ])("%s: %s", (_, keys, expected) => {
    const last = decisionsIn(afterKeys(keys)).at(-1);
    expect(last?.kind === "accepted" && last.replacement).toBe(expected);
  });
});

describe("what is told", () => {
  test.each([
    ["u", "There is nothing to undo."],
    ["ctrl-r", "There is nothing to redo."],
    ["2", "There is no suggestion 2."],
    ["G a", "There is no suggestion. Press e to write one."],
    ["G n", "No finding after this one is open."],
    ["p", "No finding before this one is open."],
    ["s", "There is nothing new to save."],
    ["a s s", "Saved to out.txt."],
    ["a a i", "Every finding is decided."],
    ["G i", "No finding after this one is open."],
    ["j a k a", "The accepted repair of finding 2 takes these words. Undo or ignore that one first."],
    ["G e enter", "These are the words as they stand. Press i to ignore the finding."],
    ["r", "No file has changed since it was read."],
    ["G =", "There is no suggestion. Press e to write one."],
    ["i k =", "No open finding is like this one."],
    ["g G tab g tab tab tab", "You have looked at every finding."],
    ["]", "There is no item after this one."],
    ["e end b a d enter", "The repair of finding 1 brings a new flaw: “bad” is odd here. u takes it back."],
  ])("%s: %s", (keys, note) => {
    expect(afterKeys(keys).note).toBe(note);
  });

  test("a choice without its number does nothing", () => {
    expect(afterKeys("j 9").choice).toBeUndefined();
  });

  test("a list of what is ignored everywhere is written, and undoing takes the rule off it", () => {
    const ports = desk();
    const ignored = afterKeys("j I e", ports);
    expect(ports.ignoredRules).toEqual(["style/odd-word"]);
    expect(ignored.note).toContain(".misrenderignore.yaml says so");
    afterKeys("u", ports, ignored);
    expect(ports.ignoredRules).toEqual([]);
  });
});

describe("the journal", () => {
  test("holds a decision before the screen shows it", () => {
    const ports = desk();
    const seen: string[] = [];
    const session = reviewSession(fresh(), DEFAULT_KEYMAP, {
      ...ports,
      record(facts) {
        seen.push(summary(session.state()));
        return ports.record(facts);
      },
    });
    session.press([stroke("a")]);
    expect([...seen, summary(session.state())]).toEqual(["1 .... finding", "2 a... finding"]);
    expect(ports.journals[0]?.map(({ kind }) => kind)).toEqual(["accepted"]);
  });

  test("that cannot be written leaves everything as it was, and says so", () => {
    const state = afterKeys("a", FULL_DISK);
    expect(summary(state)).toBe("1 .... finding");
    expect(state.note).toBe("journal: The disk is full. Make room.");
    expect(summary(afterKeys("j I e", FULL_DISK))).toBe("2 .... scope");
  });

  test("that cannot be written keeps the words under edit", () => {
    expect(summary(afterKeys("e ! enter", FULL_DISK))).toBe("1 .... edit");
  });

  test("resumes a review where it was left", () => {
    const ports = desk();
    const left = afterKeys("a j 2 a i k u w x enter", ports);
    const resumed = fresh(ports.journals[0]);
    expect(summary(resumed).slice(2)).toBe(summary(left).slice(2));
    expect(tallyOf(resumed).unsavedCount).toBe(tallyOf(left).unsavedCount);
    expect(resumed.sitting.done).toEqual(left.sitting.done);
  });

  test("a saving that fails does not leave", () => {
    expect(summary(afterKeys("q s", FULL_DISK, afterKeys("a")))).toBe("2 a... finding");
  });
});

/** Two files, one of which has the same flaw three times. */
function twoFiles(journals: Desk["journals"] = []): State {
  const boats = fileOf("The boat has has left.\nThe tug has has left.\nA raft has has left.", "boats.txt");
  const doubled = ["1", "2", "3"].map((pair) => findingOn(boats, { words: "has has", pair, replacements: ["has"] }));
  const boatReading = { ...reading(journals[0]), file: boats, findings: doubled, sizes: [], output: "boats.txt" };
  return start({ readings: [boatReading, reading(journals[1])], rules: [ODD_WORD], size: SIZE });
}

describe("several files in one sitting", () => {
  const reviewed = (keys: string, ports = desk(2)): State => afterKeys(keys, ports, twoFiles());
  test.each([
    ["findings of all files are one list", "j j j", "4 ....... finding"],
    ["the next item is the next file", "]", "4 ....... finding"],
    ["and back to the last finding of the one before", "] [", "3 ....... finding"],
    ["all alike are decided in one go", "=", "4 aaa.... finding"],
    ["and taken back in one go", "= u", "1 ....... finding"],
    ["and done again in one go", "= u ctrl-r", "1 aaa.... finding"],
    ["all alike are decided as this one is", "i k =", "4 iii.... finding"],
    ["a repair written by hand is for all alike too", "e x enter k =", "4 aaa.... finding"],
    ["undo goes back over files in the order of the decisions", "] a g a u u", "4 ....... finding"],
    ["a rule ignored in a document holds in its own file only", "I d", "4 iii.... finding"],
    ["a rule ignored everywhere holds in all", "I e", "4 iii.iii finding"],
    ["and is taken back in all", "I e u", "1 ....... finding"],
    ["every file is saved", "a ] a s s q", "5 a..a... left"],
  ])("%s: %s", (_, keys, expected) => {
    expect(summary(reviewed(keys))).toBe(expected);
  });

  test("each has its own journal", () => {
    const ports = desk(2);
    reviewed("a ] a s s", ports);
    expect(ports.journals.map((journal) => journal.map(({ kind }) => kind))).toEqual([
      ["accepted", "saved"],
      ["accepted", "saved"],
    ]);
  });
});

const KEYS = [
  ..."jknpaeiIwmulsdfotxgGq?=A[]r0123456789é/-",
  ..."up down left right home end enter escape backspace delete tab space pageup pagedown".split(" "),
  ..."ctrl-r ctrl-c ctrl-u ctrl-w ctrl-z ctrl-y ctrl-k alt-enter alt-b".split(" "),
];

test("500 keys at random never crash, never lose a decision, and undoing all of them leads back to the start", () => {
  const sequences = fc.array(fc.constantFrom(...KEYS), { minLength: 500, maxLength: 500 });
  fc.assert(
    fc.property(sequences, (names) => {
      const ports = desk(2);
      let state = twoFiles();
      for (const name of names) {
        state = afterKeys(name === "space" ? "_" : name, ports, state);
        expect(state.items[state.cursor]).toBeDefined();
        if (state.mode.kind === "left") state = { ...state, mode: { kind: "finding" } };
      }
      const recorded = ports.journals.flatMap((journal) =>
        journal.flatMap((event) => ("fingerprint" in event ? event.id : [])),
      );
      const known = state.sitting.files.flatMap(({ history }) =>
        [...history.decisions, ...history.undone].map(({ id }) => id),
      );
      const resumed = twoFiles(ports.journals);
      expect(summary(resumed).split(" ")[1]).toBe(summary(state).split(" ")[1]);
      expect(known.every((id) => recorded.includes(id))).toBe(true);
      state = { ...state, mode: { kind: "finding" } };
      while (state.sitting.done.length > 0) state = afterKeys("u", ports, state);
      expect(summary(state).split(" ")[1]).toBe(".......");
      expect(ports.ignoredRules).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

test("a review without findings has a screen too", () => {
  const empty = start({ readings: [{ ...reading(), findings: [] }], rules: [], size: SIZE });
  for (const { name } of strokes("a i e I 1 j k n p u ctrl-r s l / ? q").flatMap((each) =>
    each.kind === "key" ? [each] : [],
  ))
    afterKeys(name, desk(), empty);
  expect(afterKeys("a", desk(), empty).note).toBe("There are no findings.");
});
