import { expect, test } from "vitest";
import { textIn } from "../../src/core/span.ts";
import { commentsIn } from "../../src/readers/comments.ts";

const textsIn = (format: string, text: string): readonly string[] =>
  commentsIn(format, text).map((comment) => {
    expect(textIn(text, comment.file)).toBe(`<!--${comment.text}-->`);
    return comment.text.trim();
  });

test("comments of markup are found, one that never ends is not", () => {
  expect(textsIn("html", "<p>a<!-- one -->b</p><!--two--><!-- three")).toEqual(["one", "two"]);
  expect(textsIn("feed", "<item><!-- one --><title><![CDATA[x<!-- two -->]]></title></item>")).toEqual(["one", "two"]);
});

test("comments in the code of Markdown are examples", () => {
  const text =
    "<!-- one -->\n\n```html\n<!-- two -->\n```\n\nWrite `<!-- three -->` here. <!-- four -->\n\n~~~\n<!-- five -->";
  expect(textsIn("markdown", text)).toEqual(["one", "four"]);
});

test("other formats have none", () => {
  expect(textsIn("plain", "<!-- one -->")).toEqual([]);
  expect(textsIn("jsonl", '{"id":1,"text":"<!-- one -->"}')).toEqual([]);
});
