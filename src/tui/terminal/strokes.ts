import { charactersOf } from "../../text/cells.ts";

/** What came from the keyboard, the clipboard or the mouse. A key that writes something has a text. */
export type Stroke =
  | { readonly kind: "key"; readonly name: string; readonly text: string }
  | { readonly kind: "paste"; readonly text: string }
  | { readonly kind: "click"; readonly x: number; readonly y: number };

const PASTE_START = "\u001b[200~";
const PASTE_END = "\u001b[201~";

/** Letters that end a CSI or SS3 sequence, and the keys they stand for. */
const FINALS: Readonly<Record<string, string>> = {
  A: "up",
  B: "down",
  C: "right",
  D: "left",
  F: "end",
  H: "home",
  Z: "shift-tab",
};
const NUMBERS: Readonly<Record<string, string>> = {
  "1": "home",
  "3": "delete",
  "4": "end",
  "5": "pageup",
  "6": "pagedown",
  "7": "home",
  "8": "end",
};
const CONTROLS: Readonly<Record<string, string>> = {
  "\r": "enter",
  "\t": "tab",
  "\b": "backspace",
  "\u007f": "backspace",
  "\u001b": "escape",
  "\u0000": "ctrl-space",
  "\u001f": "ctrl-_",
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
const SEQUENCE = /^\u001b(?:\[[0-?]*[ -/]*[@-~]|O[ -~]|[\]PX^_][^\u0007\u001b]*(?:\u0007|\u001b\\))/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const UNFINISHED = /^\u001b(?:\[[0-?]*[ -/]*|O|[\]PX^_][^\u0007\u001b]*\u001b?)$/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const MOUSE = /^\u001b\[<(\d+);(\d+);(\d+)([Mm])$/u;

const key = (name: string, text = ""): Stroke => ({ kind: "key", name, text });

function mouseStroke(sequence: string): readonly Stroke[] {
  const [, button, column, row, press] = MOUSE.exec(sequence) ?? [];
  if (button === "64") return [key("up")];
  if (button === "65") return [key("down")];
  return button === "0" && press === "M" ? [{ kind: "click", x: Number(column) - 1, y: Number(row) - 1 }] : [];
}

/** The key of a sequence; none where it is the terminal's answer to a question, or unknown. */
function sequenceStroke(sequence: string): readonly Stroke[] {
  if (sequence.startsWith("\u001b[<")) return mouseStroke(sequence);
  const [, number, , modifier = "1"] = /^[[O](\d*)(;(\d+))?/u.exec(sequence.slice(1)) ?? [];
  if (number === undefined) return [];
  const final = sequence.at(-1) ?? "";
  const name = final === "~" ? NUMBERS[number] : FINALS[final];
  if (name === undefined) return [];
  const bits = Number(modifier) - 1;
  return [key(`${bits & 4 ? "ctrl-" : ""}${bits & 2 ? "alt-" : ""}${name}`)];
}

function characterStroke(character: string): readonly Stroke[] {
  const name = CONTROLS[character];
  if (name !== undefined) return [key(name)];
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return [key(`ctrl-${String.fromCodePoint(code + 0x60)}`)];
  if (code >= 0x80 && code < 0xa0) return [];
  return [key(character === " " ? "space" : character, character)];
}

/** More characters at once than fingers can strike were pasted; unless it is one key, held down. */
const PASTED_LENGTH = 16;
const isHeldDown = (characters: readonly string[]): boolean => new Set(characters).size === 1;

function plainStrokes(text: string): readonly Stroke[] {
  const characters = charactersOf(text);
  if (characters.length > PASTED_LENGTH && !isHeldDown(characters)) return [{ kind: "paste", text }];
  return characters.flatMap(characterStroke);
}

/** What is understood of some input, and the rest that waits for more. */
export interface Decoded {
  readonly strokes: readonly Stroke[];
  readonly rest: string;
}

/** The first stroke of an input that begins with an escape character; undefined where it may not be whole yet. */
function escaped(input: string): { readonly strokes: readonly Stroke[]; readonly length: number } | undefined {
  if (input.startsWith(PASTE_START)) {
    const end = input.indexOf(PASTE_END);
    if (end < 0) return undefined;
    const text = input.slice(PASTE_START.length, end).replace(/\r\n?/gu, "\n");
    return { strokes: [{ kind: "paste", text }], length: end + PASTE_END.length };
  }
  const sequence = SEQUENCE.exec(input)?.[0];
  if (sequence !== undefined) return { strokes: sequenceStroke(sequence), length: sequence.length };
  if (input === "\u001b" || UNFINISHED.test(input)) return undefined;
  const [after = ""] = charactersOf(input.slice(1));
  const [alone] = characterStroke(after);
  if (alone?.kind !== "key" || after === "\u001b") return { strokes: [key("escape")], length: 1 };
  return { strokes: [key(`alt-${alone.name}`)], length: 1 + after.length };
}

/** Takes input apart. An escape sequence that is not whole yet is left over. */
export function decodeInput(input: string): Decoded {
  const strokes: Stroke[] = [];
  let at = 0;
  while (at < input.length) {
    const next = input.indexOf("\u001b", at);
    if (next !== at) {
      const end = next < 0 ? input.length : next;
      strokes.push(...plainStrokes(input.slice(at, end)));
      at = end;
      continue;
    }
    const found = escaped(input.slice(at));
    if (found === undefined) break;
    strokes.push(...found.strokes);
    at += found.length;
  }
  return { strokes, rest: input.slice(at) };
}

/** What waited for more that never came: the escape key, where it was that. */
export function decodeRest(rest: string): readonly Stroke[] {
  if (rest.startsWith(PASTE_START)) return [{ kind: "paste", text: rest.slice(PASTE_START.length) }];
  return rest.startsWith("\u001b") ? [key("escape"), ...plainStrokes(rest.slice(1))] : plainStrokes(rest);
}
