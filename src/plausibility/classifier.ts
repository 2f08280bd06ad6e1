/** How many inner values a classifier has. */
export const INNER_COUNT = 24;

/** How many numbers describe a classifier of so many features: means, scales, inner weights and biases, outer weights and bias. */
export const classifierLength = (featureCount: number): number =>
  2 * featureCount + INNER_COUNT * (featureCount + 1) + INNER_COUNT + 1;

/** The outcome of a small network over features: the logarithm of the odds that a word is wrong. */
export function classify(weights: Float32Array, features: Float32Array, featureCount: number): number {
  const inner = 2 * featureCount;
  const outer = inner + INNER_COUNT * (featureCount + 1);
  let outcome = weights[outer + INNER_COUNT] ?? 0;
  for (let unit = 0; unit < INNER_COUNT; unit += 1) {
    const from = inner + unit * (featureCount + 1);
    let sum = weights[from + featureCount] ?? 0;
    for (let index = 0; index < featureCount; index += 1)
      sum +=
        (weights[from + index] ?? 0) *
        ((features[index] ?? 0) - (weights[index] ?? 0)) *
        (weights[featureCount + index] ?? 0);
    outcome += (weights[outer + unit] ?? 0) * Math.tanh(sum);
  }
  return outcome;
}
