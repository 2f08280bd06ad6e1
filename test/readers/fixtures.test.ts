import { expect, test } from "vitest";
import { readerFor } from "../../src/readers/index.ts";
import type { ReadOptions } from "../../src/readers/reader.ts";
import { expectWaysBack, fixture, summary, unwrapped } from "./support.ts";

const FIXTURES: readonly (readonly [string, ReadOptions["scope"], string])[] = [
  ["sample.txt", "everything", "plain"],
  ["sample.md", "everything", "markdown"],
  ["sample.html", "everything", "html"],
  ["sample.html", "article", "html"],
  ["sample.rss", "everything", "feed"],
  ["sample.rdf", "everything", "feed"],
  ["sample.atom", "everything", "feed"],
  ["sample.json", "everything", "feed"],
  ["sample.jsonl", "everything", "jsonl"],
];

test.each(FIXTURES)("%s is read as it should be (%s)", async (name, scope, format) => {
  const file = fixture(name);
  const reader = unwrapped(readerFor(name, file, undefined));
  expect(reader.name).toBe(format);
  const documents = unwrapped(reader.read(name, file, { scope }));
  expectWaysBack(file, documents);
  const found = `${JSON.stringify(summary(file, documents), null, 2)}\n`;
  const suffix = scope === "article" ? ".article" : "";
  await expect(found).toMatchFileSnapshot(`../fixtures/readers/${name}${suffix}.expected.json`);
});

test.each(FIXTURES)("%s with the line ends of Windows leads back to its file (%s)", (name, scope) => {
  const file = fixture(name).replaceAll("\n", "\r\n");
  const reader = unwrapped(readerFor(name, file, undefined));
  expectWaysBack(file, unwrapped(reader.read(name, file, { scope })));
});
