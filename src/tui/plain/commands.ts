import { nearestName } from "../../text/similarity.ts";
import type { Keymap } from "../keys/keymap.ts";
import type { Mode } from "../review/mode.ts";
import type { Stroke } from "../terminal/strokes.ts";

/** Keys that take words with them: `e new words`, `w reason`, `m note`, `/ words`. */
const WITH_WORDS: ReadonlySet<string> = new Set(["edit", "wrong-flag", "note", "search"]);

/** What a line asks for: strokes of keys, in order; or something is wrong with it. */
export type Command =
  | { readonly kind: "strokes"; readonly strokes: readonly Stroke[] }
  | { readonly kind: "unknown"; readonly words: string };

const key = (name: string): Stroke => ({ kind: "key", name, text: "" });

/** The strokes that put other words into an open editor and take them. */
const written = (words: string): readonly Stroke[] => [
  key("end"),
  key("ctrl-u"),
  { kind: "paste", text: words },
  key("enter"),
];

/** Understands a line by the keys of the screen or by the names of actions: `a`, `3`, `accept`, `e better words`. */
export function commandOf(line: string, keymap: Keymap, mode: Mode["kind"]): Command {
  const [, word = "", words = ""] = /^(\S+)(?:\s+(.*))?$/u.exec(line.trim()) ?? [];
  const rows = keymap.help.filter(({ modes }) => modes.includes(mode));
  const row = rows.find(({ names }) => names.includes(word)) ?? rows.find(({ action }) => action === word);
  if (row === undefined) {
    const nearest = nearestName(
      word,
      rows.map(({ action }) => action),
    );
    return {
      kind: "unknown",
      words: `“${word}” is no command.${nearest === undefined ? "" : ` Did you mean “${nearest}”?`} ? lists all.`,
    };
  }
  if (row.action === "edit" && words.trim() === "")
    return { kind: "unknown", words: `Write the words after it: ${word} better words.` };
  const name = row.names.includes(word) ? word : (row.names[0] ?? word);
  const begin = key(name);
  return { kind: "strokes", strokes: WITH_WORDS.has(row.action) ? [begin, ...written(words)] : [begin] };
}
