import { type SegmentBuilder, segmentBuilder } from "../core/segment.ts";
import { type OpenElement, OUTERMOST } from "./html-elements.ts";
import type { Passage } from "./pairs.ts";

/** A text of a page; `element` is the name of the innermost element it begins in. */
export interface HtmlPassage extends Passage {
  readonly element: string;
}

/** A piece of text and the stretch of the page it stands for. */
interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Gathers the text of a page into passages. White space counts as the page shows it. */
export interface PassageWriter {
  /** Text with nothing special about it. */
  readonly words: (text: string, start: number, within: OpenElement) => void;
  /** Text that the page writes in another way. */
  readonly escape: (text: string, start: number, end: number, within: OpenElement) => void;
  /** A `br`: one breaks the line, two end the passage. */
  readonly lineBreak: (start: number, end: number) => void;
  readonly endPassage: () => void;
  readonly passages: readonly HtmlPassage[];
}

const isSpace = (code: number): boolean =>
  code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d || code === 0x0c;

/** A part of a text: words with no more than single spaces between them, or white space. */
interface Stretch {
  readonly kind: "words" | "space";
  readonly from: number;
  readonly to: number;
}

/** Where the text proper begins and ends. */
function edgesOf(text: string): { readonly from: number; readonly to: number } {
  let from = 0;
  while (from < text.length && isSpace(text.charCodeAt(from))) from += 1;
  let to = text.length;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to -= 1;
  return { from, to };
}

function stretchesOf(text: string): readonly Stretch[] {
  const { from, to } = edgesOf(text);
  const stretches: Stretch[] = [{ kind: "space", from: 0, to: from }];
  let done = from;
  for (const match of text.slice(from, to).matchAll(/[ \t\n\r\f]{2,}/gu)) {
    const start = from + match.index;
    const end = start + match[0].length;
    stretches.push({ kind: "words", from: done, to: start }, { kind: "space", from: start, to: end });
    done = end;
  }
  stretches.push({ kind: "words", from: done, to }, { kind: "space", from: to, to: text.length });
  return stretches.filter((stretch) => stretch.from < stretch.to);
}

/** Several characters of white space show as one space. */
const shownSpace = (text: string): string => (text.length === 1 ? text : " ");

/** Starts to gather passages. */
export function passageWriter(): PassageWriter {
  const passages: HtmlPassage[] = [];
  let builder: SegmentBuilder = segmentBuilder(["html"]);
  let block = OUTERMOST;
  let gap: Piece | undefined;
  let held: Piece | undefined;

  function flush(): void {
    if (held !== undefined) builder.add(held.text, held.start, held.end);
    held = undefined;
  }

  /** A reference that stands for two characters comes in two pieces, the second without a stretch of its own. */
  function add(text: string, start: number, end: number, within: OpenElement): void {
    if (held !== undefined && start === end) {
      held = { ...held, text: held.text + text };
      return;
    }
    flush();
    if (builder.text() === "") block = within;
    else if (gap !== undefined) builder.add(gap.text, gap.start, gap.end);
    gap = undefined;
    held = { text, start, end };
  }

  function words(text: string, start: number, within: OpenElement): void {
    for (const stretch of stretchesOf(text)) {
      const from = start + stretch.from;
      const piece = text.slice(stretch.from, stretch.to);
      if (stretch.kind === "words") add(piece, from, start + stretch.to, within);
      else gap ??= { text: shownSpace(piece), start: from, end: start + stretch.to };
    }
  }

  function endPassage(): void {
    flush();
    if (builder.text() !== "") passages.push({ kind: block.kind, element: block.name, segment: builder.build() });
    builder = segmentBuilder(["html"]);
    gap = undefined;
  }

  function lineBreak(start: number, end: number): void {
    if (gap?.text === "\n" && gap.end - gap.start > 1) endPassage();
    else gap = { text: "\n", start, end };
  }

  return { words, escape: add, lineBreak, endPassage, passages };
}
