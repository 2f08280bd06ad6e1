import { renderToString } from "ink";
import { describe, expect, test } from "vitest";
import { cellWidth } from "../../src/text/cells.ts";
import { type State, start } from "../../src/tui/screens/review/state.ts";
import { ReviewView } from "../../src/tui/screens/review/view.tsx";
import { fileOf, findingOn, ODD_WORD } from "../review/sample.ts";
import { afterKeys, fresh } from "./desk.ts";

const frame = (state: State, columns: number, rows: number): string =>
  `${renderToString(<ReviewView state={state} columns={columns} rows={rows} palette="plain" />, { columns })}\n`;

const golden = (name: string): string => `../fixtures/tui/${name}.txt`;

describe("exact frames", () => {
  const sizes = [
    [40, 26],
    [80, 20],
    [120, 18],
  ] as const;
  const scenes = [
    ["open", "j"],
    ["accepted", "j 2 a k k"],
    ["covered", "j a k"],
    ["edit", "j e left left left"],
    ["list", "a j i l"],
    ["help", "?"],
    ["quit", "a q"],
    ["note", "G a"],
  ] as const;
  for (const [columns, rows] of sizes)
    test.each(scenes)(`%s at ${columns} columns`, async (scene, keys) => {
      await expect(frame(afterKeys(keys), columns, rows)).toMatchFileSnapshot(golden(`${scene}-${columns}`));
    });
});

/** A sentence of wide, combining, control and right-to-left characters, far too long for any terminal. */
function hostile(): State {
  const text = `Start ${"渡し船 é ".repeat(20)}\u001b[2J\u001b]0;owned\u0007 the flaw\u202e ${"وصلت ".repeat(30)}end`;
  const file = fileOf(text, "\u001b[31mharbour\u0007.txt");
  const finding = findingOn(file, {
    words: "flaw",
    replacements: ["\u001b[5mfault", "f\u0000ix"],
    message: "\u001b[2Jgone",
  });
  return start({ file, findings: [finding], rules: [ODD_WORD], events: [] });
}

describe("whatever the text is", () => {
  test.each([20, 40, 80, 120, 200])(
    "no line is wider than %i columns, and no control character gets through",
    (columns) => {
      for (const keys of ["", "e", "l"]) {
        const shown = frame(afterKeys(keys, undefined, hostile()), columns, 24);
        for (const line of shown.split("\n")) expect(cellWidth(line)).toBeLessThanOrEqual(columns);
        expect(shown.replaceAll("\n", "")).not.toMatch(/\p{Cc}|[\u202a-\u202e]/u);
      }
    },
  );

  test.each([3, 6, 10, 14, 24, 50])("the frame is %i rows high", (rows) => {
    for (const state of [hostile(), fresh(), afterKeys("?"), afterKeys("l")])
      expect(frame(state, 60, rows).trimEnd().split("\n").length).toBeLessThanOrEqual(rows);
  });

  test("the flaw and its repair stay in sight", () => {
    for (const columns of [40, 80, 120]) {
      expect(frame(hostile(), columns, 24)).toContain("‹flaw›");
      expect(frame(hostile(), columns, 24)).toContain("[␛[5mfault]");
    }
  });
});

test("a low screen gives up reasons before suggestions", () => {
  const shown = frame(afterKeys("j"), 80, 14);
  expect(shown).toContain("3 got an excuse");
  expect(shown).not.toContain("Evidence");
});

test("the source is shown where there is one", () => {
  const state = fresh();
  const source = { text: "Der Kapitän erntete eine Entschuldigung.", runs: [], escaping: [] };
  const entries = state.entries.map((entry) => ({ ...entry, pair: { ...entry.pair, source } }));
  expect(frame({ ...state, entries }, 80, 24)).toContain("Source: Der Kapitän erntete eine Entschuldigung.");
});

test("a file without findings is a screen too", () => {
  const file = fileOf("All is well.");
  const empty = start({ file, findings: [], rules: [], events: [] });
  expect(frame(empty, 60, 10)).toContain("There is nothing to review in this file.");
});

test("a long list keeps the cursor in sight", () => {
  const file = fileOf(Array.from({ length: 60 }, (_, row) => `Boat ${row} has has left.`).join("\n"));
  const findings = Array.from({ length: 60 }, (_, row) =>
    findingOn(file, { words: "has has", pair: String(row + 1), replacements: ["has"] }),
  );
  const state = start({ file, findings, rules: [ODD_WORD], events: [] });
  for (const keys of ["l", `l ${"j ".repeat(31)}`, "l G"])
    expect(frame(afterKeys(keys, undefined, state), 60, 20)).toContain("▸");
});
