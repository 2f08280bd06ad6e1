import type { Table } from "./table.ts";
import { wordNumber } from "./vocabulary.ts";

/** What is read of a word: any tagger's will do. */
export interface Word {
  readonly text: string;
  readonly lower: string;
  readonly lemma: string;
  readonly partOfSpeech: string;
  readonly kind: "word" | "number" | "mark";
}

/** Parts of speech by number. */
export const TAGS = [
  "X",
  "NOUN",
  "VERB",
  "ADJ",
  "ADP",
  "DET",
  "ADV",
  "AUX",
  "PRON",
  "PROPN",
  "NUM",
  "PART",
  "CCONJ",
  "SCONJ",
  "PUNCT",
] as const;
export const [, NOUN, VERB, ADJ, ADP, DET, ADV, AUX, PRON, PROPN, NUM, PART] = TAGS.keys();
const TAG_NUMBERS: ReadonlyMap<string, number> = new Map(TAGS.map((tag, index) => [tag, index]));

/** A sentence as numbers: words, lemmas and parts of speech. */
export interface Row {
  readonly length: number;
  readonly words: Uint16Array;
  readonly lemmas: Uint16Array;
  readonly tags: Uint8Array;
}

/** Longer sentences are read up to here. */
const LONGEST_ROW = 250;
const NUMBER = "<number>";
/** The spelling under which a table keeps all numbers. */
export const NUMBER_SPELLING = NUMBER;

/** Words whose numbers are kept, so that a frequent word is looked up once. */
const MOST_KNOWN = 30_000;
const known = new WeakMap<Table["spellingSlots"], Map<string, number>>();

function numberOf(table: Table, numbers: Map<string, number>, word: string): number {
  const before = numbers.get(word);
  if (before !== undefined) return before;
  const number = wordNumber(table, word);
  if (numbers.size >= MOST_KNOWN) numbers.clear();
  numbers.set(word, number);
  return number;
}

/** The words of a sentence as numbers. */
export function readRow(table: Table, tokens: readonly Word[]): Row {
  const numbers = known.get(table.spellingSlots) ?? new Map<string, number>();
  known.set(table.spellingSlots, numbers);
  const length = Math.min(tokens.length, LONGEST_ROW);
  const row = { length, words: new Uint16Array(length), lemmas: new Uint16Array(length), tags: new Uint8Array(length) };
  for (let index = 0; index < length; index += 1) {
    const token = tokens[index];
    if (token === undefined) break;
    const word = numberOf(table, numbers, token.kind === "number" ? NUMBER : token.lower);
    row.words[index] = word;
    row.lemmas[index] = token.lemma === token.lower ? word : numberOf(table, numbers, token.lemma) || word;
    row.tags[index] = TAG_NUMBERS.get(token.partOfSpeech) ?? 0;
  }
  return row;
}
