import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { correctionsOf } from "../../src/detectors/words/corrections.ts";
import {
  type DictionaryEntry,
  fillDictionary,
  openDictionary,
  RAREST,
  SEEN,
} from "../../src/plausibility/dictionary.ts";
import { loadWords } from "../../src/plausibility/load.ts";
import { oneEditFrom } from "../../src/text/one-edit.ts";

const own = openDictionary(loadWords);
const letters = fc.string({ unit: fc.constantFrom(..."abcdeghilmnorstuy"), minLength: 2, maxLength: 12 });

describe("a dictionary", () => {
  test("gives back what it was filled with", () => {
    const entry: fc.Arbitrary<DictionaryEntry> = fc.tuple(letters, fc.integer({ min: 1, max: 15 }));
    fc.assert(
      fc.property(fc.uniqueArray(entry, { selector: ([word]) => word, maxLength: 50 }), (entries) => {
        const dictionary = openDictionary(() => fillDictionary(entries));
        for (const [word, kind] of entries) {
          expect(dictionary.kindOf(word)).toBe(kind);
          expect(dictionary.remembered(word)).toBe(kind);
        }
      }),
      { numRuns: 10 },
    );
  });

  test("is not read before it is asked", () => {
    const dictionary = openDictionary(() => {
      throw new Error("read");
    });
    expect(() => dictionary.kindOf("word")).toThrow("read");
  });
});

describe("the project's own dictionary", () => {
  test.each([
    "colour",
    "color",
    "organise",
    "organize",
    "theatre",
    "tonne",
    "kilometre",
    "analyse",
    "whilst",
    "gotten",
  ])("knows %s, British or American", (word) => {
    expect(own.kindOf(word)).toBeGreaterThan(0);
    expect(own.kindOf(word)).toBeLessThanOrEqual(RAREST);
  });

  test("ranks common words before rare ones", () => {
    expect(own.kindOf("the")).toBe(1);
    expect(own.kindOf("government")).toBeLessThan(own.kindOf("governess"));
  });

  test.each(["wtih", "recieve", "goverment", "ofthe", "xqzzy", "beleive"])("does not know %s", (word) => {
    expect(own.kindOf(word)).toBe(0);
  });

  test("takes hardly any string for a word", () => {
    let taken = 0;
    for (let number = 0; number < 100_000; number += 1) if (own.kindOf(`q${number.toString(36)}x`) > 0) taken += 1;
    expect(taken).toBeLessThan(10);
  });

  test("is small", () => {
    expect(loadWords().length).toBeLessThan(1_050_000);
  });
});

describe("corrections", () => {
  test("are words of the dictionary, the likeliest first, each once", () => {
    fc.assert(
      fc.property(letters, (word) => {
        const corrections = correctionsOf(own, word);
        for (const { words } of corrections)
          for (const each of words.split(" ")) {
            expect(own.kindOf(each)).toBeGreaterThan(0);
            expect(own.kindOf(each)).toBeLessThan(SEEN);
          }
        expect(corrections.map(({ rank }) => rank)).toEqual(
          corrections.map(({ rank }) => rank).toSorted((a, b) => a - b),
        );
        expect(new Set(corrections.map(({ words }) => words)).size).toBe(corrections.length);
      }),
      { numRuns: 50 },
    );
  });

  test.each([
    ["goverment", "government"],
    ["repiared", "repaired"],
    ["accomodate", "accommodate"],
    ["exersize", "exercise"],
    ["inthe", "in the"],
  ])("%s is corrected to %s", (word, wanted) => {
    expect(correctionsOf(own, word)[0]?.words).toBe(wanted);
  });

  test("one edit leads back by one edit", () => {
    fc.assert(
      fc.property(letters, fc.nat(), (word, pick) => {
        const edits = [...oneEditFrom(word)];
        const edit = edits[pick % edits.length] ?? "";
        expect(edit).not.toBe(word);
        expect(new Set(oneEditFrom(edit)).has(word)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
