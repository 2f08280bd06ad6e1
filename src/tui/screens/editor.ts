import { type Line, lineOf, piece } from "../line.ts";
import { caretPlace, type Editor, lineStarts } from "../review/editor.ts";
import type { Purpose } from "../review/mode.ts";

const TITLES: Readonly<Record<Purpose, string>> = {
  repair: "Write the repair",
  reason: "Why is the flag wrong?  (enter alone gives no reason)",
  note: "Note to the source desk",
};

/** A text under edit, and where in its lines the caret stands. */
export interface EditorLines {
  readonly lines: readonly Line[];
  readonly x: number;
  readonly y: number;
}

/** The text under edit in a field of so many lines, scrolled to the caret. */
export function editorLines(editor: Editor, purpose: Purpose, widthInCells: number, most: number): EditorLines {
  const starts = lineStarts(editor.text, widthInCells);
  const { x, y } = caretPlace(editor, widthInCells);
  const room = Math.max(1, most - 1);
  const top = Math.max(0, Math.min(y - Math.floor(room / 2), starts.length - room));
  const lines = starts.slice(top, top + room).map((start, row): Line => {
    const end = starts[top + row + 1] ?? editor.text.length;
    return [piece("│ ", "accent"), piece(editor.text.slice(start, end).replace(/\n$/u, ""))];
  });
  return { lines: [lineOf(TITLES[purpose], "accent"), ...lines], x: x + 2, y: y - top + 1 };
}
