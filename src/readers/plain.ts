import type { PairKind } from "../core/document.ts";
import { ok } from "../core/result.ts";
import { verbatimSegment } from "../core/segment.ts";
import { onlyDocument, type Passage } from "./pairs.ts";
import type { Reader } from "./reader.ts";

/** A line of the file without the white space around it. */
interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

type Block = readonly Line[];

/** The lengths of lines that somebody may have wrapped. */
const WRAPPED = { min: 50, max: 100 };

/** A heading is at most this long. */
const HEADING = { words: 16, units: 110 };

const BULLET = /^[-*•‣▪◦·–]\s+(?=\S)/u;
const ENDED = /[.!?…。！？؟۔।:;]["'”’»)\]」』]*$/u;
const STOPPED = /[.!?…。！？؟۔।]["'”’»)\]」』]*$/u;
const CASELESS = /^["'“‘«(]?\p{Lo}/u;
/** A small letter begins the line, and not as in "iPhone". */
const SMALL = /^["'“‘«(]?\p{Ll}(?!\p{Ll}*\p{Lu})/u;
const OPEN = /(?:[,(]|\s[–—-]|\s(?:a|an|and|as|at|by|for|from|in|of|on|or|that|the|their|to|with))$/iu;

function lineAt(written: string, index: number): Line {
  const text = written.trim();
  const start = index + (written.length - written.trimStart().length);
  return { start, end: start + text.length, text };
}

/** Blocks of lines with nothing blank between them. */
function blocksOf(text: string): readonly Block[] {
  const blocks: Line[][] = [];
  for (const match of text.matchAll(/[^\n\r]+/gu)) {
    const line = lineAt(match[0], match.index);
    if (line.text === "") continue;
    const block = blocks.at(-1);
    const previous = block?.at(-1);
    const between = previous === undefined ? "" : text.slice(previous.end, line.start);
    if (block === undefined || (between.match(/\r\n|\n|\r/gu)?.length ?? 0) > 1) blocks.push([line]);
    else block.push(line);
  }
  return blocks;
}

const isWrappable = ({ text }: Line): boolean => text.length >= WRAPPED.min && text.length <= WRAPPED.max;

/** Whether the next line goes on with the sentence: in lower case, or in a script without case after an open end. */
function goesOn(line: Line, next: Line): boolean {
  if (BULLET.test(next.text)) return false;
  if (SMALL.test(next.text)) return !STOPPED.test(line.text);
  return !ENDED.test(line.text) && (OPEN.test(line.text) || CASELESS.test(next.text));
}

/** Whether every line is so full that the first word of the next one had no room, and most go on with a sentence. */
function isWrappedBlock(block: Block): boolean {
  if (block.length < 3) return false;
  const width = Math.max(...block.map(({ text }) => text.length));
  let onward = 0;
  for (const [index, line] of block.entries()) {
    const next = block[index + 1];
    if (next === undefined) break;
    const firstWord = /^\S+/u.exec(next.text)?.[0].length ?? 0;
    if (!isWrappable(line) || BULLET.test(next.text) || line.text.length + 1 + firstWord <= width) return false;
    if (goesOn(line, next)) onward += 1;
  }
  return onward * 2 >= block.length - 1;
}

/** Lines that are one paragraph, put together. */
function paragraphsOf(block: Block): readonly Block[] {
  if (block.length <= 1_000 && isWrappedBlock(block)) return [block];
  const paragraphs: Line[][] = [];
  for (const line of block) {
    const paragraph = paragraphs.at(-1);
    const previous = paragraph?.at(-1);
    const joins = previous !== undefined && isWrappable(previous) && goesOn(previous, line);
    if (paragraph !== undefined && joins && !CASELESS.test(line.text)) paragraph.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs;
}

function kindOf(text: string, lineCount: number): PairKind {
  const isShort = text.length <= HEADING.units && text.split(/\s+/u).length <= HEADING.words;
  return lineCount === 1 && isShort && !ENDED.test(text) && !/[,،、]$/u.test(text) ? "heading" : "paragraph";
}

function passageOf(file: string, paragraph: Block): Passage | undefined {
  const first = paragraph[0];
  const last = paragraph.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const bullet = BULLET.exec(first.text)?.[0] ?? "";
  const start = first.start + bullet.length;
  const text = file.slice(start, last.end);
  const kind = bullet === "" ? kindOf(text, paragraph.length) : "list-item";
  return { kind, segment: verbatimSegment(text, start, []) };
}

/** The paragraphs of a text. */
export const plainPassages = (text: string): readonly Passage[] =>
  blocksOf(text)
    .flatMap(paragraphsOf)
    .flatMap((paragraph) => passageOf(text, paragraph) ?? []);

/** Plain text: a line is a paragraph, unless somebody wrapped it by hand. */
export const plain: Reader = {
  name: "plain",
  extensions: [".txt", ".text"],
  read: (path, text) => ok([onlyDocument(path, plainPassages(text), { targetLanguage: undefined, date: undefined })]),
};
