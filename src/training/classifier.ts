import { classifierLength, INNER_COUNT } from "../plausibility/classifier.ts";
import { normal, type Random, shuffle } from "./random.ts";

/** Examples to learn from: their features, row by row, whether each is a wrong word (1) or right (0), and its weight. */
export interface Lessons {
  readonly width: number;
  readonly features: Float32Array;
  readonly labels: Uint8Array;
  readonly weights: Float32Array;
}

const PASSES = 14;
const RATE = 0.02;
const BATCH = 64;
const SHRINK = 2e-5;
const [SLOW, SLOWER, TINY] = [0.9, 0.999, 1e-8];

/** Learns a classifier from the first `width` features of every lesson. */
export function fitClassifier(lessons: Lessons, width: number, random: Random): Float32Array<ArrayBuffer> {
  const { features, labels, width: stride } = lessons;
  const count = labels.length;
  const weights = new Float32Array(classifierLength(width));
  for (let index = 0; index < width; index += 1) {
    let [sum, squares] = [0, 0];
    for (let row = 0; row < count; row += 1) {
      const value = features[row * stride + index] ?? 0;
      sum += value;
      squares += value * value;
    }
    const mean = sum / count;
    weights[index] = mean;
    weights[width + index] = 1 / Math.sqrt(Math.max(1e-3, squares / count - mean * mean));
  }
  const inner = 2 * width;
  const outer = inner + INNER_COUNT * (width + 1);
  for (let index = inner; index < outer; index += 1) weights[index] = (normal(random) * 0.7) / Math.sqrt(width);
  for (let index = outer; index < outer + INNER_COUNT; index += 1) weights[index] = normal(random) * 0.3;
  const order = Int32Array.from(labels, (_, index) => index);
  const slopes = new Float32Array(weights.length);
  const [means, squares] = [new Float32Array(weights.length), new Float32Array(weights.length)];
  const [values, inside] = [new Float32Array(width), new Float32Array(INNER_COUNT)];
  const learn = (row: number): void => {
    for (let index = 0; index < width; index += 1)
      values[index] = ((features[row * stride + index] ?? 0) - (weights[index] ?? 0)) * (weights[width + index] ?? 0);
    let outcome = weights[outer + INNER_COUNT] ?? 0;
    for (let unit = 0; unit < INNER_COUNT; unit += 1) {
      const from = inner + unit * (width + 1);
      let sum = weights[from + width] ?? 0;
      for (let index = 0; index < width; index += 1) sum += (weights[from + index] ?? 0) * (values[index] ?? 0);
      inside[unit] = Math.tanh(sum);
      outcome += (weights[outer + unit] ?? 0) * (inside[unit] ?? 0);
    }
    const slope = (1 / (1 + Math.exp(-outcome)) - (labels[row] ?? 0)) * (lessons.weights[row] ?? 1);
    slopes[outer + INNER_COUNT] = (slopes[outer + INNER_COUNT] ?? 0) + slope;
    for (let unit = 0; unit < INNER_COUNT; unit += 1) {
      const value = inside[unit] ?? 0;
      const back = slope * (weights[outer + unit] ?? 0) * (1 - value * value);
      slopes[outer + unit] = (slopes[outer + unit] ?? 0) + slope * value;
      const from = inner + unit * (width + 1);
      slopes[from + width] = (slopes[from + width] ?? 0) + back;
      for (let index = 0; index < width; index += 1)
        slopes[from + index] = (slopes[from + index] ?? 0) + back * (values[index] ?? 0);
    }
  };
  const stepCount = PASSES * Math.floor(count / BATCH);
  let step = 0;
  for (let pass = 0; pass < PASSES; pass += 1) {
    shuffle(order, random);
    for (let batch = 0; batch < Math.floor(count / BATCH); batch += 1) {
      slopes.fill(0);
      for (let place = 0; place < BATCH; place += 1) learn(order[batch * BATCH + place] ?? 0);
      step += 1;
      const rate = RATE * (1 - (0.98 * step) / stepCount);
      const size = (rate * Math.sqrt(1 - SLOWER ** step)) / (1 - SLOW ** step);
      for (let index = inner; index < weights.length; index += 1) {
        const slope = (slopes[index] ?? 0) / BATCH + SHRINK * (weights[index] ?? 0);
        means[index] = SLOW * (means[index] ?? 0) + (1 - SLOW) * slope;
        squares[index] = SLOWER * (squares[index] ?? 0) + (1 - SLOWER) * slope * slope;
        weights[index] = (weights[index] ?? 0) - (size * (means[index] ?? 0)) / (Math.sqrt(squares[index] ?? 0) + TINY);
      }
    }
  }
  return weights;
}
