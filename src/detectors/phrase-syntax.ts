import { formsOf } from "../text/inflect.ts";
import type { PatternElement, TokenPattern, TokenTest } from "./automaton.ts";
import { classTest, TOKEN_CLASS_NAMES, type TokenClass } from "./token-class.ts";

/** One element of a written phrase. `lemmas` are the words after `~`; `slot` numbers the classes from 1. */
export interface PhraseElement extends PatternElement {
  readonly lemmas: readonly string[];
  readonly slot: number | undefined;
}

/** A phrase as people write it in rules and lexicons, parsed. */
export interface Phrase {
  readonly written: string;
  readonly elements: readonly PhraseElement[];
  readonly atStart: boolean;
  readonly atEnd: boolean;
}

const MOST_NAME_TOKENS = 4;
const isClass = (name: string): name is TokenClass => (TOKEN_CLASS_NAMES as readonly string[]).includes(name);

/** Splits words as the tokenizer does: hyphens and clitics are tokens of their own. */
const splitWord = (word: string): readonly string[] =>
  word
    .replace(/([\p{L}\p{N}])-(?=[~\p{L}\p{N}])/gu, "$1 - ")
    .replace(/(\p{L})(n't|'(?:s|re|ve|ll|d|m))$/iu, "$1 $2")
    .split(" ");

function wordTest(word: string, exactCase: boolean): { test: TokenTest; lemmas: readonly string[] } {
  const options = word.startsWith("(") && word.endsWith(")") ? word.slice(1, -1).split("|") : [word];
  const lemmas = options.filter((option) => option.startsWith("~")).map((option) => option.slice(1));
  const words = options.flatMap((option) => (option.startsWith("~") ? [...formsOf(option.slice(1))] : [option]));
  if (exactCase && words.some((each) => /\p{Lu}/u.test(each))) return { test: { kind: "exact", words }, lemmas };
  return { test: { kind: "words", words: words.map((each) => each.toLowerCase()) }, lemmas };
}

function elementOf(written: string, slots: { count: number }, exactCase: boolean): PhraseElement {
  const optional = written.length > 1 && written.endsWith("?");
  const core = optional ? written.slice(0, -1) : written;
  const least = optional ? 0 : 1;
  const className = /^<(\w+)>$/u.exec(core)?.[1];
  if (className === undefined) return { ...wordTest(core, exactCase), least, most: 1, slot: undefined };
  if (!isClass(className))
    throw new SyntaxError(`There is no token class <${className}>. Known: ${TOKEN_CLASS_NAMES.join(", ")}.`);
  slots.count += 1;
  const most = className === "name" ? MOST_NAME_TOKENS : 1;
  return { test: classTest(className), lemmas: [], least, most, slot: slots.count };
}

/**
 * Parses a phrase: tokens separated by spaces; `word` exactly, `~word` in any inflected form, `(a|b|~c)` one of several,
 * `word?` optional, `<noun>` one token of a class, `(start)` and `(end)` the ends of the sentence.
 * Throws SyntaxError with what is wrong.
 */
export function parsePhrase(written: string, exactCase: boolean): Phrase {
  const slots = { count: 0 };
  const words = written.split(" ").filter((word) => word !== "");
  const inner = words.filter((word) => word !== "(start)" && word !== "(end)");
  if (inner.length === 0) throw new SyntaxError("The phrase has no words.");
  const elements = inner
    .flatMap((word) => (/[(<]/u.test(word) ? [word] : splitWord(word)))
    .map((word) => elementOf(word, slots, exactCase));
  if (elements.every(({ least }) => least === 0)) throw new SyntaxError("Every word of the phrase is optional.");
  return { written, elements, atStart: words[0] === "(start)", atEnd: words.at(-1) === "(end)" };
}

/** The token pattern of a phrase. */
export const patternOf = (phrase: Phrase, entry: number, role: TokenPattern["role"]): TokenPattern => ({
  elements: phrase.elements,
  atStart: phrase.atStart,
  atEnd: phrase.atEnd,
  entry,
  role,
});
