import { diffWordsWithSpace, formatPatch, structuredPatch } from "diff";

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

/** A path as a patch writes it, below the folder `a` or `b`. */
const below = (folder: string, path: string): string => (path.startsWith("/") ? path : `${folder}/${path}`);

/** What changed from `before` to `after`, line by line, as `patch -p1` and `git apply` read it. */
export function unifiedDiff(path: string, before: string, after: string): string {
  const patch = structuredPatch(below("a", path), below("b", path), before, after, undefined, undefined, {
    context: 3,
  });
  return formatPatch(patch).replace(/^=+\n/u, "");
}
