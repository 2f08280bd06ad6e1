import fc from "fast-check";
import { expect, test } from "vitest";
import { accentedWords } from "../../src/detectors/words/foreign.ts";
import { LANGUAGES, MOST_LIKE, openLanguages } from "../../src/plausibility/languages.ts";
import { loadLanguages } from "../../src/plausibility/load.ts";

const languages = openLanguages(loadLanguages);

test.each([
  ["zwischen", "de"],
  ["gobierno", "es"],
  ["toujours", "fr"],
  ["protože", "cs"],
  ["współpracę", "pl"],
  ["nonostante", "it"],
])("%s looks like %s", (word, language) => {
  const likeness = languages(word);
  expect(likeness.language).toBe(language);
  expect(likeness.foreign).toBeGreaterThan(likeness.english + 2);
});

test.each(["government", "because", "children", "understanding"])("%s looks like English", (word) => {
  const { foreign, english } = languages(word);
  expect(english).toBeGreaterThan(foreign - 1);
});

test("any word looks like a language so much and no more", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), (word) => {
      const { language, foreign, english } = languages(word);
      expect(["", ...LANGUAGES]).toContain(language);
      for (const likeness of [foreign, english]) {
        expect(likeness).toBeGreaterThanOrEqual(0);
        expect(likeness).toBeLessThanOrEqual(MOST_LIKE);
      }
    }),
    { numRuns: 100 },
  );
});

test("accented words are found where they stand", () => {
  const text = "It was obecně known that protože is no name, nor is Škoda.";
  for (const { span, word } of accentedWords(text, languages)) expect(text.slice(span.start, span.end)).toBe(word);
  expect(accentedWords(text, languages).map(({ word }) => word)).toEqual(["obecně", "protože"]);
});

test("the table of languages is small", () => {
  expect(loadLanguages().length).toBeLessThan(400_000);
});
