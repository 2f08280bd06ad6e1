/** Numbers the features that are seen often enough, by their hashes. */
export interface FeatureIndex {
  readonly size: number;
  readonly count: (key: number) => void;
  /** The number of a feature, or -1. */
  readonly numberOf: (key: number) => number;
  readonly keyOf: (feature: number) => number;
  /** From now on all others have no number. */
  readonly keepOnly: (features: ReadonlySet<number>) => void;
}

const MOST_BITS = 23;
const [FEWEST_BITS, SKETCH_BITS] = [12, 2];
const HIGHEST = 255;
const FULL = 0.9;

/** An index for a corpus of so many features, each counted as often as it occurs. What is rare is counted by a sketch only. */
export function featureIndex(total: number, fewest: number): FeatureIndex {
  const bits = Math.min(MOST_BITS, Math.max(FEWEST_BITS, Math.ceil(Math.log2(total + 1))));
  const size = 2 ** bits;
  const sketch = new Uint8Array(size << SKETCH_BITS);
  const keys = new Uint32Array(size);
  const taken = new Uint8Array(size);
  let [takenCount, isClosed] = [0, false];
  return {
    size,
    count(key) {
      const at = key & (sketch.length - 1);
      if ((sketch[at] ?? 0) < HIGHEST) sketch[at] = (sketch[at] ?? 0) + 1;
    },
    numberOf(key) {
      if ((sketch[key & (sketch.length - 1)] ?? 0) < fewest) return -1;
      let slot = key & (size - 1);
      while (taken[slot] === 1 && keys[slot] !== key) slot = (slot + 1) & (size - 1);
      if (taken[slot] === 1 || isClosed || takenCount > size * FULL) return taken[slot] === 1 ? slot : -1;
      taken[slot] = 1;
      keys[slot] = key;
      takenCount += 1;
      return slot;
    },
    keyOf: (feature) => keys[feature] ?? 0,
    keepOnly(features) {
      isClosed = true;
      // A removed key stays in its slot as a stone that is stepped over: probing must not end there.
      for (let slot = 0; slot < size; slot += 1) if (!features.has(slot)) keys[slot] = taken[slot] === 1 ? GONE : 0;
    },
  };
}

const GONE = 0xffffffff;
