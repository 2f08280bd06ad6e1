import { VECTOR_LENGTH, VECTOR_NORM } from "../plausibility/context.ts";
import { NUMBER_SPELLING } from "../plausibility/reading.ts";
import type { Table } from "../plausibility/table.ts";
import { UNIT_CLASSES, type UnitClass, USE_COUNT } from "../plausibility/units.ts";
import { spellingSections } from "../plausibility/vocabulary.ts";
import { inflect } from "../text/inflect.ts";
import type { LanguageModel } from "./language-model.ts";
import type { WordLists } from "./word-net.ts";

/** Word vectors by word, the most frequent words first. */
export interface WordVectors {
  readonly words: readonly string[];
  readonly vectorOf: (word: string) => readonly number[];
}

const MOST_WORDS = 30_000;
/** Forms of a lexicon's words are taken from further down the list. */
const LAST_RANK = 50_000;
const CHOSEN = /^(?:[a-z][a-z'.]*|'[a-z]+|[.,;:!?()"“”$%-]|--)$/u;
const ALIKE = 0.55;

/** Ways in which a British spelling becomes an American one. */
const AMERICAN: readonly (readonly [RegExp, string])[] = [
  [/is(e|ed|es|er|ers|ing|ation|ations|ational)$/u, "iz$1"],
  [/ys(e|ed|es|er|ers|ing)$/u, "yz$1"],
  [/our(s|ed|ing|able|ful|er|ers|ite|ites|hood|ed|ably|less)?$/u, "or$1"],
  [/tre(s|d)?$/u, "ter$1"],
  [/ence(s|less)?$/u, "ense$1"],
  [/ll(ed|ing|er|ers)$/u, "l$1"],
  [/ogue(s)?$/u, "og$1"],
  [/ae/u, "e"],
  [/gramme(s)?$/u, "gram$1"],
  [/lment(s)?$/u, "llment$1"],
];

const cosine = (left: readonly number[], right: readonly number[]): number => {
  let [product, first, second] = [0, 0, 0];
  for (let index = 0; index < VECTOR_LENGTH; index += 1) {
    const [a, b] = [left[index] ?? 0, right[index] ?? 0];
    product += a * b;
    first += a * a;
    second += b * b;
  }
  return product / Math.sqrt(first * second + 1e-9);
};

/** The American spelling of a word, where there is one that means the same. */
function americanOf(word: string, ranks: ReadonlyMap<string, number>, { vectorOf }: WordVectors): string | undefined {
  if (word.length < 5) return undefined;
  for (const [british, american] of AMERICAN) {
    const other = word.replace(british, american);
    if (other !== word && ranks.has(other) && cosine(vectorOf(word), vectorOf(other)) > ALIKE) return other;
  }
  return undefined;
}

const FORMS: readonly (readonly [UnitClass, (lemma: string) => readonly string[]])[] = [
  ["noun", (lemma) => [lemma]],
  ["plural", (lemma) => [inflect(lemma, "plural")]],
  ["verb", (lemma) => [lemma]],
  ["third-person", (lemma) => [inflect(lemma, "third-person")]],
  ["gerund", (lemma) => [inflect(lemma, "gerund")]],
  ["past", (lemma) => [inflect(lemma, "past"), inflect(lemma, "participle")]],
  ["adjective", (lemma) => [lemma]],
];
const usesOf = (unitClass: UnitClass): number =>
  unitClass === "adjective" ? 2 : unitClass === "noun" || unitClass === "plural" ? 0 : 1;
const NO_UNITS = new Set(
  `be have do can will may must shall might could would should need dare ought an as at by he her his i in it its me my no or so us we
am are is was were been being has had having does did done doing the this that these those they them there then than thus yes not and but if of off on out over
to too up who whom whose which what when where why how all any both each every many more most much other some such only own same very one two three four five
six seven eight nine ten hundred million billion said say says saying`.split(/\s+/u),
);

/** A form of a lexicon's word: what it is used as, and of which lemma. */
interface Form {
  readonly spelling: string;
  readonly lemma: string;
  readonly unitClass: UnitClass;
  readonly common: boolean;
}

function formsOf(lists: WordLists): readonly Form[] {
  const lemmas = [lists.nouns, lists.verbs, lists.adjectives];
  return FORMS.flatMap(([unitClass, forms]) =>
    (lemmas[usesOf(unitClass)] ?? []).flatMap(({ lemma, common }) =>
      [...new Set(forms(lemma))]
        .filter((spelling) => !NO_UNITS.has(spelling))
        .map((spelling) => ({ spelling, lemma, unitClass, common })),
    ),
  );
}

/** The parts of a table that say which words there are. */
export type Words = Pick<
  Table,
  | "spellingBytes"
  | "spellingStarts"
  | "spellingWords"
  | "spellingSlots"
  | "vectors"
  | "vectorScales"
  | "rarity"
  | "backoff"
  | "frames"
  | "unitWords"
  | "unitClasses"
  | "unitLemmas"
  | "unitsOfWords"
>;

const tenths = (value: number): number => Math.max(0, Math.min(255, Math.round(value * 10)));

/** A word's vector in bytes, brought to the common length, and its scale. */
function quantise(vector: readonly number[], out: Int8Array, start: number): number {
  const length = Math.sqrt(vector.slice(0, VECTOR_LENGTH).reduce((sum, value) => sum + value * value, 0));
  const factor = length === 0 ? 0 : VECTOR_NORM / length;
  const highest = vector
    .slice(0, VECTOR_LENGTH)
    .reduce((most, value) => Math.max(most, Math.abs(value * factor)), 1e-6);
  for (let index = 0; index < VECTOR_LENGTH; index += 1)
    out[start + index] = Math.round((((vector[index] ?? 0) * factor) / highest) * 127);
  return highest / 127;
}

/** How rare a word of a rank is, after Zipf's law, in nats. */
const zipf = (rank: number): number => -Math.log(0.08 / (rank + 1));

interface Spelt {
  readonly spelling: string;
  readonly word: string;
}

function chooseSpellings(vectors: WordVectors, forms: readonly Form[]): readonly Spelt[] {
  const formSpellings = new Set(forms.map(({ spelling }) => spelling));
  const chosen = vectors.words
    .slice(0, LAST_RANK)
    .filter((word, rank) => (rank < MOST_WORDS && CHOSEN.test(word)) || formSpellings.has(word));
  const ranks = new Map(chosen.map((word, rank) => [word, rank]));
  return chosen.map((spelling) => ({ spelling, word: americanOf(spelling, ranks, vectors) ?? spelling }));
}

function unitsFrom(
  forms: readonly Form[],
  numbers: ReadonlyMap<string, number>,
): Pick<Words, "unitWords" | "unitClasses" | "unitLemmas" | "unitsOfWords"> {
  const wordCount = Math.max(...numbers.values()) + 1;
  const unitsOfWords = new Uint16Array(wordCount * USE_COUNT);
  const [unitWords, unitClasses, unitLemmas] = [[0], [0], [0]];
  const hasCommon = new Set(forms.filter(({ common }) => common).map(({ spelling }) => spelling));
  for (const { spelling, lemma, unitClass, common } of forms) {
    const word = numbers.get(spelling);
    const place = (word ?? 0) * USE_COUNT + usesOf(unitClass);
    if (word === undefined || unitsOfWords[place] !== 0 || (!common && hasCommon.has(spelling))) continue;
    unitsOfWords[place] = unitWords.length;
    unitWords.push(word);
    unitClasses.push(UNIT_CLASSES.indexOf(unitClass));
    unitLemmas.push(numbers.get(lemma) ?? word);
  }
  return {
    unitWords: Uint16Array.from(unitWords),
    unitClasses: Uint8Array.from(unitClasses),
    unitLemmas: Uint16Array.from(unitLemmas),
    unitsOfWords,
  };
}

/** Chooses the words of a table and brings together what is known of each by itself. */
export function wordsFrom(vectors: WordVectors, lists: WordLists, model: LanguageModel | undefined): Words {
  const forms = formsOf(lists);
  const spelt = [{ spelling: NUMBER_SPELLING, word: NUMBER_SPELLING }, ...chooseSpellings(vectors, forms)];
  const numbers = new Map<string, number>();
  for (const { spelling, word } of spelt) if (spelling === word) numbers.set(word, numbers.size + 1);
  for (const { spelling, word } of spelt) numbers.set(spelling, numbers.get(word) ?? 0);
  const wordCount = Math.max(...numbers.values()) + 1;
  const rows = new Int8Array(wordCount * VECTOR_LENGTH);
  const vectorScales = new Float32Array(wordCount);
  const rarity = new Uint8Array(wordCount).fill(140);
  const backoff = new Uint8Array(wordCount);
  const frames = new Uint8Array(wordCount);
  const ranks = new Map(vectors.words.slice(0, LAST_RANK).map((word, rank) => [word, rank]));
  const inModel = new Map(model?.words.map((word, index) => [word, index]));
  for (const { spelling, word } of spelt) {
    const number = numbers.get(spelling) ?? 0;
    if (spelling !== word) continue;
    vectorScales[number] = quantise(
      vectors.vectorOf(spelling === NUMBER_SPELLING ? "20" : spelling),
      rows,
      number * VECTOR_LENGTH,
    );
    const place = inModel.get(spelling);
    const byRank = zipf(ranks.get(spelling) ?? 200);
    const byModel = -(model?.probability[place ?? 0] ?? 0);
    rarity[number] = tenths(place === undefined ? byRank : (byRank + byModel) / 2);
    backoff[number] = place === undefined ? 0 : tenths(-(model?.backoff[place] ?? 0));
    frames[number] = lists.frames.get(spelling) ?? 0;
  }
  return {
    ...spellingSections(
      spelt.map(({ spelling }) => spelling),
      spelt.map(({ spelling }) => numbers.get(spelling) ?? 0),
    ),
    vectors: rows,
    vectorScales,
    rarity,
    backoff,
    frames,
    ...unitsFrom(forms, numbers),
  };
}
