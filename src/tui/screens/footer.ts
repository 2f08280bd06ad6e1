import type { Hint } from "../keys/keymap.ts";
import { type Line, piece, spread, widthOf } from "../line.ts";
import type { Scene } from "./scene.ts";

const GAP = "   ";
const LOW = 16;
const NARROW = 60;
const WIDE = 100;

const hintLine = ({ label, does }: Hint): Line => [piece(label, "accent"), piece(` ${does}`, "quiet")];

function packed(hints: readonly Hint[], columns: number): readonly Line[] {
  const lines: Line[] = [];
  for (const hint of hints) {
    const line = lines.at(-1);
    const longer = line === undefined ? hintLine(hint) : [...line, piece(GAP), ...hintLine(hint)];
    if (line !== undefined && widthOf(longer) <= columns) lines[lines.length - 1] = longer;
    else lines.push(hintLine(hint));
  }
  return lines;
}

const ALWAYS_SHOWN: ReadonlySet<string> = new Set(["help", "quit"]);

const isAlwaysShown = ({ action }: Hint): boolean => ALWAYS_SHOWN.has(action);

/** Fits hints into lines: the most wanted come first, but help and quit are always among them. */
function hintLines(hints: readonly Hint[], columns: number, lineCount: number): readonly Line[] {
  const kept = hints.filter(isAlwaysShown);
  const others = hints.filter((hint) => !isAlwaysShown(hint));
  for (let count = others.length; count > 0; count -= 1) {
    const lines = packed([...others.slice(0, count), ...kept], columns);
    if (lines.length <= lineCount) return lines;
  }
  return packed(kept, columns).slice(0, lineCount);
}

/** One line of hints; help and quit stand apart at its end. */
function wideLine(hints: readonly Hint[], columns: number): Line {
  const [last = []] = packed(hints.filter(isAlwaysShown), columns);
  const others = hints.filter((hint) => !isAlwaysShown(hint));
  const room = columns - widthOf(last) - GAP.length;
  for (let count = others.length; count > 0; count -= 1) {
    const [line = [], ...more] = packed(others.slice(0, count), room);
    if (more.length === 0) return spread(line, last, columns);
  }
  return last;
}

/** The keys that do something now. */
export function footerLines({ situation, keymap, columns }: Scene, rows: number): readonly Line[] {
  const hints = keymap.hintsFor(situation);
  if (columns >= WIDE) return [wideLine(hints, columns)];
  return hintLines(hints, columns, rows < LOW ? 1 : columns < NARROW ? 3 : 2);
}
