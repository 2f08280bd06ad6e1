import { type TextSpan, textIn, textSpan } from "../../core/span.ts";
import { cutEnd, cutStart } from "../../text/cells.ts";
import { type Change, wordChanges } from "../../text/difference.ts";
import { plainText } from "../../text/wrap.ts";
import { type Line, type Piece, piece, widthOf } from "../line.ts";
import type { Comparison } from "../review/current.ts";
import { marksOf, type Palette, type Tone } from "../theme.ts";

type Marked = "flaw" | "removed" | "added";

/** Marks words, with the white space around them outside. */
export function marked(text: string, tone: Marked, palette: Palette, look: Tone = tone): Line {
  const [open, close] = marksOf(palette, tone);
  const words = text.trim() === "" || tone === "flaw" ? text : text.trim();
  const from = text.indexOf(words);
  return [piece(text.slice(0, from)), piece(`${open}${words}${close}`, look), piece(text.slice(from + words.length))];
}

const worthShowing = ({ text }: Piece): boolean => text !== "";

/** One side of a comparison; changed words with nothing but a space between them are one stretch. */
function side({ original, corrected }: Comparison, changed: "removed" | "added"): readonly Change[] {
  const stretches: Change[] = [];
  for (const change of wordChanges(original, corrected)) {
    if (change.kind !== "same" && change.kind !== changed) continue;
    const [before, space] = stretches.slice(-2);
    const isOneStretch =
      change.kind === changed && before?.kind === changed && space?.kind === "same" && space.text.trim() === "";
    if (isOneStretch) stretches.splice(-2, 2, { kind: changed, text: before.text + space.text + change.text });
    else stretches.push(change);
  }
  return stretches;
}

/** A stretch of the original outside the flaw: marked where the correction changes it. */
function surroundings(comparison: Comparison, { start, end }: TextSpan, palette: Palette): Line {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { kind, text } of side(comparison, "removed")) {
    const part = comparison.original.slice(Math.max(at, start), Math.min(at + text.length, end));
    at += text.length;
    if (part === "" || at <= start) continue;
    if (kind === "removed" && part.trim() !== "") pieces.push(...marked(part, "removed", palette));
    else pieces.push(piece(part));
  }
  return pieces;
}

/** The sentence as it is: the flaw is marked, and other words that go. */
export function originalLine(comparison: Comparison, palette: Palette): Line {
  const { original, flaw } = comparison;
  return [
    ...surroundings(comparison, textSpan(0, flaw.start), palette),
    ...marked(textIn(original, flaw), "flaw", palette),
    ...surroundings(comparison, textSpan(flaw.end, original.length), palette),
  ].filter(worthShowing);
}

/** The sentence as it would be, with the new words marked. */
export const correctedLine = (comparison: Comparison, palette: Palette): Line =>
  side(comparison, "added")
    .flatMap(({ kind, text }) => (kind === "added" ? marked(text, "added", palette) : [piece(text)]))
    .filter(worthShowing);

/** What changes from one text to another, in one line: what goes, then what comes. */
export const changedLine = (before: string, after: string, palette: Palette): Line =>
  wordChanges(before, after)
    .flatMap(({ kind, text }) => (kind === "same" ? [piece(text)] : marked(text, kind, palette)))
    .filter(worthShowing);

/** As much of a long sentence as there are cells for: what is marked stays, what stands far from it goes. */
export function excerpt(line: Line, widthInCells: number): Line {
  if (widthOf(line) <= widthInCells) return line;
  const first = line.findIndex(({ tone }) => tone !== "same");
  const last = line.findLastIndex(({ tone }) => tone !== "same");
  if (first < 0) return [piece(cutEnd(plainText(line), widthInCells))];
  const [head, middle, tail] = [
    plainText(line.slice(0, first)),
    line.slice(first, last + 1),
    plainText(line.slice(last + 1)),
  ];
  const room = Math.max(0, widthInCells - widthOf(middle));
  const headRoom = Math.max(Math.floor(room / 2), room - widthOf([piece(tail)]));
  const shortHead = piece(cutStart(head, headRoom));
  const shortTail = piece(cutEnd(tail, room - widthOf([shortHead])));
  return [shortHead, ...middle, shortTail].filter(worthShowing);
}
