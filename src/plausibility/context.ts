import { type Kernels, type Matrix, openKernels } from "./kernels.ts";
import type { Row } from "./reading.ts";
import type { Table } from "./table.ts";

/** How many numbers a word's vector has. */
export const VECTOR_LENGTH = 100;
/** How many words are read on each side. */
const REACH = 5;
/** The places of a word's surroundings: the words on both sides, and the sentence as a whole. */
export const CONTEXT_LENGTH = (2 * REACH + 1) * VECTOR_LENGTH;
/** How many units stand for all of a class. */
export const SAMPLE_LENGTH = 256;

const COMMON_RARITY = 65;
const FULL_RARITY = 100;

/** How much a word says of what a sentence is about: nothing for function words, more the rarer it is. */
export function topicWeight({ rarity }: Pick<Table, "rarity">, word: number): number {
  const value = word === 0 ? 0 : (rarity[word] ?? 0);
  return Math.max(0, Math.min(FULL_RARITY, value) - COMMON_RARITY) / (FULL_RARITY - COMMON_RARITY);
}

type Vectors = Pick<Table, "vectors" | "vectorScales" | "rarity">;

/** Adds a word's vector, times a weight, to `out` from `start`. */
export function addVector(
  { vectors, vectorScales }: Vectors,
  word: number,
  weight: number,
  out: Float32Array,
  start: number,
): void {
  const factor = weight * (vectorScales[word] ?? 0);
  const from = word * VECTOR_LENGTH;
  for (let index = 0; index < VECTOR_LENGTH; index += 1)
    out[start + index] = (out[start + index] ?? 0) + factor * (vectors[from + index] ?? 0);
}

/** The sum of what a sentence's words are about, by weight. */
export function topicOf(table: Vectors, { words, length }: Row): Float32Array {
  const sum = new Float32Array(VECTOR_LENGTH);
  for (let index = 0; index < length; index += 1) {
    const weight = topicWeight(table, words[index] ?? 0);
    if (weight > 0) addVector(table, words[index] ?? 0, weight, sum, 0);
  }
  return sum;
}

const lengthOf = (values: Float32Array, start: number): number => {
  let sum = 0;
  for (let index = start; index < start + VECTOR_LENGTH; index += 1) sum += (values[index] ?? 0) ** 2;
  return Math.sqrt(sum);
};

/** Writes the surroundings of the token at `at` into `out` from `start`; `topic` is the sentence's. */
export function fillContext(
  table: Vectors,
  row: Row,
  at: number,
  topic: Float32Array,
  out: Float32Array,
  start: number,
): void {
  out.fill(0, start, start + CONTEXT_LENGTH);
  for (let distance = 1; distance <= REACH; distance += 1) {
    const [before, after] = [at - distance, at + distance];
    if (before >= 0) addVector(table, row.words[before] ?? 0, 1, out, start + (distance - 1) * VECTOR_LENGTH);
    if (after < row.length)
      addVector(table, row.words[after] ?? 0, 1, out, start + (REACH + distance - 1) * VECTOR_LENGTH);
  }
  const last = start + 2 * REACH * VECTOR_LENGTH;
  for (let index = 0; index < VECTOR_LENGTH; index += 1) out[last + index] = topic[index] ?? 0;
  const own = row.words[at] ?? 0;
  addVector(table, own, -topicWeight(table, own), out, last);
  const length = lengthOf(out, last);
  if (length === 0) return;
  for (let index = last; index < last + VECTOR_LENGTH; index += 1)
    out[index] = ((out[index] ?? 0) * VECTOR_NORM) / length;
}

/** The length all vectors are brought to. */
export const VECTOR_NORM = 4;

/** What the surroundings say of the words that could stand there. */
export interface ContextModel {
  /** The outlook of a place: a vector whose product with a unit's is the unit's score. */
  readonly look: (row: Row, at: number, topic: Float32Array) => void;
  /** The score of a unit at the place looked at last. */
  readonly score: (unit: number) => number;
  /** Of the units that stand for a class: fills in their scores and gives the logarithm of the sum of all of the class. */
  readonly scoreClass: (unitClass: number, scores: Float32Array) => number;
}

function dequantised(
  kernels: Kernels,
  rowCount: number,
  width: number,
  values: Int8Array,
  scales: Float32Array,
): Matrix {
  const matrix = kernels.matrix(rowCount, width);
  for (let row = 0; row < rowCount; row += 1)
    for (let index = row * width; index < (row + 1) * width; index += 1)
      matrix.values[index] = (values[index] ?? 0) * (scales[row] ?? 0);
  return matrix;
}

function sampleMatrices(
  kernels: Kernels,
  { samples, outputs, outputScales }: Table,
  classCount: number,
): readonly Matrix[] {
  return Array.from({ length: classCount }, (_, unitClass) => {
    const matrix = kernels.matrix(SAMPLE_LENGTH, VECTOR_LENGTH);
    for (let place = 0; place < SAMPLE_LENGTH; place += 1) {
      const unit = samples[unitClass * SAMPLE_LENGTH + place] ?? 0;
      for (let index = 0; index < VECTOR_LENGTH; index += 1)
        matrix.values[place * VECTOR_LENGTH + index] =
          (outputs[unit * VECTOR_LENGTH + index] ?? 0) * (outputScales[unit] ?? 0);
    }
    return matrix;
  });
}

/** The context model of a table, ready to look. */
export function openContextModel(table: Table): ContextModel {
  const classCount = table.samples.length / SAMPLE_LENGTH;
  const hiddenLength = table.hiddenBiases.length;
  const kernels = openKernels(
    hiddenLength * (CONTEXT_LENGTH + VECTOR_LENGTH + 1) +
      CONTEXT_LENGTH +
      SAMPLE_LENGTH * (classCount * VECTOR_LENGTH + 1) +
      10_000,
  );
  const context = kernels.matrix(1, CONTEXT_LENGTH);
  const hidden = kernels.matrix(1, hiddenLength);
  const outlook = kernels.matrix(1, VECTOR_LENGTH);
  const classScores = kernels.matrix(1, SAMPLE_LENGTH);
  const first = dequantised(kernels, hiddenLength, CONTEXT_LENGTH, table.hidden, table.hiddenScales);
  const second = kernels.matrix(VECTOR_LENGTH, hiddenLength);
  second.values.set(table.projection);
  const samples = sampleMatrices(kernels, table, classCount);
  const { outputs, outputScales, biases, hiddenBiases, projectionBiases, sampleWeights } = table;
  return {
    look(row, at, topic) {
      fillContext(table, row, at, topic, context.values, 0);
      kernels.products(context, 1, first, hiddenLength, hidden);
      for (let index = 0; index < hiddenLength; index += 1)
        hidden.values[index] = Math.max(0, (hidden.values[index] ?? 0) + (hiddenBiases[index] ?? 0));
      kernels.products(hidden, 1, second, VECTOR_LENGTH, outlook);
      for (let index = 0; index < VECTOR_LENGTH; index += 1)
        outlook.values[index] = (outlook.values[index] ?? 0) + (projectionBiases[index] ?? 0);
    },
    score(unit) {
      let sum = 0;
      for (let index = 0; index < VECTOR_LENGTH; index += 1)
        sum += (outputs[unit * VECTOR_LENGTH + index] ?? 0) * (outlook.values[index] ?? 0);
      return sum * (outputScales[unit] ?? 0) + (biases[unit] ?? 0);
    },
    scoreClass(unitClass, scores) {
      const matrix = samples[unitClass];
      if (matrix === undefined) return 0;
      kernels.products(outlook, 1, matrix, SAMPLE_LENGTH, classScores);
      let highest = Number.NEGATIVE_INFINITY;
      for (let place = 0; place < SAMPLE_LENGTH; place += 1) {
        const unit = table.samples[unitClass * SAMPLE_LENGTH + place] ?? 0;
        const score = (classScores.values[place] ?? 0) + (biases[unit] ?? 0);
        scores[place] = score;
        highest = Math.max(highest, score + (sampleWeights[unitClass * SAMPLE_LENGTH + place] ?? 0));
      }
      let sum = 0;
      for (let place = 0; place < SAMPLE_LENGTH; place += 1)
        sum += Math.exp((scores[place] ?? 0) + (sampleWeights[unitClass * SAMPLE_LENGTH + place] ?? 0) - highest);
      return highest + Math.log(sum);
    },
  };
}
