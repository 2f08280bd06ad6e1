import { expect, test } from "vitest";
import { firstSound, startsWithVowelSound } from "../../src/text/article.ts";

test.each([
  [
    "vowel",
    [
      "hour",
      "honest",
      "heir",
      "unimportant",
      "unidentified",
      "uninsured",
      "urban",
      "umbrella",
      "onion",
      "onerous",
      "X-ray",
      "e-mail",
      "MP",
      "EU",
      "NGO",
      "MPs",
      "SGLT2I",
      "HIV",
      "F-16",
      "8",
      "80",
      "11",
      "18th",
      "11,000",
      "Yvonne",
    ],
  ],
  [
    "consonant",
    [
      "unit",
      "unique",
      "union",
      "unanimous",
      "usual",
      "uranium",
      "European",
      "ewe",
      "one-off",
      "once",
      "Ukrainian",
      "UN",
      "UK",
      "UNESCO",
      "U-turn",
      "10",
      "100",
      "1,800",
      "yacht",
      "height",
      "herbert",
    ],
  ],
  ["either", ["historic", "hotel", "herb", "NATO", "NASA", "1850", "PhD"]],
] as const)("a %s is heard first", (sound, words) => {
  expect(words.filter((word) => firstSound(word) !== sound)).toEqual([]);
});

test("where both are heard, the first letter decides on the article", () => {
  expect(["historic", "NATO", "PhD"].filter(startsWithVowelSound)).toEqual([]);
  expect(startsWithVowelSound("Oaxacan")).toBe(true);
});
