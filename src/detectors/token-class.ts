import type { Sentence, Token } from "../annotate/annotated.ts";
import type { TokenTest } from "./automaton.ts";

const isCapitalised = (token: Token): boolean => /^\p{Lu}/u.test(token.text);

const NUMBER_WORDS = new Set(
  "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety hundred thousand".split(
    " ",
  ),
);

/** The classes of token that phrases name in angle brackets. */
const TOKEN_CLASSES = {
  noun: (token: Token) => token.partOfSpeech === "NOUN" || token.partOfSpeech === "PROPN",
  verb: (token: Token) => token.partOfSpeech === "VERB",
  adj: (token: Token) => token.partOfSpeech === "ADJ",
  adv: (token: Token) => token.partOfSpeech === "ADV",
  det: (token: Token) => token.partOfSpeech === "DET",
  pron: (token: Token) => token.partOfSpeech === "PRON",
  prep: (token: Token) => token.partOfSpeech === "ADP",
  name: (token: Token) => token.kind === "word" && isCapitalised(token),
  number: (token: Token) => token.kind === "number" || token.partOfSpeech === "NUM" || NUMBER_WORDS.has(token.lower),
  word: (token: Token) => token.kind === "word",
} as const satisfies Readonly<Record<string, (token: Token, index: number, sentence: Sentence) => boolean>>;

export type TokenClass = keyof typeof TOKEN_CLASSES;

/** The names of all token classes. */
export const TOKEN_CLASS_NAMES = Object.keys(TOKEN_CLASSES) as readonly TokenClass[];

/** The test for one class. */
export const classTest = (name: TokenClass): TokenTest => ({
  kind: "class",
  name,
  words: undefined,
  accepts: TOKEN_CLASSES[name],
});
