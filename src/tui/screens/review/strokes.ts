import type { Key } from "ink";
import { charactersOf } from "../../../text/cells.ts";

/** One key as it was struck: its name and, where it writes something, the text. */
export interface Stroke {
  readonly name: string;
  readonly text: string;
}

const NAMED = [
  ["upArrow", "up"],
  ["downArrow", "down"],
  ["leftArrow", "left"],
  ["rightArrow", "right"],
  ["home", "home"],
  ["end", "end"],
  ["return", "enter"],
  ["escape", "escape"],
  ["backspace", "backspace"],
  ["delete", "backspace"],
] as const satisfies readonly (readonly [keyof Key, string])[];

const CONTROLS: Readonly<Record<string, string>> = {
  "\u0001": "home",
  "\u0005": "end",
  "\b": "backspace",
  "\u007f": "backspace",
  "\r": "enter",
  "\n": "enter",
  "\u0012": "ctrl-r",
};

/** More characters at once than fingers can strike were pasted. */
const PASTED_LENGTH = 16;

const named = (name: string): Stroke => ({ name, text: "" });

function strokeOf(character: string): readonly Stroke[] {
  const name = CONTROLS[character];
  if (name !== undefined) return [named(name)];
  return /^\p{Cc}/u.test(character) ? [] : [{ name: character, text: character }];
}

/** Keys struck fast, or over a slow line, come in one piece. A line end inside a piece is pasted text, not the key. */
export function strokesOf(input: string, key: Key): readonly Stroke[] {
  const name = NAMED.find(([flag]) => key[flag])?.[1];
  if (name !== undefined) return [named(name)];
  if (key.ctrl) return [named(input === "a" ? "home" : input === "e" ? "end" : `ctrl-${input}`)];
  if (key.meta) return [];
  const inside = input.slice(0, -1).replace(/[\r\n]+/gu, " ");
  const characters = charactersOf(inside + input.slice(-1));
  return characters.flatMap(strokeOf);
}

/** Whether these strokes came from a clipboard. */
export const isPasted = (strokes: readonly Stroke[]): boolean => strokes.length > PASTED_LENGTH;
