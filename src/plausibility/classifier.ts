/** How many inner values a classifier has. */
export const INNER_COUNT = 24;

/** How many numbers describe a classifier of so many features: means, scales, inner weights and biases, outer weights and bias. */
export const classifierLength = (featureCount: number): number =>
  2 * featureCount + INNER_COUNT * (featureCount + 1) + INNER_COUNT + 1;

const STEPS = 512;
const END = 8;
/** The hyperbolic tangent at steps from 0 to `END`, and the one after. */
const TANGENTS = Float64Array.from({ length: END * STEPS + 2 }, (_, index) => Math.tanh(index / STEPS));

/** The hyperbolic tangent, right to six places. */
function tangent(value: number): number {
  const size = Math.abs(value) * STEPS;
  if (size >= END * STEPS) return value < 0 ? -1 : 1;
  const step = Math.floor(size);
  const low = TANGENTS[step] ?? 0;
  const found = low + (size - step) * ((TANGENTS[step + 1] ?? 0) - low);
  return value < 0 ? -found : found;
}

/** A small network over features: the logarithm of the odds that a word is wrong. */
export type Classifier = (features: Float32Array) => number;

/** A classifier of so many features, its weights laid out by feature so that features of 0 cost nothing. */
export function openClassifier(weights: Float32Array, featureCount: number): Classifier {
  const inner = 2 * featureCount;
  const outer = weights.subarray(inner + INNER_COUNT * (featureCount + 1));
  const columns = new Float64Array(featureCount * INNER_COUNT);
  const start = new Float64Array(INNER_COUNT);
  for (let unit = 0; unit < INNER_COUNT; unit += 1) {
    const from = inner + unit * (featureCount + 1);
    start[unit] = weights[from + featureCount] ?? 0;
    for (let index = 0; index < featureCount; index += 1) {
      const weight = (weights[from + index] ?? 0) * (weights[featureCount + index] ?? 0);
      columns[index * INNER_COUNT + unit] = weight;
      start[unit] = (start[unit] ?? 0) - weight * (weights[index] ?? 0);
    }
  }
  const sums = new Float64Array(INNER_COUNT);
  return (features) => {
    sums.set(start);
    for (let index = 0; index < featureCount; index += 1) {
      const value = features[index] ?? 0;
      if (value === 0) continue;
      const from = index * INNER_COUNT;
      for (let unit = 0; unit < INNER_COUNT; unit += 1)
        sums[unit] = (sums[unit] ?? 0) + value * (columns[from + unit] ?? 0);
    }
    let outcome = outer[INNER_COUNT] ?? 0;
    for (let unit = 0; unit < INNER_COUNT; unit += 1) outcome += (outer[unit] ?? 0) * tangent(sums[unit] ?? 0);
    return outcome;
  };
}
