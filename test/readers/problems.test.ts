import { expect, test } from "vitest";
import { describeProblem } from "../../src/core/result.ts";
import { readerFor } from "../../src/readers/index.ts";

const BROKEN: readonly (readonly [string, string, string, string])[] = [
  [
    "an element that is not closed",
    "news.rss",
    "<rss>\n<channel><item><title>Tea</item></channel></rss>",
    "news.rss:2:32: This is not XML that can be read: unexpected close tag. Correct the XML here, or ask whoever publishes it to.",
  ],
  [
    "an ampersand of its own",
    "news.rss",
    "<rss><channel><item><title>Tea & milk</title></item></channel></rss>",
    'news.rss:1:32: This is not XML that can be read: an "&" stands by itself, which is written "&amp;". Correct the XML here, or ask whoever publishes it to.',
  ],
  [
    "an entity of HTML",
    "news.rss",
    "<rss><channel><item><title>Tea&nbsp;&amp; milk</title></item></channel></rss>",
    "news.rss:1:31: This is not XML that can be read: XML does not know &nbsp;. Correct the XML here, or ask whoever publishes it to.",
  ],
  [
    "an ampersand in an address",
    "news.rss",
    '<rss><channel><item><link href="?a=1&b=2"/></item></channel></rss>',
    'news.rss:1:37: This is not XML that can be read: an "&" stands by itself, which is written "&amp;". Correct the XML here, or ask whoever publishes it to.',
  ],
  [
    "a DOCTYPE that defines entities",
    "news.xml",
    '<!DOCTYPE rss [<!ENTITY a "aaaa">]><rss/>',
    "news.xml:1:35: This is not XML that can be read: the DOCTYPE has definitions of its own, which are not read. Correct the XML here, or ask whoever publishes it to.",
  ],
  [
    "XML that is no feed",
    "data.xml",
    "<?xml version='1.0'?><menu/>",
    "data.xml: This XML begins with <menu>, which is no feed. Give an RSS, RDF or Atom feed, or name the format with --input-format.",
  ],
  [
    "JSON that is no feed",
    "data.json",
    '{"version": 1}',
    "data.json: This JSON has no list of items, so it is no feed. Give a JSON Feed (https://jsonfeed.org), or name the format with --input-format.",
  ],
  [
    "JSON that breaks off",
    "data.json",
    '{\n  "items": [{}',
    "data.json:2:15: This is not valid JSON. Correct the JSON here, or name the format with --input-format.",
  ],
  [
    "a row that is not JSON",
    "rows.jsonl",
    '{"id":1,"text":"a"}\n{"id":2,',
    'rows.jsonl:2: This line is not valid JSON. Put one complete object on each line, like {"id":"1","text":"…"}.',
  ],
  [
    "a row that is no object",
    "rows.jsonl",
    '["a"]',
    'rows.jsonl:1: This line is JSON, but not an object. Put one object on each line, like {"id":"1","text":"…"}.',
  ],
  [
    "a row without an id",
    "rows.jsonl",
    '\n{"text":"a"}',
    'rows.jsonl:2: "id" is missing. Give each line an "id" of its own, a string or a number.',
  ],
  [
    "a row without a text",
    "rows.jsonl",
    '{"id":"a","source":"b"}',
    'rows.jsonl:1: "text" is missing. Give the translation as a string in "text" (or "target").',
  ],
  [
    "a row whose text is a number",
    "rows.jsonl",
    '{"id":"a","target":5}',
    'rows.jsonl:1: "target" is not what it should be. Give the translation as a string in "text" (or "target").',
  ],
  [
    "a kind that nobody knows",
    "rows.jsonl",
    '{"id":"a","text":"b","kind":"footer"}',
    'rows.jsonl:1: "kind" is not what it should be. Use one of title, heading, paragraph, list-item, cell, caption.',
  ],
  [
    "languages that nobody knows",
    "rows.jsonl",
    '{"id":"a","text":"b","lang":"from Chinese"}',
    'rows.jsonl:1: "lang" is "from Chinese", which names no languages. Write it like "zh-en" (source, then target) or "en" (target alone).',
  ],
  [
    "a date that never was",
    "rows.jsonl",
    '{"id":"a","text":"b","date":"2023-02-30"}',
    'rows.jsonl:1: "date" is "2023-02-30", which is no date. Write it like "2022-08-15".',
  ],
  [
    "an id given twice",
    "rows.jsonl",
    '{"id":"a","text":"b","group":"x"}\n{"id":"a","text":"b","group":"y"}\n{"id":"a","text":"c","group":"x"}',
    'rows.jsonl:3: The id "a" is already taken by line 1. Give each line of a group an id of its own.',
  ],
  [
    "elements without end",
    "page.html",
    `<html><body>${"<b>".repeat(2_000)}text`,
    "page.html:1:1507: Elements stand too deep in one another here. Close what is left open before this place.",
  ],
];

test.each(BROKEN)("%s is refused with place, fault and remedy", (_, path, text, message) => {
  const reader = readerFor(path, text, undefined);
  const result = reader.kind === "ok" ? reader.value.read(path, text, { scope: "everything" }) : reader;
  expect(result.kind === "problem" ? describeProblem(result.problem) : "it was read").toBe(message);
});

test("XML that is nested without end is refused before it fills the stack", () => {
  const reader = readerFor("deep.rss", "", undefined);
  const result =
    reader.kind === "ok" ? reader.value.read("deep.rss", "<a>".repeat(100_000), { scope: "article" }) : reader;
  expect(result.kind === "problem" && result.problem.what).toContain("more than 256 deep");
});
