import { createRequire } from "node:module";
import type { PairKind } from "../core/document.ts";
import { fail, ok, type Result } from "../core/result.ts";
import { type SegmentBuilder, segmentBuilder } from "../core/segment.ts";
import { lineIndex } from "../text/lines.ts";
import { dayOf } from "./day.ts";
import { languageCode } from "./language.ts";
import { onlyDocument, type Particulars, type Passage } from "./pairs.ts";
import type { Reader } from "./reader.ts";

type Events = ReturnType<typeof import("micromark").postprocess>;
type Token = Events[number][1];

const require = createRequire(import.meta.url);
const decodeEntity = (text: string): string => {
  const { decodeHTMLStrict }: typeof import("entities") = require("entities");
  return decodeHTMLStrict(text);
};

/** Loaded with the first Markdown file. */
function markdownParser() {
  const { parse, postprocess, preprocess }: typeof import("micromark") = require("micromark");
  const { gfmTable }: typeof import("micromark-extension-gfm-table") = require("micromark-extension-gfm-table");
  return { parse, postprocess, preprocess, gfmTable };
}

function yamlIn(text: string): unknown {
  const { parse }: typeof import("yaml") = require("yaml");
  return parse(text);
}

/** Paragraphs longer than this are not searched for emphasis and links: the search takes the square of their length. */
const MAX_STYLED_UNITS = 50_000;

const NO_STYLES = {
  disable: { null: ["attention", "autolink", "codeText", "htmlText", "labelEnd", "labelStartImage", "labelStartLink"] },
};

/** A line that opens this many quotations and lists was written by nobody, and each costs as much as all before it. */
const TOO_DEEP = /^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])){200}/mu;

const KINDS: ReadonlyMap<string, PairKind> = new Map([
  ["atxHeading", "heading"],
  ["setextHeading", "heading"],
  ["paragraph", "paragraph"],
  ["tableHeader", "cell"],
  ["tableData", "cell"],
]);

const LISTS = new Set(["listOrdered", "listUnordered"]);

/** Whatever stands in these is not text to be translated. */
const LEFT_OUT = new Set(["resource", "reference", "image", "definition", "codeFenced", "codeIndented", "htmlFlow"]);

/** Inline code and addresses are kept, so that the sentence stays whole. */
const VERBATIM = new Set(["data", "codeTextData", "autolinkProtocol", "autolinkEmail", "lineEnding"]);

interface FrontMatter extends Particulars {
  readonly end: number;
}

const stringIn = (value: object, key: string): string | undefined => {
  const found: unknown = Object.entries(value).find(([name]) => name === key)?.[1];
  return typeof found === "string" ? found : undefined;
};

/** What the YAML before the text says of its language and date. */
function frontMatter(text: string): FrontMatter {
  const match = /^---[ \t]*\r?\n(?:(.*?)\r?\n)?---[ \t]*(?:\r?\n|$)/su.exec(text);
  const none = { targetLanguage: undefined, date: undefined, end: 0 };
  if (match === null) return none;
  try {
    const value: unknown = yamlIn(match[1] ?? "");
    if (typeof value !== "object" || value === null) return { ...none, end: match[0].length };
    const language = stringIn(value, "lang") ?? stringIn(value, "language");
    return { targetLanguage: languageCode(language), date: dayOf(stringIn(value, "date")), end: match[0].length };
  } catch {
    return { ...none, end: match[0].length };
  }
}

function longestParagraph(text: string): number {
  let longest = 0;
  let start = 0;
  for (const { index } of text.matchAll(/\n[ \t]*\r?\n/gu)) {
    longest = Math.max(longest, index - start);
    start = index;
  }
  return Math.max(longest, text.length - start);
}

function eventsOf(text: string): Events {
  const { parse, postprocess, preprocess, gfmTable } = markdownParser();
  const extensions = longestParagraph(text) > MAX_STYLED_UNITS ? [gfmTable(), NO_STYLES] : [gfmTable()];
  return postprocess(
    parse({ extensions })
      .document()
      .write(preprocess()(text, undefined, true)),
  );
}

/** Adds what one token has to say; marks of emphasis and the like say nothing. */
function addToken(builder: SegmentBuilder, file: string, { type }: Token, start: number, end: number): void {
  const written = file.slice(start, end);
  if (VERBATIM.has(type)) builder.add(written, start, end);
  else if (type === "characterEscape") builder.add(written.slice(1), start, end);
  else if (type === "characterReference") builder.add(decodeEntity(written), start, end);
  else if (type === "htmlText" && /^<br\b/iu.test(written)) builder.add("\n", start, end);
}

function passagesOf(file: string, start: number): readonly Passage[] {
  // The parser drops a byte-order mark without counting it.
  const base = file[start] === "\uFEFF" ? start + 1 : start;
  const passages: Passage[] = [];
  let builder: SegmentBuilder | undefined;
  let lists = 0;
  let leftOut = 0;
  for (const [step, token] of eventsOf(file.slice(base))) {
    const way = step === "enter" ? 1 : -1;
    if (LISTS.has(token.type)) lists += way;
    if (LEFT_OUT.has(token.type)) leftOut += way;
    const kind = KINDS.get(token.type);
    if (kind !== undefined && step === "enter") builder = segmentBuilder(["html"]);
    if (kind !== undefined && step === "exit" && builder !== undefined) {
      const isItem = kind === "paragraph" && lists > 0;
      passages.push({ kind: isItem ? "list-item" : kind, segment: builder.build() });
      builder = undefined;
    }
    if (builder === undefined || leftOut > 0 || step === "exit") continue;
    addToken(builder, file, token, base + token.start.offset, base + token.end.offset);
  }
  return passages;
}

const tooDeep = (path: string, line: number): Result<never> =>
  fail({
    where: `${path}:${line}`,
    what: "This line opens hundreds of quotations or lists in one another.",
    remedy: "Take the marks away, or name the format with --input-format plain.",
  });

/** Markdown with tables, as GitHub has it. */
export const markdown: Reader = {
  name: "markdown",
  extensions: [".md", ".markdown"],
  read(path, text) {
    const deep = TOO_DEEP.exec(text);
    if (deep !== null) return tooDeep(path, lineIndex(text)(deep.index).line);
    const { end, targetLanguage, date } = frontMatter(text);
    return ok([onlyDocument(path, passagesOf(text, end), { targetLanguage, date })]);
  },
};
