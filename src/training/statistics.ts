import { CONTEXT_LENGTH, SAMPLE_LENGTH, VECTOR_LENGTH } from "../plausibility/context.ts";
import { pairSections } from "../plausibility/pairs.ts";
import type { Table } from "../plausibility/table.ts";
import { UNIT_CLASSES } from "../plausibility/units.ts";
import type { Corpus } from "./corpus.ts";
import { countPairs, countUnits, unitRarityOf } from "./counts.ts";
import type { LanguageModel } from "./language-model.ts";
import { type Network, type NetworkPlan, trainNetwork } from "./network.ts";
import type { Random } from "./random.ts";
import type { Words } from "./vocabulary.ts";

const HIGHEST = 127;

interface Scaled {
  readonly bytes: Int8Array<ArrayBuffer>;
  readonly scales: Float32Array<ArrayBuffer>;
}

/** Rows of numbers as bytes, each row with its scale. */
function inBytes(values: Float32Array, width: number): Scaled {
  const bytes = new Int8Array(values.length);
  const scales = new Float32Array(values.length / width);
  for (let row = 0; row < scales.length; row += 1) {
    let highest = 1e-9;
    for (let index = row * width; index < (row + 1) * width; index += 1)
      highest = Math.max(highest, Math.abs(values[index] ?? 0));
    scales[row] = highest / HIGHEST;
    for (let index = row * width; index < (row + 1) * width; index += 1)
      bytes[index] = Math.round(((values[index] ?? 0) / highest) * HIGHEST);
  }
  return { bytes, scales };
}

/** Draws the units that stand for each class: half of them its most frequent, the others at random; each stands for its share. */
function sampleUnits(table: Table, unitRarity: Float64Array, random: Random): Pick<Table, "samples" | "sampleWeights"> {
  const samples = new Uint16Array(UNIT_CLASSES.length * SAMPLE_LENGTH);
  const sampleWeights = new Float32Array(samples.length).fill(-30);
  for (let unitClass = 0; unitClass < UNIT_CLASSES.length; unitClass += 1) {
    const members = [...table.unitClasses.keys()]
      .filter((unit) => unit > 0 && table.unitClasses[unit] === unitClass)
      .sort((a, b) => (unitRarity[a] ?? 0) - (unitRarity[b] ?? 0) || a - b);
    const certain = Math.min(members.length, SAMPLE_LENGTH / 2);
    const others = members.slice(certain);
    const stride = others.length / (SAMPLE_LENGTH - certain);
    for (let place = 0; place < Math.min(SAMPLE_LENGTH, members.length); place += 1) {
      const isCertain = place < certain || stride < 1;
      const unit = isCertain ? members[place] : others[Math.floor((place - certain + random()) * stride)];
      samples[unitClass * SAMPLE_LENGTH + place] = unit ?? 0;
      sampleWeights[unitClass * SAMPLE_LENGTH + place] = isCertain ? 0 : Math.log(stride);
    }
  }
  return { samples, sampleWeights };
}

function networkSections(
  network: Network,
): Pick<
  Table,
  "hidden" | "hiddenScales" | "hiddenBiases" | "projection" | "projectionBiases" | "outputs" | "outputScales" | "biases"
> {
  const hidden = inBytes(network.first.values, CONTEXT_LENGTH);
  const outputs = inBytes(network.outputs, VECTOR_LENGTH);
  return {
    hidden: hidden.bytes,
    hiddenScales: hidden.scales,
    hiddenBiases: Float32Array.from(network.firstBiases),
    projection: Float32Array.from(network.second.values.subarray(0, VECTOR_LENGTH * network.firstBiases.length)),
    projectionBiases: Float32Array.from(network.secondBiases.subarray(0, VECTOR_LENGTH)),
    outputs: outputs.bytes,
    outputScales: outputs.scales,
    biases: Float32Array.from(network.biases),
  };
}

const nothing = new Float32Array(0);

/** A table of words alone: nothing counted, nothing learnt. */
export const blankTable = (words: Words, seed: number, provenance: readonly string[]): Table => ({
  header: { seed, provenance, cleanRate: { perThousand: 0, wordCount: 0 } },
  ...words,
  unitRarity: new Uint8Array(words.unitWords.length),
  outputs: new Int8Array(0),
  outputScales: nothing,
  biases: nothing,
  samples: new Uint16Array(0),
  sampleWeights: nothing,
  hidden: new Int8Array(0),
  hiddenScales: nothing,
  hiddenBiases: nothing,
  projection: nothing,
  projectionBiases: nothing,
  pairMarks: new Uint16Array(8),
  pairValues: new Int8Array(8),
  glanceWeights: nothing,
  doubtWeights: nothing,
  verdictWeights: nothing,
  calibration: nothing,
});

/** Pairs that a table has room for. */
const MOST_PAIRS = 1_700_000;

/** Counts what stands together in a corpus. */
export function withCounts(table: Table, corpus: Corpus, model: LanguageModel | undefined): Table {
  const rarity = unitRarityOf(table, countUnits(table, corpus));
  return {
    ...table,
    ...pairSections(countPairs(table, corpus, model, MOST_PAIRS)),
    unitRarity: Uint8Array.from(rarity, (each) => Math.min(255, Math.round(each * 10))),
  };
}

/** Trains the context model on a corpus. */
export function withContextModel(table: Table, corpus: Corpus, plan: NetworkPlan): Table {
  const rarity = unitRarityOf(table, countUnits(table, corpus));
  const network = trainNetwork(table, corpus, rarity, plan);
  return { ...table, ...networkSections(network), ...sampleUnits(table, rarity, plan.random) };
}
