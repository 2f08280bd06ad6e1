import type { Finding } from "../core/finding.ts";
import { overlap, type TextSpan, textSpan } from "../core/span.ts";
import { correctedSentence } from "../suggest/corrected.ts";
import { spaced } from "../text/cells.ts";
import { type Change, wordChanges } from "../text/difference.ts";
import type { SentenceFindings } from "./groups.ts";
import { type Line, type Piece, piece } from "./line.ts";
import type { Marks, Paint, Painter } from "./painter.ts";

/** A sentence as it stands and as it would stand; the latter is undefined where no finding has a suggestion. */
export interface MarkedSentence {
  readonly original: Line;
  readonly corrected: Line | undefined;
}

interface Look {
  readonly paint: Paint;
  readonly marks: Marks;
}

interface Stretch {
  readonly span: TextSpan;
  readonly look: Look;
}

/** Where one side of a change stands; stretches with only white space between them are one. */
function changedSpans(changes: readonly Change[], kind: "removed" | "added"): readonly TextSpan[] {
  const spans: TextSpan[] = [];
  let at = 0;
  let between = "";
  for (const change of changes) {
    if (change.kind !== "same" && change.kind !== kind) continue;
    const span = textSpan(at, at + change.text.length);
    at = span.end;
    if (change.kind === "same") {
      between = change.text;
      continue;
    }
    const last = spans.at(-1);
    if (last !== undefined && /^\s*$/u.test(between)) spans[spans.length - 1] = textSpan(last.start, span.end);
    else spans.push(span);
    between = "";
  }
  return spans;
}

/** Where the finding marks its sentence. */
function spanInSentence({ target, context }: Finding): TextSpan {
  const within = (offset: number): number => Math.max(0, Math.min(context.text.length, offset - context.span.start));
  return textSpan(within(target.span.start), Math.max(within(target.span.start), within(target.span.end)));
}

function united(spans: readonly TextSpan[]): readonly TextSpan[] {
  const result: TextSpan[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last !== undefined && span.start < last.end)
      result[result.length - 1] = textSpan(last.start, Math.max(last.end, span.end));
    else result.push(span);
  }
  return result;
}

/** Marks stand close to the words; a stretch of nothing but white space is made visible. */
function markedPieces(text: string, { paint, marks: [before, after] }: Look): readonly Piece[] {
  const clean = spaced(text);
  const words = clean.trim();
  if (words === "") return [piece(`${before}${clean === "" ? "‸" : "␣"}${after}`, paint)];
  const [left = "", right = ""] = clean.split(words);
  return [piece(left), piece(`${before}${words}${after}`, paint), piece(right)].filter(({ text: each }) => each !== "");
}

/** A span without the white space at its ends, unless there is nothing else. */
function tight(text: string, span: TextSpan): TextSpan {
  const words = text.slice(span.start, span.end);
  if (words.trim() === "") return span;
  return textSpan(span.end - words.trimStart().length, span.start + words.trimEnd().length);
}

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const superscript = (count: number): string =>
  [...String(count)].map((digit) => SUPERSCRIPTS[Number(digit)] ?? "").join("");

/** The text with its stretches marked and notes put in at their offsets. Stretches do not overlap. */
function assembled(
  text: string,
  stretches: readonly Stretch[],
  notes: readonly { readonly at: number; readonly note: Piece }[],
): Line {
  const cuts = new Set([
    0,
    text.length,
    ...stretches.flatMap(({ span }) => [span.start, span.end]),
    ...notes.map(({ at }) => at),
  ]);
  const ordered = [...cuts].sort((a, b) => a - b);
  return ordered.flatMap((start, index) => {
    const end = ordered[index + 1] ?? start;
    const caret = stretches.find(({ span }) => span.start === start && span.end === start);
    const around = stretches.find(({ span }) => span.start <= start && end <= span.end && start < end);
    const words = text.slice(start, end);
    return [
      ...(caret === undefined ? [] : markedPieces("", caret.look)),
      ...notes.filter(({ at }) => at === start).map(({ note }) => note),
      ...(around === undefined ? [piece(spaced(words))] : markedPieces(words, around.look)),
    ];
  });
}

/** The two sides of a sentence: changed words are marked on both, doubted ones on the left, numbered where there are several. */
export function markedSentence(findings: SentenceFindings, painter: Painter): MarkedSentence {
  const { text } = findings[0].context;
  const after = correctedSentence(findings);
  const changes = after === text ? [] : wordChanges(text, after);
  const wrong: Look = { paint: painter.wrong, marks: painter.marks.wrong };
  const right: Look = { paint: painter.right, marks: painter.marks.right };
  const doubted: Look = { paint: painter.doubted, marks: painter.marks.doubted };
  const removed = changedSpans(changes, "removed").map((span) => tight(text, span));
  const spans = findings.map(spanInSentence);
  const unchanged = united(spans.filter((span) => !removed.some((other) => overlap(span, other))));
  const stretches = [
    ...removed.map((span) => ({ span, look: wrong })),
    ...unchanged.map((span) => ({ span, look: doubted })),
  ];
  const notes = spans.map(({ end }, index) => ({ at: end, note: piece(superscript(index + 1), painter.faint) }));
  const added = changedSpans(changes, "added").map((span) => ({ span: tight(after, span), look: right }));
  return {
    original: assembled(text, stretches, findings.length > 1 ? notes : []),
    corrected: changes.length === 0 ? undefined : assembled(after, added, []),
  };
}
