import type { Tone } from "./theme.ts";

/** A stretch of text in one tone. Whoever makes one sees to it that its text is safe to show. */
export interface Piece {
  readonly text: string;
  readonly tone: Tone;
}
