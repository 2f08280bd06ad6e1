import stringWidth from "string-width";
import { printable } from "../text/printable.ts";

/** How many cells of a terminal a text fills; wide characters and emoji fill two. */
export const cellWidth = (text: string): number => stringWidth(text);

/** Text filled up with spaces to a number of cells. */
export const padded = (text: string, widthInCells: number): string =>
  text + " ".repeat(Math.max(0, widthInCells - cellWidth(text)));

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** The characters of a text as readers see them. */
export const charactersOf = (text: string): readonly string[] =>
  Array.from(segmenter.segment(text), ({ segment }) => segment);

/** Printable text whose white space is single spaces; unlike `oneLine` it keeps a space at either end. */
export const spaced = (text: string): string =>
  printable(text.replace(/\s+/gu, " ")).replace(/\p{Surrogate}/gu, "\ufffd");

/** Printable text on one line, without space at its ends. */
export const tidy = (text: string): string => spaced(text).trim();
