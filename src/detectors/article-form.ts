import { textSpan } from "../core/span.ts";
import { type FirstSound, firstSound } from "../text/article.ts";
import { ask, type Candidate, defineDetector, found, safe } from "./detector.ts";

const ARTICLE = /(?<![\p{L}\p{N}'’.&/+*-])(an?)\s+["“‘'([]*[$£€¥]?([\p{L}\p{N}][^\s]*)/giu;
/** Before these "a" is a letter, a slip of the tongue or a word of another language. */
const NOT_A_NOUN_PHRASE = new Set([
  "and",
  "or",
  "is",
  "are",
  "in",
  "of",
  "as",
  "at",
  "on",
  "if",
  "it",
  "it's",
  "a",
  "an",
  "i",
  "e",
  "o",
  "into",
  "isn't",
  "et",
  "uh",
  "um",
  "der",
  "die",
  "das",
]);

const isLetterBefore = (word: string): boolean =>
  NOT_A_NOUN_PHRASE.has(
    word
      .toLowerCase()
      .replace(/’/u, "'")
      .replace(/[^\p{L}']+$/u, ""),
  );
const isShouted = (word: string): boolean => /^[\p{Lu}\p{N}'’-]{2,}\P{L}*$/u.test(word);

interface Written {
  readonly article: string;
  readonly word: string;
  readonly before: string;
  readonly after: string;
}

/** Whether "a" or "an" is no article: a letter, a grade, a part of a foreign name, a line in capitals. */
function isOther({ article, word, before, after }: Written): boolean {
  const opens = !/[\p{L}\p{N}]/u.test(before.replace(/^.*["“‘:]/u, ""));
  const [, nextWord = "x"] = after.split(/\s+/u);
  const isName = /^\p{Lu}/u.test(word);
  if (article === "AN" || (article === "A" && isShouted(word) && isShouted(nextWord))) return true;
  if (/^A/u.test(article))
    return !opens || (article === "An" && isName && !/^[AEIOU]/u.test(word)) || isLetterBefore(word);
  return (isName && /\p{L}[^.!?]*\s\p{Lu}[\p{L}’'-]*\s+$/u.test(before)) || isLetterBefore(word);
}

/** An "an" before a consonant letter may also be an "and" cut short. */
function repairs(article: string, right: string, word: string, sound: FirstSound): readonly Candidate[] {
  const words = /^A/u.test(article) ? `A${right.slice(1)}` : right;
  const why = `“${word}” starts with the sound of a ${sound}.`;
  if (right === "an" || /^[aeiou\d]/iu.test(word)) return [safe(words, why)];
  return [ask(words, why), ask("and", "“And” lost its last letter.")];
}

/** "A" before a vowel sound, or "an" before a consonant. */
export const articleForm = defineDetector({
  needsSource: false,
  options: (z) => z.strictObject({}),
  slots: ["written", "right", "word"],
  configure: () => ({
    scope: "sentence",
    patterns: [],
    *detect({ target: { text, span } }) {
      const sentence = text.slice(span.start, span.end);
      for (const match of sentence.matchAll(ARTICLE)) {
        const [, article = "", word = ""] = match;
        const start = match.index;
        const after = sentence.slice(sentence.indexOf(word, start + article.length));
        const sound = firstSound(word);
        const written = article.toLowerCase();
        const right = sound === "either" ? written : sound === "vowel" ? "an" : "a";
        if (right === written || isOther({ article, word, before: sentence.slice(0, start), after })) continue;
        const bare = word.replace(/[^\p{L}\p{N}]+$/u, "");
        yield found(
          textSpan(span.start + start, span.start + start + article.length),
          { written, right, word: bare },
          {
            suggest: () => repairs(article, right, bare, sound),
          },
        );
      }
    },
  }),
});
