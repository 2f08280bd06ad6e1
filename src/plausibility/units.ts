import { ADJ, NOUN, type Row, VERB, type Word } from "./reading.ts";
import type { Table } from "./table.ts";

/** Inflection classes. Words of one class can take each other's place. Past and participle are one: most verbs write them alike. */
export const UNIT_CLASSES = ["noun", "plural", "verb", "third-person", "gerund", "past", "adjective"] as const;
export type UnitClass = (typeof UNIT_CLASSES)[number];

export const GERUND = UNIT_CLASSES.indexOf("gerund");
export const USE_COUNT = 3;

/** How a part of speech uses a word: 0 as noun, 1 as verb, 2 as adjective, -1 otherwise. */
const partOf = (tag: number): number => (tag === NOUN ? 0 : tag === VERB ? 1 : tag === ADJ ? 2 : -1);

/** The unit of a word in the use that its part of speech shows, or 0. */
export function unitOf({ unitsOfWords }: Pick<Table, "unitsOfWords">, word: number, tag: number): number {
  const use = partOf(tag);
  return use < 0 || word === 0 ? 0 : (unitsOfWords[word * USE_COUNT + use] ?? 0);
}

/** Whether a token is a hyphen, dash, slash or quotation mark. */
const isTouching = (token: Word | undefined): boolean =>
  token !== undefined && token.kind === "mark" && /^(?:[-‐‑–—/]|["“”„«»‘’'`]+)$/u.test(token.text);

/** Whether a token is a plain word of running text: in lower case, touched by no hyphen or quotation mark. */
const isPlain = (tokens: readonly Word[], at: number): boolean => {
  const token = tokens[at];
  if (token === undefined || token.text !== token.lower) return false;
  return !isTouching(tokens[at - 1]) && !isTouching(tokens[at + 1]);
};

/** The unit that stands at a token, or 0 where it is not to be judged. */
export function plainUnit(table: Pick<Table, "unitsOfWords">, tokens: readonly Word[], row: Row, at: number): number {
  const unit = unitOf(table, row.words[at] ?? 0, row.tags[at] ?? 0);
  return unit !== 0 && isPlain(tokens, at) ? unit : 0;
}
