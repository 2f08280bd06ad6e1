import { similarity } from "../text/similarity.ts";

/** What can be aligned: a name, and what it says. */
export interface Alignable {
  readonly id: string;
  readonly text: string;
}

/** Items that belong together, and those without a partner. */
export interface Alignment<Item> {
  readonly paired: readonly (readonly [old: Item, now: Item])[];
  readonly removed: readonly Item[];
  readonly added: readonly Item[];
}

/** Items with the same name belong together; of several with one name, the first with the first. */
export function alignByName<Item>(
  old: readonly Item[],
  now: readonly Item[],
  nameOf: (item: Item) => string,
): Alignment<Item> {
  const waiting = new Map<string, Item[]>();
  for (const item of old) waiting.set(nameOf(item), [...(waiting.get(nameOf(item)) ?? []), item]);
  const paired: (readonly [Item, Item])[] = [];
  const added: Item[] = [];
  for (const item of now) {
    const partner = waiting.get(nameOf(item))?.shift();
    if (partner === undefined) added.push(item);
    else paired.push([partner, item]);
  }
  const taken = new Set(paired.map(([item]) => item));
  return { paired, removed: old.filter((item) => !taken.has(item)), added };
}

/** Texts less alike than this are different texts. */
const LEAST_LIKENESS = 0.3;
/** More pairs than this are not compared one by one. */
const MOST_PAIRS = 40_000;

const all = <Item extends Alignable>(old: readonly Item[], now: readonly Item[]): Alignment<Item> => {
  const count = Math.min(old.length, now.length);
  return {
    paired: old.slice(0, count).flatMap((item, index) => {
      const partner = now[index];
      return partner === undefined ? [] : [[item, partner] as const];
    }),
    removed: old.slice(count),
    added: now.slice(count),
  };
};

/** The best sum of likenesses from each pair of positions to the end. */
function bestSums(likeness: readonly (readonly number[])[], width: number): readonly (readonly number[])[] {
  const sums = Array.from({ length: likeness.length + 1 }, () => new Array<number>(width + 1).fill(0));
  for (let row = likeness.length - 1; row >= 0; row -= 1)
    for (let column = width - 1; column >= 0; column -= 1) {
      const together = (likeness[row]?.[column] ?? 0) + (sums[row + 1]?.[column + 1] ?? 0);
      const best = Math.max(together, sums[row + 1]?.[column] ?? 0, sums[row]?.[column + 1] ?? 0);
      const line = sums[row];
      if (line !== undefined) line[column] = best;
    }
  return sums;
}

/** Aligns by likeness, in order: the pairs whose likenesses sum up to the most. */
function alignByLikeness<Item extends Alignable>(old: readonly Item[], now: readonly Item[]): Alignment<Item> {
  const likeness = old.map((item) =>
    now.map((other) => {
      const value = similarity(item.text, other.text);
      return value >= LEAST_LIKENESS ? value : 0;
    }),
  );
  const sums = bestSums(likeness, now.length);
  const result = { paired: [] as (readonly [Item, Item])[], removed: [] as Item[], added: [] as Item[] };
  let row = 0;
  let column = 0;
  for (;;) {
    const [item, other] = [old[row], now[column]];
    if (item === undefined || other === undefined) break;
    const here = sums[row]?.[column] ?? 0;
    if (here === (sums[row + 1]?.[column] ?? 0)) {
      result.removed.push(item);
      row += 1;
    } else if (here === (sums[row]?.[column + 1] ?? 0)) {
      result.added.push(other);
      column += 1;
    } else {
      result.paired.push([item, other]);
      row += 1;
      column += 1;
    }
  }
  result.removed.push(...old.slice(row));
  result.added.push(...now.slice(column));
  return result;
}

/** The items between two that are the same on both sides: as many here as there belong together, else by likeness. */
function alignGap<Item extends Alignable>(old: readonly Item[], now: readonly Item[]): Alignment<Item> {
  if (old.length === now.length || old.length * now.length > MOST_PAIRS) return all(old, now);
  return alignByLikeness(old, now);
}

const countsOf = (items: readonly Alignable[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { text } of items) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
};

/** Texts that stand once on either side, as far as they come in the same order. */
function anchorsOf(old: readonly Alignable[], now: readonly Alignable[]): readonly (readonly [number, number])[] {
  const [inOld, inNow] = [countsOf(old), countsOf(now)];
  const places = new Map(now.map(({ text }, index) => [text, index]));
  const anchors: (readonly [number, number])[] = [];
  let last = -1;
  for (const [index, { text }] of old.entries()) {
    const place = places.get(text);
    if (place === undefined || place <= last || inOld.get(text) !== 1 || inNow.get(text) !== 1) continue;
    anchors.push([index, place]);
    last = place;
  }
  return anchors;
}

/** Aligns the texts of two versions in order: what is the same word for word first, then what lies between. */
export function alignInOrder<Item extends Alignable>(old: readonly Item[], now: readonly Item[]): Alignment<Item> {
  const parts: Alignment<Item>[] = [];
  let [row, column] = [0, 0];
  for (const [nextRow, nextColumn] of [...anchorsOf(old, now), [old.length, now.length] as const]) {
    parts.push(alignGap(old.slice(row, nextRow), now.slice(column, nextColumn)));
    parts.push(all(old.slice(nextRow, nextRow + 1), now.slice(nextColumn, nextColumn + 1)));
    [row, column] = [nextRow + 1, nextColumn + 1];
  }
  return {
    paired: parts.flatMap(({ paired }) => paired),
    removed: parts.flatMap(({ removed }) => removed),
    added: parts.flatMap(({ added }) => added),
  };
}
