import { type FileOffset, fileOffset, type TextOffset, textOffset } from "./offsets.ts";

/** A stretch of a segment's text; `end` is exclusive. */
export interface TextSpan {
  readonly start: TextOffset;
  readonly end: TextOffset;
}

/** A stretch of a file's decoded text; `end` is exclusive. */
export interface FileSpan {
  readonly start: FileOffset;
  readonly end: FileOffset;
}

/** The stretch of a segment's text from `start` up to `end`. */
export const textSpan = (start: number, end: number): TextSpan => ({ start: textOffset(start), end: textOffset(end) });

/** The stretch of a file's text from `start` up to `end`. */
export const fileSpan = (start: number, end: number): FileSpan => ({ start: fileOffset(start), end: fileOffset(end) });

/** Whether two spans share at least one code unit. */
export const overlap = (a: TextSpan, b: TextSpan): boolean => a.start < b.end && b.start < a.end;

/** Whether `outer` holds all of `inner`. */
export const contains = (outer: TextSpan, inner: TextSpan): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

/** The text that a span marks. */
export const textIn = (text: string, span: TextSpan | FileSpan): string => text.slice(span.start, span.end);
