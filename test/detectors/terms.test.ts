import { describe, expect, test } from "vitest";
import { sourceTerms, termFinder } from "../../src/detectors/term-finder.ts";

const wordsFound = (text: string, ...sought: readonly (readonly [words: string, match: "inflected" | "exact"])[]) =>
  termFinder(sought.map(([words, match]) => ({ owner: words, words, match })))(text).map(({ span }) =>
    text.slice(span.start, span.end),
  );

describe("terms in English", () => {
  test("the last word may take any form, the others none", () => {
    expect(
      wordsFound("Grid operators met; a grid operator left; grids operate.", ["grid operator", "inflected"]),
    ).toEqual(["Grid operators", "grid operator"]);
    expect(wordsFound("Piers and a pier.", ["pier", "inflected"])).toEqual(["Piers", "pier"]);
  });

  test("exact words keep their capitals", () => {
    expect(wordsFound("The Times, the times.", ["Times", "exact"])).toEqual(["Times"]);
  });

  test("marks and figures are words too", () => {
    expect(wordsFound("Take R&D-7 to C++.", ["R&D-7", "inflected"], ["C++", "exact"])).toEqual(["R&D-7", "C++"]);
  });

  test("of terms that begin alike the longest is found", () => {
    expect(
      wordsFound("A high voltage line.", ["high voltage", "inflected"], ["high voltage line", "inflected"]),
    ).toEqual(["high voltage line"]);
  });

  test("parts of words are no words", () => {
    expect(wordsFound("Airport support.", ["port", "inflected"])).toEqual([]);
  });
});

describe("terms in a source", () => {
  const holds = (text: string, term: string): boolean => sourceTerms([term])(text).has(0);

  test.each([
    ["Die Netzbetreibers Pflicht", "Netzbetreiber", true],
    ["NETZBETREIBER", "Netzbetreiber", true],
    ["der Übernetzbetreiber", "Netzbetreiber", false],
    ["die Hafenstadt", "Hafen", false],
    ["im Ei, eins", "Ei", true],
    ["eins", "ei", false],
    ["配電盤を点検", "配電盤", true],
    ["والميناء مغلق", "ميناء", true],
    ["nothing", "Netz", false],
  ])("%s · %s", (text, term, expected) => {
    expect(holds(text, term)).toBe(expected);
  });
});
