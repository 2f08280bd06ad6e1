import type { Finding } from "../core/finding.ts";

/** Findings of one sentence, in order. */
export type SentenceFindings = readonly [Finding, ...Finding[]];

/** A document of a file and its sentences with findings. */
export interface DocumentFindings {
  readonly document: string;
  readonly sentences: readonly SentenceFindings[];
}

/** A file and its documents with findings. */
export interface FileFindings {
  readonly path: string;
  readonly documents: readonly DocumentFindings[];
}

/** Items that share a key, in the order of their first. */
export function grouped<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): readonly (readonly [Item, ...Item[]])[] {
  const groups = new Map<string, [Item, ...Item[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

const sentenceKey = ({ target, context }: Finding): string =>
  JSON.stringify([target.pair, context.span.start, context.span.end, context.text]);

/** Findings by file, document and sentence. */
export const filesOf = (findings: readonly Finding[]): readonly FileFindings[] =>
  grouped(findings, ({ target }) => target.path).map((inFile) => ({
    path: inFile[0].target.path,
    documents: grouped(inFile, ({ target }) => target.document).map((inDocument) => ({
      document: inDocument[0].target.document,
      sentences: grouped(inDocument, sentenceKey),
    })),
  }));
