import { padded } from "../../text/cells.ts";
import type { HelpRow } from "../keys/keymap.ts";
import { BLANK, beside, columnWidth, fitted, hanging, type Line, lineOf, piece } from "../line.ts";
import type { ModeKind } from "../review/mode.ts";
import { paged } from "./overlays.ts";
import type { Scene } from "./scene.ts";

const SECTIONS: readonly (readonly [title: string, mode: ModeKind])[] = [
  ["Findings", "finding"],
  ["In the list", "list"],
  ["In the document", "document"],
  ["While you write", "edit"],
  ["While you search", "search"],
  ["Filter", "filter"],
  ["Ignoring a rule", "scope"],
  ["Before saving", "summary"],
  ["Quitting", "quit"],
];

const SIGNS: readonly (readonly [sign: string, means: string])[] = [
  ["‹ ›", "the flaw"],
  ["[- -]", "words that go (struck through, where there are colours)"],
  ["{+ +}", "words that come (underlined, where there are colours)"],
  ["○", "open"],
  ["✓", "accepted"],
  ["–", "ignored"],
  ["✗", "the flag is wrong"],
  ["?", "waits for the source desk"],
  ["=", "covered by the repair of another finding"],
  ["RQS", "raw quality score of the text: 100 without any flaw"],
];

const KEY_WIDTH = 12;
const TWO_COLUMNS = 90;

/** Each action once: in the first section in which it works. */
function sectionRows(help: readonly HelpRow[]): readonly (readonly [string, readonly (readonly [string, string])[]])[] {
  const seen = new Set<string>();
  const sections = SECTIONS.map(([title, mode]) => {
    const rows = help.filter(({ modes, action }) => modes.includes(mode) && !seen.has(action));
    for (const { action } of rows) seen.add(action);
    return [title, rows.map(({ label, does, action }) => [label, `${does} (${action})`] as const)] as const;
  });
  return [...sections, ["Signs", SIGNS] as const];
}

function rowLines(label: string, does: string, columns: number): readonly Line[] {
  const [, words = does, action = ""] = /^(.*?)( \([\w-]+\))?$/u.exec(does) ?? [];
  return hanging([piece(`${padded(label, KEY_WIDTH)} `, "accent")], [piece(words), piece(action, "quiet")], columns);
}

/** What keys and signs mean: all, or what a search finds. */
export function helpLines(scene: Scene, query: string, scroll: number): readonly Line[] {
  const { columns, height, keymap } = scene;
  const words = query.toLowerCase().split(/\s+/u);
  const isWanted = ([label, does]: readonly [string, string]): boolean =>
    words.every((word) => `${label} ${does}`.toLowerCase().includes(word));
  const isWide = columns >= TWO_COLUMNS;
  const width = isWide ? columnWidth(columns) : columns;
  const sections = sectionRows(keymap.help).flatMap(([title, rows]) => {
    const shown = rows.filter(isWanted);
    if (shown.length === 0) return [];
    return [[lineOf(title, "strong"), ...shown.flatMap(([label, does]) => rowLines(label, does, width)), BLANK]];
  });
  const title: Line = [piece("Search the help: ", "quiet"), piece(query, "strong")];
  const found = sections.flat();
  const half =
    sections.length < 3
      ? sections.length
      : sections.findIndex((_, index) => sections.slice(0, index + 1).flat().length >= found.length / 2) + 1;
  const lines = isWide ? beside(sections.slice(0, half).flat(), sections.slice(half).flat(), columns) : found;
  const body = lines.length === 0 ? [lineOf("Nothing in the help is like that.", "quiet")] : lines;
  return [fitted(title, columns), BLANK, ...paged(body, scroll, Math.max(1, height - 2))].slice(0, height);
}
