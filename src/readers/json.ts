import type { Escaping, Segment } from "../core/document.ts";
import { segmentBuilder } from "../core/segment.ts";

/** Where a value stands in JSON that is known to be valid; `end` is exclusive. */
export interface JsonSpan {
  readonly start: number;
  readonly end: number;
}

const NAMED: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

function afterSpace(text: string, start: number): number {
  let at = start;
  for (let code = text.charCodeAt(at); code === 0x20 || (code >= 0x09 && code <= 0x0d); code = text.charCodeAt(at)) {
    at += 1;
  }
  return at;
}

function afterString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charCodeAt(at) !== QUOTE) at += text.charCodeAt(at) === BACKSLASH ? 2 : 1;
  return at + 1;
}

/** Goes past one value without recursion, however deep it is. */
function afterValue(text: string, start: number): number {
  let depth = 0;
  let at = start;
  while (at < text.length) {
    const code = text[at];
    if (code === '"') {
      at = afterString(text, at);
      if (depth === 0) return at;
      continue;
    }
    if (code === "{" || code === "[") depth += 1;
    else if (code === "}" || code === "]") {
      if (depth === 0) return at;
      depth -= 1;
      if (depth === 0) return at + 1;
    } else if (depth === 0 && (code === "," || code === " " || code === "\n" || code === "\r" || code === "\t"))
      return at;
    at += 1;
  }
  return at;
}

/** The values of the object that starts at `start`, by key; the last of two equal keys counts, as in `JSON.parse`. */
export function membersOf(text: string, start: number): ReadonlyMap<string, JsonSpan> {
  const members = new Map<string, JsonSpan>();
  let at = afterSpace(text, start + 1);
  while (text.charCodeAt(at) === QUOTE) {
    const keyEnd = afterString(text, at);
    const valueStart = afterSpace(text, afterSpace(text, keyEnd) + 1);
    const end = afterValue(text, valueStart);
    members.set(jsonString(text, { start: at, end: keyEnd }).text, { start: valueStart, end });
    at = afterSpace(text, end);
    if (text[at] === ",") at = afterSpace(text, at + 1);
  }
  return members;
}

/** The values of the array that starts at `start`. */
export function elementsOf(text: string, start: number): readonly JsonSpan[] {
  const elements: JsonSpan[] = [];
  let at = afterSpace(text, start + 1);
  while (at < text.length && text[at] !== "]") {
    const end = afterValue(text, at);
    elements.push({ start: at, end });
    at = afterSpace(text, end);
    if (text[at] === ",") at = afterSpace(text, at + 1);
  }
  return elements;
}

interface Escape {
  readonly text: string;
  readonly length: number;
}

const unitAt = (raw: string, at: number): string => String.fromCharCode(Number.parseInt(raw.slice(at + 2, at + 6), 16));

/** The escape whose backslash stands at `at`; a pair of surrogates is one escape. */
function escapeAt(raw: string, at: number): Escape {
  const letter = raw[at + 1] ?? "";
  if (letter !== "u") return { text: NAMED[letter] ?? letter, length: 2 };
  const first = unitAt(raw, at);
  if (/[\uD800-\uDBFF]/u.test(first) && raw.slice(at + 6, at + 8) === "\\u") {
    const second = unitAt(raw, at + 6);
    if (/[\uDC00-\uDFFF]/u.test(second)) return { text: first + second, length: 12 };
  }
  return { text: first, length: 6 };
}

/** The text of the string that stands, with its quotes, in `span`. */
export function jsonString(text: string, { start, end }: JsonSpan): Segment {
  const raw = text.slice(start, end - 1);
  const escaping: readonly Escaping[] = ["json"];
  const builder = segmentBuilder(escaping);
  let from = 1;
  for (let at = raw.indexOf("\\"); at >= 0; at = raw.indexOf("\\", from)) {
    builder.add(raw.slice(from, at), start + from, start + at);
    const found = escapeAt(raw, at);
    builder.add(found.text, start + at, start + at + found.length);
    from = at + found.length;
  }
  builder.add(raw.slice(from), start + from, start + raw.length);
  return builder.build();
}
