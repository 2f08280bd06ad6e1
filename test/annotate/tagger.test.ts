import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { loadTagger } from "../../src/annotate/tagger.ts";

const folder = "samples/clean";
const lines = readdirSync(folder).flatMap((name) => readFileSync(join(folder, name), "utf8").split("\n"));

test("a text has the same tokens whatever was read before it", () => {
  const forward = loadTagger();
  const backward = loadTagger();
  const first = lines.map(forward);
  const second = [...lines].reverse().map(backward).reverse();
  expect(second).toEqual(first);
});

test("every token is the text at its place, in order", () => {
  const tag = loadTagger();
  const nasty = fc.oneof(
    fc.string(),
    fc.string({ unit: "grapheme" }),
    fc
      .array(
        fc.constantFrom(
          "don't",
          "250by",
          "province ,",
          "U.S.",
          "\u00a0",
          "\r\n",
          "\u3000",
          "世界。",
          "👩‍👩‍👧",
          "x".repeat(900),
          "a-b-c",
          "COVID-19",
        ),
      )
      .map((words) => words.join(" ")),
  );
  fc.assert(
    fc.property(nasty, (text) => {
      let end = 0;
      for (const { span, text: word } of tag(text)) {
        expect(text.slice(span.start, span.end)).toBe(word);
        expect(span.start).toBeGreaterThanOrEqual(end);
        end = span.end;
      }
    }),
  );
});

test("compounds are cut at their hyphens, with places of their own", () => {
  const tag = loadTagger();
  expect(tag("A non-profit clinic").map(({ text }) => text)).toEqual(["A", "non", "-", "profit", "clinic"]);
});
