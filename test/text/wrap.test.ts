import fc from "fast-check";
import { expect, test } from "vitest";
import { hanging, paintLine, piece } from "../../src/reporters/line.ts";
import { cellWidth, padded, spaced, tidy } from "../../src/text/cells.ts";
import { plainText, wrap } from "../../src/text/wrap.ts";
import { anyText } from "../fixtures/reporters/hostile.ts";

const wrapped = (text: string, width: number): readonly string[] => wrap([piece(text)], width).map(plainText);
const withoutSpace = (text: string): string => text.replace(/\s+/gu, "");

test.for<[text: string, width: number, lines: readonly string[]]>([
  ["", 10, [""]],
  ["the port stays shut", 10, ["the port", "stays shut"]],
  ["a  gap stays", 20, ["a  gap stays"]],
  ["unforeseeable", 5, ["unfor", "eseea", "ble"]],
  ["so unforeseeable it is", 6, ["so", "unfore", "seeabl", "e it", "is"]],
  ["港口罢工开始", 6, ["港口罢", "工开始"]],
  ["港口罢工。开始", 8, ["港口罢", "工。开始"]],
  ["see 港口 now", 6, ["see 港", "口 now"]],
  ["👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 2, ["👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦"]],
])("%j at %i cells becomes %j", ([text, width, lines]) => {
  expect(wrapped(text, width)).toEqual(lines);
});

test("a mark stays with its words, whatever their looks", () => {
  const line = [piece("on "), piece("[-港口-]"), piece("¹"), piece(", then")];
  expect(wrap(line, 9).map(plainText)).toEqual(["on [-港", "口-]¹,", "then"]);
});

test("further lines hang below the first", () => {
  expect(hanging([piece("why  ")], [piece("one two three")], 12).map(plainText)).toEqual([
    "why  one two",
    "     three",
  ]);
});

test("neighbours of one look are painted in one go", () => {
  const loud = (text: string): string => `<${text}>`;
  expect(paintLine([piece("a", loud), piece(" b", loud), piece(" c")])).toBe("<a b> c");
});

test("padding counts cells", () => {
  expect(padded("港", 4)).toBe("港  ");
  expect(padded("harbour", 4)).toBe("harbour");
});

test("lone halves of characters and line ends are made presentable", () => {
  expect(tidy(" one\r\ntwo \ud83d ")).toBe("one two \ufffd");
  expect(spaced(" one ")).toBe(" one ");
});

test("no line is too wide and no letter is lost", () => {
  fc.assert(
    fc.property(fc.array(anyText.map(spaced)), fc.integer({ min: 12, max: 60 }), (texts, width) => {
      const lines = wrap(
        texts.map((text) => piece(text)),
        width,
      ).map(plainText);
      for (const line of lines) expect(cellWidth(line)).toBeLessThanOrEqual(width);
      expect(withoutSpace(lines.join(""))).toBe(withoutSpace(texts.join("")));
    }),
  );
});
