import { cutStart } from "../../text/cells.ts";
import { wrap } from "../../text/wrap.ts";
import type { Frame } from "../frame.tsx";
import { BLANK, fitted, type Line, lineOf, piece, widthOf } from "../line.ts";
import { documentLines } from "./document.ts";
import { editorLines } from "./editor.ts";
import { editorWidth } from "./editor-width.ts";
import { findingLines } from "./finding.ts";
import { footerLines } from "./footer.ts";
import { headerLines } from "./header.ts";
import { helpLines } from "./help.ts";
import { listLines } from "./list.ts";
import { filterLines, quitLines, ruleLines, scopeLines } from "./overlays.ts";
import type { Scene } from "./scene.ts";
import { summaryLines } from "./summary.ts";

const NOTE_LINES = 3;

interface Body {
  readonly lines: readonly Line[];
  readonly caret: Frame["caret"];
}

const still = (lines: readonly Line[]): Body => ({ lines, caret: undefined });

function editBody(scene: Scene): Body {
  const { state, current } = scene.situation;
  const { mode } = state;
  if (mode.kind !== "edit" || current === undefined) return still([]);
  const field = editorLines(
    mode.editor,
    mode.purpose,
    editorWidth(state.size),
    Math.max(2, Math.floor(scene.height / 2)),
  );
  const lines = findingLines(scene, current, field.lines);
  return { lines, caret: { x: field.x, y: lines.length - field.lines.length + field.y } };
}

/** The list under the words that are searched for. */
function searchBody(scene: Scene): Body {
  const { mode } = scene.situation.state;
  if (mode.kind !== "search") return still([]);
  const { text, caret } = mode.editor;
  const lead = piece("Search: ", "accent");
  const room = scene.columns - widthOf([lead]) - 1;
  const before = piece(cutStart(text.slice(0, caret), room));
  const field = fitted([lead, before, piece(text.slice(caret))], scene.columns);
  return {
    lines: [field, ...listLines({ ...scene, height: scene.height - 1 })],
    caret: { x: widthOf([lead, before]), y: 0 },
  };
}

function bodyOf(scene: Scene): Body {
  const { state, current } = scene.situation;
  const { mode } = state;
  switch (mode.kind) {
    case "finding":
      return still(
        current === undefined ? [lineOf("There is nothing to review.")] : findingLines(scene, current, undefined),
      );
    case "edit":
      return editBody(scene);
    case "list":
      return still(listLines(scene));
    case "search":
      return searchBody(scene);
    case "document":
      return still(documentLines(scene, mode.scroll));
    case "filter":
      return still(filterLines(scene));
    case "scope":
      return still(scopeLines(scene));
    case "rule":
      return still(ruleLines(scene, mode.scroll));
    case "summary":
      return still(summaryLines(scene, mode.scroll));
    case "help": {
      const x = widthOf(lineOf(`Search the help: ${mode.editor.text.slice(0, mode.editor.caret)}`));
      return {
        lines: helpLines(scene, mode.editor.text, mode.scroll),
        caret: { x: Math.min(x, scene.columns - 1), y: 0 },
      };
    }
    case "quit":
      return still(quitLines(scene));
    case "left":
      return still([]);
  }
}

/** What the screen tells: a note, or that a file was changed by somebody else. */
function noteLines({ situation: { state }, columns }: Scene): readonly Line[] {
  const changed = state.changed.map((file) => state.files[file]?.path).join(", ");
  const note =
    state.note ??
    (changed === ""
      ? undefined
      : `${changed} was changed by somebody else: r reads it again, your decisions go along.`);
  return note === undefined ? [] : wrap([piece("! ", "warning"), piece(note, "warning")], columns).slice(0, NOTE_LINES);
}

/** Where the body begins, and how high it is. */
function bodyPlace(scene: Scene, rows: number): { readonly top: number; readonly height: number } {
  const top = headerLines(scene, rows).length;
  const below = noteLines(scene).length + footerLines(scene, rows).length;
  return { top, height: Math.max(1, rows - top - below) };
}

/** The frame of a scene: never wider or higher than it is told, whatever the texts are. */
export function frameOf(scene: Omit<Scene, "height">, rows: number): Frame {
  const outer: Scene = { ...scene, height: rows };
  if (scene.situation.state.mode.kind === "left") return { lines: [], caret: undefined };
  const { top, height } = bodyPlace(outer, rows);
  const { lines, caret } = bodyOf({ ...outer, height });
  const filling: readonly Line[] = Array.from({ length: Math.max(0, height - lines.length) }, () => BLANK);
  const all = [
    ...headerLines(outer, rows),
    ...lines.slice(0, height),
    ...filling,
    ...noteLines(outer),
    ...footerLines(outer, rows),
  ];
  return {
    lines: all.slice(0, rows).map((line) => fitted(line, scene.columns)),
    caret: caret === undefined || caret.y >= height ? undefined : { x: caret.x, y: caret.y + top },
  };
}
