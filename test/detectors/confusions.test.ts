import { expect, test } from "vitest";
import { fileConfusions, openConfusions } from "../../src/detectors/confusions.ts";
import { mustLoadTable, OWN_TABLE } from "../../src/plausibility/load.ts";
import { wordNumber } from "../../src/plausibility/vocabulary.ts";
import { fillDrawer, openDrawer } from "../../src/text/drawer.ts";
import { engineOf, findingsIn, ownRulebook, ownSources } from "../support/example.ts";

const files = ownSources.confusions;
const confusions = openConfusions(openDrawer(fillDrawer(fileConfusions(files))));

test("there are some hundred rows, none twice", () => {
  const keys = files.flatMap(({ language, rows }) => rows.map(({ of, use }) => `${language} ${use} ${of}`));
  expect(keys.length).toBeGreaterThan(300);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

test("every word is one the statistics know", () => {
  const table = mustLoadTable(OWN_TABLE);
  const words = files.flatMap(({ rows }) => rows.flatMap((row) => row.words));
  expect(words.filter((word) => wordNumber(table, word) === 0)).toEqual([]);
});

test("what a word was confused with comes from the language of the text, else from all", () => {
  expect(confusions.confusedWith("verb", "pretend", "es").map(({ word }) => word)).toEqual(["intend", "seek"]);
  expect(
    new Set(confusions.confusedWith("verb", "pretend", undefined).map(({ language }) => language)).size,
  ).toBeGreaterThan(2);
  expect(confusions.confusedWith("noun", "spoon", "es")).toEqual([]);
});

test("a suggestion says which word covers both", () => {
  const engine = engineOf(ownRulebook.rules.filter(({ detector }) => detector === "misfit"));
  const [finding] = findingsIn(engine, "The ministers contracted a meeting on the border crisis in the capital.", {
    kind: "paragraph",
    from: "ar",
    date: undefined,
  });
  expect(finding?.suggestions.map(({ replacement }) => replacement)).toContain("held");
  expect(finding?.suggestions.find(({ replacement }) => replacement === "held")?.why).toBe(
    "Arabic “عقد” is both “hold” and “contract”",
  );
});
