import stringWidth from "string-width";

const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** The characters of a text as people count them. */
export const graphemesOf = (text: string): readonly string[] =>
  Array.from(GRAPHEMES.segment(text), ({ segment }) => segment);

/** How many cells of a terminal a text takes. */
export const widthInCells = (text: string): number => stringWidth(text);

/** As many of the characters, in their order, as there are cells for. */
function fitting(characters: readonly string[], cells: number): readonly string[] {
  const kept: string[] = [];
  let used = 0;
  for (const character of characters) {
    used += widthInCells(character);
    if (used > cells) break;
    kept.push(character);
  }
  return kept;
}

/** The beginning of a text, with a mark where it was cut. */
export function cutEnd(text: string, cells: number): string {
  if (widthInCells(text) <= cells) return text;
  return cells < 1 ? "" : `${fitting(graphemesOf(text), cells - 1).join("")}…`;
}

/** The end of a text, with a mark where it was cut. */
export function cutStart(text: string, cells: number): string {
  if (widthInCells(text) <= cells) return text;
  if (cells < 1) return "";
  return `…${fitting(graphemesOf(text).toReversed(), cells - 1)
    .toReversed()
    .join("")}`;
}
