import { graphemesOf, widthInCells } from "./cells.ts";
import type { Tone } from "./theme.ts";

/** A stretch of text in one tone. Whoever makes one sees to it that its text is safe to show. */
export interface Piece {
  readonly text: string;
  readonly tone: Tone;
}

interface Word {
  readonly pieces: readonly Piece[];
  readonly cells: number;
}

/** A word that no line has room for, in parts that fit. */
function partsOf({ pieces }: Word, cells: number): readonly Word[] {
  const parts: Word[] = [];
  for (const { text, tone } of pieces)
    for (const character of graphemesOf(text)) {
      const width = widthInCells(character);
      const last = parts.at(-1);
      if (last === undefined || last.cells + width > cells)
        parts.push({ pieces: [{ text: character, tone }], cells: width });
      else parts[parts.length - 1] = { pieces: [...last.pieces, { text: character, tone }], cells: last.cells + width };
    }
  return parts;
}

/** Words and the spaces between them; a word may be made of several pieces. */
function wordsOf(pieces: readonly Piece[]): readonly Word[] {
  const words: Word[] = [];
  let isInWord = false;
  for (const { text, tone } of pieces)
    for (const token of text.match(/ +|[^ ]+/gu) ?? []) {
      const isWord = !token.startsWith(" ");
      const last = words.at(-1);
      const piece = { text: token, tone };
      const cells = widthInCells(token);
      if (isWord && isInWord && last !== undefined)
        words[words.length - 1] = { pieces: [...last.pieces, piece], cells: last.cells + cells };
      else words.push({ pieces: [piece], cells });
      isInWord = isWord;
    }
  return words;
}

const isSpace = ({ pieces }: Word): boolean => pieces[0]?.text.startsWith(" ") ?? false;

/** Neighbours of one tone become one piece. */
function merged(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (last?.tone === piece.tone) result[result.length - 1] = { text: last.text + piece.text, tone: last.tone };
    else result.push(piece);
  }
  return result;
}

/** Breaks text into lines of so many cells, between words where that is possible. No line begins or ends with a space. */
export function wrapped(pieces: readonly Piece[], cells: number): readonly (readonly Piece[])[] {
  const lines: (readonly Piece[])[] = [];
  let line: Piece[] = [];
  let used = 0;
  let space: Word | undefined;
  const close = (): void => {
    if (line.length > 0) lines.push(merged(line));
    line = [];
    used = 0;
    space = undefined;
  };
  const put = (word: Word): void => {
    if (used + (space?.cells ?? 0) + word.cells > cells) close();
    line.push(...(space?.pieces ?? []), ...word.pieces);
    used += (space?.cells ?? 0) + word.cells;
    space = undefined;
  };
  for (const word of wordsOf(pieces)) {
    if (isSpace(word)) space = line.length === 0 ? undefined : word;
    else if (word.cells <= cells) put(word);
    else for (const part of partsOf(word, cells)) put(part);
  }
  close();
  return lines;
}
