import type { Report } from "../../core/report.ts";

/** Numbers for the names that findings are filtered by, so that the page says each name once. */
export interface Indexes {
  readonly categories: ReadonlyMap<string, number>;
  readonly rules: ReadonlyMap<string, number>;
  readonly documents: ReadonlyMap<string, number>;
}

/** What tells the documents of a report apart. */
export const documentKey = (path: string, document: string): string => JSON.stringify([path, document]);

const numbered = (names: readonly string[]): ReadonlyMap<string, number> =>
  new Map([...new Set(names)].sort().map((name, index) => [name, index]));

/** Numbers the categories and rules of a report by name, its documents in their order. */
export const indexesOf = ({ findings, documentScores }: Report): Indexes => ({
  categories: numbered(findings.map(({ category }) => category)),
  rules: numbered(findings.map(({ rule }) => rule)),
  documents: new Map(documentScores.map(({ path, document }, index) => [documentKey(path, document), index])),
});
