import { addVector, type ContextModel, SAMPLE_LENGTH, topicWeight, VECTOR_LENGTH, VECTOR_NORM } from "./context.ts";
import { pairValue } from "./pairs.ts";
import { ADJ, NOUN, PROPN, type Row, VERB } from "./reading.ts";
import { type Link, linksFrom, type Markers } from "./relations.ts";
import type { Table } from "./table.ts";
import { GERUND, UNIT_CLASSES, unitOf } from "./units.ts";
import { wordNumber } from "./vocabulary.ts";

const BIGRAM = 0;
const NEIGHBOURS = 16;
/** Expectations weaker than this are passed over. */
const LEAST_CHANCE = 0.002;

/** A sentence with its relations and what it is about, worked out once for all its words. */
export interface Scene {
  readonly row: Row;
  readonly topic: Float32Array;
  /** The relations of each token, those in which it is the second word too. */
  readonly links: readonly (readonly Link[] | undefined)[];
}

/** The words that decide over relations, as a table numbers them. */
export const markersOf = (table: Table): Markers => ({
  be: new Set(["be", "is", "are", "was", "were", "been", "being", "am"].map((word) => wordNumber(table, word))),
  of: wordNumber(table, "of"),
});

/** The relations of each token of a sentence. */
export function linksOf(table: Table, row: Row, markers: Markers): Scene["links"] {
  const links: (Link[] | undefined)[] = new Array(row.length).fill(undefined);
  for (let at = 0; at < row.length; at += 1) {
    const tag = row.tags[at] ?? 0;
    if (tag !== NOUN && tag !== VERB && tag !== ADJ) continue;
    const unit = unitOf(table, row.words[at] ?? 0, tag);
    for (const link of linksFrom(row, at, markers, table.unitClasses[unit] === GERUND))
      for (const end of [link.first, link.second]) {
        const known = links[end];
        if (known === undefined) links[end] = [link];
        else known.push(link);
      }
  }
  return links;
}

/** The value of a relation, or NaN where the pair was never seen. */
export const linkValue = (table: Table, { lemmas }: Row, { relation, first, second }: Link): number =>
  pairValue(table, relation, lemmas[first] ?? 0, lemmas[second] ?? 0);

const PAIR_NAMES = 15;
/** How many features a glance at pairs of words gives, how many need no context model, and how many there are in all. */
export const GLANCE_COUNT = PAIR_NAMES + UNIT_CLASSES.length;
export const CHEAP_COUNT = GLANCE_COUNT + 6;
export const FEATURE_COUNT = CHEAP_COUNT + 8;
/** Which feature is the logarithm of the share of words of a class that would be likelier in the place. */
export const BETTER_SHARE = CHEAP_COUNT + 2;

/** What two neighbours say: value where seen, whether seen, how surprising it is not to be seen, whether one is unknown. */
function writeBigram(table: Table, first: number, second: number, out: Float32Array, from: number): void {
  const value = first === 0 || second === 0 ? Number.NaN : pairValue(table, BIGRAM, first, second);
  const seen = !Number.isNaN(value);
  out[from] = seen ? value : 0;
  out[from + 1] = seen ? 1 : 0;
  out[from + 2] =
    seen || first === 0 || second === 0 ? 0 : 2 - ((table.rarity[second] ?? 0) + (table.rarity[first] ?? 0)) / 100;
  out[from + 3] = first === 0 || second === 0 ? 1 : 0;
}

/** What the relations of a token say: the best value, whether seen, how surprising the unseen are, how many. */
function writeLinks(table: Table, { row, links }: Scene, at: number, out: Float32Array, from: number): void {
  let [best, seen, surprise, lowest] = [0, 0, 0, 0];
  const own = links[at] ?? [];
  for (const link of own) {
    const [first, second] = [row.lemmas[link.first] ?? 0, row.lemmas[link.second] ?? 0];
    if (first === 0 || second === 0) continue;
    const value = pairValue(table, link.relation, first, second);
    if (Number.isNaN(value))
      surprise = Math.max(surprise, 2.2 - ((table.rarity[first] ?? 0) + (table.rarity[second] ?? 0)) / 100);
    else {
      best = seen === 0 ? value : Math.max(best, value);
      lowest = seen === 0 ? value : Math.min(lowest, value);
      seen += 1;
    }
  }
  out[from] = best;
  out[from + 1] = Math.min(2, seen);
  out[from + 2] = surprise;
  out[from + 3] = own.length;
  out[from + 4] = lowest;
}

const own = new Float32Array(VECTOR_LENGTH);
const rest = new Float32Array(VECTOR_LENGTH);

function product({ vectors, vectorScales }: Table, word: number): number {
  let sum = 0;
  for (let index = 0; index < VECTOR_LENGTH; index += 1)
    sum += (own[index] ?? 0) * (vectors[word * VECTOR_LENGTH + index] ?? 0);
  return sum * (vectorScales[word] ?? 0);
}

const normOf = (values: Float32Array): number => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));

/** How well a word's meaning fits the sentence: with all of it, with the nearest words and with the best of them. */
function writeTopic(
  table: Table,
  { row, topic }: Scene,
  at: number,
  word: number,
  out: Float32Array,
  from: number,
): void {
  own.fill(0);
  addVector(table, word, 1, own, 0);
  rest.set(topic);
  const there = row.words[at] ?? 0;
  addVector(table, there, -topicWeight(table, there), rest, 0);
  let whole = 0;
  for (let index = 0; index < VECTOR_LENGTH; index += 1) whole += (own[index] ?? 0) * (rest[index] ?? 0);
  let [sum, weights, best, second] = [0, 0, 0, 0];
  const [first, last] = [Math.max(0, at - NEIGHBOURS), Math.min(row.length - 1, at + NEIGHBOURS)];
  for (let index = first; index <= last; index += 1) {
    const weight = index === at ? 0 : topicWeight(table, row.words[index] ?? 0);
    if (weight === 0) continue;
    const likeness = product(table, row.words[index] ?? 0) / 16;
    const near = weight / (2 + Math.abs(index - at));
    sum += near * likeness;
    weights += near;
    if (likeness > best) [best, second] = [likeness, best];
    else if (likeness > second) second = likeness;
  }
  out[from] = whole / (4 * (normOf(rest) + 0.01));
  out[from + 1] = weights === 0 ? 0 : sum / weights;
  out[from + 2] = best;
  out[from + 3] = second;
}

/** Writes what pairs of words say of `unit` at the token. */
export function writeGlance(table: Table, scene: Scene, at: number, unit: number, out: Float32Array): void {
  const { row } = scene;
  const word = table.unitWords[unit] ?? 0;
  out.fill(0, 0, GLANCE_COUNT);
  writeBigram(table, row.words[at - 1] ?? 0, word, out, 0);
  writeBigram(table, word, row.words[at + 1] ?? 0, out, 4);
  writeLinks(table, scene, at, out, 8);
  out[13] = (table.rarity[word] ?? 0) / 10;
  out[14] = (table.unitRarity[unit] ?? 0) / 10;
  out[PAIR_NAMES + (table.unitClasses[unit] ?? 0)] = 1;
}

/** Writes, after a glance, what the sentence as a whole says of `unit` at the token. */
export function writeTheme(table: Table, scene: Scene, at: number, unit: number, out: Float32Array): void {
  const { row } = scene;
  writeTopic(table, scene, at, table.unitWords[unit] ?? 0, out, GLANCE_COUNT);
  let names = 0;
  for (let index = 0; index < row.length; index += 1)
    if (row.words[index] === 0 || row.tags[index] === PROPN) names += 1;
  out[GLANCE_COUNT + 4] = Math.log(row.length);
  out[GLANCE_COUNT + 5] = names / row.length;
}

const classScores = new Float32Array(SAMPLE_LENGTH);
const expected = new Float32Array(VECTOR_LENGTH);

/** How near a word is in meaning to what was expected in its place, and how sure the expectation was. */
function writeExpectation(
  table: Table,
  unit: number,
  unitClass: number,
  all: number,
  out: Float32Array,
  from: number,
): void {
  expected.fill(0);
  for (let place = 0; place < SAMPLE_LENGTH; place += 1) {
    const index = unitClass * SAMPLE_LENGTH + place;
    const chance = Math.exp((classScores[place] ?? 0) + (table.sampleWeights[index] ?? 0) - all);
    if (chance > LEAST_CHANCE) addVector(table, table.unitWords[table.samples[index] ?? 0] ?? 0, chance, expected, 0);
  }
  own.fill(0);
  addVector(table, table.unitWords[unit] ?? 0, 1, own, 0);
  let sum = 0;
  for (let index = 0; index < VECTOR_LENGTH; index += 1) sum += (own[index] ?? 0) * (expected[index] ?? 0);
  const length = normOf(expected);
  out[from] = sum / (VECTOR_NORM * (length + 0.01));
  out[from + 1] = length / VECTOR_NORM;
}

/** Writes the features of the context model, which must have looked at the place. */
export function writeContext(table: Table, model: ContextModel, unit: number, out: Float32Array): void {
  const unitClass = table.unitClasses[unit] ?? 0;
  const score = model.score(unit);
  const all = model.scoreClass(unitClass, classScores);
  let [better, best, total] = [0, Number.NEGATIVE_INFINITY, 0];
  for (let place = 0; place < SAMPLE_LENGTH; place += 1) {
    const weight = Math.exp(table.sampleWeights[unitClass * SAMPLE_LENGTH + place] ?? 0);
    const other = classScores[place] ?? 0;
    total += weight;
    if (other > score) better += weight;
    if (other > best) best = other;
  }
  const likelihood = score - all;
  out[CHEAP_COUNT] = likelihood;
  out[CHEAP_COUNT + 1] = likelihood + (table.unitRarity[unit] ?? 0) / 10;
  out[BETTER_SHARE] = Math.log((better + 0.5) / total);
  out[CHEAP_COUNT + 3] = best - score;
  out[CHEAP_COUNT + 4] = score - (table.biases[unit] ?? 0);
  out[CHEAP_COUNT + 5] = best - all;
  writeExpectation(table, unit, unitClass, all, out, CHEAP_COUNT + 6);
}
