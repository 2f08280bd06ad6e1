import fc from "fast-check";
import { expect, test } from "vitest";
import type { Segment } from "../../src/core/document.ts";
import { isVerbatim } from "../../src/core/segment.ts";
import { textIn } from "../../src/core/span.ts";
import { READERS } from "../../src/readers/index.ts";
import type { Reader, ReadOptions } from "../../src/readers/reader.ts";
import { expectWaysBack, unwrapped } from "./support.ts";

const everything: ReadOptions = { scope: "everything" };
const RUNS = { numRuns: 200 };

/** Pieces that make trouble: escapes, markup, letters of two units, other scripts, line ends, white space. */
const TROUBLE = [
  "a",
  "Word",
  " ",
  "  ",
  "\n",
  "\r\n",
  "\t",
  "&",
  "&amp;",
  "&lt",
  "&#x1F600;",
  "&nGt;",
  "&nbsp;",
  "&unknown;",
  "<",
  ">",
  "<b>",
  "</b>",
  "<p>",
  "</p>",
  "<br>",
  "<br/>",
  "<!--",
  "-->",
  "<![CDATA[",
  "]]>",
  "<pre>",
  "<script>",
  "</script>",
  "<td>",
  "<title>",
  "</title>",
  '"',
  "'",
  "\\",
  "\\n",
  "\\u00e9",
  "\\ud83d\\ude42",
  "{",
  "}",
  "[",
  "]",
  "(x)",
  "*",
  "**",
  "_",
  "`",
  "```",
  "#",
  "# ",
  "- ",
  "> ",
  "1. ",
  "|",
  "|-|",
  "---",
  "===",
  "![",
  "\u{1F642}",
  "é",
  "漢字",
  "العربية",
  "\u00A0",
  "\uFEFF",
  "\0",
  "\uD83D",
  "\uFDDA",
  "\uFDD1",
  "<svg/>",
  "<html lang=en>",
  "hidden",
  "<div hidden>",
  "</div>",
  "\u2028",
  ".",
  ",",
  "the",
];
const messy = fc.array(fc.constantFrom(...TROUBLE), { maxLength: 60 }).map((pieces) => pieces.join(""));

const anyText = fc.oneof(messy, fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }));

/** Text without white space at its edges or in runs, as it would be shown. */
const shown = fc
  .array(
    fc.constantFrom("a", "Zoë", "&", "<", ">", '"', "'", "\\", "\u{1F642}", "漢字", "سلام", "]]>", "&amp;", "é", "."),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((words) => `x${words.join(" ")}x`);

const withCrlf = fc.constantFrom("\n", "\r\n");

const escapeXml = (text: string): string =>
  text.replace(/[&<>"']/gu, (character) => `&#${character.codePointAt(0)};`).replaceAll("é", "&#xE9;");

const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("é", "&eacute;");

const escapeJson = (text: string): string =>
  JSON.stringify(text)
    .slice(1, -1)
    .replace(/[^\0-\u007F]/gu, (character) =>
      Array.from(
        { length: character.length },
        (_, unit) => `\\u${character.charCodeAt(unit).toString(16).padStart(4, "0")}`,
      ).join(""),
    );

/** What the runs of a segment say once each has been read from the file and readBackd. */
const decoded = (file: string, { text, runs }: Segment, readBack: (written: string) => string): boolean =>
  runs.every((run) => isVerbatim(run) || readBack(textIn(file, run.file)) === textIn(text, run.text));

const numeric = (written: string): string =>
  written.replace(/&#(x?)([\da-f]+);/giu, (_, hex: string, code: string) =>
    String.fromCodePoint(Number.parseInt(code, hex === "" ? 10 : 16)),
  );

const named = (written: string): string =>
  written.replace("&lt;", "<").replace("&gt;", ">").replace("&eacute;", "é").replace("&amp;", "&");

function onlySegments(reader: Reader, file: string): readonly Segment[] {
  const documents = unwrapped(reader.read("a", file, everything));
  expectWaysBack(file, documents);
  return documents.flatMap(({ pairs }) => pairs.map(({ target }) => target));
}

const readerOf = (name: string): Reader => {
  const reader = READERS.find((candidate) => candidate.name === name);
  if (reader === undefined) throw new Error(`no reader ${name}`);
  return reader;
};

test.each(READERS)("$name never throws, and what it reads leads back to the file", (reader) => {
  fc.assert(
    fc.property(anyText, fc.constantFrom("article", "everything"), (text, scope) => {
      const result = reader.read("a", text, { scope });
      if (result.kind === "ok") expectWaysBack(text, result.value);
    }),
    { numRuns: 400 },
  );
});

test("text escaped as HTML comes back", () => {
  fc.assert(
    fc.property(shown, withCrlf, (text, newline) => {
      const file = `<div>${newline}<p>${escapeHtml(text)}</p>${newline}</div>`;
      const segments = onlySegments(readerOf("html"), file);
      expect(segments.map((segment) => segment.text)).toEqual([text]);
      expect(segments.every((segment) => decoded(file, segment, named))).toBe(true);
    }),
    RUNS,
  );
});

test("text escaped as XML, and HTML escaped as XML, come back", () => {
  fc.assert(
    fc.property(shown, shown, withCrlf, (title, description, newline) => {
      const file = `<feed xmlns="http://www.w3.org/2005/Atom"><entry>${newline}<title>${escapeXml(title)}</title>
        <content type="html">${escapeXml(`<p>${escapeHtml(description)}</p>`)}</content></entry></feed>`;
      const segments = onlySegments(readerOf("feed"), file);
      expect(segments.map(({ text, escaping }) => [text, escaping])).toEqual([
        [title, ["xml"]],
        [description, ["xml", "html"]],
      ]);
      expect(segments.every((segment) => decoded(file, segment, (written) => named(numeric(written))))).toBe(true);
    }),
    RUNS,
  );
});

test("HTML in CDATA comes back", () => {
  fc.assert(
    fc.property(shown, (text) => {
      const file = `<rss><channel><item><description>\n<![CDATA[<p>${escapeHtml(text)}</p>]]>\n</description></item></channel></rss>`;
      const segments = onlySegments(readerOf("feed"), file);
      expect(segments.map((segment) => [segment.text, segment.escaping])).toEqual([[text, ["html"]]]);
    }),
    RUNS,
  );
});

test("text escaped as JSON, and HTML escaped as JSON, come back", () => {
  fc.assert(
    fc.property(shown, withCrlf, (text, newline) => {
      const row = `{"id":"1" , "text" : "${escapeJson(`${text}\n${text}`)}"}${newline}`;
      const [segment] = onlySegments(readerOf("jsonl"), row);
      expect(segment?.text).toBe(`${text}\n${text}`);
      expect(segment !== undefined && decoded(row, segment, (written) => JSON.parse(`"${written}"`))).toBe(true);
      const file = `{"items":[{"id":"1","content_html":"${escapeJson(`<p>${escapeHtml(text)}</p>`)}"}]}`;
      expect(onlySegments(readerOf("feed"), file).map(({ text: read }) => read)).toEqual([text]);
    }),
    RUNS,
  );
});

test("any string in JSON comes back as it was", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", minLength: 1 }), (text) => {
      const segments = onlySegments(
        readerOf("jsonl"),
        JSON.stringify({ extra: [{ text: "no" }], id: 1, text: `x${text}` }),
      );
      expect(segments.map((segment) => segment.text)).toEqual([`x${text}`]);
    }),
    RUNS,
  );
});
