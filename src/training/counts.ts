import { linksOf, markersOf } from "../plausibility/features.ts";
import { type Pair, RELATIONS } from "../plausibility/pairs.ts";
import { NUM, PROPN } from "../plausibility/reading.ts";
import type { Table } from "../plausibility/table.ts";
import { unitOf } from "../plausibility/units.ts";
import { wordNumber } from "../plausibility/vocabulary.ts";
import { type Corpus, isHeldOut } from "./corpus.ts";
import type { LanguageModel } from "./language-model.ts";

/** Counts of pairs and of their words, by relation. */
interface Tally {
  readonly pairs: Map<number, number>;
  readonly firsts: Float64Array;
  readonly seconds: Float64Array;
  total: number;
}

const SHIFT = 65_536;

const tally = (wordCount: number): Tally => ({
  pairs: new Map(),
  firsts: new Float64Array(wordCount),
  seconds: new Float64Array(wordCount),
  total: 0,
});

function add(counts: Tally, first: number, second: number): void {
  const key = first * SHIFT + second;
  counts.pairs.set(key, (counts.pairs.get(key) ?? 0) + 1);
  counts.firsts[first] = (counts.firsts[first] ?? 0) + 1;
  counts.seconds[second] = (counts.seconds[second] ?? 0) + 1;
  counts.total += 1;
}

/** How much each relation's pairs must be seen to be kept. */
const FEWEST: readonly number[] = [2, 1, 1, 1, 1, 1, 1];
const LOWEST_VALUE = 0.2;

function pairsOf(relation: number, { pairs, firsts, seconds, total }: Tally): readonly Pair[] {
  const kept: Pair[] = [];
  for (const [key, count] of pairs) {
    if (count < (FEWEST[relation] ?? 1)) continue;
    const [first, second] = [Math.floor(key / SHIFT), key % SHIFT];
    const chance = ((firsts[first] ?? 0) * (seconds[second] ?? 0)) / total;
    kept.push({ relation, first, second, value: Math.log((count + 0.3) / (chance + 0.3)) });
  }
  return kept;
}

/** The pairs of a language model of which one word can be judged and which are likelier than chance. */
function modelPairs(table: Table, model: LanguageModel): readonly Pair[] {
  const numbers = Uint16Array.from(model.words, (word) => wordNumber(table, word));
  const pairs: Pair[] = [];
  const isUnit = (word: number): boolean => [0, 1, 2].some((use) => (table.unitsOfWords[word * 3 + use] ?? 0) !== 0);
  model.eachPair((before, after, probability) => {
    const [first = 0, second = 0] = [numbers[before], numbers[after]];
    if (first === 0 || second === 0 || !(isUnit(first) || isUnit(second))) return;
    const value = probability - (model.probability[after] ?? 0);
    if (value > LOWEST_VALUE) pairs.push({ relation: 0, first, second, value });
  });
  return pairs;
}

/** Counts what stands together in a corpus, in all but the held-out sentences. */
export function countPairs(
  table: Table,
  corpus: Corpus,
  model: LanguageModel | undefined,
  most: number,
): readonly Pair[] {
  const wordCount = table.vectorScales.length;
  const counts = RELATIONS.map(() => tally(wordCount));
  const markers = markersOf(table);
  for (let sentence = 0; sentence < corpus.sentenceCount; sentence += 1) {
    if (isHeldOut(sentence)) continue;
    const row = corpus.row(sentence);
    const own = linksOf(table, row, markers);
    for (let at = 0; at < row.length; at += 1) {
      const word = row.words[at] ?? 0;
      const next = row.words[at + 1] ?? 0;
      if (word !== 0 && next !== 0) {
        const isOpen = [at, at + 1].some((place) => unitOf(table, row.words[place] ?? 0, row.tags[place] ?? 0) !== 0);
        const counted = counts[0];
        if (isOpen && counted !== undefined) add(counted, word, next);
      }
      for (const { relation, first, second } of own[at] ?? []) {
        const [tag, other] = [row.tags[first], row.tags[second]];
        const [a, b] = [row.lemmas[first] ?? 0, row.lemmas[second] ?? 0];
        const counted = counts[relation];
        if (
          first === at &&
          a !== 0 &&
          b !== 0 &&
          tag !== PROPN &&
          other !== PROPN &&
          other !== NUM &&
          counted !== undefined
        )
          add(counted, a, b);
      }
    }
  }
  const relations = counts.slice(1).flatMap((each, index) => pairsOf(index + 1, each));
  const bigrams = counts[0] === undefined ? [] : pairsOf(0, counts[0]);
  const all = [...(model === undefined ? [] : modelPairs(table, model)), ...bigrams, ...relations];
  return all.length <= most ? all : [...all].sort((a, b) => b.value - a.value).slice(0, most);
}

/** How often each unit occurs in a corpus, in all but the held-out sentences. */
export function countUnits(table: Table, corpus: Corpus): Float64Array {
  const counts = new Float64Array(table.unitWords.length);
  for (let sentence = 0; sentence < corpus.sentenceCount; sentence += 1)
    if (!isHeldOut(sentence))
      for (const unit of corpus.unitsIn(sentence)) if (unit !== 0) counts[unit] = (counts[unit] ?? 0) + 1;
  return counts;
}

/** Of each unit, how rare it is within its class, in nats: by the corpus and, for what it hardly has, by the word's own rarity. */
export function unitRarityOf(table: Table, counts: Float64Array): Float64Array {
  const totals = new Float64Array(16);
  const weights = counts.map((count, unit) => {
    const word = table.unitWords[unit] ?? 0;
    const uses = [0, 1, 2].map((use) => table.unitsOfWords[word * 3 + use] ?? 0).filter((each) => each !== 0);
    const all = uses.reduce((sum, each) => sum + (counts[each] ?? 0), 0);
    const share = (count + 0.2) / (all + 0.2 * uses.length);
    return unit === 0 ? 0 : count + 0.1 + 1e6 * share * Math.exp(-(table.rarity[word] ?? 0) / 10);
  });
  for (const [unit, weight] of weights.entries())
    totals[table.unitClasses[unit] ?? 0] = (totals[table.unitClasses[unit] ?? 0] ?? 0) + weight;
  return weights.map((weight, unit) => -Math.log(weight / (totals[table.unitClasses[unit] ?? 0] ?? 1)));
}
