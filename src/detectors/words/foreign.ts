import { type TextSpan, textSpan } from "../../core/span.ts";
import type { Languages, Likeness } from "../../plausibility/languages.ts";
import { isScientific } from "./built.ts";
import { isLikely } from "./corrections.ts";
import type { UnknownWord } from "./unknown.ts";

/** How like another language a word must look, and how much more than like English. */
interface Threshold {
  readonly foreign: number;
  readonly english: number;
}
const UNKNOWN: Threshold = { foreign: 4, english: 2.5 };
/** Of words that texts now and then have, or that may be misspelt. */
const DOUBTFUL: Threshold = { foreign: 6.2, english: 2.6 };
/** Of words with an accent that no English word has beside its letters. */
const ACCENTED: Threshold = { foreign: 2.3, english: 2.5 };
const LEAST_LETTERS = 4;

const bare = (word: string): string => word.normalize("NFD").replace(/\p{M}/gu, "");

const fits = ({ foreign, english }: Likeness, least: Threshold): boolean =>
  foreign >= least.foreign && english <= least.english;

/** The language a word is of that is not English, by the look of it. */
export function isForeign(word: UnknownWord, languages: Languages): string | undefined {
  const { token, standing, isSeen, isBuilt, corrections } = word;
  if (standing !== "free" || isBuilt || token.text.length < LEAST_LETTERS) return undefined;
  const [best] = corrections;
  const isDoubtful = isSeen || (best !== undefined && isLikely(token.lower, best)) || isScientific(token.lower);
  const isPlain = bare(token.lower) === token.lower;
  const likeness = languages(token.lower);
  const least = isDoubtful ? DOUBTFUL : isPlain ? UNKNOWN : ACCENTED;
  return fits(likeness, least) ? likeness.language : undefined;
}

/** A word with a letter of its own that no language shares with English, where it stands in a text. */
export interface AccentedWord {
  readonly span: TextSpan;
  readonly word: string;
  readonly language: string;
}

const ACCENTS = /[ăąćčďđęěğıłńňőœřśşšťţůűźżžșț]/u;
const ACCENTED_WORD = new RegExp(
  `(?<![\\p{L}\\p{N}\\p{M}'’@/.#_(“”"„«‘-])\\p{Ll}*${ACCENTS.source}\\p{Ll}*(?![\\p{L}\\p{N}\\p{M}'’@/#_)”"»-]|\\s\\p{Lu})`,
  "gu",
);

/** Words in lower case with such letters. The tagger takes them apart, so they are read from the text. */
export function accentedWords(text: string, languages: Languages): readonly AccentedWord[] {
  if (!ACCENTS.test(text)) return [];
  return [...text.matchAll(ACCENTED_WORD)].flatMap(({ 0: word, index }) => {
    const likeness = languages(word);
    if (word.length < LEAST_LETTERS || !fits(likeness, ACCENTED)) return [];
    return [{ word, span: textSpan(index, index + word.length), language: likeness.language }];
  });
}
