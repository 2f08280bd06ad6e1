import { cellWidth, charactersOf } from "../../text/cells.ts";

/** A text under edit; the caret stands at an offset in UTF-16 units, never within a character. */
export interface Editor {
  readonly text: string;
  readonly caret: number;
  readonly before: readonly Snapshot[];
  readonly after: readonly Snapshot[];
}

type Snapshot = Pick<Editor, "text" | "caret">;

export type CaretStep = "left" | "right" | "word-left" | "word-right" | "up" | "down" | "start" | "end";

/** What editing consists of. `widthInCells` is that of the lines in which the text stands. */
export type EditStep =
  | { readonly kind: "typed"; readonly text: string }
  | { readonly kind: "pasted"; readonly text: string }
  | { readonly kind: "erased"; readonly what: "left" | "right" | "word" | "to-start" | "to-end" }
  | { readonly kind: "caret-moved"; readonly to: CaretStep; readonly widthInCells: number }
  | { readonly kind: "edit-undone" }
  | { readonly kind: "edit-redone" };

const MOST_SNAPSHOTS = 500;

/** An editor with the caret at the end of a text. */
export const editorOf = (text: string): Editor => ({ text, caret: text.length, before: [], after: [] });

/** Text without what is no letter, number or sign. A break within pasted text is where a line was full, not meant. */
const clean = (text: string): string => text.replace(/\t/gu, " ").replace(/[^\P{Cc}\n]|\p{Cs}/gu, "");
const unbroken = (text: string): string => clean(text.replace(/\s*[\r\n]+\s*/gu, " "));

const changed = ({ text, caret, before }: Editor, next: Snapshot): Editor =>
  next.text === text
    ? { text, caret: next.caret, before, after: [] }
    : { ...next, before: [...before.slice(-MOST_SNAPSHOTS), { text, caret }], after: [] };

const insert = (editor: Editor, added: string): Editor =>
  changed(editor, {
    text: editor.text.slice(0, editor.caret) + added + editor.text.slice(editor.caret),
    caret: editor.caret + added.length,
  });

const wordLeft = ({ text, caret }: Editor): number =>
  caret - (/[^\s]*\s*$/u.exec(text.slice(0, caret))?.[0].length ?? 0);
const wordRight = ({ text, caret }: Editor): number => caret + (/^\s*[^\s]*/u.exec(text.slice(caret))?.[0].length ?? 0);
const left = ({ text, caret }: Editor): number => caret - (charactersOf(text.slice(0, caret)).at(-1)?.length ?? 0);
const right = ({ text, caret }: Editor): number => caret + (charactersOf(text.slice(caret))[0]?.length ?? 0);

/** Where the lines of a text begin when they have room for so many cells, and where the last of them ends. */
export function lineStarts(text: string, widthInCells: number): readonly number[] {
  const starts = [0];
  let at = 0;
  let used = 0;
  let breakable = -1;
  for (const character of charactersOf(text)) {
    const width = cellWidth(character);
    if (used + width > widthInCells && character !== "\n") {
      const start = breakable > (starts.at(-1) ?? 0) ? breakable : at;
      starts.push(start);
      used = cellWidth(text.slice(start, at));
    }
    used += width;
    at += character.length;
    if (character === " ") breakable = at;
    if (character === "\n") {
      starts.push(at);
      used = 0;
    }
  }
  return starts;
}

/** The row and column, in cells, at which the caret stands. */
export function caretPlace({ text, caret }: Editor, widthInCells: number): { readonly x: number; readonly y: number } {
  const starts = lineStarts(text, widthInCells);
  const y = Math.max(
    0,
    starts.findLastIndex((start) => start <= caret),
  );
  return { x: cellWidth(text.slice(starts[y] ?? 0, caret)), y };
}

function vertically(editor: Editor, widthInCells: number, rows: number): number {
  const { text } = editor;
  const starts = lineStarts(text, widthInCells);
  const { x, y } = caretPlace(editor, widthInCells);
  const start = starts[y + rows];
  if (start === undefined) return rows < 0 ? 0 : text.length;
  const end = (starts[y + rows + 1] ?? text.length + 1) - 1;
  let at = start;
  let used = 0;
  for (const character of charactersOf(text.slice(start, end))) {
    used += cellWidth(character);
    if (used > x) break;
    at += character.length;
  }
  return at;
}

function caretAt(editor: Editor, to: CaretStep, widthInCells: number): number {
  switch (to) {
    case "left":
      return left(editor);
    case "right":
      return right(editor);
    case "word-left":
      return wordLeft(editor);
    case "word-right":
      return wordRight(editor);
    case "up":
      return vertically(editor, widthInCells, -1);
    case "down":
      return vertically(editor, widthInCells, 1);
    case "start":
      return 0;
    case "end":
      return editor.text.length;
  }
}

function erased(editor: Editor, what: "left" | "right" | "word" | "to-start" | "to-end"): Editor {
  const { text, caret } = editor;
  const from = { left: left(editor), right: caret, word: wordLeft(editor), "to-start": 0, "to-end": caret }[what];
  const to = { left: caret, right: right(editor), word: caret, "to-start": caret, "to-end": text.length }[what];
  return changed(editor, { text: text.slice(0, from) + text.slice(to), caret: from });
}

function turned({ text, caret, before, after }: Editor, back: "undo" | "redo"): Editor {
  const [from, to] = back === "undo" ? [before, after] : [after, before];
  const last = from.at(-1);
  if (last === undefined) return { text, caret, before, after };
  const [rest, grown] = [from.slice(0, -1), [...to, { text, caret }]];
  return back === "undo" ? { ...last, before: rest, after: grown } : { ...last, before: grown, after: rest };
}

/** The editor after one step. */
export function edited(editor: Editor, step: EditStep): Editor {
  switch (step.kind) {
    case "typed":
      return insert(editor, clean(step.text));
    case "pasted":
      return insert(editor, unbroken(step.text));
    case "erased":
      return erased(editor, step.what);
    case "caret-moved":
      return { ...editor, caret: caretAt(editor, step.to, step.widthInCells) };
    case "edit-undone":
      return turned(editor, "undo");
    case "edit-redone":
      return turned(editor, "redo");
  }
}
