import { expect, test } from "vitest";
import { DEFAULT_KEYMAP } from "../../src/tui/keys/keymap.ts";
import { runPlain } from "../../src/tui/plain/run.ts";
import { ODD_WORD } from "../review/sample.ts";
import { desk, reading, summary } from "./desk.ts";

async function answers(...lines: readonly string[]) {
  let spoken = "";
  const ports = desk();
  const state = await runPlain({
    readings: [reading()],
    rules: [ODD_WORD],
    ports,
    keymap: DEFAULT_KEYMAP,
    note: undefined,
    print: (text) => {
      spoken += text;
    },
    lines: (async function* () {
      yield* lines;
    })(),
  });
  return { state, spoken, journal: ports.journals[0] ?? [] };
}

test("a finding is read out in plain words", async () => {
  const { spoken } = await answers();
  await expect(spoken).toMatchFileSnapshot("../fixtures/tui/plain.txt");
});

test.each([
  [["a", "i"], "3 ai.. finding"],
  [["accept", "3", "a"], "4 aac. finding"],
  [["e a better word"], "2 a... finding"],
  [["w it is a name"], "2 r... finding"],
  [["w"], "2 r... finding"],
  [["m who said so?"], "2 ?... finding"],
  [["a", "u", "ctrl-r"], "1 a... finding"],
  [["j", "I", "e"], "2 .iii finding"],
  [["/ hut", "i", "q"], "4 ...i left"],
  [["=", "s", "s", "q"], "2 a... left"],
  [["a", "q", "q"], "2 a... left"],
  [["?", "x", "d", "", "a"], "2 a... finding"],
])("%j lead to %s", async (lines, expected) => {
  expect(summary((await answers(...lines)).state)).toBe(expected);
});

test("what is no command is answered with the nearest", async () => {
  expect((await answers("acept")).spoken).toContain("“acept” is no command. Did you mean “accept”?");
  expect((await answers("e")).spoken).toContain("Write the words after it: e better words.");
});

test("every decision is in the journal, and what was decided is said", async () => {
  const { journal, spoken } = await answers("a", "a", "s", "s", "q");
  expect(journal.map(({ kind }) => kind)).toEqual(["accepted", "accepted", "saved"]);
  expect(spoken).toContain("Saved to out.txt.");
});
