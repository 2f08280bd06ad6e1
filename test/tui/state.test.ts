import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decisionsOf } from "../../src/review/decision.ts";
import { reviewSession } from "../../src/tui/screens/review/session.ts";
import { situationOf } from "../../src/tui/screens/review/situation.ts";
import { afterKeys, desk, FULL_DISK, fresh, stroke, strokes, summary } from "./desk.ts";

describe("keys lead from state to state", () => {
  test.each([
    ["nothing", "", "1 .... review"],
    ["down and up", "j j k", "2 .... review"],
    ["the list does not end in nothing", "k k j j j j j j", "4 .... review"],
    ["last and first", "G g", "1 .... review"],
    ["a choice moves on to the next open finding", "a", "2 a... review"],
    ["a covered finding is passed over", "a a", "4 aac. review"],
    ["ignoring moves on", "i i", "3 ii.. review"],
    ["ignoring a rule ignores the findings below", "j I", "2 .iii review"],
    ["a rule ignored lower down leaves those above", "j j I", "3 ..ii review"],
    ["next open", "a k n", "2 a... review"],
    ["previous open passes over what is decided", "j i p", "1 .i.. review"],
    ["undo goes back to where the decision was", "a i i u", "3 ai.. review"],
    ["undo of all", "a a u u", "1 .... review"],
    ["redo", "a u ctrl-r", "1 a... review"],
    ["undo and redo of a rule", "j I G u ctrl-r", "2 .iii review"],
    ["what another repair took cannot be accepted", "j a k a", "3 .ac. review"],
    ["after the other is ignored it can", "j a k k i a", "4 .ia. review"],
    ["the last finding cannot be accepted without a suggestion", "G a", "4 .... review"],
    ["but written", "G e backspace backspace enter", "4 ...a review"],
    ["leaving the edit line changes nothing", "e x escape", "1 .... review"],
    ["the same words are no repair", "G e enter", "4 .... edit"],
    ["list and back", "l j j enter", "3 .... review"],
    ["help and back", "? q", "1 .... review"],
    ["quit at once when nothing is unsaved", "i q", "2 i... left"],
    ["quit asks when something is unsaved", "a q", "2 a... quit"],
    ["stay", "a q escape", "2 a... review"],
    ["quit without saving", "a q q", "2 a... left"],
    ["save and quit", "a q s", "2 a... left"],
    ["save, then quit at once", "a s q", "2 a... left"],
    ["an undone repair is unsaved again", "a s u q", "1 .... quit"],
    ["after the end no key does anything", "q j j", "1 .... left"],
  ])("%s: %s", (_, keys, expected) => {
    const state = afterKeys(keys);
    expect(summary(state)).toBe(expected);
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
  ])("%s: %s", (_, keys, expected) => {
    const last = decisionsOf(afterKeys(keys).events).at(-1);
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
    ["a s", "Saved to out.txt."],
    ["a a i", "Every finding is decided."],
    ["G i", "No finding after this one is open."],
    ["j a k a", "The accepted repair of finding 2 takes these words. Undo or ignore that one first."],
    ["G e enter", "These are the words as they stand. Press i to ignore the finding."],
  ])("%s: %s", (keys, note) => {
    expect(afterKeys(keys).note).toBe(note);
  });

  test("a choice without its number does nothing", () => {
    expect(afterKeys("j 9").choice).toBeUndefined();
  });
});

describe("the journal", () => {
  test("holds a decision before the screen shows it", () => {
    const ports = desk();
    const seen: string[] = [];
    const session = reviewSession(fresh(), {
      ...ports,
      record(fact) {
        seen.push(summary(session.state()));
        return ports.record(fact);
      },
    });
    session.press([stroke("a")]);
    expect([...seen, summary(session.state())]).toEqual(["1 .... review", "2 a... review"]);
    expect(ports.journal.map(({ kind }) => kind)).toEqual(["accepted"]);
  });

  test("that cannot be written leaves everything as it was, and says so", () => {
    const state = afterKeys("a", FULL_DISK);
    expect(summary(state)).toBe("1 .... review");
    expect(state.note).toBe("journal: The disk is full. Make room.");
  });

  test("that cannot be written keeps the words under edit", () => {
    expect(summary(afterKeys("e ! enter", FULL_DISK))).toBe("1 .... edit");
  });

  test("resumes a review where it was left", () => {
    const ports = desk();
    const left = afterKeys("a j 2 a i k u", ports);
    const resumed = fresh(ports.journal);
    expect(summary(resumed).slice(2)).toBe(summary(left).slice(2));
    expect(situationOf(resumed).unsavedCount).toBe(situationOf(left).unsavedCount);
  });

  test("a saving that fails does not leave", () => {
    const accepted = afterKeys("a");
    expect(summary(afterKeys("q s", FULL_DISK, accepted))).toBe("2 a... quit");
  });
});

const KEYS = [
  ..."jknpaeiIulsgGq?123456789 xé",
  "up",
  "down",
  "left",
  "right",
  "home",
  "end",
  "enter",
  "escape",
  "backspace",
  "ctrl-r",
];

test("no keys lead off the list, and undoing everything returns to the start", () => {
  const sequences = fc.array(fc.constantFrom(...KEYS), { minLength: 300, maxLength: 300 });
  fc.assert(
    fc.property(sequences, (names) => {
      const ports = desk();
      let state = fresh();
      for (const name of names) {
        state = afterKeys(name === " " ? "_" : name, ports, state);
        expect(state.entries[state.cursor]).toBeDefined();
        expect(state.events).toEqual(ports.journal);
        if (state.mode.kind === "left") state = { ...state, mode: { kind: "review" } };
      }
      state = { ...state, mode: { kind: "review" } };
      while (situationOf(state).history.decisions.length > 0) state = afterKeys("u", ports, state);
      expect(summary(state).slice(2)).toBe(summary(fresh()).slice(2));
    }),
    { numRuns: 30 },
  );
});

test("a review without findings has a screen too", () => {
  const empty = { ...fresh(), entries: [] };
  for (const { name } of strokes("a i e I 1 j k n p u ctrl-r s l ? q")) afterKeys(name, desk(), empty);
  expect(afterKeys("a", desk(), empty).note).toBe("There are no findings.");
});
