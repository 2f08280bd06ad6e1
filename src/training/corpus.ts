import { type Row, readRow, TAGS, type Word } from "../plausibility/reading.ts";
import type { Table } from "../plausibility/table.ts";
import { plainUnit } from "../plausibility/units.ts";

/** Sentences as numbers, one after the other in common arrays. */
export interface Corpus {
  readonly sentenceCount: number;
  readonly wordCount: number;
  readonly row: (sentence: number) => Row;
  /** The unit of each token that may be judged, else 0. */
  readonly unitsIn: (sentence: number) => Uint16Array;
}

interface Growing {
  readonly words: Uint16Array;
  readonly lemmas: Uint16Array;
  readonly tags: Uint8Array;
  readonly units: Uint16Array;
}

const grown = (size: number, old: Growing | undefined): Growing => {
  const next = {
    words: new Uint16Array(size),
    lemmas: new Uint16Array(size),
    tags: new Uint8Array(size),
    units: new Uint16Array(size),
  };
  if (old !== undefined) {
    next.words.set(old.words);
    next.lemmas.set(old.lemmas);
    next.tags.set(old.tags);
    next.units.set(old.units);
  }
  return next;
};

const FEWEST_WORDS = 5;

/** Reads tagged sentences into a corpus. Those of a few words are left out. */
export function corpusOf(table: Table, sentences: Iterable<readonly Word[]>): Corpus {
  let store = grown(1 << 16, undefined);
  const starts = [0];
  for (const tokens of sentences) {
    if (tokens.length < FEWEST_WORDS) continue;
    const row = readRow(table, tokens);
    const start = starts.at(-1) ?? 0;
    while (start + row.length > store.words.length) store = grown(store.words.length * 2, store);
    store.words.set(row.words, start);
    store.lemmas.set(row.lemmas, start);
    store.tags.set(row.tags, start);
    for (let at = 0; at < row.length; at += 1) store.units[start + at] = plainUnit(table, tokens, row, at);
    starts.push(start + row.length);
  }
  const punctuation = TAGS.indexOf("PUNCT");
  const { words, lemmas, tags, units } = store;
  const size = starts.at(-1) ?? 0;
  const span = (sentence: number): readonly [number, number] => [starts[sentence] ?? 0, starts[sentence + 1] ?? 0];
  return {
    sentenceCount: starts.length - 1,
    wordCount: tags.subarray(0, size).reduce((count, tag) => count + (tag === punctuation ? 0 : 1), 0),
    row(sentence) {
      const [start, end] = span(sentence);
      return {
        length: end - start,
        words: words.subarray(start, end),
        lemmas: lemmas.subarray(start, end),
        tags: tags.subarray(start, end),
      };
    },
    unitsIn: (sentence) => units.subarray(...span(sentence)),
  };
}

/** Every how manieth sentence is held out of the training and used to weigh the features. */
const HELD_OUT = 12;

/** Whether a sentence is held out. */
export const isHeldOut = (sentence: number): boolean => sentence % HELD_OUT === 0;
