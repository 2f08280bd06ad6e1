import { wordHash } from "../text/hash.ts";
import type { Table } from "./table.ts";

type Spellings = Pick<Table, "spellingBytes" | "spellingStarts" | "spellingWords" | "spellingSlots">;

/** The number of a word in lower case, or 0. British and American spellings are one word. */
export function wordNumber(table: Spellings, word: string): number {
  const { spellingBytes, spellingStarts, spellingWords, spellingSlots } = table;
  const mask = spellingSlots.length - 1;
  for (let slot = wordHash(word) & mask; ; slot = (slot + 1) & mask) {
    const spelling = spellingSlots[slot] ?? -1;
    if (spelling < 0) return 0;
    const start = spellingStarts[spelling] ?? 0;
    const length = (spellingStarts[spelling + 1] ?? 0) - start;
    if (length !== word.length) continue;
    let same = 0;
    while (same < length && spellingBytes[start + same] === word.charCodeAt(same)) same += 1;
    if (same === length) return spellingWords[spelling] ?? 0;
  }
}

/** How words are spelt: the first spelling that leads to each. */
export interface Spelling {
  readonly of: (word: number) => string;
  /** Where the letters of a word begin and end. */
  readonly placeOf: (word: number) => readonly [start: number, end: number];
  /** Two letters that follow each other, as one number. */
  readonly pairAt: (place: number) => number;
}

/** The spellings of a table's words. */
export function openSpelling({ spellingBytes, spellingStarts, spellingWords }: Spellings): Spelling {
  const spellings = new Int32Array(spellingWords.reduce((most, word) => Math.max(most, word), 0) + 1).fill(-1);
  for (const [spelling, word] of spellingWords.entries()) if ((spellings[word] ?? 0) < 0) spellings[word] = spelling;
  const placeOf: Spelling["placeOf"] = (word) => {
    const spelling = spellings[word] ?? -1;
    return spelling < 0 ? [0, 0] : [spellingStarts[spelling] ?? 0, spellingStarts[spelling + 1] ?? 0];
  };
  return {
    placeOf,
    of: (word) => String.fromCharCode(...spellingBytes.subarray(...placeOf(word))),
    pairAt: (place) => (spellingBytes[place] ?? 0) * 256 + (spellingBytes[place + 1] ?? 0),
  };
}

/** The look-up of words, made from their spellings; each leads to the number at its place. */
export function spellingSections(spellings: readonly string[], words: readonly number[]): Spellings {
  const spellingStarts = new Uint32Array(spellings.length + 1);
  for (const [index, spelling] of spellings.entries())
    spellingStarts[index + 1] = (spellingStarts[index] ?? 0) + spelling.length;
  const spellingBytes = Uint8Array.from(spellings.join(""), (letter) => letter.charCodeAt(0));
  const spellingSlots = new Int32Array(2 ** Math.ceil(Math.log2(spellings.length * 1.5 + 1))).fill(-1);
  const mask = spellingSlots.length - 1;
  for (const [index, spelling] of spellings.entries()) {
    let slot = wordHash(spelling) & mask;
    while ((spellingSlots[slot] ?? -1) >= 0) slot = (slot + 1) & mask;
    spellingSlots[slot] = index;
  }
  return { spellingBytes, spellingStarts, spellingWords: Uint16Array.from(words), spellingSlots };
}
