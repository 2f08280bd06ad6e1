import { createRequire } from "node:module";
import { printable } from "./printable.ts";

/** Latin, Greek and Cyrillic letters, and the marks and lines of reports, each of one cell and a character for itself. */
const ONE_CELL_EACH =
  /^[\x20-\x7e\xa0-\xac\xae-\u02ff\u0391-\u03a1\u03a3-\u03ff\u0400-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u2190-\u2193\u2500-\u257f]*$/u;

const require = createRequire(import.meta.url);
let widthOf: ((text: string) => number) | undefined;

/** How many cells of a terminal a text fills; wide characters and emoji fill two. */
export function cellWidth(text: string): number {
  if (ONE_CELL_EACH.test(text)) return text.length;
  // Most texts never come here, and to make what tells characters apart costs 20 ms.
  widthOf ??= require("string-width").default;
  return widthOf?.(text) ?? text.length;
}

/** Text filled up with spaces to a number of cells. */
export const padded = (text: string, widthInCells: number): string =>
  text + " ".repeat(Math.max(0, widthInCells - cellWidth(text)));

let segmenter: Intl.Segmenter | undefined;

/** The characters of a text as readers see them. */
export function charactersOf(text: string): readonly string[] {
  if (ONE_CELL_EACH.test(text)) return text.split("");
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Printable text whose white space is single spaces; unlike `oneLine` it keeps a space at either end. */
export const spaced = (text: string): string =>
  printable(text.replace(/\s+/gu, " ")).replace(/\p{Surrogate}/gu, "\ufffd");

/** Printable text on one line, without space at its ends. */
export const tidy = (text: string): string => spaced(text).trim();

const RIGHT_TO_LEFT = /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}]/u;

/** Whether terminals that know about direction turn a line with this text around, columns and all. */
export const isTurned = (text: string): boolean => RIGHT_TO_LEFT.test(text);

/** As many of the characters, in their order, as there are cells for. */
function fitting(characters: readonly string[], widthInCells: number): readonly string[] {
  const kept: string[] = [];
  let used = 0;
  for (const character of characters) {
    used += cellWidth(character);
    if (used > widthInCells) break;
    kept.push(character);
  }
  return kept;
}

/** The beginning of a text, with a mark where it was cut. */
export function cutEnd(text: string, widthInCells: number): string {
  if (cellWidth(text) <= widthInCells) return text;
  return widthInCells < 1 ? "" : `${fitting(charactersOf(text), widthInCells - 1).join("")}…`;
}

/** The end of a text, with a mark where it was cut. */
export function cutStart(text: string, widthInCells: number): string {
  if (cellWidth(text) <= widthInCells) return text;
  if (widthInCells < 1) return "";
  return `…${fitting(charactersOf(text).toReversed(), widthInCells - 1)
    .toReversed()
    .join("")}`;
}
