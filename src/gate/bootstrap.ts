import type { BootstrapUnit, Significance } from "../core/comparison.ts";

/** A document or segment in both versions: penalty points and words. */
export interface Unit {
  readonly oldPoints: number;
  readonly oldWords: number;
  readonly newPoints: number;
  readonly newWords: number;
}

/** With fewer units than this, resampling says nothing. */
export const NEEDED_UNIT_COUNT = 20;

/** Numbers from 0 up to 1 that look like chance and are always the same. Source: mulberry32, T. Ettinger, public domain. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const perThousand = (points: number, words: number): number => (words === 0 ? 0 : (1000 * points) / words);

/** The difference in penalty points per 1,000 words: above 0, the new version is worse. */
export function differenceOf(units: Iterable<Unit>): number {
  let [oldPoints, oldWords, newPoints, newWords] = [0, 0, 0, 0];
  for (const unit of units) {
    oldPoints += unit.oldPoints;
    oldWords += unit.oldWords;
    newPoints += unit.newPoints;
    newWords += unit.newWords;
  }
  return perThousand(newPoints, newWords) - perThousand(oldPoints, oldWords);
}

function* resampled(units: readonly Unit[], random: () => number): Generator<Unit> {
  for (let count = 0; count < units.length; count += 1) {
    const unit = units[Math.floor(random() * units.length)];
    if (unit !== undefined) yield unit;
  }
}

/** How samples are drawn. */
export interface Sampling {
  readonly unit: BootstrapUnit;
  readonly sampleCount: number;
  readonly seed: number;
}

/** Whether a difference may be chance: the text is drawn anew from its own units, again and again. */
export function bootstrap(units: readonly Unit[], { unit, sampleCount, seed }: Sampling): Significance {
  const unitCount = units.length;
  if (unitCount < NEEDED_UNIT_COUNT) return { kind: "too-few", unit, unitCount, neededUnitCount: NEEDED_UNIT_COUNT };
  const random = generator(seed);
  const differences = Array.from({ length: sampleCount }, () => differenceOf(resampled(units, random)));
  differences.sort((a, b) => a - b);
  const at = (share: number): number => differences[Math.round(share * (sampleCount - 1))] ?? 0;
  const notWorse = differences.filter((difference) => difference <= 0).length;
  const notBetter = differences.filter((difference) => difference >= 0).length;
  // The text as it is counts as one more sample: no finite number of samples proves a chance of zero.
  const pValue = Math.min(1, (2 * (Math.min(notWorse, notBetter) + 1)) / (sampleCount + 1));
  return { kind: "tested", unit, unitCount, sampleCount, seed, low: at(0.025), high: at(0.975), pValue };
}
