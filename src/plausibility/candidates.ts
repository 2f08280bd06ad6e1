import type { ContextModel } from "./context.ts";
import { linkValue, type Scene } from "./features.ts";
import { pairValue } from "./pairs.ts";
import type { Table } from "./table.ts";
import { UNIT_CLASSES, USE_COUNT } from "./units.ts";
import { type Spelling, wordNumber } from "./vocabulary.ts";

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

/** The units of each class, listed once for each table. */
const membersKnown = new WeakMap<Table["unitClasses"], readonly Uint16Array[]>();

function membersOf({ unitClasses }: Table, unitClass: number): Uint16Array {
  const known =
    membersKnown.get(unitClasses) ??
    UNIT_CLASSES.map((_, index) =>
      Uint16Array.from([...unitClasses.keys()].filter((unit) => unit > 0 && unitClasses[unit] === index)),
    );
  membersKnown.set(unitClasses, known);
  return known[unitClass] ?? new Uint16Array(0);
}

const pairCounts = new Uint8Array(65_536);

/** Measures how alike words look to `own`: the Sørensen–Dice coefficient over letter pairs. */
function likenessTo(spelling: Spelling, own: number): (word: number) => number {
  const pairsOf = (word: number): readonly number[] => {
    const [start, end] = spelling.placeOf(word);
    return Array.from({ length: Math.max(0, end - start - 1) }, (_, index) => spelling.pairAt(start + index));
  };
  const ownPairs = pairsOf(own);
  return (word) => {
    for (const pair of ownPairs) pairCounts[pair] = (pairCounts[pair] ?? 0) + 1;
    const [start, end] = spelling.placeOf(word);
    let shared = 0;
    for (let at = start; at < end - 1; at += 1) {
      const pair = spelling.pairAt(at);
      const left = pairCounts[pair] ?? 0;
      if (left === 0) continue;
      pairCounts[pair] = left - 1;
      shared += 1;
    }
    for (const pair of ownPairs) pairCounts[pair] = 0;
    return (2 * shared) / Math.max(1, ownPairs.length + end - start - 1);
  };
}

/** The unit of each base form in each class, filed once for each table. */
const lemmasKnown = new WeakMap<Table["unitClasses"], ReadonlyMap<number, number>>();
const lemmaKey = (unitClass: number, lemma: number): number => unitClass * 65_536 + lemma;

function unitsByLemma({ unitClasses, unitLemmas }: Table): ReadonlyMap<number, number> {
  const known = lemmasKnown.get(unitClasses);
  if (known !== undefined) return known;
  const units = new Map<number, number>();
  for (let unit = unitClasses.length - 1; unit > 0; unit -= 1)
    units.set(lemmaKey(unitClasses[unit] ?? 0, unitLemmas[unit] ?? 0), unit);
  lemmasKnown.set(unitClasses, units);
  return units;
}

/** How some words, in the form of `unit`, would do at a token, and `unit` itself. The model must have looked at the place. */
export function replacementsAmong(
  table: Table,
  model: ContextModel,
  scene: Scene,
  at: number,
  unit: number,
  lemmas: readonly string[],
): readonly Replacement[] {
  const units = unitsByLemma(table);
  const wanted = lemmas.flatMap(
    (lemma) => units.get(lemmaKey(table.unitClasses[unit] ?? 0, wordNumber(table, lemma))) ?? [],
  );
  return [unit, ...new Set(wanted.filter((other) => other !== unit))].map((other) => ({
    unit: other,
    fit: model.score(other) + company(table, scene, at, other),
    likeness: 0,
  }));
}

/** So many of the words that the context expects most are looked at more closely, and all that look alike. */
const MOST_EXPECTED = 300;
/** From here on two words look alike. */
export const LOOKS_LIKE = 0.4;

/** How the likelier words of the class of `unit` would do at a token, and `unit` itself. The model must have looked at the place. */
export function replacementsAt(
  table: Table,
  model: ContextModel,
  scene: Scene,
  at: number,
  unit: number,
  spelling: Spelling,
): readonly Replacement[] {
  const unitClass = table.unitClasses[unit] ?? 0;
  const members = membersOf(table, unitClass);
  const scores = Float32Array.from(members, (other) => model.score(other));
  const least = scores.slice().sort()[Math.max(0, scores.length - MOST_EXPECTED)] ?? 0;
  const likeness = likenessTo(spelling, table.unitWords[unit] ?? 0);
  const found: Replacement[] = [];
  for (const [place, other] of members.entries()) {
    const isSelf = other === unit;
    if (!isSelf && table.unitLemmas[other] === table.unitLemmas[unit]) continue;
    const alike = isSelf ? 1 : likeness(table.unitWords[other] ?? 0);
    const score = scores[place] ?? 0;
    if (alike < LOOKS_LIKE && score < least) continue;
    found.push({ unit: other, fit: score + company(table, scene, at, other), likeness: alike });
  }
  // A wrong word misleads the tagger too: what looks alike in its other uses is looked at as well.
  for (let use = 0; use < USE_COUNT; use += 1) {
    const twin = table.unitsOfWords[(table.unitWords[unit] ?? 0) * USE_COUNT + use] ?? 0;
    if (twin === 0 || table.unitClasses[twin] === unitClass) continue;
    for (const other of membersOf(table, table.unitClasses[twin] ?? 0)) {
      const alike = likeness(table.unitWords[other] ?? 0);
      if (alike < LOOKS_LIKE || table.unitLemmas[other] === table.unitLemmas[twin]) continue;
      found.push({ unit: other, fit: model.score(other) + company(table, scene, at, other), likeness: alike });
    }
  }
  return found;
}
