import { cellWidth, charactersOf } from "./cells.ts";
import { type Paint, unpainted } from "./painter.ts";

/** A stretch of text with one look. */
export interface Piece {
  readonly text: string;
  readonly paint: Paint;
}

/** One line, or a text that is to be wrapped. */
export type Line = readonly Piece[];

/** A stretch with a look; without one it is as it is. */
export const piece = (text: string, paint: Paint = unpainted): Piece => ({ text, paint });

/** What the pieces say. */
export const plainText = (line: Line): string => line.map(({ text }) => text).join("");

/** The line as it goes to the terminal. Neighbours of one look are painted in one go. */
export function paintLine(line: Line): string {
  const merged: Piece[] = [];
  for (const each of line) {
    const last = merged.at(-1);
    if (last?.paint === each.paint) merged[merged.length - 1] = { text: last.text + each.text, paint: each.paint };
    else merged.push(each);
  }
  return merged.map(({ text, paint }) => (text.trim() === "" && paint === unpainted ? text : paint(text))).join("");
}

// Chinese and Japanese may break between any two characters, but not before closing marks.
const UNITS =
  /\s+|[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}][\p{M}\p{Cf}\u3001\u3002\u30fc\uff01\uff09\uff0c\uff1a\uff1b\uff1f\uff9e\uff9f」』》】]*|[^\s\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]+/gu;
const BREAKS_ANYWHERE = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u;
const OPENS = /[\p{Ps}\p{Pi}+\-\u2019'"]$/u;
const CLOSES = /^[\p{Pe}\p{Pf}\p{M}\p{Cf}\p{Po}+\-\u00b9\u00b2\u00b3\u2070-\u2079]/u;

interface Word {
  readonly space: Piece | undefined;
  readonly pieces: Piece[];
}

const mayBreak = (before: string, after: string): boolean =>
  (BREAKS_ANYWHERE.test(before) || BREAKS_ANYWHERE.test(after)) && !OPENS.test(before) && !CLOSES.test(after);

/** Stretches that stay on one line, each with the space before it. */
function wordsOf(line: Line): readonly Word[] {
  const words: Word[] = [];
  let space: Piece | undefined;
  let before = "";
  for (const { text, paint } of line)
    for (const [unit] of text.matchAll(UNITS)) {
      if (/^\s/u.test(unit)) {
        space = { text: (space?.text ?? "") + unit, paint };
        continue;
      }
      const last = words.at(-1);
      if (last === undefined || space !== undefined || mayBreak(before, unit))
        words.push({ space, pieces: [{ text: unit, paint }] });
      else last.pieces.push({ text: unit, paint });
      space = undefined;
      before = unit;
    }
  return words;
}

/** A word that is too long for a line, cut between characters. */
function cut(pieces: Line, widthInCells: number): readonly Line[] {
  const lines: Piece[][] = [[]];
  let written = "";
  for (const { text, paint } of pieces)
    for (const character of charactersOf(text)) {
      const shown = cellWidth(character) > widthInCells ? "\ufffd" : character;
      const fits = cellWidth(written + shown) <= widthInCells;
      if (!fits) lines.push([]);
      written = fits ? written + shown : shown;
      lines.at(-1)?.push({ text: shown, paint });
    }
  return lines;
}

/** Breaks a text into lines of at most so many cells, at spaces where it can. There is always one line. */
export function wrap(text: Line, widthInCells: number): readonly Line[] {
  const lines: Piece[][] = [[]];
  let written = "";
  for (const { space, pieces } of wordsOf(text)) {
    const word = plainText(pieces);
    const gap = written === "" ? "" : (space?.text ?? "");
    if (cellWidth(written + gap + word) <= widthInCells) {
      if (gap !== "" && space !== undefined) lines.at(-1)?.push(space);
      lines.at(-1)?.push(...pieces);
      written += gap + word;
      continue;
    }
    if (written !== "") lines.push([]);
    const [first = [], ...rest] = cut(pieces, widthInCells);
    lines.at(-1)?.push(...first);
    for (const each of rest) lines.push([...each]);
    written = plainText(rest.at(-1) ?? first);
  }
  return lines;
}

/** A wrapped text behind a lead; its further lines stand below its first. */
export function hanging(lead: Line, text: Line, widthInCells: number): readonly Line[] {
  const leadWidth = cellWidth(plainText(lead));
  const below = [piece(" ".repeat(leadWidth))];
  return wrap(text, Math.max(2, widthInCells - leadWidth)).map((line, index) => [
    ...(index === 0 ? lead : below),
    ...line,
  ]);
}
