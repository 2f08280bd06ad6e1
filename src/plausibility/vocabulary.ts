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

/** The spelling of each word: the first that leads to it. */
export function spellingsOf({ spellingBytes, spellingStarts, spellingWords }: Spellings): readonly string[] {
  const text = Array.from(spellingBytes, (byte) => String.fromCharCode(byte)).join("");
  const words = [""];
  for (const [spelling, word] of spellingWords.entries())
    words[word] ??= text.slice(spellingStarts[spelling], spellingStarts[spelling + 1]);
  return words;
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
