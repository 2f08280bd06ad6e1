import { expect, test } from "vitest";
import { readerFor } from "../../src/readers/index.ts";
import { unwrapped } from "./support.ts";

const CHOICES: readonly (readonly [string, string, string | undefined, string])[] = [
  ["story.TXT", "{}", undefined, "plain"],
  ["story.md", "", undefined, "markdown"],
  ["https://example.org/story.html?page=2#top", "", undefined, "html"],
  ["C:\\texts\\story.xhtml", "", undefined, "html"],
  ["story.txt", "", "jsonl", "jsonl"],
  ["-", '{"id":"1","text":"a"}\n{"id":"2","text":"b"}', undefined, "jsonl"],
  ["-", '{"version": "https://jsonfeed.org/version/1.1", "items": []}', undefined, "feed"],
  ["-", '{\n  "title": "A",\n  "version": "https://jsonfeed.org/version/1.1"\n}', undefined, "feed"],
  ["-", '\n<?xml version="1.0"?><rss/>', undefined, "feed"],
  ["-", "<feed xmlns='http://www.w3.org/2005/Atom'/>", undefined, "feed"],
  ["-", '<?xml version="1.0"?>\n<!DOCTYPE html><html/>', undefined, "html"],
  ["-", "<!DocType HTML>", undefined, "html"],
  ["-", "<p>Hello.</p>", undefined, "html"],
  ["-", "<unk> is a word.", undefined, "plain"],
  ["notes.log", "Nothing special.", undefined, "plain"],
];

test.each(CHOICES)("%s beginning with %j, called %s, is read as %s", (path, text, format, name) => {
  expect(unwrapped(readerFor(path, text, format)).name).toBe(name);
});

test("a format that does not exist is answered with the nearest one", () => {
  expect(readerFor("-", "", "markdwon")).toEqual({
    kind: "problem",
    problem: { where: "--input-format", what: 'There is no format "markdwon".', remedy: 'Did you mean "markdown"?' },
  });
});

test("a format like no other is answered with the list", () => {
  const result = readerFor("-", "", "zzz");
  expect(result.kind === "problem" && result.problem.remedy).toBe("Choose one of plain, markdown, html, feed, jsonl.");
});
