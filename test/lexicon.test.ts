import { expect, test } from "vitest";
import { engineOf, findingsIn, markedWords, ownRulebook, ownSources, unmarked } from "./support/example.ts";

const engine = engineOf(
  ownRulebook.rules.filter(({ detector, options }) => detector === "phrase" && "lexicon" in options),
);
const entries = ownSources.lexicons.flatMap(({ language, entries: rows }) => rows.map((row) => ({ language, row })));
const setting = (language: string) => ({ kind: "paragraph", from: language, date: undefined }) as const;

test("every entry finds the words its bad example marks", () => {
  const missed = entries.filter(({ language, row }) => {
    const [marked = ""] = markedWords(row.bad);
    return !findingsIn(engine, unmarked(row.bad), setting(language)).some(({ target }) => target.text.includes(marked));
  });
  expect(missed.map(({ language, row }) => `${language}: ${row.phrase}`)).toEqual([]);
});

test("every entry repairs its bad example", () => {
  const unrepaired = entries.filter(({ language, row }) => {
    const [marked = ""] = markedWords(row.bad);
    const finding = findingsIn(engine, unmarked(row.bad), setting(language)).find(({ target }) =>
      target.text.includes(marked),
    );
    return finding !== undefined && finding.suggestions.length === 0;
  });
  expect(unrepaired.map(({ language, row }) => `${language}: ${row.phrase}`)).toEqual([]);
});

test("entries are silent on their good examples", () => {
  const loud = entries.filter(
    ({ language, row }) => row.good !== undefined && findingsIn(engine, row.good, setting(language)).length > 0,
  );
  expect(loud.map(({ language, row }) => `${language}: ${row.phrase}`)).toEqual([]);
});

test("no phrase stands twice in one language", () => {
  const keys = entries.map(({ language, row }) => `${language}: ${row.phrase}`);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});
