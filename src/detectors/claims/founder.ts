import type { Mention, Sentence } from "../../annotate/annotated.ts";
import type { Entity } from "../../knowledge/fact.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { ask, type Candidate, type Detection, found } from "../detector.ts";
import { LOOSELY, type NamedPerson, personLikeFrom, personLikeUpTo } from "./person.ts";
import {
  type ClaimReader,
  entitiesOf,
  isDistancedAt,
  mentionFrom,
  mentionUpTo,
  reworded,
  spanOf,
  wordAt,
  wordsOf,
} from "./reading.ts";

/** Words around which founders are told. */
export const FOUNDING = "founder founders founded cofounded cofounder established founding".split(" ");

interface Claim {
  readonly name: NamedPerson;
  readonly group: Mention;
  readonly start: number;
  readonly end: number;
}

/** A person named from a token on, by a known name or one much like it. */
function personFrom(sentence: Sentence, start: number, knowledge: Knowledge): NamedPerson | undefined {
  const mention = mentionFrom(sentence, start);
  const [person] = mention === undefined ? [] : entitiesOf(mention, ["person"]);
  if (mention !== undefined && person !== undefined) return { start, end: mention.end, person };
  return personLikeFrom(sentence, start, LOOSELY, knowledge);
}

function personUpTo(sentence: Sentence, end: number, knowledge: Knowledge): NamedPerson | undefined {
  const like = personLikeUpTo(sentence, end, LOOSELY, knowledge);
  const mention = mentionUpTo(sentence, end);
  const [person] = mention === undefined ? [] : entitiesOf(mention, ["person"]);
  return mention === undefined || person === undefined ? like : { start: mention.start, end, person };
}

const afterThe = (sentence: Sentence, index: number): number => (wordAt(sentence, index) === "the" ? index + 1 : index);

/** “NAME, [the] founder of [the] GROUP” and “the founder of GROUP, NAME”. */
function founderOf(sentence: Sentence, role: number, knowledge: Knowledge): Claim | undefined {
  if (wordAt(sentence, role + 1) !== "of") return undefined;
  const group = mentionFrom(sentence, afterThe(sentence, role + 2));
  if (group === undefined) return undefined;
  const link = wordAt(sentence, role - 1) === "the" ? role - 2 : role - 1;
  const isLinked = /^(?:,|is|was)$/u.test(wordAt(sentence, link));
  const before = isLinked ? personUpTo(sentence, link, knowledge) : undefined;
  if (before !== undefined) return { name: before, group, start: role, end: role + 1 };
  const after = personFrom(sentence, wordAt(sentence, group.end) === "," ? group.end + 1 : group.end, knowledge);
  return after === undefined ? undefined : { name: after, group, start: role, end: after.end };
}

/** “GROUP founder NAME” and “GROUP's founder, NAME”. */
function groupFounder(sentence: Sentence, role: number, knowledge: Knowledge): Claim | undefined {
  const group = mentionUpTo(sentence, wordAt(sentence, role - 1) === "'s" ? role - 1 : role);
  const name = personFrom(sentence, wordAt(sentence, role + 1) === "," ? role + 2 : role + 1, knowledge);
  return group === undefined || name === undefined ? undefined : { name, group, start: group.start, end: name.end };
}

/** “NAME founded GROUP” and “GROUP[,] [was] founded [in 1990] by NAME”. */
function founding(sentence: Sentence, verb: number, knowledge: Knowledge): Claim | undefined {
  const isDated = wordAt(sentence, verb + 1) === "in" && sentence.tokens[verb + 2]?.kind === "number";
  const by = isDated ? verb + 3 : verb + 1;
  if (wordAt(sentence, by) === "by") {
    let link = verb - 1;
    while (/^(?:was|is|which|been|has|had)$/u.test(wordAt(sentence, link))) link -= 1;
    const group = mentionUpTo(sentence, wordAt(sentence, link) === "," ? link : link + 1);
    const name = personFrom(sentence, by + 1, knowledge);
    return group === undefined || name === undefined ? undefined : { name, group, start: verb, end: name.end };
  }
  const group = mentionFrom(sentence, afterThe(sentence, verb + 1));
  const hyphen = wordAt(sentence, verb - 1) === "-" && wordAt(sentence, verb - 2) === "co" ? verb - 2 : verb;
  const name = personUpTo(sentence, wordAt(sentence, hyphen - 1) === "who" ? hyphen - 2 : hyphen, knowledge);
  return group === undefined || name === undefined ? undefined : { name, group, start: name.start, end: group.end };
}

function readClaim(sentence: Sentence, word: number, knowledge: Knowledge): Claim | undefined {
  return /^(?:co)?founders?$/u.test(wordAt(sentence, word))
    ? (founderOf(sentence, word, knowledge) ?? groupFounder(sentence, word, knowledge))
    : founding(sentence, word, knowledge);
}

function repairs(
  sentence: Sentence,
  { name, start, end }: Claim,
  right: readonly string[],
  leads: boolean,
): readonly Candidate[] {
  const isRole = end - start === 1;
  const led = leads && isRole ? [ask("leader", "The person led it."), ask("former leader", "The person led it.")] : [];
  const isInside = name.start >= start && right.length > 0;
  const why = `${right.join(" and ")} founded it.`;
  return [
    ...led,
    ...(isInside ? [ask(reworded(sentence, [start, end], [[name, right.slice(0, 2).join(" and ")]]), why)] : []),
  ];
}

/** A known person called the founder of a group that others founded. */
export const founder: ClaimReader = function* ({ target: sentence, hits }, knowledge): Iterable<Detection> {
  for (const { start: index } of hits) {
    const claim = readClaim(sentence, index, knowledge);
    if (claim === undefined || isDistancedAt(sentence, Math.min(claim.name.start, claim.start), claim.group.end))
      continue;
    const { person } = claim.name;
    const [group]: readonly Entity[] = entitiesOf(claim.group, [
      "armed-group",
      "party",
      "organisation",
      "agency",
      "government",
    ]);
    const rows = group === undefined ? [] : knowledge.about("founded", { object: group.id });
    const [row] = rows;
    if (group === undefined || row === undefined || rows.some(({ subject }) => subject === person.id)) continue;
    const right = rows.map(({ subject }) => knowledge.entity(subject)?.names[0] ?? subject);
    const leads = knowledge.about("leads", { subject: person.id }).some(({ object }) => object === group.id);
    const name = wordsOf(sentence, claim.name.start, claim.name.end);
    const groupName = wordsOf(sentence, claim.group.start, claim.group.end);
    yield found(
      spanOf(sentence, claim.start, claim.end),
      { name, group: groupName, founder: right.join(" and ") },
      {
        suggest: () => repairs(sentence, claim, right, leads),
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
