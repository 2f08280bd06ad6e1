import type { Mention, Sentence } from "../../annotate/annotated.ts";
import type { Entity } from "../../knowledge/fact.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { nameKey } from "../../knowledge/name.ts";
import { soundOf } from "../../text/name-spelling.ts";
import { similarity } from "../../text/similarity.ts";
import { ask, type Detection, found } from "../detector.ts";
import { type ClaimReader, entitiesOf, isDistancedAt, mentionFrom, spanOf, wordAt, wordsOf } from "./reading.ts";

interface Claim {
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly role: number;
  readonly group: Mention;
}

const MOST_NAME_TOKENS = 5;
const SAME_NAME = 0.72;

/** Reads "NAME, [the] founder of [the] GROUP". */
function readClaim(sentence: Sentence, role: number): Claim | undefined {
  if (wordAt(sentence, role + 1) !== "of") return undefined;
  const group = mentionFrom(sentence, wordAt(sentence, role + 2) === "the" ? role + 3 : role + 2);
  const comma = wordAt(sentence, role - 1) === "the" ? role - 2 : role - 1;
  if (group === undefined || wordAt(sentence, comma) !== ",") return undefined;
  let start = comma;
  while (start > 0 && comma - start < MOST_NAME_TOKENS && /^\p{Lu}/u.test(sentence.tokens[start - 1]?.text ?? ""))
    start -= 1;
  return start < comma ? { nameStart: start, nameEnd: comma, role, group } : undefined;
}

const bare = (name: string): string => name.toLowerCase().replace(/[^\p{L}]/gu, "");

const lastWord = (name: string): string => name.slice(name.lastIndexOf(" ") + 1).toLowerCase();

/** The best known person of about this name: names that machine translation spells its own way are recognised too. */
function personNamed(name: string, knowledge: Knowledge): Entity | undefined {
  const family = lastWord(name);
  let best: { readonly name: string; readonly likeness: number } | undefined;
  for (const known of knowledge.personsSounding(soundOf(family).skeleton)) {
    const likeness = lastWord(known) === family ? similarity(bare(known), bare(name)) : 0;
    if (likeness >= SAME_NAME && likeness > (best?.likeness ?? 0)) best = { name: known, likeness };
  }
  if (best === undefined) return undefined;
  const entry = knowledge.namesFrom(nameKey(best.name)).find(({ text }) => text === best.name);
  return entry?.entities.find(({ kind }) => kind === "person");
}

/** A known person called the founder of a group that others founded. */
export const founder: ClaimReader = function* ({ target: sentence, hits }, knowledge): Iterable<Detection> {
  for (const { start: index } of hits) {
    const claim = readClaim(sentence, index);
    if (claim === undefined || isDistancedAt(sentence, claim.nameStart, claim.group.end)) continue;
    const name = wordsOf(sentence, claim.nameStart, claim.nameEnd);
    const person = personNamed(name, knowledge);
    const [group] = entitiesOf(claim.group, ["armed-group", "party", "organisation", "agency", "government"]);
    if (person === undefined || group === undefined) continue;
    const rows = knowledge.about("founded", { object: group.id });
    const [row] = rows;
    if (row === undefined || rows.some(({ subject }) => subject === person.id)) continue;
    const right = rows.map(({ subject }) => knowledge.entity(subject)?.names[0] ?? subject);
    const leads = knowledge.about("leads", { subject: person.id }).some(({ object }) => object === group.id);
    const groupName = wordsOf(sentence, claim.group.start, claim.group.end);
    yield found(
      spanOf(sentence, index, index + 1),
      { name, group: groupName, founder: right.join(" and ") },
      {
        suggest: () =>
          leads
            ? [ask("leader", `${person.names[0]} led it.`), ask("former leader", `${person.names[0]} led it.`)]
            : [],
        clues: () => [
          {
            kind: "fact",
            statement: `${right.join(" and ")} founded ${group.names[0]}`,
            source: knowledge.citation(row),
          },
        ],
      },
    );
  }
};
