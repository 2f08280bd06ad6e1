import { renderToString } from "ink";
import { describe, expect, test } from "vitest";
import { cellWidth } from "../../src/text/cells.ts";
import { plainText } from "../../src/text/wrap.ts";
import { FrameView } from "../../src/tui/frame.tsx";
import { DEFAULT_KEYMAP } from "../../src/tui/keys/keymap.ts";
import { start } from "../../src/tui/review/reduce.ts";
import { situationOf } from "../../src/tui/review/situation.ts";
import type { State } from "../../src/tui/review/state.ts";
import { frameOf } from "../../src/tui/screens/view.ts";
import { fileOf, findingOn, ODD_WORD } from "../review/sample.ts";
import { afterKeys, desk, fresh, reading, SIZE } from "./desk.ts";

const ESCAPES = /\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u;

const lines = (state: State): readonly string[] => {
  const { columns, rows } = state.size;
  const scene = {
    situation: situationOf(state),
    columns,
    palette: "plain",
    keymap: DEFAULT_KEYMAP,
    explain: desk().explain,
  } as const;
  return frameOf(scene, rows).lines.map(plainText);
};

/** What stands on the screen, with a sign where the caret is. */
function picture(state: State): string {
  const { columns, rows } = state.size;
  const scene = {
    situation: situationOf(state),
    columns,
    palette: "plain",
    keymap: DEFAULT_KEYMAP,
    explain: desk().explain,
  } as const;
  const frame = frameOf(scene, rows);
  const drawn = renderToString(<FrameView frame={frame} palette="plain" />, { columns });
  const caret = frame.caret === undefined ? "" : `caret in row ${frame.caret.y + 1}, column ${frame.caret.x + 1}\n`;
  return `${drawn.replace(/ +$/gmu, "")}\n${caret}`;
}

const at = (columns: number, rows: number, keys: string, from = fresh([], { columns, rows })): State =>
  afterKeys(keys, desk(), from);

describe("exact frames", () => {
  const sizes = [
    [40, 24],
    [80, 24],
    [120, 24],
    [200, 30],
  ] as const;
  const scenes = [
    ["open", "j"],
    ["accepted", "j 2 a k k"],
    ["covered", "j a k"],
    ["edit", "j e left left left"],
    ["reason", "j w n o"],
    ["list", "a j i l"],
    ["grouped", "a l t t"],
    ["search", "/ a p o l"],
    ["filter", "f j _"],
    ["document", "a d"],
    ["rule", "a x"],
    ["scope", "j I"],
    ["summary", "a a s"],
    ["help", "?"],
    ["help-search", "? u n d o"],
    ["quit", "a q"],
    ["note", "G a"],
    ["raised", "j e end b a d enter k"],
  ] as const;
  for (const [columns, rows] of sizes)
    test.each(scenes)(`%s at ${columns} columns`, async (scene, keys) => {
      await expect(picture(at(columns, rows, keys))).toMatchFileSnapshot(`../fixtures/tui/${scene}-${columns}.txt`);
    });

  test.each(scenes)("%s at 40 by 12", async (scene, keys) => {
    await expect(picture(at(40, 12, keys))).toMatchFileSnapshot(`../fixtures/tui/${scene}-low.txt`);
  });
});

/** A sentence of wide, combining, control and right-to-left characters, far too long for any terminal. */
function hostile(columns: number, rows: number): State {
  const text = `Start ${"渡し船 é ".repeat(20)}\u001b[2J\u001b]0;owned\u0007 the flaw\u202e ${"وصلت ".repeat(30)}👩‍🚀end`;
  const file = fileOf(text, "\u001b[31mharbour\u0007.txt");
  const finding = findingOn(file, {
    words: "flaw",
    replacements: ["\u001b[5mfault", "f\u0000ix"],
    message: "\u001b[2Jgone",
  });
  return start({ readings: [{ ...reading(), file, findings: [finding] }], rules: [ODD_WORD], size: { columns, rows } });
}

describe("whatever the text is", () => {
  const pages = ["", "e", "w", "l", "/ f", "f", "d", "x", "I", "a s", "?", "a q"];
  test.each([8, 20, 40, 80, 120, 200])(
    "no line is wider than %i columns, and no control character gets through",
    (columns) => {
      for (const keys of pages)
        for (const line of lines(at(columns, 24, keys, hostile(columns, 24)))) {
          expect(cellWidth(line)).toBeLessThanOrEqual(columns);
          expect(line).not.toMatch(ESCAPES);
        }
    },
  );

  test.each([1, 3, 6, 10, 14, 24, 50])("the frame is exactly %i rows high", (rows) => {
    for (const keys of pages) expect(lines(at(60, rows, keys, hostile(60, rows)))).toHaveLength(rows);
  });

  test("the flaw and its repair stay in sight", () => {
    for (const columns of [40, 80, 120]) {
      const shown = lines(hostile(columns, 24)).join("\n");
      expect(shown).toContain("‹flaw›");
      expect(shown).toContain("{+␛[5mfault+}");
    }
  });

  test("nothing stands beside text that terminals may turn around", () => {
    const left = (state: State): boolean =>
      lines(state).some((line) => line.startsWith("Original") && line.includes("Corrected"));
    expect(left(at(120, 24, ""))).toBe(true);
    expect(left(hostile(120, 24))).toBe(false);
  });

  test("wide characters keep the columns aligned", () => {
    const file = fileOf("The 渡し船 left é the the quay at 5 o'clock in the morning and never came back to 港 again.");
    const finding = findingOn(file, { words: "the the", replacements: ["the"] });
    const state = start({
      readings: [{ ...reading(), file, findings: [finding] }],
      rules: [],
      size: { columns: 100, rows: 20 },
    });
    const bars = lines(state).flatMap((line) =>
      line.includes(" │ ") ? [cellWidth(line.slice(0, line.indexOf("│")))] : [],
    );
    expect(new Set(bars).size).toBe(1);
    expect(bars.length).toBeGreaterThan(2);
  });
});

test("a low screen gives up reasons before suggestions", () => {
  const shown = lines(at(80, 11, "j")).join("\n");
  expect(shown).toContain("3 got an excuse");
  expect(shown).not.toContain("Why");
});

test("the source is shown where there is one", () => {
  const file = fileOf("The captain harvested a apology.");
  const [document] = file.documents;
  const [pair] = document?.pairs ?? [];
  if (document === undefined || pair === undefined) throw new Error("no pair");
  const source = { text: "Der Kapitän erntete eine Entschuldigung.", runs: [], escaping: [] };
  const bilingual = { ...file, documents: [{ ...document, pairs: [{ ...pair, source }] }] };
  const findings = [findingOn(bilingual, { words: "harvested" })];
  const state = start({ readings: [{ ...reading(), file: bilingual, findings }], rules: [], size: SIZE });
  expect(lines(state).join("\n")).toContain("Source   Der Kapitän erntete eine Entschuldigung.");
});

test("a file without findings is a screen too", () => {
  const empty = start({ readings: [{ ...reading(), findings: [] }], rules: [], size: SIZE });
  expect(lines(empty).join("\n")).toContain("There is nothing to review.");
});

test("a file that was changed by somebody else is told of", () => {
  const state = { ...fresh(), changed: [0] };
  expect(lines(state).join("\n")).toContain("ferry.txt was changed by somebody else: r reads it again");
});

test("a long list keeps the cursor in sight, and only what is in sight is made", () => {
  const file = fileOf(Array.from({ length: 60 }, (_, row) => `Boat ${row} has has left.`).join("\n"));
  const findings = Array.from({ length: 60 }, (_, row) =>
    findingOn(file, { words: "has has", pair: String(row + 1), replacements: ["has"] }),
  );
  const state = start({
    readings: [{ ...reading(), file, findings }],
    rules: [ODD_WORD],
    size: { columns: 60, rows: 20 },
  });
  for (const keys of ["l", `l ${"j ".repeat(31)}`, "l G", "l t t G", "d", "d G", "d _ _ -"])
    expect(lines(afterKeys(keys, desk(), state)).join("\n")).toContain(keys.startsWith("d _") ? "Boat" : "▸");
});
