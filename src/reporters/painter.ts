import { Chalk, type ColorSupportLevel } from "chalk";
import type { Severity } from "../core/severity.ts";

/** Gives a text its look without changing what it says. */
export type Paint = (text: string) => string;

/** What stands before and after a marked text, for those who do not see colours. */
export type Marks = readonly [before: string, after: string];

/** Looks by meaning. Marks count as text: put them around it before measuring, then paint both. */
export interface Painter {
  readonly strong: Paint;
  readonly faint: Paint;
  readonly heading: Paint;
  readonly place: Paint;
  /** Words that have to go. */
  readonly wrong: Paint;
  /** Words that come instead. */
  readonly right: Paint;
  /** Words in doubt that nothing replaces. */
  readonly doubted: Paint;
  readonly severity: (severity: Severity) => Paint;
  readonly marks: { readonly wrong: Marks; readonly right: Marks; readonly doubted: Marks };
}

/** Text as it is, whatever it means. */
export const unpainted: Paint = (text) => text;

/** Paints nothing and marks in writing. */
export const plainPainter: Painter = {
  strong: unpainted,
  faint: unpainted,
  heading: unpainted,
  place: unpainted,
  wrong: unpainted,
  right: unpainted,
  doubted: unpainted,
  severity: () => unpainted,
  marks: { wrong: ["[-", "-]"], right: ["{+", "+}"], doubted: ["‹", "›"] },
};

/** Paints with the colours of a terminal of this level; level 0 is the plain painter. Underlines say the same as the colours. */
export function colourPainter(level: ColorSupportLevel): Painter {
  if (level === 0) return plainPainter;
  const chalk = new Chalk({ level });
  const severities: Readonly<Record<Severity, Paint>> = {
    neutral: chalk.cyan,
    minor: chalk.yellow,
    major: chalk.red,
    critical: chalk.bold.red.inverse,
  };
  return {
    strong: chalk.bold,
    faint: chalk.dim,
    heading: chalk.bold.underline,
    place: chalk.cyan,
    wrong: chalk.red.underline,
    right: chalk.green.bold,
    doubted: chalk.yellow.underline,
    severity: (severity) => severities[severity],
    marks: { wrong: ["", ""], right: ["", ""], doubted: ["", ""] },
  };
}
