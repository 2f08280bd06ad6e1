import type { AnnotatedDocument, AnnotatedPair } from "../annotate/annotated.ts";
import { type TextSpan, textIn, textSpan } from "../core/span.ts";
import type { Dictionary } from "../plausibility/dictionary.ts";
import type { Languages } from "../plausibility/languages.ts";
import { defineDetector, found, type LocatedDetection } from "./detector.ts";
import { accentedWords, isForeign } from "./words/foreign.ts";
import { type UnknownWord, unknownWords } from "./words/unknown.ts";

/** Foreign words side by side, and the language of the first. */
interface Run {
  readonly pair: AnnotatedPair;
  readonly span: TextSpan;
  readonly words: string;
  readonly language: string;
}

const isCapitalised = (text: string | undefined): boolean => /^\p{Lu}/u.test(text ?? "");
const SHORT = 5;

/** Words beside a capital may be a part of a name. */
function isInName({ sentence: { tokens }, at, token, isSeen }: UnknownWord): boolean {
  if (isCapitalised(tokens[at + 1]?.text)) return true;
  return at > 1 && (isSeen || token.text.length < SHORT) && isCapitalised(tokens[at - 1]?.text);
}

/** Runs of foreign words. A word that the document has twice is one that it has chosen. */
function runsIn(document: AnnotatedDocument, dictionary: Dictionary, languages: Languages): readonly Run[] {
  const words = unknownWords(document, dictionary);
  const times = new Map<string, number>();
  for (const { token } of words) times.set(token.lower, (times.get(token.lower) ?? 0) + 1);
  const runs: Run[] = [];
  let last: UnknownWord | undefined;
  for (const word of words) {
    const { pair, token, sentence } = word;
    if (times.get(token.lower) !== 1 || isInName(word)) continue;
    const language = isForeign(word, languages);
    if (language === undefined) continue;
    const before = last?.sentence === sentence && last.at + 1 === word.at ? runs.pop() : undefined;
    const span = textSpan((before?.span ?? token.span).start, token.span.end);
    runs.push({ pair, span, words: textIn(sentence.text, span), language: before?.language ?? language });
    last = word;
  }
  return runs;
}

/** Words with letters that English lacks, each once in its text. */
const accentedIn = ({ pairs }: AnnotatedDocument, languages: Languages): readonly Run[] =>
  pairs.flatMap((pair) => {
    const words = accentedWords(pair.target.text, languages);
    return words
      .filter(({ word }) => words.filter((other) => other.word === word).length === 1)
      .map(({ span, word, language }) => ({ pair, span, words: word, language }));
  });

/** More runs than this in a text: it quotes, or it teaches the language; or it comes from there, and much was left. */
const MOST_IN_TEXT = 1;
const MOST_IN_TEXT_OF_SOURCE = 4;
/** How sure it is where nobody said that the text comes from this language. */
const UNSAID = 0.85;

/** Words in Latin letters and in lower case that are of another language than English. */
export const foreignWord = defineDetector({
  needsSource: false,
  options: (z) =>
    z.strictObject({
      /** Foreign words that English texts may have. */
      except: z.array(z.string().min(1)).default([]),
    }),
  slots: ["words"],
  configure: ({ except }, { dictionary, languages, sourceLanguage }) => ({
    scope: "document",
    *detect(document): Iterable<LocatedDetection> {
      const runs = [...runsIn(document, dictionary, languages), ...accentedIn(document, languages)];
      for (const { pair, span, words, language } of runs) {
        const most = language === sourceLanguage ? MOST_IN_TEXT_OF_SOURCE : MOST_IN_TEXT;
        if (except.includes(words) || runs.filter((other) => other.pair === pair).length > most) continue;
        yield { pair, detection: found(span, { words }, { certainty: language === sourceLanguage ? 1 : UNSAID }) };
      }
    },
  }),
});
