import type { Report } from "../core/report.ts";
import type { Painter } from "./painter.ts";

/** Where a report is going to stand. */
export interface Surroundings {
  readonly painter: Painter;
  readonly widthInCells: number;
  readonly layout: "side-by-side" | "stacked";
  /** Whether every document is named with its verdict. */
  readonly items: "counted" | "listed";
}

/** Writes a report down. */
export type Reporter = (report: Report, surroundings: Surroundings) => string;
