import { type TextSpan, textSpan } from "../../../core/span.ts";
import { cellWidth, cutEnd, cutStart } from "../../../text/cells.ts";
import { type Change, wordChanges } from "../../../text/difference.ts";
import { printable } from "../../../text/printable.ts";
import type { Piece } from "../../piece.ts";
import type { Comparison } from "./situation.ts";

const MARKS = { flaw: ["‹", "›"], removed: ["[", "]"], added: ["[", "]"] } as const;

const shown = (text: string): string => printable(text.replace(/\s+/gu, " "));

const plainPiece = (text: string): Piece => ({ text: shown(text), tone: "same" });

/** Marks words, with the white space around them outside. */
function markedPieces(text: string, tone: keyof typeof MARKS): readonly Piece[] {
  const [open, close] = MARKS[tone];
  const words = text.trim() === "" || tone === "flaw" ? text : text.trim();
  const from = text.indexOf(words);
  return [
    plainPiece(text.slice(0, from)),
    { text: `${open}${shown(words)}${close}`, tone },
    plainPiece(text.slice(from + words.length)),
  ];
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
function surroundings(comparison: Comparison, { start, end }: TextSpan): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { kind, text } of side(comparison, "removed")) {
    const part = comparison.original.slice(Math.max(at, start), Math.min(at + text.length, end));
    at += text.length;
    if (part === "" || at <= start) continue;
    if (kind === "removed" && part.trim() !== "") pieces.push(...markedPieces(part, "removed"));
    else pieces.push(plainPiece(part));
  }
  return pieces;
}

/** The sentence as it is, with the flaw in ‹ › and other words that change in [ ]. */
export function originalPieces(comparison: Comparison): readonly Piece[] {
  const { original, flaw } = comparison;
  return [
    ...surroundings(comparison, textSpan(0, flaw.start)),
    ...markedPieces(original.slice(flaw.start, flaw.end), "flaw"),
    ...surroundings(comparison, textSpan(flaw.end, original.length)),
  ].filter(worthShowing);
}

/** The sentence as it would be, with the new words in [ ]. */
export const correctedPieces = (comparison: Comparison): readonly Piece[] =>
  side(comparison, "added")
    .flatMap(({ kind, text }) => (kind === "added" ? markedPieces(text, "added") : [plainPiece(text)]))
    .filter(worthShowing);

const cellsOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, { text }) => sum + cellWidth(text), 0);

/** As much of a long sentence as there are cells for: what is marked stays, what stands far from it goes. */
export function excerpt(pieces: readonly Piece[], cells: number): readonly Piece[] {
  if (cellsOf(pieces) <= cells) return pieces;
  const first = pieces.findIndex(({ tone }) => tone !== "same");
  const last = pieces.findLastIndex(({ tone }) => tone !== "same");
  if (first < 0) return [{ text: cutEnd(pieces.map(({ text }) => text).join(""), cells), tone: "same" }];
  const text = (some: readonly Piece[]): string => some.map((piece) => piece.text).join("");
  const [head, middle, tail] = [
    text(pieces.slice(0, first)),
    pieces.slice(first, last + 1),
    text(pieces.slice(last + 1)),
  ];
  const room = Math.max(0, cells - cellsOf(middle));
  const headRoom = Math.max(Math.floor(room / 2), room - cellWidth(tail));
  const shortHead = cutStart(head, headRoom);
  const shortTail = cutEnd(tail, room - cellWidth(shortHead));
  return [{ text: shortHead, tone: "same" as const }, ...middle, { text: shortTail, tone: "same" as const }].filter(
    worthShowing,
  );
}
