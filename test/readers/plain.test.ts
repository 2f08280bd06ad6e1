import { expect, test } from "vitest";
import { plain } from "../../src/readers/plain.ts";
import { unwrapped } from "./support.ts";

const read = (text: string): readonly (readonly [string, string])[] =>
  unwrapped(plain.read("a.txt", text, { scope: "everything" })).flatMap(({ pairs }) =>
    pairs.map(({ kind, target }) => [kind, target.text] as const),
  );

test("a line is a paragraph", () => {
  expect(read("The mayor spoke first.\nThe council listened.\n")).toEqual([
    ["paragraph", "The mayor spoke first."],
    ["paragraph", "The council listened."],
  ]);
});

test("lines that were wrapped in mid-sentence are one paragraph, with their line ends", () => {
  const text =
    "The mayor of the island said on Monday that the ferry would sail\r\nagain before the holidays, whatever the weather might be like by\r\nthen.";
  expect(read(text)).toEqual([["paragraph", text]]);
});

test("a wrapped block is one paragraph though a line of it ends with a sentence", () => {
  const text =
    "The mayor of the island said on Monday that the ferry would sail.\nPassengers had waited for nine days in the harbour, where the hotel\nwas full, and where the only shop had run out of bread and of milk\nby Sunday.";
  expect(read(text)).toEqual([["paragraph", text]]);
});

test("headlines of like lengths under one another stay apart", () => {
  const lines = [
    "Ministers agree on new rules for fishing boats in the north",
    "Farmers in the valley complain about the price of the water",
    "Teachers end strike after eleven days and return to schools",
  ];
  expect(read(lines.join("\n"))).toEqual(lines.map((line) => ["heading", line]));
});

test("long lines are never joined, even if the next one begins in lower case", () => {
  const first = "The mayor said so. ".repeat(10).trim().slice(0, -1);
  expect(read(`${first}\niPhone sales rose.`)).toHaveLength(2);
});

test("a name that begins with a small letter does not go on with the headline above it", () => {
  expect(read("Shops in the harbour of Port Merrin report a good spring\niPhone sales rose.")).toHaveLength(2);
});

test("a short line with no stop at its end is a heading", () => {
  expect(read("What happens now\n\nNobody knows.\n\nDoes anybody?")).toEqual([
    ["heading", "What happens now"],
    ["paragraph", "Nobody knows."],
    ["paragraph", "Does anybody?"],
  ]);
});

test("bullets are list items without their bullets", () => {
  expect(read("• First point\n- Second point")).toEqual([
    ["list-item", "First point"],
    ["list-item", "Second point"],
  ]);
});

test("old Macintosh line ends end lines", () => {
  expect(read("One sentence.\rAnother sentence.")).toHaveLength(2);
});
