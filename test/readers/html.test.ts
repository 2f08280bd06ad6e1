import { expect, test } from "vitest";
import { html } from "../../src/readers/html.ts";
import { expectWaysBack, textsOf, unwrapped } from "./support.ts";

function texts(page: string, scope: "article" | "everything" = "everything"): readonly string[] {
  const documents = unwrapped(html.read("a.html", page, { scope }));
  expectWaysBack(page, documents);
  return textsOf(documents);
}

const TEXTS: readonly (readonly [string, string, readonly string[]])[] = [
  ["white space shows as one space", "<p> a \r\n b\tc </p>", ["a b\tc"]],
  ["white space on both sides of a tag is one space", "<p>a <b> b</b></p>", ["a b"]],
  ["a tag alone parts no word", "<p>un<b>do</b></p>", ["undo"]],
  ["one break is a line end, two begin a new text", "a<br>b<br><br/>c<br>", ["a\nb", "c"]],
  ["unclosed elements end where browsers end them", "<ul><li>a<li>b</ul><p>c<p>d", ["a", "b", "c", "d"]],
  ["references need no semicolon", "<p>a &lt b &AMP c &copy</p>", ["a < b & c ©"]],
  ["an ampersand of its own is text", "<p>Q&A & R&D; &zilch;</p>", ["Q&A & R&D; &zilch;"]],
  ["one reference may be two characters", "<p>a&nGt;b</p>", ["a≫\u20D2b"]],
  ["code in a sentence stays, a block of code does not", "<p>Use <code>x</code>.</p><pre>y</pre>", ["Use x."]],
  [
    "a protected word stays, a protected block does not",
    '<p>By <i translate="no">Ä</i></p><p translate="no">x',
    ["By Ä"],
  ],
  [
    "comments, forms' contents and pictures are no text",
    "a<!-- b --><textarea>c</textarea><svg><title>d</title></svg>",
    ["a"],
  ],
  ["the title is read although the head is not closed", "<head><title>T</title><body>b", ["T", "b"]],
];

test.each(TEXTS)("%s", (_, page, expected) => {
  expect(texts(page)).toEqual(expected);
});

test("a page without an article is read as a whole", () => {
  const page = "<html><body><nav><a href='/'>Home</a></nav><p>Closed today.</p></body></html>";
  expect(texts(page, "article")).toEqual(["Home", "Closed today."]);
});

test("a repeated teaser in the margin does not come back with the article", () => {
  const line = "The ferry did not sail on Sunday, the company said, because the crew, the cook included, was ill. ";
  const paragraph = `<p>${line.repeat(4)}</p>`;
  const page = `<html><head><title>Ferry</title></head><body><div class="sidebar"><p>${line}</p></div>
    <div id="content"><h1>No ferry</h1>${paragraph.repeat(4)}<p>See also: the timetable</p></div></body></html>`;
  const found = texts(page, "article");
  expect(found[0]).toBe("Ferry");
  expect(found).toContain("No ferry");
  expect(found).toContain("See also: the timetable");
  expect(found).toHaveLength(7);
});

const DATES: readonly (readonly [string, string | undefined])[] = [
  ['<meta property="article:published_time" content="2024-05-06T23:59:00-07:00">', "2024-05-06"],
  ['<time datetime="2020-01-01">x</time><meta itemprop="datePublished" content="2024-05-07">', "2024-05-07"],
  ['<script type="application/ld+json">{"datePublished": "2024-05-08T01:00Z"}</script>', "2024-05-08"],
  ['<time datetime="yesterday">x</time><time datetime="2024-05-09 10:00">y</time>', "2024-05-09"],
  ["<p>2024-05-10</p>", undefined],
];

test.each(DATES)("the date in %s is %s", (page, date) => {
  expect(unwrapped(html.read("a", page, { scope: "everything" }))[0]?.date).toBe(date);
});
