import stringWidth from "string-width";
import { expect, test } from "vitest";
import { cellWidth, charactersOf } from "../../src/text/cells.ts";

const isSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;
const characters = Array.from({ length: 0x1_0000 }, (_, code) => code)
  .filter((code) => !isSurrogate(code))
  .map((code) => String.fromCharCode(code));

test("the width that is known without measuring is the measured one", () => {
  expect(characters.filter((character) => cellWidth(character) !== stringWidth(character))).toEqual([]);
});

test("what is taken for a character of its own joins no other", () => {
  const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
  const joined = characters.filter(
    (character) => charactersOf(`a${character}b`).length !== Array.from(segmenter.segment(`a${character}b`)).length,
  );
  expect(joined).toEqual([]);
});
