import { ADJ, NOUN, VERB } from "./reading.ts";
import type { Table } from "./table.ts";

/** Inflection classes. Words of one class can take each other's place. Past and participle are one: most verbs write them alike. */
export const UNIT_CLASSES = [
  "noun",
  "plural",
  "verb",
  "third-person",
  "gerund",
  "past",
  "adjective",
] as const;
export type UnitClass = (typeof UNIT_CLASSES)[number];

export const GERUND = UNIT_CLASSES.indexOf("gerund");
export const USE_COUNT = 3;

/** How a part of speech uses a word: 0 as noun, 1 as verb, 2 as adjective, -1 otherwise. */
export const useOf = (tag: number): number => (tag === NOUN ? 0 : tag === VERB ? 1 : tag === ADJ ? 2 : -1);

/** The unit of a word in the use that its part of speech shows, or 0. */
export function unitOf({ unitsOfWords }: Pick<Table, "unitsOfWords">, word: number, tag: number): number {
  const use = useOf(tag);
  return use < 0 || word === 0 ? 0 : (unitsOfWords[word * USE_COUNT + use] ?? 0);
}
