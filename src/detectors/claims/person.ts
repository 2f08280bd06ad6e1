import type { Sentence } from "../../annotate/annotated.ts";
import type { Entity } from "../../knowledge/fact.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { nameKey } from "../../knowledge/name.ts";
import { soundOf } from "../../text/name-spelling.ts";
import { similarity } from "../../text/similarity.ts";
import { wordsOf } from "./reading.ts";

/** How alike a name must look to a known one: where much else speaks for the person, and where little does. */
export const LOOSELY = 0.72;
export const CLOSELY = 0.86;
const MOST_NAME_TOKENS = 5;

const bare = (name: string): string => name.toLowerCase().replace(/[^\p{L}]/gu, "");

const lastWord = (name: string): string => name.slice(name.lastIndexOf(" ") + 1).toLowerCase();

/** The one known person of about this name: names that machine translation spells its own way are recognised too. */
function personNamed(name: string, least: number, knowledge: Knowledge): Entity | undefined {
  const family = lastWord(name);
  const likely = new Map<string, number>();
  for (const known of knowledge.personsSounding(soundOf(family).skeleton)) {
    const likeness = lastWord(known) === family ? similarity(bare(known), bare(name)) : 0;
    if (likeness < least) continue;
    const entry = knowledge.namesFrom(nameKey(known)).find(({ text }) => text === known);
    const persons = entry?.entities.filter(({ kind }) => kind === "person") ?? [];
    for (const { id } of persons) likely.set(id, Math.max(likeness, likely.get(id) ?? 0));
  }
  const [best, next] = [...likely].sort((a, b) => b[1] - a[1]);
  return best === undefined || best[1] === next?.[1] ? undefined : knowledge.entity(best[0]);
}

const isOfName = (sentence: Sentence, index: number): boolean =>
  /^\p{Lu}\p{Ll}/u.test(sentence.tokens[index]?.text ?? "") && sentence.tokens[index]?.kind === "word";

/** A stretch of tokens that names a person. */
export interface NamedPerson {
  readonly start: number;
  readonly end: number;
  readonly person: Entity;
}

/** The person of about the name of two or more capitalised words that begins with a token. */
export function personLikeFrom(
  sentence: Sentence,
  start: number,
  least: number,
  knowledge: Knowledge,
): NamedPerson | undefined {
  let end = start;
  while (end - start < MOST_NAME_TOKENS && isOfName(sentence, end)) end += 1;
  const person = end - start < 2 ? undefined : personNamed(wordsOf(sentence, start, end), least, knowledge);
  return person === undefined ? undefined : { start, end, person };
}

/** The person of about the name of two or more capitalised words that ends before a token. */
export function personLikeUpTo(
  sentence: Sentence,
  end: number,
  least: number,
  knowledge: Knowledge,
): NamedPerson | undefined {
  let start = end;
  while (start > 0 && end - start < MOST_NAME_TOKENS && isOfName(sentence, start - 1)) start -= 1;
  const person = end - start < 2 ? undefined : personNamed(wordsOf(sentence, start, end), least, knowledge);
  return person === undefined ? undefined : { start, end, person };
}
