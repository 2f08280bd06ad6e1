import { mixed } from "../text/hash.ts";
import type { Table } from "./table.ts";

/** How two words can stand together. `bigram`: side by side. */
export const RELATIONS = [
  "bigram",
  "verb-object",
  "subject-verb",
  "verb-preposition",
  "adjective-noun",
  "noun-noun",
  "noun-of-noun",
] as const;

type Pairs = Pick<Table, "pairMarks" | "pairValues">;

/** Values are kept in tenths. */
const TENTHS = 10;

const pairHash = (relation: number, first: number, second: number): number =>
  mixed(Math.imul(first, 0x9e3779b1) ^ mixed(second * 8 + relation));

/** What is known of two words in a relation: the logarithm of how much more often than by chance they meet. NaN: never seen. */
export function pairValue({ pairMarks, pairValues }: Pairs, relation: number, first: number, second: number): number {
  const hash = pairHash(relation, first, second);
  const mark = (hash >>> 16) | 1;
  const size = pairMarks.length;
  for (let slot = hash % size; ; slot = slot + 1 === size ? 0 : slot + 1) {
    const found = pairMarks[slot] ?? 0;
    if (found === 0) return Number.NaN;
    if (found === mark) return (pairValues[slot] ?? 0) / TENTHS;
  }
}

/** A pair and its value. */
export interface Pair {
  readonly relation: number;
  readonly first: number;
  readonly second: number;
  readonly value: number;
}

const FILLED = 0.88;

/** The look-up of some pairs. Two that fall on one mark are one: the first stays. */
export function pairSections(pairs: readonly Pair[]): Pairs {
  const size = Math.max(8, Math.ceil(pairs.length / FILLED));
  const pairMarks = new Uint16Array(size);
  const pairValues = new Int8Array(size);
  for (const { relation, first, second, value } of pairs) {
    const hash = pairHash(relation, first, second);
    const mark = (hash >>> 16) | 1;
    let slot = hash % size;
    while (pairMarks[slot] !== 0 && pairMarks[slot] !== mark) slot = slot + 1 === size ? 0 : slot + 1;
    if (pairMarks[slot] === mark) continue;
    pairMarks[slot] = mark;
    pairValues[slot] = Math.max(-127, Math.min(127, Math.round(value * TENTHS)));
  }
  return { pairMarks, pairValues };
}
