import { type Grammar, SLIPS, WEIGHT_PARTS } from "../plausibility/grammar.ts";
import { FEATURE_COUNT, glance, readOn } from "../plausibility/slip-features.ts";
import { rowOf } from "../plausibility/symbols.ts";
import { isHeldOut } from "./corpus.ts";
import { featureIndex } from "./feature-index.ts";
import { type Random, shuffle } from "./random.ts";
import { type Piece, type Spoilt, UNSURE } from "./slip-corruption.ts";

/** How weights are learnt. */
export interface LearningPlan {
  readonly random: Random;
  /** A sentence as it is or with slips. */
  readonly draw: (sentence: readonly Piece[], random: Random) => Spoilt;
  readonly passes: number;
  readonly featureCount: number;
  readonly tell: (line: string) => void;
}

const KINDS = SLIPS.length;
const FEWEST_SEEN = 6;
const FIRST_RATE = 0.25;
const RATE_FALL = 0.6;
const EASE = 0.3;
/** A place that is already this surely right teaches nothing. */
const SURE = 0.995;

/** Reads the features of each place of a sentence. */
function eachPlace(pieces: readonly Piece[], read: (features: Uint32Array, place: number) => void): void {
  const row = rowOf(pieces.map(({ symbol }) => symbol));
  const features = new Uint32Array(FEATURE_COUNT);
  for (let place = 0; place < row.length; place += 1) {
    glance(row, place, features);
    readOn(row, place, features);
    read(features, place);
  }
}

/** How likely each slip is, in place of the sums of weights. */
function intoChances(sums: Float64Array): void {
  const highest = sums.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  let total = 0;
  for (let kind = 0; kind < KINDS; kind += 1) {
    const value = Math.exp((sums[kind] ?? 0) - highest);
    sums[kind] = value;
    total += value;
  }
  for (let kind = 0; kind < KINDS; kind += 1) sums[kind] = (sums[kind] ?? 0) / total;
}

interface Weights {
  /** Eight to a feature. */
  readonly values: Float32Array;
  /** How much each feature has been moved. */
  readonly moved: Float32Array;
}

/** One place as a lesson: moves the weights of its features towards what is true there. Returns how surprising that was. */
function learn({ values, moved }: Weights, features: Int32Array, truth: number, rate: number): number {
  const chances = new Float64Array(KINDS);
  for (const feature of features) {
    if (feature < 0) continue;
    for (let kind = 0; kind < KINDS; kind += 1)
      chances[kind] = (chances[kind] ?? 0) + (values[feature * KINDS + kind] ?? 0);
  }
  intoChances(chances);
  const surprise = -Math.log((chances[truth] ?? 0) + 1e-9);
  if (truth === 0 && (chances[0] ?? 0) > SURE) return surprise;
  chances[truth] = (chances[truth] ?? 0) - 1;
  const push = chances.reduce((sum, value) => sum + value * value, 0);
  for (const feature of features) {
    if (feature < 0) continue;
    const path = (moved[feature] ?? 0) + push;
    moved[feature] = path;
    const step = rate / Math.sqrt(path + EASE);
    for (let kind = 0; kind < KINDS; kind += 1)
      values[feature * KINDS + kind] = (values[feature * KINDS + kind] ?? 0) - step * (chances[kind] ?? 0);
  }
  return surprise;
}

/** The features that matter most: whose weights are high and were often moved. */
function chosenFeatures({ values, moved }: Weights, count: number): readonly number[] {
  const matter = moved.map((path, feature) => {
    let highest = 0;
    for (let kind = 0; kind < KINDS; kind += 1)
      highest = Math.max(highest, Math.abs(values[feature * KINDS + kind] ?? 0));
    return highest * Math.sqrt(path);
  });
  const least = matter.slice().sort()[Math.max(0, matter.length - count - 1)] ?? 0;
  const chosen: number[] = [];
  for (let feature = 0; feature < matter.length; feature += 1) if ((matter[feature] ?? 0) > least) chosen.push(feature);
  return chosen;
}

const FILLED = 0.85;
const HIGHEST = 127;

/** The chosen features as they are filed. */
function filed(
  { values }: Weights,
  chosen: readonly number[],
  keyOf: (feature: number) => number,
): Pick<Grammar, "featureMarks" | "featureWeights"> {
  const size = Math.ceil(chosen.length / FILLED) + 1;
  const featureMarks = new Uint16Array(size);
  const featureWeights = new Int8Array(size * KINDS);
  for (const feature of chosen) {
    const key = keyOf(feature);
    const mark = (key >>> 16) | 1;
    let slot = key % size;
    while (featureMarks[slot] !== 0 && featureMarks[slot] !== mark) slot = slot + 1 === size ? 0 : slot + 1;
    if (featureMarks[slot] === mark) continue;
    featureMarks[slot] = mark;
    for (let kind = 0; kind < KINDS; kind += 1) {
      const value = Math.round((values[feature * KINDS + kind] ?? 0) * WEIGHT_PARTS);
      featureWeights[slot * KINDS + kind] = Math.max(-HIGHEST, Math.min(HIGHEST, value));
    }
  }
  return { featureMarks, featureWeights };
}

/** Learns how much each run of symbols speaks for each slip. The last pass is with the chosen features only. */
export function learnSlips(
  sentences: readonly (readonly Piece[])[],
  { random, draw, passes, featureCount, tell }: LearningPlan,
): Pick<Grammar, "featureMarks" | "featureWeights"> {
  const order = Int32Array.from(sentences.keys()).filter((sentence) => !isHeldOut(sentence));
  const index = featureIndex(sentences.reduce((sum, { length }) => sum + length, 0) * FEATURE_COUNT, FEWEST_SEEN);
  for (const sentence of order)
    for (const pieces of [sentences[sentence] ?? [], draw(sentences[sentence] ?? [], random).pieces])
      eachPlace(pieces, (features) => features.forEach(index.count));
  const weights: Weights = { values: new Float32Array(index.size * KINDS), moved: new Float32Array(index.size) };
  const numbers = new Int32Array(FEATURE_COUNT);
  let chosen: readonly number[] = [];
  for (let pass = 0; pass < passes; pass += 1) {
    if (pass === passes - 1) {
      chosen = chosenFeatures(weights, featureCount);
      index.keepOnly(new Set(chosen));
    }
    let [surprise, lessonCount] = [0, 0];
    shuffle(order, random);
    for (const sentence of order) {
      const { pieces, slips } = draw(sentences[sentence] ?? [], random);
      eachPlace(pieces, (features, place) => {
        const truth = slips[place] ?? UNSURE;
        if (truth === UNSURE) return;
        for (let at = 0; at < FEATURE_COUNT; at += 1) numbers[at] = index.numberOf(features[at] ?? 0);
        surprise += learn(weights, numbers, truth, FIRST_RATE * RATE_FALL ** pass);
        lessonCount += 1;
      });
    }
    tell(`pass ${pass + 1}: ${(surprise / lessonCount).toFixed(4)} nats a place`);
  }
  return filed(weights, chosen, index.keyOf);
}
