import { wrap } from "../../text/wrap.ts";
import { BLANK, fitted, type Line, lineOf, piece } from "../line.ts";
import { sentenceWith } from "../review/current.ts";
import type { Item } from "../review/files.ts";
import type { State } from "../review/state.ts";
import { changedLine, excerpt } from "./marks.ts";
import type { Scene } from "./scene.ts";
import { counted } from "./wording.ts";

interface Change {
  readonly item: Item;
  readonly replacement: string;
}

/** The accepted repairs of a file, in the order of its text. */
function changesIn({ items, sitting }: State, file: number): readonly Change[] {
  const standings = sitting.files[file]?.standings ?? [];
  return items.flatMap((item) => {
    const standing = item.file === file ? standings[item.place] : undefined;
    return standing?.kind === "accepted" ? [{ item, replacement: standing.replacement }] : [];
  });
}

function changeLines({ situation: { state }, columns, palette }: Scene, { item }: Change): readonly Line[] {
  const { entry, file, place } = item;
  const { finding } = entry;
  const standing = state.sitting.files[file]?.standings[place];
  if (standing?.kind !== "accepted") return [];
  const before = sentenceWith(item, []);
  const after = sentenceWith(item, [{ ...standing.repair, entry }]);
  const lead = `line ${finding.target.line}  `;
  const line = excerpt(changedLine(before, after, palette), columns * 2 - 6);
  return [
    fitted([piece(lead, "quiet"), piece(finding.rule, "quiet")], columns),
    ...wrap(line, columns - 2).map((each) => [piece("  "), ...each]),
  ];
}

/** All that would be written: file by file, what changes. Only what is in sight is made. */
export function summaryLines(scene: Scene, scroll: number): readonly Line[] {
  const { situation, columns, height } = scene;
  const { state, tally } = situation;
  const lines: Line[] = [];
  let skipped = 0;
  const add = (more: () => readonly Line[]): void => {
    if (lines.length >= height) return;
    if (skipped < scroll) skipped += 1;
    else lines.push(...more());
  };
  for (const [file, count] of tally.unsaved.entries()) {
    if (count === 0) continue;
    const { path = "", output = "" } = state.files[file] ?? {};
    const changes = changesIn(state, file);
    const where = output === path ? "written into the file itself" : `written to ${output}`;
    add(() => [
      fitted(
        [piece(path, "strong"), piece(` ${counted(changes.length, "change", "changes")}, ${where}`, "quiet")],
        columns,
      ),
      BLANK,
    ]);
    for (const change of changes) add(() => changeLines(scene, change));
    add(() => [BLANK]);
  }
  if (lines.length === 0) lines.push(lineOf("That is all.", "quiet"));
  return lines.slice(0, height);
}
