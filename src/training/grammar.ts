import { CONFUSABLE } from "../plausibility/function-words.ts";
import type { Grammar } from "../plausibility/grammar.ts";
import type { Word } from "../plausibility/reading.ts";
import { type SymbolReader, symbolReader } from "../plausibility/symbols.ts";
import { countUses, type UseCounts, wordUsesFrom } from "./grammar-lexicon.ts";
import { type Random, randomFrom } from "./random.ts";
import { relativesOf } from "./relatives.ts";
import { type Confusions, type Piece, spoil } from "./slip-corruption.ts";
import { learnSlips } from "./slip-weights.ts";
import type { WordLists } from "./word-net.ts";

/** What a grammar in figures is to be made of. */
export interface GrammarPlan {
  readonly sentences: Iterable<readonly Word[]>;
  readonly lists: WordLists;
  readonly provenance: readonly string[];
  readonly seed: number;
  readonly passes: number;
  /** How many runs of symbols the grammar keeps. */
  readonly featureCount: number;
  readonly tell: (line: string) => void;
}

const [FEWEST_WORDS, MOST_WORDS] = [6, 120];

/** Whole sentences of running text; of headlines and lists nothing is learnt. */
function isSentence(tokens: readonly Word[]): boolean {
  if (tokens.length < FEWEST_WORDS || tokens.length > MOST_WORDS) return false;
  if (!tokens.slice(-2).some(({ text }) => /[.!?]$/u.test(text))) return false;
  const words = tokens.filter(({ kind, text }) => kind === "word" && text.length > 3);
  return words.filter(({ text }) => /^\p{Lu}/u.test(text)).length * 2 <= words.length;
}

const FEWEST_OF_RELATIVE = 3;
const SURPLUS = "the a of to in and that is was for on with be it as by at has from have which are an been".split(" ");

function confusionsOf(counts: UseCounts, piece: (word: string) => Piece): Confusions {
  const seen = [...counts].filter(([, own]) => own.reduce((sum, count) => sum + count, 0) >= FEWEST_OF_RELATIVE);
  const families = relativesOf(seen.map(([word]) => word));
  const pieces = new Map([...families.keys()].map((word) => [word, piece(word)]));
  const related = new Map(
    [...families].map(([word, family]) => [word, family.flatMap((each) => pieces.get(each) ?? [])] as const),
  );
  return {
    functionWords: CONFUSABLE.map((row) => row.map(piece)),
    relatives: ({ lower }) => related.get(lower) ?? [],
    surplus: SURPLUS.map(piece),
  };
}

/** A word of the corpus: what of it is remembered until all words have been counted. */
type Sighting = Pick<Word, "text" | "lower" | "partOfSpeech"> & { readonly isFirst: boolean };

/** Remembers sentences, equal words as one. */
function sightings(): (tokens: readonly Word[]) => readonly Sighting[] {
  const known = new Map<string, Sighting>();
  return (tokens) =>
    tokens.map(({ text, lower, partOfSpeech }, at) => {
      const key = `${at === 0 ? "1" : "0"}${partOfSpeech} ${text}`;
      const met = known.get(key);
      if (met !== undefined) return met;
      const made = { text, lower, partOfSpeech, isFirst: at === 0 };
      known.set(key, made);
      return made;
    });
}

/** Makes pieces of sightings, of equal ones one piece. */
function piecesFrom(read: SymbolReader): (sighting: Sighting) => Piece {
  const known = new Map<Sighting, Piece>();
  return (sighting) => {
    const met = known.get(sighting);
    if (met !== undefined) return met;
    const { text, lower, partOfSpeech, isFirst } = sighting;
    const made = { lower, partOfSpeech, symbol: read(text, lower, isFirst) };
    known.set(sighting, made);
    return made;
  };
}

const SPOILT_SHARE = 0.6;

/** Learns a grammar in figures from clean sentences and from the same with slips put into them. The same plan gives the same grammar. */
export function trainGrammar(plan: GrammarPlan): Omit<Grammar, "digest"> {
  const counts: UseCounts = new Map();
  const kept: (readonly Sighting[])[] = [];
  const remember = sightings();
  for (const tokens of plan.sentences) {
    countUses(counts, tokens);
    if (isSentence(tokens)) kept.push(remember(tokens));
  }
  const lexicon = wordUsesFrom(counts, plan.lists);
  const read = symbolReader(lexicon);
  const piece = piecesFrom(read);
  const sentences = kept.map((sentence) => sentence.map(piece));
  plan.tell(`${sentences.length} sentences`);
  const confusions = confusionsOf(counts, (word) => ({
    lower: word,
    partOfSpeech: "X",
    symbol: read(word, word, false),
  }));
  const draw = (sentence: readonly Piece[], random: Random) =>
    random() < SPOILT_SHARE ? spoil(sentence, confusions, random) : { pieces: sentence, slips: sentence.map(() => 0) };
  const random = randomFrom(plan.seed);
  const weights = learnSlips(sentences, { ...plan, random, draw });
  return { ...lexicon, ...weights, provenance: plan.provenance };
}
