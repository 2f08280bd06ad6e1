import type { ContextModel } from "./context.ts";
import { linkValue, type Scene } from "./features.ts";
import { pairValue } from "./pairs.ts";
import type { Table } from "./table.ts";

/** A word that could stand in the place of another. */
export interface Replacement {
  readonly unit: number;
  /** How well it fits its surroundings; the wrong word's own is what it is measured against. */
  readonly fit: number;
  /** How much it looks like the wrong word, 0 to 1. */
  readonly likeness: number;
}

const BIGRAM = 0;
const BIGRAM_WEIGHT = 0.35;
const RELATION_WEIGHT = 0.5;
/** What is said for a pair that was never seen. */
const UNSEEN = -0.5;

const letterPairs = (word: string): Int32Array =>
  Int32Array.from(
    { length: Math.max(0, word.length - 1) },
    (_, index) => word.charCodeAt(index) * 256 + word.charCodeAt(index + 1),
  );

/** The Sørensen–Dice coefficient over letter pairs. */
function likenessOf(left: Int32Array, right: Int32Array): number {
  let shared = 0;
  const used = new Uint8Array(right.length);
  for (const pair of left)
    for (let index = 0; index < right.length; index += 1)
      if (used[index] === 0 && right[index] === pair) {
        used[index] = 1;
        shared += 1;
        break;
      }
  return (2 * shared) / Math.max(1, left.length + right.length);
}

const seen = (value: number): number => (Number.isNaN(value) ? UNSEEN : value);

/** How well a unit goes with the words beside it and those it stands in a relation with. */
function company(table: Table, { row, links }: Scene, at: number, unit: number): number {
  const word = table.unitWords[unit] ?? 0;
  const [before, after] = [row.words[at - 1] ?? 0, row.words[at + 1] ?? 0];
  const left = before === 0 ? 0 : seen(pairValue(table, BIGRAM, before, word));
  const right = after === 0 ? 0 : seen(pairValue(table, BIGRAM, word, after));
  let relations = 0;
  const own = row.lemmas[at] ?? 0;
  row.lemmas[at] = table.unitLemmas[unit] ?? 0;
  for (const link of links[at] ?? []) relations += seen(linkValue(table, row, link));
  row.lemmas[at] = own;
  return BIGRAM_WEIGHT * (left + right) + RELATION_WEIGHT * relations;
}

/** How all words of the class of `unit` would do at a token. The model must have looked at the place. */
export function replacementsAt(
  table: Table,
  model: ContextModel,
  scene: Scene,
  at: number,
  unit: number,
  spellingOf: (unit: number) => string,
): readonly Replacement[] {
  const unitClass = table.unitClasses[unit];
  const own = letterPairs(spellingOf(unit));
  const found: Replacement[] = [];
  for (let other = 1; other < table.unitClasses.length; other += 1) {
    if (table.unitClasses[other] !== unitClass) continue;
    const isSelf = other === unit;
    if (!isSelf && table.unitLemmas[other] === table.unitLemmas[unit]) continue;
    found.push({
      unit: other,
      fit: model.score(other) + company(table, scene, at, other),
      likeness: isSelf ? 1 : likenessOf(own, letterPairs(spellingOf(other))),
    });
  }
  return found;
}
