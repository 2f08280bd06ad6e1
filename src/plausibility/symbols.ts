import { wordHash } from "../text/hash.ts";
import { FUNCTION_WORDS, groupOf } from "./function-words.ts";
import type { Word } from "./reading.ts";

/** What a word can be. Of a word that can be several things, all are kept: a tagger would guess a garbled sentence right. */
export const USES = [
  "noun",
  "plural",
  "base",
  "third-person",
  "past-or-participle",
  "past",
  "participle",
  "gerund",
  "adjective",
  "adverb",
  "number",
] as const;
export type Use = (typeof USES)[number];

/** The bits of some uses. */
export const usesOf = (...uses: readonly Use[]): number =>
  uses.reduce((bits, use) => bits | (1 << USES.indexOf(use)), 0);

/** A look-up of words: marks of hashed spellings, what each word can be with what it mostly is, and its number among the frequent. */
export interface WordUses {
  readonly wordMarks: Uint16Array;
  readonly wordUses: Uint16Array;
  readonly wordRanks: Uint16Array;
}

/** A word as three symbols, from the finest to the coarsest: itself if it is frequent, what it can be, what it mostly is. */
export interface WordSymbol {
  readonly word: number;
  readonly uses: number;
  readonly group: number;
}

/** A sentence in symbols, with a margin at both ends. */
export interface Row {
  readonly length: number;
  readonly words: Int32Array;
  readonly uses: Int32Array;
  readonly groups: Int32Array;
}

/** How many symbols stand before the first and after the last word. */
export const MARGIN = 3;
const USE_BITS = USES.length;
const ALL_USES = 2 ** USE_BITS - 1;
const FIRST_USES = 1000;
const FIRST_RANK = 10_000;
const [BEFORE, AFTER, YEAR, INTEGER, NUMBER, NAME, NAME_PLURAL, NAME_LETTERS, NAME_ADJECTIVE] = [
  991, 992, 993, 994, 995, 996, 997, 998, 999,
];
const [EDGE, NUMBERS, NAMES, ADJECTIVES] = [90, 10, 11, USES.indexOf("adjective")];

/** What a word of unknown spelling looks like. */
const LOOKS: readonly (readonly [RegExp, Use])[] = [
  [/ly$/u, "adverb"],
  [/ing$/u, "gerund"],
  [/ed$/u, "past-or-participle"],
  [/(?:ous|ful|able|ible|al|ic|ive|less|ish)$/u, "adjective"],
  [/(?:ss|us|is)$/u, "noun"],
  [/s$/u, "plural"],
];
const looksLike = (word: string): Use => LOOKS.find(([ending]) => ending.test(word))?.[1] ?? "noun";

/** Uses and main use as one number. */
export const packed = (uses: number, main: number): number => uses | (main << USE_BITS);

/** The slot of a word in the look-up, or of the place where it would stand. */
function wordSlot(marks: Uint16Array, word: string): number {
  const hash = wordHash(word);
  const mark = (hash >>> 16) | 1;
  const size = marks.length;
  let slot = hash % size;
  while (marks[slot] !== 0 && marks[slot] !== mark) slot = slot + 1 === size ? 0 : slot + 1;
  return slot;
}

/** Writes the mark of a word into its slot, which it returns. */
export function claimSlot(marks: Uint16Array, word: string): number {
  const slot = wordSlot(marks, word);
  marks[slot] = (wordHash(word) >>> 16) | 1;
  return slot;
}

/** Whether the look-up has a word. */
export const isListed = ({ wordMarks }: WordUses, word: string): boolean => wordMarks[wordSlot(wordMarks, word)] !== 0;

const symbol = (id: number, group: number): WordSymbol => ({ word: id, uses: id, group });

function symbolOfName(text: string, uses: number): WordSymbol {
  if ((uses & usesOf("adjective")) !== 0) return symbol(NAME_ADJECTIVE, ADJECTIVES);
  if (/^\p{Lu}+\.?$/u.test(text)) return symbol(NAME_LETTERS, NAMES);
  return symbol(text.length > 4 && /[^s]s$/u.test(text) ? NAME_PLURAL : NAME, NAMES);
}

function symbolOf(
  { wordMarks, wordUses, wordRanks }: WordUses,
  text: string,
  lower: string,
  isFirst: boolean,
): WordSymbol {
  const own = FUNCTION_WORDS.get(lower);
  if (own !== undefined) return symbol(own, groupOf(lower));
  if (/^\p{N}/u.test(text))
    return symbol(/^(?:1[5-9]|20)\d\d$/u.test(text) ? YEAR : /^\d+$/u.test(text) ? INTEGER : NUMBER, NUMBERS);
  const slot = wordSlot(wordMarks, lower);
  const known = wordMarks[slot] !== 0;
  const entry = wordUses[slot] ?? 0;
  if (/^\p{Lu}/u.test(text) && !(isFirst && known && (wordRanks[slot] ?? 0) > 0))
    return symbolOfName(text, known ? entry & ALL_USES : 0);
  const look = USES.indexOf(looksLike(lower));
  const [uses, group] = known ? [entry & ALL_USES, entry >>> USE_BITS] : [1 << look, look];
  const rank = known ? (wordRanks[slot] ?? 0) : 0;
  return { word: rank > 0 && rank < SEEN ? FIRST_RANK + rank : FIRST_USES + uses, uses: FIRST_USES + uses, group };
}

/** The rank of words that the corpus has in lower case but seldom. */
export const SEEN = 65_535;
const MOST_REMEMBERED = 50_000;

/** A way to look words up, that remembers what it has met. */
export function symbolReader(lexicon: WordUses): (text: string, lower: string, isFirst: boolean) => WordSymbol {
  const [known, first] = [new Map<string, WordSymbol>(), new Map<string, WordSymbol>()];
  return (text, lower, isFirst) => {
    const memory = isFirst ? first : known;
    const met = memory.get(text);
    if (met !== undefined) return met;
    const made = symbolOf(lexicon, text, lower, isFirst);
    if (memory.size < MOST_REMEMBERED) memory.set(text, made);
    return made;
  };
}
/** Reads the symbols of a sentence. */
export type SymbolReader = ReturnType<typeof symbolReader>;

/** The symbol of any word of a use. */
export const symbolOfUse = (use: Use): WordSymbol => ({
  word: FIRST_USES + usesOf(use),
  uses: FIRST_USES + usesOf(use),
  group: USES.indexOf(use),
});
/** The symbol of any name. */
export const SYMBOL_OF_NAME: WordSymbol = symbol(NAME, NAMES);

/** Symbols in a row, with margins. */
export function rowOf(symbols: readonly WordSymbol[]): Row {
  const length = symbols.length;
  const size = length + 2 * MARGIN;
  const row = { length, words: new Int32Array(size), uses: new Int32Array(size), groups: new Int32Array(size) };
  for (let at = 0; at < size; at += 1) {
    const own = symbols[at - MARGIN];
    const edge = at < MARGIN ? BEFORE : AFTER;
    row.words[at] = own?.word ?? edge;
    row.uses[at] = own?.uses ?? edge;
    row.groups[at] = own?.group ?? EDGE;
  }
  return row;
}

/** A sentence as symbols. */
export const symbolsOf = (read: SymbolReader, tokens: readonly Word[]): readonly WordSymbol[] =>
  tokens.map(({ text, lower }, at) => read(text, lower, at === 0));
