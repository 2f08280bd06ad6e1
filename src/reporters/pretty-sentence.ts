import { cellWidth, isTurned } from "../text/cells.ts";
import { plainText, wrap } from "../text/wrap.ts";
import type { SentenceFindings } from "./groups.ts";
import { hanging, type Line, type Piece, piece } from "./line.ts";
import { markedSentence } from "./marked.ts";
import type { Surroundings } from "./reporter.ts";

const INDENT = "  ";
const GUTTER = " │ ";
const NO_REPAIR = "no repair to offer";

function columns(left: Line, right: Line, { painter, widthInCells }: Surroundings): readonly Line[] {
  const columnWidth = Math.floor((widthInCells - INDENT.length - GUTTER.length) / 2);
  const leftLines = wrap(left, columnWidth);
  const rightLines = wrap(right, columnWidth);
  const gutter = piece(GUTTER, painter.faint);
  return Array.from({ length: Math.max(leftLines.length, rightLines.length) }, (_, index) => {
    const cell = leftLines[index] ?? [];
    const filling = piece(" ".repeat(columnWidth - cellWidth(plainText(cell))));
    return [piece(INDENT), ...cell, filling, gutter, ...(rightLines[index] ?? [])];
  });
}

function stacked(left: Line, right: Line, sign: Piece, { painter, widthInCells }: Surroundings): readonly Line[] {
  return [
    ...hanging([piece(INDENT), piece("- ", painter.wrong)], left, widthInCells),
    ...hanging([piece(INDENT), sign], right, widthInCells),
  ];
}

/** The original sentence and the corrected one: side by side, or one above the other where columns would be disturbed. */
export function sentenceLines(findings: SentenceFindings, surroundings: Surroundings): readonly Line[] {
  const { painter, layout } = surroundings;
  const { original, corrected } = markedSentence(findings, painter);
  const right = corrected ?? [piece(NO_REPAIR, painter.faint)];
  const turned = isTurned(plainText(original)) || isTurned(plainText(right));
  if (layout === "side-by-side" && !turned) return columns(original, right, surroundings);
  return stacked(
    original,
    right,
    corrected === undefined ? piece("? ", painter.faint) : piece("+ ", painter.right),
    surroundings,
  );
}
