import type { Pair, SourceFile } from "../core/document.ts";
import type { Finding } from "../core/finding.ts";
import { fileSpanOf } from "../core/segment.ts";
import type { Mark } from "./decision.ts";

/** A finding as it comes up in a review: with its texts, and told apart from others of the same fingerprint. */
export interface Entry extends Mark {
  readonly finding: Finding;
  readonly pair: Pair;
}

const keyOf = (document: string, pair: string): string => JSON.stringify([document, pair]);

function pairIndex({ documents }: SourceFile): ReadonlyMap<string, readonly Pair[]> {
  const index = new Map<string, Pair[]>();
  for (const document of documents)
    for (const pair of document.pairs) {
      const key = keyOf(document.id, pair.id);
      const alike = index.get(key);
      if (alike === undefined) index.set(key, [pair]);
      else alike.push(pair);
    }
  return index;
}

/** Two items of a feed may have one name; the place in the file tells them apart. */
function standsIn({ target }: Pair, { span, file }: Finding["target"]): boolean {
  const { start, end } = fileSpanOf(target, span);
  return start === file.start && end === file.end;
}

/** The findings of a file in the order they stand in it. Findings of other files are left out. */
export function entriesOf(file: SourceFile, findings: readonly Finding[]): readonly Entry[] {
  const pairs = pairIndex(file);
  const counts = new Map<string, number>();
  return findings
    .filter(({ target }) => target.path === file.path)
    .sort((a, b) => a.target.file.start - b.target.file.start || a.target.file.end - b.target.file.end)
    .map((finding) => {
      const { target, fingerprint } = finding;
      const pair = pairs.get(keyOf(target.document, target.pair))?.find((each) => standsIn(each, target));
      if (pair === undefined) throw new Error(`${target.path}:${target.line}: ${finding.rule} stands in no text read.`);
      const occurrence = counts.get(fingerprint) ?? 0;
      counts.set(fingerprint, occurrence + 1);
      return { finding, pair, fingerprint, occurrence };
    });
}
