import { textSpan } from "../core/span.ts";
import { RAREST } from "../plausibility/dictionary.ts";
import { ask, type Candidate, defineDetector, found, type LocatedDetection } from "./detector.ts";
import { isScientific } from "./words/built.ts";
import { type Correction, isLikely } from "./words/corrections.ts";
import { isForeign } from "./words/foreign.ts";
import { type UnknownWord, unknownWords } from "./words/unknown.ts";

/** A correction of a word that may well be right must be this common, and the slip a likely one. */
const COMMON = 7;
/** Words that sentences begin with; adverbs in “-ly” do so too. What else has a capital is taken for a name. */
const OPENERS = new Set(
  (
    "according after again all also although among another any are around because been before being between both but can could during each earlier even every " +
    "few first from further had has have here how however indeed instead into it its just last later less like many meanwhile more most much never no nor not now one only other our over perhaps " +
    "several she should since so some soon such than that the their then there these they this those though through thus to today together two under unless until we were what when where " +
    "whether which while who whose will with within without would yes yesterday yet you your people police officials"
  ).split(" "),
);
const isOpener = (word: string): boolean => OPENERS.has(word) || (word.length > 5 && word.endsWith("ly"));
const SHORT_NAME = 5;
const lettersOf = (word: string): string => [...word].sort().join("");

/** Short names look like too many words; only letters that have changed places tell. */
const isSlipOfOpener = (word: string, meant: string): boolean =>
  isOpener(meant) && (word.length > SHORT_NAME || lettersOf(word) === lettersOf(meant));
/** More unknown words in a sentence than this: it is in another language, or in a jargon. */
const MOST_IN_SENTENCE = 2;

const candidatesOf = ({ token }: UnknownWord, corrections: readonly Correction[]): readonly Candidate[] =>
  corrections.map(({ words }) =>
    ask(likeCase(token.text, words), words.includes(" ") ? "Two words." : "Spelt almost alike."),
  );

const likeCase = (pattern: string, words: string): string =>
  /^\p{Lu}/u.test(pattern) ? words.charAt(0).toUpperCase() + words.slice(1) : words;

const isNextTo = (word: UnknownWord, other: UnknownWord | undefined): boolean =>
  other?.sentence === word.sentence && Math.abs(other.at - word.at) === 1;

/** Words that stand alone in their document and in their sentence: what comes again is meant. */
function lonely(words: readonly UnknownWord[]): readonly UnknownWord[] {
  const times = new Map<string, number>();
  const inSentence = new Map<UnknownWord["sentence"], number>();
  for (const { token, sentence } of words) {
    times.set(token.lower, (times.get(token.lower) ?? 0) + 1);
    inSentence.set(sentence, (inSentence.get(sentence) ?? 0) + 1);
  }
  return words.filter(
    (word, index) =>
      times.get(word.token.lower) === 1 &&
      (inSentence.get(word.sentence) ?? 0) <= MOST_IN_SENTENCE &&
      !isNextTo(word, words[index - 1]) &&
      !isNextTo(word, words[index + 1]),
  );
}

/** The rarest that a correction may be, for a slip to be likelier than a word that lists do not have. */
const leastCommon = ({ token, standing, isBuilt }: UnknownWord): number =>
  standing === "hyphenated" || isBuilt || isScientific(token.lower) ? COMMON : RAREST;

function isMisspelt(word: UnknownWord, best: Correction): boolean {
  if (word.standing === "opening" && !isSlipOfOpener(word.token.lower, best.words)) return false;
  return isLikely(word.token.lower, best) && best.rank <= leastCommon(word);
}

/** Words in lower case that no dictionary has, and that differ by one slip from one that it has. */
export const misspelling = defineDetector({
  needsSource: false,
  options: (z) =>
    z.strictObject({
      /** Words that no list has and that are right. */
      except: z.array(z.string().min(1)).default([]),
    }),
  slots: ["word", "correction"],
  configure: ({ except }, { dictionary, languages }) => ({
    scope: "document",
    *detect(document): Iterable<LocatedDetection> {
      for (const word of lonely(unknownWords(document, dictionary).filter(({ isSeen }) => !isSeen))) {
        const { pair, token, corrections } = word;
        const [best] = corrections;
        if (best === undefined || except.includes(token.lower) || !isMisspelt(word, best)) continue;
        if (isForeign(word, languages) !== undefined) continue;
        yield {
          pair,
          detection: found(
            textSpan(token.span.start, token.span.end),
            { word: token.text, correction: likeCase(token.text, best.words) },
            { suggest: () => candidatesOf(word, corrections) },
          ),
        };
      }
    },
  }),
});
