import { describe, expect, test } from "vitest";
import { backgroundOf, readAnswer } from "../../src/tui/terminal/background.ts";
import { painterOn, repaint } from "../../src/tui/terminal/painter.ts";
import { PALETTES, styleOf, TONES } from "../../src/tui/theme.ts";

describe("the background", () => {
  test.each([
    ["15;0", "dark"],
    ["0;15", "light"],
    ["0;default;7", "light"],
    ["7;8", "dark"],
    ["nonsense", undefined],
    [undefined, undefined],
  ])("COLORFGBG %s is %s", (colours, expected) => {
    expect(backgroundOf(colours)).toBe(expected);
  });

  test.each([
    ["\u001b]11;rgb:0000/0000/0000\u0007\u001b[?64c", "dark", ""],
    ["\u001b]11;rgb:ff/ff/f0\u001b\\\u001b[?64;1c", "light", ""],
    ["j\u001b]11;rgba:fdfd/f6f6/e3e3/ffff\u0007k\u001b[?1;2c", "light", "jk"],
    ["\u001b[?1;2cq", undefined, "q"],
    ["", undefined, ""],
  ])("the answer %j means %s, and %j was typed", (answer, background, rest) => {
    expect(readAnswer(answer)).toEqual({ background, rest });
  });
});

describe("painting", () => {
  test("writes only the lines that differ, and shows the caret only where there is one", () => {
    const written = repaint(["one", "two", "three"], ["one", "2"], undefined);
    expect(written).toContain("\u001b[2;1H\u001b[2K2\u001b[3;1H\u001b[2K\u001b[?2026l");
    expect(written).not.toContain("one");
    expect(written).not.toContain("\u001b[?25h");
    expect(repaint([], ["a"], { x: 4, y: 2 })).toContain("\u001b[3;5H\u001b[?25h");
  });

  test("begins anew after a wipe", () => {
    const written: string[] = [];
    const painter = painterOn((text) => written.push(text));
    painter.paint("one\ntwo");
    painter.paint("one\nthree");
    painter.wipe();
    painter.paint("one\nthree");
    expect(written.map((text) => text.includes("one"))).toEqual([true, false, false, true]);
  });
});

test("the plain palette has no style at all; the others have one for whatever is more than text", () => {
  for (const tone of TONES) {
    expect(styleOf("plain", tone)).toEqual({});
    for (const palette of PALETTES)
      if (palette !== "plain" && tone !== "same") expect(styleOf(palette, tone)).not.toEqual({});
  }
});
