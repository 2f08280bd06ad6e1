import { cellWidth, charactersOf, isTurned } from "../text/cells.ts";
import { printable } from "../text/printable.ts";
import { plainText, wrap } from "../text/wrap.ts";
import type { Tone } from "./theme.ts";

const PLAIN = /^[\x20-\x7e]*$/u;

/** A stretch of text in one tone. */
export interface Piece {
  readonly text: string;
  readonly tone: Tone;
}

/** One line of a screen, or a text that is to be wrapped. */
export type Line = readonly Piece[];

/** White space is as wide as it was; half a character is none. */
const shown = (text: string): string =>
  PLAIN.test(text) ? text : printable(text.replace(/[^\S ]/gu, " ")).replace(/\p{Surrogate}/gu, "\ufffd");

/** The only way text gets onto the screen: whatever could move the cursor or turn the line around becomes visible. */
export const piece = (text: string, tone: Tone = "same"): Piece => ({ text: shown(text), tone });

/** A line in one tone. */
export const lineOf = (text: string, tone: Tone = "same"): Line => [piece(text, tone)];

/** A line with nothing on it. */
export const BLANK: Line = [];

/** How many cells a line fills. */
export const widthOf = (line: Line): number => cellWidth(plainText(line));

const ELLIPSIS = "…";

/** The beginning of a line, with a mark where it was cut. */
export function fitted(line: Line, widthInCells: number): Line {
  if (widthOf(line) <= widthInCells) return line;
  const kept: Piece[] = [];
  let room = widthInCells - 1;
  for (const { text, tone } of line) {
    let part = "";
    for (const character of charactersOf(text)) {
      const width = cellWidth(character);
      if (width > room) return widthInCells < 1 ? [] : [...kept, { text: `${part}${ELLIPSIS}`, tone }];
      room -= width;
      part += character;
    }
    kept.push({ text: part, tone });
  }
  return kept;
}

/** A line filled up with spaces. */
function filled(line: Line, widthInCells: number): Line {
  const missing = widthInCells - widthOf(line);
  return missing > 0 ? [...line, piece(" ".repeat(missing))] : line;
}

/** One line at either end of a row; the left one is cut where there is no room for both. */
export function spread(left: Line, right: Line, widthInCells: number): Line {
  const end = fitted(right, widthInCells);
  const room = widthInCells - widthOf(end);
  return [...filled(fitted(left, Math.max(0, room - 2)), room), ...end];
}

const GUTTER = " │ ";

/** The width of each of two columns. */
export const columnWidth = (widthInCells: number): number => Math.floor((widthInCells - GUTTER.length) / 2);

/** Two columns of lines, each of `columnWidth`. */
export function beside(left: readonly Line[], right: readonly Line[], widthInCells: number): readonly Line[] {
  const width = columnWidth(widthInCells);
  return Array.from({ length: Math.max(left.length, right.length) }, (_, row) => [
    ...filled(left[row] ?? [], width),
    piece(GUTTER, "quiet"),
    ...(right[row] ?? []),
  ]);
}

const JOINED = /[\u200d\ufe0f\p{Emoji_Modifier}\p{RI}]/u;

/** Whether terminals disagree on where the characters of a text stand, so that nothing may stand beside it. */
export const isUnsteady = (line: Line): boolean => line.some(({ text }) => isTurned(text) || JOINED.test(text));

/** A wrapped text behind a lead; its further lines stand below its first. */
export function hanging(lead: Line, text: Line, widthInCells: number): readonly Line[] {
  const indent = widthOf(lead);
  const below = [piece(" ".repeat(indent))];
  return wrap(text, Math.max(2, widthInCells - indent)).map((line, row) => [...(row === 0 ? lead : below), ...line]);
}

/** The last of several lines says that more was left out. */
function abridged(lines: readonly Line[], count: number, widthInCells: number): readonly Line[] {
  if (lines.length <= count) return lines;
  const kept = lines.slice(0, count);
  const last = kept.at(-1);
  if (last === undefined) return kept;
  return [...kept.slice(0, -1), [...fitted(last, widthInCells - 2), piece(` ${ELLIPSIS}`, "quiet")]];
}

/** Lines that belong together. Blocks that yield more give up their lines first, down to the least they need. */
export interface Block {
  readonly lines: readonly Line[];
  readonly yields: number;
  readonly least: number;
}

/** Blocks in as many lines as there are; what does not fit even so is cut off at the end. */
export function stacked(blocks: readonly Block[], height: number, widthInCells: number): readonly Line[] {
  const heights = blocks.map(({ lines }) => lines.length);
  let surplus = heights.reduce((sum, each) => sum + each, 0) - height;
  const order = [...blocks.keys()].sort((a, b) => (blocks[b]?.yields ?? 0) - (blocks[a]?.yields ?? 0));
  for (const index of order) {
    const now = heights[index] ?? 0;
    const given = Math.min(Math.max(0, surplus), Math.max(0, now - (blocks[index]?.least ?? 0)));
    heights[index] = now - given;
    surplus -= given;
  }
  return blocks.flatMap(({ lines }, index) => abridged(lines, heights[index] ?? 0, widthInCells)).slice(0, height);
}
