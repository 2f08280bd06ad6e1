import { diffWordsWithSpace } from "diff";

/** A stretch that two texts share, or that only one of them has. */
export interface Change {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
}

/** What must change, word by word, to turn `before` into `after`. */
export function wordChanges(before: string, after: string): readonly Change[] {
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    text: value,
  }));
}
