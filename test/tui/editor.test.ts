import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellWidth, charactersOf } from "../../src/text/cells.ts";
import { caretPlace, type Editor, edited, editorOf, lineStarts } from "../../src/tui/review/editor.ts";

const move = (to: "left" | "right" | "word-left" | "word-right" | "up" | "down" | "start" | "end") =>
  ({ kind: "caret-moved", to, widthInCells: 10 }) as const;
const STEPS = {
  "<": move("left"),
  ">": move("right"),
  "(": move("word-left"),
  ")": move("word-right"),
  "^": move("start"),
  $: move("end"),
  "-": move("up"),
  "+": move("down"),
  "#": { kind: "erased", what: "left" },
  "%": { kind: "erased", what: "right" },
  "&": { kind: "erased", what: "word" },
  "[": { kind: "erased", what: "to-start" },
  "]": { kind: "erased", what: "to-end" },
  "~": { kind: "edit-undone" },
  "!": { kind: "edit-redone" },
} as const;
const isStep = (sign: string): sign is keyof typeof STEPS => sign in STEPS;
const afterSteps = (signs: string, text: string): Editor =>
  [...signs].reduce(
    (editor, sign) => edited(editor, isStep(sign) ? STEPS[sign] : { kind: "typed", text: sign }),
    editorOf(text),
  );
const shown = ({ text, caret }: Editor): string => `${text.slice(0, caret)}|${text.slice(caret)}`;

describe("an editor", () => {
  test.each([
    ["", "the ferry|"],
    ["s", "the ferrys|"],
    ["##", "the fer|"],
    ["^%x", "x|he ferry"],
    ["<<x", "the ferx|ry"],
    ["(x", "the x|ferry"],
    ["^)x", "thex| ferry"],
    ["&", "the |"],
    ["([", "|ferry"],
    ["(]", "the |"],
    ["ab~~", "the ferry|"],
    ["ab~~!", "the ferrya|"],
    ["&~", "the ferry|"],
    ["~~!!", "the ferry|"],
  ])("after %j: %s", (signs, expected) => {
    expect(shown(afterSteps(signs, "the ferry"))).toBe(expected);
  });

  test("moves from line to line as they are wrapped", () => {
    const text = "the ferry left the quay";
    expect(lineStarts(text, 10)).toEqual([0, 10, 19]);
    expect(shown(afterSteps("-", text))).toBe("the ferry left| the quay");
    expect(shown(afterSteps("--", text))).toBe("the |ferry left the quay");
    expect(shown(afterSteps("---", text))).toBe("|the ferry left the quay");
    expect(shown(afterSteps("^+", text))).toBe("the ferry |left the quay");
    expect(shown(afterSteps("^++++", text))).toBe("the ferry left the quay|");
  });

  test("takes no control characters, and whole characters away", () => {
    const editor = edited(editorOf("a👩‍🚀"), { kind: "erased", what: "left" });
    expect(edited(editor, { kind: "typed", text: "\u001b\tb\u0000" }).text).toBe("a b");
  });

  test("makes one line of what is pasted", () => {
    expect(edited(editorOf(""), { kind: "pasted", text: "one\n  two\u001b[31m" }).text).toBe("one two[31m");
  });

  test("any steps keep the caret between characters, every line within its width, and can all be undone", () => {
    const signs = fc.array(fc.constantFrom(...Object.keys(STEPS), "x", " ", "渡", "é"), { maxLength: 40 });
    fc.assert(
      fc.property(signs, (steps) => {
        const editor = afterSteps(steps.join(""), "the 👩‍🚀 渡し船 left");
        const boundaries = new Set([0]);
        let at = 0;
        for (const character of charactersOf(editor.text)) {
          at += character.length;
          boundaries.add(at);
        }
        expect(boundaries).toContain(editor.caret);
        const starts = lineStarts(editor.text, 10);
        for (const [row, start] of starts.entries())
          expect(cellWidth(editor.text.slice(start, starts[row + 1]).trimEnd())).toBeLessThanOrEqual(10);
        expect(caretPlace(editor, 10).y).toBeLessThan(starts.length);
        let back = editor;
        while (back.before.length > 0) back = edited(back, { kind: "edit-undone" });
        expect(back.text).toBe("the 👩‍🚀 渡し船 left");
      }),
    );
  });
});
