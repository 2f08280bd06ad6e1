import { fail, ok, type Result } from "../core/result.ts";

/** What a language model knows of pairs of words. */
export interface LanguageModel {
  readonly words: readonly string[];
  /** Logarithms of the probability of each word, and of what is left for words not seen after it. */
  readonly probability: Float32Array;
  readonly backoff: Float32Array;
  /** Calls for each pair seen, with the logarithm of the second word's probability after the first. */
  readonly eachPair: (visit: (first: number, second: number, probability: number) => void) => void;
}

const MAGIC = "Trie Language Model";
const NEPER = Math.log(1.0001);
const [QUANTUM_BITS, TABLE_LENGTH] = [16, 65_536];
const UNIGRAM_BYTES = 12;

const bitsFor = (value: number): number => 32 - Math.clz32(value);

/** Reads bits as the model packs them: the low ones first. */
function bitsAt(bytes: Uint8Array, from: number, bit: number, width: number): number {
  const byte = from + Math.floor(bit / 8);
  const shift = bit % 8;
  let value = 0;
  for (let index = 4; index >= 0; index -= 1) value = value * 256 + (bytes[byte + index] ?? 0);
  return Math.floor(value / 2 ** shift) % 2 ** width;
}

/** Reads the binary language models of CMU Sphinx (a trie of three levels). */
export function readLanguageModel(path: string, bytes: Uint8Array<ArrayBuffer>): Result<LanguageModel> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const magic = new TextDecoder().decode(bytes.subarray(0, MAGIC.length));
  if (magic !== MAGIC || bytes[MAGIC.length] !== 3)
    return fail({
      where: path,
      what: "This is no language model of CMU Sphinx with three levels.",
      remedy: "Take en-us.lm.bin of the Debian package pocketsphinx-en-us.",
    });
  let at = MAGIC.length + 1;
  const [wordCount = 0, pairCount = 0, tripleCount = 0] = [0, 4, 8].map((offset) => view.getUint32(at + offset, true));
  at += 12 + 4;
  const table = at;
  at += 3 * TABLE_LENGTH * 4;
  const unigrams = at;
  const pairs = at + (wordCount + 1) * UNIGRAM_BYTES;
  const [wordBits, nextBits] = [bitsFor(wordCount), bitsFor(tripleCount)];
  const pairBits = wordBits + 2 * QUANTUM_BITS + nextBits;
  const pairBytes = Math.floor(((pairCount + 1) * pairBits + 7) / 8) + 8;
  const tripleBytes = Math.floor(((tripleCount + 1) * (wordBits + QUANTUM_BITS) + 7) / 8) + 8;
  const names = pairs + pairBytes + tripleBytes + 4;
  const words = new TextDecoder().decode(bytes.subarray(names)).split("\0").slice(0, wordCount);
  const number = (word: number, field: number): number =>
    view.getFloat32(unigrams + word * UNIGRAM_BYTES + field, true);
  const every = (field: number): Float32Array => Float32Array.from(words, (_, index) => number(index, field) * NEPER);
  return ok({
    words,
    probability: every(0),
    backoff: every(4),
    eachPair(visit) {
      // The trie goes from a word to the words before it.
      for (let second = 0; second < wordCount; second += 1) {
        const [from, to] = [second, second + 1].map((word) =>
          view.getUint32(unigrams + word * UNIGRAM_BYTES + 8, true),
        );
        for (let pair = from ?? 0; pair < (to ?? 0); pair += 1) {
          const first = bitsAt(bytes, pairs, pair * pairBits, wordBits);
          const quantum = bitsAt(bytes, pairs, pair * pairBits + wordBits + QUANTUM_BITS, QUANTUM_BITS);
          visit(first, second, view.getFloat32(table + quantum * 4, true) * NEPER);
        }
      }
    },
  });
}
