import type { Pair, SourceFile } from "../../core/document.ts";
import type { Finding } from "../../core/finding.ts";
import type { ReviewEvent } from "../../review/decision.ts";
import { type Entry, entriesOf } from "../../review/entry.ts";
import { type Progress, progressOf } from "../../review/progress.ts";
import { stockOf } from "../../review/standing.ts";

/** How large a document is; its score is worked out from that. */
export interface DocumentSize {
  readonly document: string;
  readonly wordCount: number;
  readonly segmentCount: number;
}

/** A file as it was read and audited, with the events of its journal. */
export interface Reading {
  readonly file: SourceFile;
  readonly findings: readonly Finding[];
  readonly sizes: readonly DocumentSize[];
  readonly events: readonly ReviewEvent[];
  /** Where the corrected text will be written. */
  readonly output: string;
}

/** A document of a file under review. */
export interface ReviewedDocument extends DocumentSize {
  /** What it is called on the screen: its title, where it has one. */
  readonly title: string;
  readonly pairs: readonly Pair[];
  /** Its findings, by their place in the file. */
  readonly places: readonly number[];
  /** The same for each of its texts that has any. */
  readonly placesIn: ReadonlyMap<Pair, readonly number[]>;
}

/** A file under review. */
export interface ReviewedFile {
  readonly path: string;
  readonly output: string;
  readonly documents: readonly ReviewedDocument[];
  /** For each finding of the file, its document. */
  readonly documentOf: readonly number[];
}

/** A finding, and the file it stands in. */
export interface Item {
  readonly file: number;
  readonly place: number;
  readonly entry: Entry;
}

const titleOf = (id: string, pairs: readonly Pair[]): string =>
  pairs.find(({ kind, target }) => kind === "title" && target.text.trim() !== "")?.target.text.trim() ?? id;

/** Puts a reading in order for a review. */
export function filed({ file, findings, sizes, events, output }: Reading): {
  readonly reviewed: ReviewedFile;
  readonly progress: Progress;
} {
  const entries = entriesOf(file, findings);
  const stock = stockOf(entries);
  const byPair = new Map(file.documents.flatMap(({ pairs }, index) => pairs.map((pair) => [pair, index] as const)));
  const documentOf = entries.map(({ pair }) => byPair.get(pair) ?? 0);
  const places: number[][] = file.documents.map(() => []);
  for (const [place, index] of documentOf.entries()) places[index]?.push(place);
  const { neighbours } = stock;
  const placesIn = file.documents.map((_, index) => {
    const groups = new Map<Pair, readonly number[]>();
    for (const place of places[index] ?? []) {
      const [pair, group] = [entries[place]?.pair, neighbours[place]];
      if (pair !== undefined && group !== undefined) groups.set(pair, group);
    }
    return groups;
  });
  const documents = file.documents.map(({ id, pairs }, index) => ({
    document: id,
    wordCount: sizes[index]?.wordCount ?? 0,
    segmentCount: sizes[index]?.segmentCount ?? pairs.length,
    title: titleOf(id, pairs),
    pairs,
    places: places[index] ?? [],
    placesIn: placesIn[index] ?? new Map<Pair, readonly number[]>(),
  }));
  return {
    reviewed: { path: file.path, output, documents, documentOf },
    progress: progressOf(stock, events),
  };
}

/** The findings of all files, one after the other. */
export const itemsOf = (files: readonly Progress[]): readonly Item[] =>
  files.flatMap(({ stock }, file) => stock.entries.map((entry, place) => ({ file, place, entry })));
