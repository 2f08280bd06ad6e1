/** Lines from `first` to `last`, counted from 1. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

const ESCAPES: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '"': 34, "\\": 92 };

/** A path as git writes it: in quotes where it has characters that could be mistaken, bytes then as octal numbers. */
export function unquotedPath(written: string): string {
  if (!written.startsWith('"')) return written.replace(/\t$/u, "");
  const bytes: number[] = [];
  for (const [piece] of written.slice(1).matchAll(/\\(?:[0-7]{3}|.)|[^\\"]/gu)) {
    if (/^\\[0-7]{3}$/u.test(piece)) bytes.push(Number.parseInt(piece.slice(1), 8));
    else if (piece.startsWith("\\")) bytes.push(ESCAPES[piece.slice(1)] ?? 0x3f);
    else bytes.push(...new TextEncoder().encode(piece));
  }
  return new TextDecoder().decode(Uint8Array.from(bytes));
}

/** The lines that a patch without context (`git diff -U0`) adds or changes, by the path of the new file. */
export function changedLinesIn(patch: string): ReadonlyMap<string, readonly LineRange[]> {
  const changes = new Map<string, LineRange[]>();
  let ranges: LineRange[] = [];
  let left = { removed: 0, added: 0 };
  for (const line of patch.split("\n")) {
    if (left.removed > 0 && line.startsWith("-")) left = { ...left, removed: left.removed - 1 };
    else if (left.added > 0 && line.startsWith("+")) left = { ...left, added: left.added - 1 };
    else if (line.startsWith("+++ ")) {
      ranges = [];
      changes.set(unquotedPath(line.slice(4)).replace(/^b\//u, ""), ranges);
    } else {
      const hunk = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/u.exec(line);
      if (hunk === null) continue;
      const [, removed = "1", first = "0", added = "1"] = hunk;
      left = { removed: Number(removed), added: Number(added) };
      if (left.added > 0) ranges.push({ first: Number(first), last: Number(first) + left.added - 1 });
    }
  }
  return changes;
}
