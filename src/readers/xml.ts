import type { Segment } from "../core/document.ts";
import { segmentBuilder } from "../core/segment.ts";

/** A stretch between two tags; `cdata` is written without escapes. Offsets are those of the text itself. */
export interface XmlText {
  readonly kind: "text" | "cdata";
  readonly start: number;
  readonly end: number;
}

/** What a walk over XML meets. `start` and `end` of a tag lie around its angle brackets. */
export interface XmlVisitor {
  readonly opened: (name: string, attributes: string, start: number, end: number) => void;
  readonly closed: (name: string, start: number, end: number) => void;
  readonly text: (text: XmlText) => void;
}

function afterTag(text: string, start: number): number {
  let at = start;
  for (let unit = text[at]; unit !== undefined && unit !== ">"; unit = text[at]) {
    if (unit !== '"' && unit !== "'") at += 1;
    else {
      const quote = text.indexOf(unit, at + 1);
      at = quote < 0 ? text.length : quote + 1;
    }
  }
  return Math.min(at + 1, text.length);
}

function after(text: string, mark: string, start: number): number {
  const at = text.indexOf(mark, start);
  return at < 0 ? text.length : at + mark.length;
}

function visitTag(text: string, start: number, end: number, visitor: XmlVisitor): void {
  if (text[start + 1] === "/") {
    visitor.closed(text.slice(start + 2, end - 1).trim(), start, end);
    return;
  }
  const isEmpty = text[end - 2] === "/";
  const inside = text.slice(start + 1, isEmpty ? end - 2 : end - 1);
  const name = /^[^\s/]*/u.exec(inside)?.[0] ?? "";
  visitor.opened(name, inside.slice(name.length), start, end);
  if (isEmpty) visitor.closed(name, end, end);
}

/** Walks over XML that `checkXml` has found well-formed. */
export function walkXml(text: string, visitor: XmlVisitor): void {
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf("<", at);
    const textEnd = open < 0 ? text.length : open;
    if (textEnd > at) visitor.text({ kind: "text", start: at, end: textEnd });
    if (open < 0) return;
    if (text.startsWith("<!--", open)) at = after(text, "-->", open + 4);
    else if (text.startsWith("<![CDATA[", open)) {
      at = after(text, "]]>", open + 9);
      visitor.text({ kind: "cdata", start: open + 9, end: Math.max(open + 9, at - 3) });
    } else if (text[open + 1] === "?") at = after(text, "?>", open + 2);
    else {
      at = afterTag(text, open + 1);
      if (text[open + 1] !== "!") visitTag(text, open, at, visitor);
    }
  }
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function characterOf(reference: string): string {
  if (!reference.startsWith("#")) return NAMED[reference] ?? `&${reference};`;
  const code = reference[1] === "x" ? Number.parseInt(reference.slice(2), 16) : Number(reference.slice(1));
  return code <= 0x10ffff ? String.fromCodePoint(code) : "\uFFFD";
}

/** The value of an attribute in the stretch of a tag after its name. */
export function attributeOf(attributes: string, name: string): string | undefined {
  for (const match of attributes.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu)) {
    if (match[1] !== name) continue;
    return (match[2] ?? match[3] ?? "").replace(/&([^;&]+);/gu, (_, reference: string) => characterOf(reference));
  }
  return undefined;
}

/** The text of an element that holds no others. White space around CDATA is not text. */
export function xmlText(file: string, pieces: readonly XmlText[]): Segment {
  const isText = ({ kind, start, end }: XmlText): boolean => kind === "text" && /\S/u.test(file.slice(start, end));
  const hasPlain = pieces.some(isText);
  const hasCdata = pieces.some(({ kind }) => kind === "cdata");
  const builder = segmentBuilder(hasPlain || !hasCdata ? ["xml"] : []);
  for (const { kind, start, end } of pieces) {
    if (kind === "text" && hasCdata && !hasPlain) continue;
    const raw = file.slice(start, end);
    let from = 0;
    for (const match of kind === "cdata" ? [] : raw.matchAll(/&([^;&]+);/gu)) {
      builder.add(raw.slice(from, match.index), start + from, start + match.index);
      const escapeEnd = match.index + match[0].length;
      builder.add(characterOf(match[1] ?? ""), start + match.index, start + escapeEnd);
      from = escapeEnd;
    }
    builder.add(raw.slice(from), start + from, end);
  }
  return builder.build();
}
