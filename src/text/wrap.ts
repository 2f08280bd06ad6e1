import { cellWidth, charactersOf } from "./cells.ts";

/** A stretch of text; whoever shows it says what look it has. */
export interface Stretch {
  readonly text: string;
}

/** What the stretches say. */
export const plainText = (line: readonly Stretch[]): string => line.map(({ text }) => text).join("");

// Chinese and Japanese may break between any two characters, but not before closing marks.
const UNITS =
  /\s+|[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}][\p{M}\p{Cf}\u3001\u3002\u30fc\uff01\uff09\uff0c\uff1a\uff1b\uff1f\uff9e\uff9f」』》】]*|[^\s\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]+/gu;
const BREAKS_ANYWHERE = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u;
const OPENS = /[\p{Ps}\p{Pi}+\-\u2019'"]$/u;
const CLOSES = /^[\p{Pe}\p{Pf}\p{M}\p{Cf}\p{Po}+\-\u00b9\u00b2\u00b3\u2070-\u2079]/u;

interface Word<Piece> {
  readonly space: Piece | undefined;
  readonly pieces: Piece[];
}

const mayBreak = (before: string, after: string): boolean =>
  (BREAKS_ANYWHERE.test(before) || BREAKS_ANYWHERE.test(after)) && !OPENS.test(before) && !CLOSES.test(after);

/** Stretches that stay on one line, each with the space before it. */
function wordsOf<Piece extends Stretch>(line: readonly Piece[]): readonly Word<Piece>[] {
  const words: Word<Piece>[] = [];
  let space: Piece | undefined;
  let before = "";
  for (const piece of line)
    for (const [unit] of piece.text.matchAll(UNITS)) {
      if (/^\s/u.test(unit)) {
        space = { ...piece, text: (space?.text ?? "") + unit };
        continue;
      }
      const last = words.at(-1);
      if (last === undefined || space !== undefined || mayBreak(before, unit))
        words.push({ space, pieces: [{ ...piece, text: unit }] });
      else last.pieces.push({ ...piece, text: unit });
      space = undefined;
      before = unit;
    }
  return words;
}

/** A word that is too long for a line, cut between characters. */
function cut<Piece extends Stretch>(pieces: readonly Piece[], widthInCells: number): readonly (readonly Piece[])[] {
  const lines: Piece[][] = [[]];
  let written = "";
  for (const piece of pieces)
    for (const character of charactersOf(piece.text)) {
      const shown = cellWidth(character) > widthInCells ? "\ufffd" : character;
      const fits = cellWidth(written + shown) <= widthInCells;
      if (!fits) lines.push([]);
      written = fits ? written + shown : shown;
      lines.at(-1)?.push({ ...piece, text: shown });
    }
  return lines;
}

/** Breaks a text into lines of at most so many cells, at spaces where it can. There is always one line. */
export function wrap<Piece extends Stretch>(
  text: readonly Piece[],
  widthInCells: number,
): readonly (readonly Piece[])[] {
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
