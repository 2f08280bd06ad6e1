import type { Escaping, Run, Segment } from "./document.ts";
import { type FileSpan, fileSpan, type TextSpan, textSpan } from "./span.ts";

/** Whether a run is the same in text and file, so that it may be cut anywhere. */
export const isVerbatim = ({ text, file }: Run): boolean => text.end - text.start === file.end - file.start;

/** Collects pieces of text with the stretch of file each stands for. */
export interface SegmentBuilder {
  readonly add: (text: string, fileStart: number, fileEnd: number) => void;
  readonly text: () => string;
  readonly build: () => Segment;
}

/** Starts a segment whose text is written in its file by `escaping`. */
export function segmentBuilder(escaping: readonly Escaping[]): SegmentBuilder {
  let text = "";
  const runs: Run[] = [];
  return {
    add(piece, fileStart, fileEnd) {
      if (piece === "") return;
      const start = text.length;
      text += piece;
      const previous = runs.at(-1);
      const run: Run = { text: textSpan(start, text.length), file: fileSpan(fileStart, fileEnd) };
      if (previous !== undefined && isVerbatim(previous) && isVerbatim(run) && previous.file.end === fileStart) {
        runs[runs.length - 1] = {
          text: textSpan(previous.text.start, run.text.end),
          file: fileSpan(previous.file.start, fileEnd),
        };
      } else runs.push(run);
    },
    text: () => text,
    build: () => ({ text, runs, escaping }),
  };
}

/** A segment that is one verbatim stretch of its file. */
export function verbatimSegment(text: string, fileStart: number, escaping: readonly Escaping[]): Segment {
  const runs = [{ text: textSpan(0, text.length), file: fileSpan(fileStart, fileStart + text.length) }];
  return { text, runs: text === "" ? [] : runs, escaping };
}

/** The index of the last run that starts at or before `offset`, or -1. */
function runIndexAt(runs: readonly Run[], offset: number): number {
  let low = 0;
  let high = runs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const run = runs[middle];
    if (run !== undefined && run.text.start <= offset) low = middle + 1;
    else high = middle - 1;
  }
  return high;
}

function fileStartOf(runs: readonly Run[], offset: number): number {
  const run = runs[Math.max(0, runIndexAt(runs, offset))];
  if (run === undefined) return 0;
  if (isVerbatim(run)) return run.file.start + Math.min(offset - run.text.start, run.text.end - run.text.start);
  return offset >= run.text.end ? run.file.end : run.file.start;
}

function fileEndOf(runs: readonly Run[], offset: number): number {
  const run = runs[Math.max(0, runIndexAt(runs, offset - 1))];
  if (run === undefined) return 0;
  return isVerbatim(run) ? run.file.start + (offset - run.text.start) : run.file.end;
}

/** The stretch of the file that a stretch of the text came from. An escape is never cut in two. */
export function fileSpanOf({ runs }: Segment, { start, end }: TextSpan): FileSpan {
  const fileStart = fileStartOf(runs, start);
  return start === end ? fileSpan(fileStart, fileStart) : fileSpan(fileStart, fileEndOf(runs, end));
}

/** The runs that lie in `span`, cut to it where they are verbatim. */
export function runsIn({ runs }: Segment, { start, end }: TextSpan): readonly Run[] {
  const found: Run[] = [];
  for (let index = Math.max(0, runIndexAt(runs, start)); index < runs.length; index += 1) {
    const run = runs[index];
    if (run === undefined || run.text.start >= end) break;
    if (run.text.end <= start) continue;
    if (!isVerbatim(run)) {
      found.push(run);
      continue;
    }
    const from = Math.max(start, run.text.start);
    const to = Math.min(end, run.text.end);
    const shift = run.file.start - run.text.start;
    found.push({ text: textSpan(from, to), file: fileSpan(from + shift, to + shift) });
  }
  return found;
}

/** Re-bases a segment read from the text of `outer` (HTML inside an XML element, say) onto the file of `outer`. */
export function through(inner: Segment, outer: Segment): Segment {
  const builder = segmentBuilder([...outer.escaping, ...inner.escaping]);
  for (const run of inner.runs) {
    const piece = inner.text.slice(run.text.start, run.text.end);
    const within = textSpan(run.file.start, run.file.end);
    if (!isVerbatim(run)) {
      const { start, end } = fileSpanOf(outer, within);
      builder.add(piece, start, end);
      continue;
    }
    for (const part of runsIn(outer, within)) {
      const from = part.text.start - within.start;
      builder.add(piece.slice(from, from + (part.text.end - part.text.start)), part.file.start, part.file.end);
    }
  }
  return builder.build();
}
