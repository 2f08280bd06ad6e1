import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textSpan } from "../../src/core/span.ts";
import { cellWidth, cutEnd, cutStart } from "../../src/text/cells.ts";
import { hintLines } from "../../src/tui/components/key-line.tsx";
import type { Piece } from "../../src/tui/piece.ts";
import { edited, editLine, lineText } from "../../src/tui/screens/review/edit-line.ts";
import { firstRow } from "../../src/tui/screens/review/pages.tsx";
import { correctedPieces, excerpt, originalPieces } from "../../src/tui/screens/review/pieces.ts";

const flat = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join("");

describe("width is counted in cells", () => {
  test.each([
    ["ferry", 5],
    ["渡し船", 6],
    ["é", 1],
    ["👩‍🚀", 2],
  ])("%s takes %i", (text, cells) => {
    expect(cellWidth(text)).toBe(cells);
  });
  test.each([
    ["ferry", 5, "ferry", "ferry"],
    ["ferries", 4, "fer…", "…ies"],
    ["渡し船が", 5, "渡し…", "…船が"],
    ["渡し船が", 4, "渡…", "…が"],
    ["ferry", 0, "", ""],
  ])("%s cut to %i", (text, cells, end, start) => {
    expect([cutEnd(text, cells), cutStart(text, cells)]).toEqual([end, start]);
  });
});

describe("what is marked", () => {
  const comparison = (original: string, words: string, corrected: string) => {
    const start = original.indexOf(words);
    return { original, flaw: textSpan(start, start + words.length), corrected };
  };
  test.each([
    ["He teased a riot.", "teased", "He staged a riot.", "He ‹teased› a riot.", "He [staged] a riot."],
    ["It is a apology.", "apology", "It is an excuse.", "It is [a] ‹apology›.", "It is [an excuse]."],
    ["The the end.", "The the", "The end.", "‹The the› end.", "The end."],
    ["All well.", "well", "All well.", "All ‹well›.", "All well."],
    [
      "\u001b[1m Red\nand\u202e blue",
      "Red",
      "\u001b[1m Read\nand\u202e blue",
      "␛[1m ‹Red› and\ufffd blue",
      "␛[1m [Read] and\ufffd blue",
    ],
  ])("%j", (original, words, corrected, left, right) => {
    const both = comparison(original, words, corrected);
    expect([flat(originalPieces(both)), flat(correctedPieces(both))]).toEqual([left, right]);
  });

  test("a flaw without words has its place marked", () => {
    const pieces = originalPieces({ original: "He went home", flaw: textSpan(7, 7), corrected: "He went back home" });
    expect(flat(pieces)).toBe("He went‹› home");
  });

  test("a long sentence keeps what is marked in sight", () => {
    const original = `${"before ".repeat(30)}flaw${" after".repeat(30)}`;
    const pieces = excerpt(originalPieces(comparison(original, "flaw", original)), 40);
    expect(flat(pieces)).toBe("…e before before ‹flaw› after after aft…");
    expect(cellWidth(flat(pieces))).toBe(40);
  });
});

describe("the edit line", () => {
  const steps = {
    "<": { kind: "caret-moved", to: "left" },
    ">": { kind: "caret-moved", to: "right" },
    "^": { kind: "caret-moved", to: "start" },
    $: { kind: "caret-moved", to: "end" },
    "#": { kind: "erased" },
  } as const;
  const isStep = (sign: string): sign is keyof typeof steps => sign in steps;
  test.each([
    ["", "ferry|"],
    ["s", "ferrys|"],
    ["##", "fer|"],
    ["^#a", "a|ferry"],
    ["<<x", "ferx|ry"],
    ["^>>>#", "fe|ry"],
    ["^<>$>!", "ferry!|"],
  ])("after %j: %s", (signs, expected) => {
    const line = [...signs].reduce(
      (now, sign) => edited(now, isStep(sign) ? steps[sign] : { kind: "typed", text: sign }),
      editLine("ferry"),
    );
    expect(`${line.before}|${line.after}`).toBe(expected);
  });
  test("takes no control characters, and whole characters away", () => {
    const line = edited(editLine("a👩‍🚀"), { kind: "erased" });
    expect(lineText(edited(line, { kind: "typed", text: "\u001b\tb\u0000" }))).toBe("a b");
  });
});

test("the row at the cursor is always in sight", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(), fc.integer({ min: 1, max: 30 }), (count, at, height) => {
      const cursor = at % count;
      const first = firstRow(cursor, count, height);
      expect(cursor - first).toBeGreaterThanOrEqual(0);
      expect(cursor - first).toBeLessThan(height);
    }),
  );
});

test("a footer too narrow for all keys keeps help and quit", () => {
  const hints = ["a", "b", "c", "?", "q"].map((label) => ({ label, does: "something" }));
  expect(hintLines(hints, 40, 1)).toEqual(["a something · ? something · q something"]);
  expect(hintLines(hints, 26, 2)).toEqual(["a something · b something", "? something · q something"]);
});
