import { formsOf } from "../text/inflect.ts";
import { CONFUSABLE } from "./function-words.ts";
import type { Slip } from "./grammar.ts";
import type { Word } from "./reading.ts";
import { SYMBOL_OF_NAME, type SymbolReader, symbolOfUse, type WordSymbol } from "./symbols.ts";

/** A repair to try: symbols in the place of others, and their words where they are certain ones. */
export interface Trial {
  readonly from: number;
  readonly to: number;
  readonly symbols: readonly WordSymbol[];
  readonly words: readonly string[] | undefined;
}

/** What repairs are made of. */
export interface Lexicon {
  readonly read: SymbolReader;
  readonly has: (word: string) => boolean;
}

const INSERTED = "the a to of in and that is was for on with as by at has it".split(" ");
const NOUNS: readonly WordSymbol[] = [symbolOfUse("noun"), symbolOfUse("plural"), SYMBOL_OF_NAME];
const VERBS: readonly WordSymbol[] = (["base", "third-person", "past-or-participle", "gerund"] as const).map(
  symbolOfUse,
);

const isLetters = (word: string): boolean => /^\p{L}/u.test(word);

/** The other forms of a word, and the adverb or adjective made from it. */
function formsLike({ lower, lemma }: Word): readonly string[] {
  const derived = lower.endsWith("ly") ? [lower.slice(0, -2)] : [`${lower}ly`];
  return [...new Set([...formsOf(lemma.toLowerCase()), ...derived])].filter(
    (form) => form !== lower && isLetters(form),
  );
}

function exchanged(tokens: readonly Word[], symbols: readonly WordSymbol[], from: number): readonly Trial[] {
  const [first, second, own, next] = [tokens[from], tokens[from + 1], symbols[from], symbols[from + 1]];
  if (first === undefined || second === undefined || own === undefined || next === undefined) return [];
  return [{ from, to: from + 2, symbols: [next, own], words: [second.text, first.text] }];
}

/** The repairs of a kind at a token: a closed set. */
export function editsOf(
  slip: Slip,
  tokens: readonly Word[],
  symbols: readonly WordSymbol[],
  at: number,
  { read, has }: Lexicon,
): readonly Trial[] {
  const token = tokens[at];
  if (token === undefined) return [];
  const instead = (word: string): Trial => ({
    from: at,
    to: at + 1,
    symbols: [read(word, word, at === 0)],
    words: [word],
  });
  const inserted = (symbol: WordSymbol, words: readonly string[] | undefined): Trial => ({
    from: at,
    to: at,
    symbols: [symbol],
    words,
  });
  switch (slip) {
    case "none":
      return [];
    case "noun-missing":
      return NOUNS.map((symbol) => inserted(symbol, undefined));
    case "verb-missing":
      return [...VERBS, read("is", "is", false)].map((symbol) => inserted(symbol, undefined));
    case "function-word-missing":
      return INSERTED.map((word) => inserted(read(word, word, at === 0), [word]));
    case "order":
      return [at - 1, at].flatMap((from) => exchanged(tokens, symbols, from));
    case "surplus":
      return [at, at - 1].filter((from) => from > 0).map((from) => ({ from, to: from + 1, symbols: [], words: [] }));
    case "function-word":
      return CONFUSABLE.filter((row) => row.includes(token.lower)).flatMap((row) =>
        row.filter((word) => word !== token.lower).map(instead),
      );
    case "form":
      return formsLike(token).filter(has).map(instead);
  }
}
