import { Box } from "ink";
import type { ReactNode } from "react";
import { cellWidth } from "../../text/cells.ts";
import type { Palette } from "../theme.ts";
import { Line } from "./line.tsx";

/** A key and what it does. */
export interface Hint {
  readonly label: string;
  readonly does: string;
}

const BETWEEN = " · ";
const NARROW = 60;

/** Fits hints into lines. The last two (help and quit) are always among them; the most wanted come first. */
export function hintLines(hints: readonly Hint[], columns: number, lineCount: number): readonly string[] {
  const kept = hints.slice(-2);
  for (let count = hints.length; count >= kept.length; count -= 1) {
    const shown = [...hints.slice(0, count - kept.length), ...kept];
    const lines = packed(
      shown.map(({ label, does }) => `${label} ${does}`),
      columns,
    );
    if (lines.length <= lineCount) return lines;
  }
  return packed(
    kept.map(({ label, does }) => `${label} ${does}`),
    columns,
  ).slice(0, lineCount);
}

function packed(words: readonly string[], columns: number): readonly string[] {
  const lines: string[] = [];
  for (const word of words) {
    const line = lines.at(-1);
    const longer = line === undefined ? word : `${line}${BETWEEN}${word}`;
    if (line !== undefined && cellWidth(longer) <= columns) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** The keys that do something now, at the foot of the screen. */
export function KeyLine({
  hints,
  columns,
  palette,
}: {
  readonly hints: readonly Hint[];
  readonly columns: number;
  readonly palette: Palette;
}): ReactNode {
  return (
    <Box flexDirection="column" flexShrink={0}>
      {hintLines(hints, columns, columns < NARROW ? 3 : 2).map((text) => (
        <Line key={text} text={text} tone="quiet" palette={palette} room="stays" cut="end" />
      ))}
    </Box>
  );
}
