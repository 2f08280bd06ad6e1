import { cellWidth } from "../text/cells.ts";
import { plainText, wrap } from "../text/wrap.ts";
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

/** A wrapped text behind a lead; its further lines stand below its first. */
export function hanging(lead: Line, text: Line, widthInCells: number): readonly Line[] {
  const leadWidth = cellWidth(plainText(lead));
  const below = [piece(" ".repeat(leadWidth))];
  return wrap(text, Math.max(2, widthInCells - leadWidth)).map((line, index) => [
    ...(index === 0 ? lead : below),
    ...line,
  ]);
}
