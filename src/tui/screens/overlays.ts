import { precisionOf, precisionWords } from "../../review/precision.ts";
import { wrap } from "../../text/wrap.ts";
import { BLANK, fitted, hanging, type Line, lineOf, piece } from "../line.ts";
import { filterRows, isTicked } from "../review/listing.ts";
import { standingAt } from "../review/state.ts";
import { firstRow } from "./list.ts";
import type { Scene } from "./scene.ts";
import { counted, STANDING_NAMES } from "./wording.ts";

const PARTS = { severities: "Severity", standings: "State", rules: "Rule" } as const;

/** So many lines of a text, from a line on; the last page is full. */
export function paged(lines: readonly Line[], scroll: number, height: number): readonly Line[] {
  const top = Math.max(0, Math.min(scroll, lines.length - height));
  return lines.slice(top, top + height);
}

/** What a rule finds and why, and how it did at this desk. */
export function ruleLines(
  { situation: { state, current }, columns, height, explain }: Scene,
  scroll: number,
): readonly Line[] {
  if (current === undefined) return [];
  const { rule } = current.entry.finding;
  const precision = precisionOf(state.sitting.files, rule);
  const [name = rule, ...rest] = explain(rule).split("\n");
  const desk = [lineOf("At this desk", "strong"), ...wrap(lineOf(precisionWords(precision)), columns), BLANK];
  const text = rest.flatMap((line) => {
    const indent = /^ */u.exec(line)?.[0] ?? "";
    const tone = /^(?:Wrong|Right):$/u.test(line) ? "strong" : line.startsWith("    ") ? "quiet" : "same";
    return line.trim() === "" ? [BLANK] : hanging([piece(indent)], lineOf(line.trim(), tone), columns);
  });
  return paged([fitted(lineOf(name, "strong"), columns), BLANK, ...desk, ...text], scroll, height);
}

/** What may be ticked to narrow the findings down. */
export function filterLines({ situation: { state }, columns, height }: Scene): readonly Line[] {
  const { mode, listing, items } = state;
  const rows = filterRows(items, (index) => standingAt(state, index).kind);
  const here = mode.kind === "filter" ? mode.row : 0;
  const names: Readonly<Record<string, string>> = STANDING_NAMES;
  const lines = rows.map((row, index): Line => {
    const isHere = index === here;
    const heading = rows[index - 1]?.part === row.part ? "" : PARTS[row.part];
    const name = names[row.name] ?? row.name;
    const box = isTicked(listing.filter, row) ? "[x]" : "[ ]";
    return fitted(
      [
        piece(heading.padEnd(10), "quiet"),
        piece(`${isHere ? "▸" : " "} ${box} ${name}`, isHere ? "accent" : "same"),
        piece(` ${row.count}`, "quiet"),
      ],
      columns,
    );
  });
  const title = `Show only what is ticked: ${listing.order.length} of ${counted(items.length, "finding", "findings")}`;
  const room = Math.max(1, height - 2);
  const top = firstRow(here, lines.length, room);
  return [fitted(lineOf(title, "strong"), columns), BLANK, ...lines.slice(top, top + room)].slice(0, height);
}

/** Asks how far a rule is to be ignored. */
export function scopeLines({ situation: { state, current }, columns, height, keymap }: Scene): readonly Line[] {
  if (current === undefined) return [];
  const { rule, target } = current.entry.finding;
  const alike = state.items.filter(({ entry }) => entry.finding.rule === rule);
  const inDocument = alike.filter(
    ({ file, entry }) => file === current.file && entry.finding.target.document === target.document,
  );
  const notes: Readonly<Record<string, string>> = {
    "ignore-in-document": counted(inDocument.length, "finding", "findings"),
    "ignore-everywhere": `${counted(alike.length, "finding", "findings")} here; written into the ignore file, so that later audits keep to it`,
  };
  const choices = keymap.help
    .filter(({ modes, action }) => modes.includes("scope") && action !== "cancel-ignoring")
    .flatMap(({ action, label, does }) =>
      hanging([piece(`  ${label} `, "accent"), piece(`${does}  `)], lineOf(notes[action] ?? "", "quiet"), columns),
    );
  const title = wrap(lineOf(`Ignore ${rule}`, "strong"), columns);
  return [...title, BLANK, ...choices].slice(0, height);
}

/** Asked only when something is unsaved. */
export function quitLines({ situation: { tally, state }, columns, height }: Scene): readonly Line[] {
  const what =
    tally.unsavedCount === 1 ? "One change is not saved yet." : `${tally.unsavedCount} changes are not saved yet.`;
  const files = tally.unsaved.flatMap((count, file) =>
    count === 0 ? [] : [fitted(lineOf(`  ${state.files[file]?.path}: ${count}`, "quiet"), columns)],
  );
  const words = "The journal keeps your decisions either way; the text has them only once you save.";
  return [
    ...wrap(lineOf(what, "strong"), columns),
    BLANK,
    ...wrap(lineOf(words), columns),
    ...(files.length > 1 ? [BLANK, ...files] : []),
  ].slice(0, height);
}
