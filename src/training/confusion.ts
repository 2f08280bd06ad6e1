import { VECTOR_LENGTH } from "../plausibility/context.ts";
import type { Table } from "../plausibility/table.ts";
import { UNIT_CLASSES } from "../plausibility/units.ts";
import { openSpelling } from "../plausibility/vocabulary.ts";
import { drawer, type Random } from "./random.ts";

/** How a word is mistaken for another of its class: it looks alike, means something near, or has nothing to do with it. */
export const MISTAKES = ["look-alike", "near", "random"] as const;
export type Mistake = (typeof MISTAKES)[number];

/** Draws a wrong unit for a right one, or 0 where there is none of this kind. */
export type Confusion = (unit: number, mistake: Mistake, random: Random) => number;

const ALIKE = 0.5;
const MOST_ALIKE = 8;
const NEAR_DRAWS = 150;
/** Words rarer than this, in tenths of nats, are nobody's mistake. */
const RAREST = 155;

const letterPairs = (word: string): readonly string[] =>
  Array.from({ length: Math.max(0, word.length - 1) }, (_, index) => word.slice(index, index + 2));

/** A way to mistake the words of a table. */
export function confusionOf(table: Table): Confusion {
  const spelling = openSpelling(table);
  const spellingOf = (unit: number): string => spelling.of(table.unitWords[unit] ?? 0);
  const members = UNIT_CLASSES.map((_, unitClass) =>
    [...table.unitClasses.keys()].filter(
      (unit) =>
        unit > 0 && table.unitClasses[unit] === unitClass && (table.rarity[table.unitWords[unit] ?? 0] ?? 0) < RAREST,
    ),
  );
  const draw = members.map((units) => drawer(units.map((unit) => Math.exp(-(table.unitRarity[unit] ?? 0) / 20))));
  const byPair = members.map((units) => {
    const index = new Map<string, number[]>();
    for (const unit of units)
      for (const pair of new Set(letterPairs(spellingOf(unit)))) {
        const known = index.get(pair);
        if (known === undefined) index.set(pair, [unit]);
        else known.push(unit);
      }
    return index;
  });
  const known = new Map<number, readonly number[]>();
  const isSame = (unit: number, other: number): boolean =>
    table.unitWords[unit] === table.unitWords[other] || table.unitLemmas[unit] === table.unitLemmas[other];
  const alike = (unit: number): readonly number[] => {
    const found = known.get(unit);
    if (found !== undefined) return found;
    const own = letterPairs(spellingOf(unit));
    const shared = new Map<number, number>();
    for (const pair of new Set(own))
      for (const other of byPair[table.unitClasses[unit] ?? 0]?.get(pair) ?? [])
        shared.set(other, (shared.get(other) ?? 0) + 1);
    const result = [...shared]
      .map(([other, count]) => ({ other, likeness: (2 * count) / (own.length + spellingOf(other).length - 1) }))
      .filter(({ other, likeness }) => likeness >= ALIKE && !isSame(unit, other))
      .sort((a, b) => b.likeness - a.likeness || a.other - b.other)
      .slice(0, MOST_ALIKE)
      .map(({ other }) => other);
    known.set(unit, result);
    return result;
  };
  const drawn = (unit: number, random: Random): number => {
    const unitClass = table.unitClasses[unit] ?? 0;
    const other = members[unitClass]?.[draw[unitClass]?.(random) ?? 0] ?? 0;
    return isSame(unit, other) ? 0 : other;
  };
  const product = (unit: number, other: number): number => {
    const [from, to] = [unit, other].map((each) => (table.unitWords[each] ?? 0) * VECTOR_LENGTH);
    let sum = 0;
    for (let index = 0; index < VECTOR_LENGTH; index += 1)
      sum += (table.vectors[(from ?? 0) + index] ?? 0) * (table.vectors[(to ?? 0) + index] ?? 0);
    return sum * (table.vectorScales[table.unitWords[other] ?? 0] ?? 0);
  };
  return (unit, mistake, random) => {
    switch (mistake) {
      case "look-alike": {
        const others = alike(unit);
        return others[Math.floor(random() * others.length)] ?? 0;
      }
      case "near": {
        let [best, highest] = [0, Number.NEGATIVE_INFINITY];
        for (let count = 0; count < NEAR_DRAWS; count += 1) {
          const other = drawn(unit, random);
          const value = other === 0 ? Number.NEGATIVE_INFINITY : product(unit, other);
          if (value > highest) [best, highest] = [other, value];
        }
        return best;
      }
      case "random":
        return drawn(unit, random);
    }
  };
}
