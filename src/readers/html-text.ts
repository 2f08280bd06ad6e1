import { createRequire } from "node:module";
import type { Parser } from "htmlparser2";
import { BLOCKS, type OpenElement, OUTERMOST, openElement } from "./html-elements.ts";
import { type HtmlPassage, type PassageWriter, passageWriter } from "./html-passages.ts";

const require = createRequire(import.meta.url);

/** Elements deeper than this make a page that nobody wrote. */
const MAX_DEPTH = 500;

/** A stretch of the page that is text of one passage, without a tag in it. */
export interface TextStretch {
  readonly passage: number;
  readonly start: number;
  readonly end: number;
}

/** A date that a page gives: of its publication, or of anything else. */
export interface PageDate {
  readonly kind: "published" | "mentioned";
  readonly written: string;
}

/** All that is to be read on a page. `tooDeep` is the offset where its elements stand too deep in one another. */
export interface HtmlText {
  readonly passages: readonly HtmlPassage[];
  readonly stretches: readonly TextStretch[];
  readonly language: string | undefined;
  readonly dates: readonly PageDate[];
  readonly tooDeep: number | undefined;
}

type Attributes = Readonly<Record<string, string>>;

const PUBLISHED =
  /^(?:article:published_time|og:published_time|datepublished|date|pubdate|publish-?date|dc\.date(?:\.issued)?)$/iu;

function dateOf(name: string, attributes: Attributes): PageDate | undefined {
  const label = attributes.property ?? attributes.name ?? attributes.itemprop ?? "";
  const written = name === "meta" ? attributes.content : attributes.datetime;
  if (written === undefined || (name !== "meta" && name !== "time")) return undefined;
  if (PUBLISHED.test(label) || (name === "time" && "pubdate" in attributes)) return { kind: "published", written };
  return name === "time" ? { kind: "mentioned", written } : undefined;
}

/** What has been read of a page so far. */
interface Reading {
  readonly page: string;
  readonly writer: PassageWriter;
  readonly stretches: TextStretch[];
  readonly dates: PageDate[];
  readonly open: OpenElement[];
  language: string | undefined;
  tooDeep: number | undefined;
}

/** Notes which stretch of the page belongs to the passage that is being written. */
function noteStretch({ writer, stretches }: Reading, start: number, end: number): void {
  const passage = writer.passages.length;
  const previous = stretches.at(-1);
  const goesOn = previous !== undefined && previous.passage === passage && previous.end === start;
  if (goesOn) stretches[stretches.length - 1] = { passage, start: previous.start, end };
  else stretches.push({ passage, start, end });
}

function opened(reading: Reading, parser: Parser, name: string, attributes: Attributes): void {
  const element = openElement(name, attributes, reading.open.at(-1) ?? OUTERMOST);
  reading.open.push(element);
  if (name === "html") reading.language ??= attributes.lang ?? attributes["xml:lang"];
  const date = dateOf(name, attributes);
  if (date !== undefined) reading.dates.push(date);
  if (BLOCKS.has(name)) reading.writer.endPassage();
  else if (name === "br" && !element.isSkipped) reading.writer.lineBreak(parser.startIndex, parser.endIndex + 1);
  if (reading.open.length <= MAX_DEPTH) return;
  reading.tooDeep = parser.startIndex;
  parser.pause();
}

function textRead(reading: Reading, text: string, start: number, end: number): void {
  const element = reading.open.at(-1) ?? OUTERMOST;
  const published = element.name === "script" ? /"datePublished"\s*:\s*"([^"]+)"/u.exec(text)?.[1] : undefined;
  if (published !== undefined) reading.dates.push({ kind: "published", written: published });
  if (element.isSkipped) return;
  const isVerbatim = end - start === text.length && reading.page.startsWith(text, start);
  if (isVerbatim) reading.writer.words(text, start, element);
  else reading.writer.escape(text, start, end, element);
  if (/[^ \t\n\r\f]/u.test(text)) noteStretch(reading, start, end);
}

function parserOf(reading: Reading): Parser {
  let cdataShift = 0;
  const { Parser }: typeof import("htmlparser2") = require("htmlparser2");
  const parser = new Parser(
    {
      onopentag: (name, attributes) => opened(reading, parser, name, attributes),
      onclosetag(name) {
        reading.open.pop();
        if (BLOCKS.has(name)) reading.writer.endPassage();
      },
      oncdatastart: () => {
        cdataShift = "<![CDATA[".length;
      },
      oncdataend: () => {
        cdataShift = 0;
      },
      ontext(text) {
        const start = parser.startIndex + cdataShift;
        textRead(reading, text, start, cdataShift === 0 ? parser.endIndex + 1 : start + text.length);
      },
    },
    { recognizeCDATA: true, decodeEntities: true },
  );
  return parser;
}

/** Reads the text of a page, or of a piece of one, with the way back to it. */
export function htmlText(page: string): HtmlText {
  const writer = passageWriter();
  const reading: Reading = {
    page,
    writer,
    stretches: [],
    dates: [],
    open: [],
    language: undefined,
    tooDeep: undefined,
  };
  parserOf(reading).end(page);
  writer.endPassage();
  const { stretches, dates, language, tooDeep } = reading;
  return { passages: writer.passages, stretches, dates, language, tooDeep };
}
