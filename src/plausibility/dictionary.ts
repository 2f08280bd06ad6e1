import { mixed } from "../text/hash.ts";

/** How common a word is: 1 for the commonest words, `RAREST` for those that hardly any text has. */
export const RAREST = 12;
/** A word that texts have and no list of words does: nothing to remark on, and nothing to propose. */
export const SEEN = 13;
/** A word and what is known of it: how common it is, or `SEEN`. */
export type DictionaryEntry = readonly [word: string, kind: number];

/** What the words of English are. */
export interface Dictionary {
  /** How common a word in lower case is, `SEEN`, or 0 where it is unknown. */
  readonly kindOf: (word: string) => number;
  /** The same of a word that is likely to be asked for again. */
  readonly remembered: (word: string) => number;
}

const SHELF_BITS = 16;
const SHELF_COUNT = 2 ** SHELF_BITS;
const KIND_BITS = 4;
const ENTRY_BYTES = 3;

/** Two numbers of 16 and 20 bits that stand for a word. One in 250,000 unknown words is taken for a known one. */
function marksOf(word: string): { readonly shelf: number; readonly mark: number } {
  let first = 0x811c9dc5;
  let second = 0x9747b28c;
  for (let index = 0; index < word.length; index += 1) {
    const code = word.charCodeAt(index);
    first = Math.imul(first ^ code, 0x01000193);
    second = Math.imul(second ^ code, 0x5bd1e995) + 1;
  }
  return { shelf: mixed(first) >>> (32 - SHELF_BITS), mark: mixed(second) >>> 12 };
}

/** Files words by their marks: first how many stand on each shelf, then all. No word can be read out of it. */
export function fillDictionary(entries: Iterable<DictionaryEntry>): Uint8Array {
  const shelves = Array.from({ length: SHELF_COUNT }, (): number[] => []);
  for (const [word, kind] of entries) {
    const { shelf, mark } = marksOf(word);
    shelves[shelf]?.push((mark << KIND_BITS) | kind);
  }
  const filed = shelves.flatMap((shelf) => shelf.sort((a, b) => a - b));
  const written = filed.flatMap((entry) => [entry & 255, (entry >>> 8) & 255, (entry >>> 16) & 255]);
  return Uint8Array.from([...shelves.map(({ length }) => length), ...written]);
}

interface Shelves {
  readonly bytes: Uint8Array;
  /** Where the entries of each shelf begin, and the end of the last. */
  readonly starts: Uint32Array;
}

function shelvesIn(bytes: Uint8Array): Shelves {
  const starts = new Uint32Array(SHELF_COUNT + 1);
  let at = SHELF_COUNT;
  for (let shelf = 0; shelf < SHELF_COUNT; shelf += 1) {
    starts[shelf] = at;
    at += (bytes[shelf] ?? 0) * ENTRY_BYTES;
  }
  starts[SHELF_COUNT] = at;
  return { bytes, starts };
}

function kindIn({ bytes, starts }: Shelves, word: string): number {
  const { shelf, mark } = marksOf(word);
  const end = starts[shelf + 1] ?? 0;
  for (let at = starts[shelf] ?? 0; at < end; at += ENTRY_BYTES) {
    const entry = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16);
    if (entry >>> KIND_BITS === mark) return entry & (2 ** KIND_BITS - 1);
  }
  return 0;
}

const MOST_REMEMBERED = 50_000;

/** Looks words up in what `fillDictionary` has made, which is read when the first word is asked for. */
export function openDictionary(load: () => Uint8Array): Dictionary {
  let shelves: Shelves | undefined;
  const known = new Map<string, number>();
  return {
    kindOf(word) {
      shelves ??= shelvesIn(load());
      return kindIn(shelves, word);
    },
    remembered(word) {
      const before = known.get(word);
      if (before !== undefined) return before;
      shelves ??= shelvesIn(load());
      const kind = kindIn(shelves, word);
      if (known.size < MOST_REMEMBERED) known.set(word, kind);
      return kind;
    },
  };
}
