import { supportsColor } from "chalk";
import type { Surroundings } from "../reporters/index.ts";
import { colourPainter, plainPainter } from "../reporters/painter.ts";
import { printable } from "../text/printable.ts";

/** Where a command speaks. */
export interface Terminal {
  readonly print: (text: string | Uint8Array) => void;
  readonly complain: (text: string) => void;
  readonly widthInCells: number;
  readonly kind: "terminal" | "pipe";
  readonly colourLevel: 0 | 1 | 2 | 3;
}

const PIPE_WIDTH = 100;
const SIDE_BY_SIDE_WIDTH = 100;

/** The terminal of this process. `NO_COLOR` and pipes are respected. */
export function processTerminal(): Terminal {
  const { stdout, stderr } = process;
  const level = process.env.NO_COLOR ? 0 : supportsColor === false ? 0 : supportsColor.level;
  return {
    print: (text) => {
      stdout.write(text);
    },
    complain: (text) => {
      stderr.write(`misrender: ${printable(text)}\n`);
    },
    widthInCells: stdout.isTTY ? stdout.columns : PIPE_WIDTH,
    kind: stdout.isTTY ? "terminal" : "pipe",
    colourLevel: level,
  };
}

/** How a report looks away from any terminal. */
export const plainSurroundings: Surroundings = {
  painter: plainPainter,
  widthInCells: PIPE_WIDTH,
  layout: "stacked",
  items: "counted",
};

/** How a report looks on this terminal. */
export const terminalSurroundings = ({ kind, colourLevel, widthInCells }: Terminal): Surroundings => ({
  painter: colourLevel > 0 ? colourPainter(colourLevel) : plainPainter,
  widthInCells,
  layout: kind === "terminal" && widthInCells >= SIDE_BY_SIDE_WIDTH ? "side-by-side" : "stacked",
  items: "counted",
});
