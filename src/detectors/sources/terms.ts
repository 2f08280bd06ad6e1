/** A word of a source that stands for one of several meanings, by the meaning's number. */
export interface Term {
  readonly meaning: number;
  readonly words: string;
  /** Whether the word says so only among other things: it excuses a translation, but accuses none. */
  readonly isWeak: boolean;
}

/** A source with full-width letters and digits as those of English, and without Arabic vowel signs. */
export const plainSource = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(/[\u064b-\u0652\u200c]/gu, "");

/** Scripts that set no space between words, or write small words to the end of others. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
const SEMITIC = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

const escaped = (words: string): string => words.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");

const bare = (term: string): string => term.replace(/\?$/u, "");

/** The expression of a term: `stem*` goes on with any letters, `*stem` ends a word, `word?` is weak; digits do not stand after other digits. */
function expressionOf(term: string): string {
  const stem = escaped(plainSource(bare(term)).replace(/^\*|\*$/gu, ""));
  if (UNSPACED.test(term)) return /^\d/u.test(term) ? String.raw`(?<!\d)${stem}` : stem;
  const begin = SEMITIC.test(term)
    ? String.raw`(?<![\p{L}\p{M}])(?:[وف]?(?:[بكل]?ال|لل|[بكل])?|[ובהלמכש]{0,2})`
    : term.startsWith("*")
      ? ""
      : String.raw`(?<![\p{L}\p{M}\p{N}])`;
  return `${begin}${stem}${bare(term).endsWith("*") ? String.raw`[\p{L}\p{M}]*` : ""}${String.raw`(?![\p{L}\p{M}])`}`;
}

type Reader = (text: string) => readonly Term[];

function readerOf(meanings: readonly (readonly string[])[]): Reader {
  const terms = meanings
    .flatMap((words, meaning) => words.map((term) => ({ meaning, term })))
    .sort((a, b) => b.term.length - a.term.length);
  if (terms.length === 0) return () => [];
  const expression = new RegExp(terms.map(({ term }) => `(${expressionOf(term)})`).join("|"), "giu");
  return (text) =>
    Array.from(text.matchAll(expression)).flatMap((match) => {
      const term = terms[match.slice(1).findIndex((group) => group !== undefined)];
      return term === undefined ? [] : [{ meaning: term.meaning, words: match[0], isWeak: term.term.endsWith("?") }];
    });
}

/** Makes a search for the words of several meanings, each given by language; of what begins at one place the longest counts. */
export function termReader(
  meanings: readonly Readonly<Record<string, readonly string[]>>[],
): (text: string, language: string) => readonly Term[] {
  const readers = new Map<string, Reader>();
  return (text, language) => {
    const read = readers.get(language) ?? readerOf(meanings.map((words) => words[language] ?? []));
    readers.set(language, read);
    return read(plainSource(text));
  };
}
