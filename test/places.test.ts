import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { auditFile } from "../src/audit/run.ts";
import type { Finding } from "../src/core/finding.ts";
import { textIn } from "../src/core/span.ts";
import { readerFor } from "../src/readers/index.ts";
import { unwrapped } from "./readers/support.ts";
import { engineOf, ownRulebook } from "./support/example.ts";

const engine = engineOf(ownRulebook.rules.filter(({ id }) => id === "linguistic-conventions/word-twice"));

/** Words that are written as escapes somewhere, take two units a letter, or run from right to left. */
const WORDS = [
  "ferry",
  "Zoë’s",
  "“late”",
  "AT&T",
  "5<6",
  "Fähre",
  "\u{1F6A2}",
  "\u{1F468}\u200D\u{1F469}\u200D\u{1F467}",
  "漢字",
  "سلام",
  "&amp;",
  'say"s',
  "back\\slash",
  "naïve",
  "\u{1D4D0}bc",
];
const FLAW = "the the";

const words = fc.uniqueArray(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 8 }).map((each) => each.join(" "));
const newline = fc.constantFrom("\n", "\r\n");

/** Different writings of one letter: as itself, and as the escapes of a language. */
type Writing = (text: string) => string;

const hex = (character: string): string => (character.codePointAt(0) ?? 0).toString(16);
const byLetter =
  (write: (letter: string) => string): Writing =>
  (text) =>
    [...text].map(write).join("");

const HTML_WRITINGS: readonly Writing[] = [
  (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("ë", "&euml;").replaceAll("ä", "&#228;"),
  byLetter((letter) => (/[a-z ]/u.test(letter) ? letter : `&#x${hex(letter)};`)),
  byLetter((letter) => (/[ ]/u.test(letter) ? letter : `&#${letter.codePointAt(0)};`)),
];
const XML_WRITINGS: readonly Writing[] = [
  (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
  byLetter((letter) => (/[<>&"']/u.test(letter) ? `&#x${hex(letter)};` : letter)),
];
const JSON_WRITINGS: readonly Writing[] = [
  (text) => JSON.stringify(text).slice(1, -1),
  (text) =>
    JSON.stringify(text)
      .slice(1, -1)
      .replace(/[^\\"\w ]/gu, (letter) =>
        letter
          .split("")
          .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
          .join(""),
      ),
];

const numeric = (written: string): string =>
  written.replace(/&#(x?)([\da-f]+);/giu, (_, x: string, code: string) =>
    String.fromCodePoint(Number.parseInt(code, x === "" ? 10 : 16)),
  );
const named = (written: string): string =>
  written.replace(/&lt;/gu, "<").replace(/&gt;/gu, ">").replace(/&amp;/gu, "&");
const unmarkedUp = (written: string): string => written.replace(/<[^>]*>/gu, "");
const asJson = (written: string): string => JSON.parse(`"${written}"`);

/** A text with its flaw, as a format writes it, and back. */
interface Format {
  readonly name: string;
  readonly path: string;
  readonly write: (sentence: string, end: string) => string;
  readonly readBack: (written: string) => string;
}

const page = (paragraph: string, end: string): string =>
  ["<!DOCTYPE html>", "<html><head><title>Harbour</title></head><body>", `<p>${paragraph}</p>`, "</body></html>"].join(
    end,
  );
const feedWith = (description: string, end: string): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0"><channel><title>Harbour</title><item>',
    `<title>Timetable</title><description>${description}</description>`,
    "</item></channel></rss>",
  ].join(end);

/** The second word of the flaw in bold, so that the marked words have a tag between them. */
const bold = (html: string): string => html.replace(FLAW, "the <b>the</b>");

const FORMATS: readonly Format[] = [
  ...HTML_WRITINGS.flatMap((write, index): readonly Format[] => [
    {
      name: `an HTML page, writing ${index + 1}`,
      path: "page.html",
      write: (sentence, end) => page(bold(write(sentence)), end),
      readBack: (written) => numeric(unmarkedUp(written)),
    },
    {
      name: `a feed with HTML in CDATA, writing ${index + 1}`,
      path: "feed.rss",
      write: (sentence, end) => feedWith(`<![CDATA[<p>${bold(write(sentence))}</p>]]>`, end),
      readBack: (written) => numeric(unmarkedUp(written)),
    },
    ...XML_WRITINGS.map((asXml, outer) => ({
      name: `a feed with escaped HTML, writing ${index + 1} in ${outer + 1}`,
      path: "feed.rss",
      write: (sentence: string, end: string) => feedWith(asXml(`<p>${bold(write(sentence))}</p>`), end),
      readBack: (written: string) => numeric(unmarkedUp(named(numeric(written)))),
    })),
  ]),
  ...JSON_WRITINGS.map((write, index) => ({
    name: `JSON Lines, writing ${index + 1}`,
    path: "rows.jsonl",
    write: (sentence: string, end: string) =>
      ['{"id":"1","text":"No flaw."}', `{"text" : "${write(sentence)}", "id":"2"}`, ""].join(end),
    readBack: asJson,
  })),
];

function findingsIn(path: string, text: string): readonly Finding[] {
  const reader = unwrapped(readerFor(path, text, undefined));
  const documents = unwrapped(reader.read(path, text, { scope: "everything" }));
  return auditFile({ path, format: reader.name, text, documents }, engine, 0).flatMap(({ findings }) => findings);
}

describe("what is marked in the text is what stands in the file at its place", () => {
  test.each(FORMATS)("$name", ({ path, write, readBack }) => {
    fc.assert(
      fc.property(words, words, newline, (before, after, end) => {
        const file = write(`${before} by ${FLAW} quay of ${after}.`, end);
        const findings = findingsIn(path, file);
        expect(findings.map(({ target }) => target.text)).toEqual([FLAW]);
        for (const { target } of findings) {
          expect(readBack(textIn(file, target.file))).toBe(FLAW);
          const lines = file.slice(0, target.file.start).split("\n");
          expect(target.line).toBe(lines.length);
          expect(target.column).toBe((lines.at(-1) ?? "").length + 1);
          const linesToEnd = file.slice(0, target.file.end).split("\n");
          expect(target.endLine).toBe(linesToEnd.length);
          expect(target.endColumn).toBe((linesToEnd.at(-1) ?? "").length + 1);
        }
      }),
      { numRuns: 100 },
    );
  });
});
