import type { Mention, Sentence } from "../../annotate/annotated.ts";
import type { Entity, RelationRow } from "../../knowledge/fact.ts";
import { holdsOn, type Knowledge } from "../../knowledge/knowledge.ts";
import { ask, type Detection, found } from "../detector.ts";
import { CLOSELY, type NamedPerson, personLikeFrom, personLikeUpTo } from "./person.ts";
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

const GROUPS = ["armed-group", "party", "organisation", "government"] as const;

interface Claim {
  readonly person: Mention;
  readonly group: Mention;
  readonly start: number;
  readonly end: number;
}

const HONORIFIC =
  /^(?:general|gen|lieutenant|lt|colonel|col|major|field|marshal|mr|sheikh|mullah|commander|president|sayyed|dr|\.|the|warlord|militant|rebel)$/u;

/** A person of about a name, in the form of a mention. */
const asMention = (named: NamedPerson | undefined): Mention | undefined =>
  named === undefined ? undefined : { start: named.start, end: named.end, entities: [named.person], form: "name" };

/** The person named after titles from a token on. */
function personFrom(sentence: Sentence, token: number, knowledge: Knowledge): Mention | undefined {
  let at = token;
  for (;;) {
    const mention = mentionFrom(sentence, at);
    if (mention !== undefined) return mention;
    if (!HONORIFIC.test(wordAt(sentence, at))) return asMention(personLikeFrom(sentence, at, CLOSELY, knowledge));
    at += 1;
  }
}

/** “NAME, [the] leader of [the] GROUP” and “GROUP leader NAME”. */
function roleClaim(sentence: Sentence, role: number, knowledge: Knowledge): Claim | undefined {
  if (wordAt(sentence, role + 1) === "of") {
    const group = mentionFrom(sentence, wordAt(sentence, role + 2) === "the" ? role + 3 : role + 2);
    let link = role - 1;
    while (
      /^(?:the|top|supreme|overall|current|political|military|spiritual|exiled|longtime)$/u.test(wordAt(sentence, link))
    )
      link -= 1;
    const person =
      wordAt(sentence, link) === "," || wordAt(sentence, link) === "is"
        ? (mentionUpTo(sentence, link) ?? asMention(personLikeUpTo(sentence, link, CLOSELY, knowledge)))
        : undefined;
    const after = personFrom(
      sentence,
      (group?.end ?? 0) + (wordAt(sentence, group?.end ?? 0) === "," ? 1 : 0),
      knowledge,
    );
    if (group === undefined) return undefined;
    if (person !== undefined) return { person, group, start: person.start, end: group.end };
    return after === undefined ? undefined : { person: after, group, start: role, end: after.end };
  }
  const isPossessive = wordAt(sentence, role - 1) === "'s";
  const group = mentionUpTo(sentence, isPossessive ? role - 1 : role);
  const person = personFrom(sentence, role + (wordAt(sentence, role + 1) === "," ? 2 : 1), knowledge);
  return group === undefined || person === undefined
    ? undefined
    : { person, group, start: group.start, end: person.end };
}

/** “GROUP, [which is] led by [General] NAME”. */
function ledClaim(sentence: Sentence, led: number, knowledge: Knowledge): Claim | undefined {
  if (wordAt(sentence, led + 1) !== "by") return undefined;
  const person = personFrom(sentence, led + 2, knowledge);
  let link = led - 1;
  while (/^(?:is|was|now|are|which|that|currently|still)$/u.test(wordAt(sentence, link))) link -= 1;
  const group = mentionUpTo(sentence, wordAt(sentence, link) === "," ? link : link + 1);
  return person === undefined || group === undefined ? undefined : { person, group, start: led, end: person.end };
}

const leadership = (person: string, knowledge: Knowledge): readonly RelationRow[] => [
  ...knowledge.about("leads", { subject: person }),
  ...knowledge.about("founded", { subject: person }),
  ...knowledge.about("affiliated-with", { subject: person }),
];

const areAllied = (a: string, b: string, knowledge: Knowledge): boolean =>
  [...knowledge.about("affiliated-with", { subject: a }), ...knowledge.about("affiliated-with", { object: a })].some(
    ({ subject, object }) => subject === b || object === b,
  );

/** The groups a person leads or founded, if none of them is or belongs to one of `groups`. */
function ledElsewhere(person: Entity, groups: readonly Entity[], knowledge: Knowledge): readonly RelationRow[] {
  const rows = leadership(person.id, knowledge);
  const isNear = rows.some(({ object }) => groups.some(({ id }) => id === object || areAllied(id, object, knowledge)));
  const holdsOffice = groups.some(({ id }) => knowledge.about("holds", { subject: person.id, object: id }).length > 0);
  return isNear || holdsOffice ? [] : rows;
}

function judge(claim: Claim, knowledge: Knowledge) {
  const persons = entitiesOf(claim.person, ["person"]);
  const groups = entitiesOf(claim.group, GROUPS);
  const [group] = groups;
  const isSure = persons.length === claim.person.entities.length && groups.length === claim.group.entities.length;
  if (!isSure || group === undefined) return undefined;
  const leaders = groups.flatMap(({ id }) => knowledge.about("leads", { object: id }));
  const rows = persons.map((person) => ledElsewhere(person, groups, knowledge));
  const [row] = rows[0] ?? [];
  return leaders.length === 0 || row === undefined || rows.some((each) => each.length === 0)
    ? undefined
    : { group, leaders, row };
}

/** A leader of one group said to lead another. */
export const leader: ClaimReader = function* ({ target: sentence, document, hits }, knowledge): Iterable<Detection> {
  for (const { start } of hits) {
    const claim =
      wordAt(sentence, start) === "led" ? ledClaim(sentence, start, knowledge) : roleClaim(sentence, start, knowledge);
    const judged = claim === undefined ? undefined : judge(claim, knowledge);
    if (claim === undefined || judged === undefined || isDistancedAt(sentence, claim.start, claim.end)) continue;
    const { group, leaders, row } = judged;
    const { date } = document.document;
    const right =
      leaders.findLast((each) => (date === undefined ? each.to === undefined : holdsOn(each, date))) ?? leaders.at(-1);
    const rightName = knowledge.entity(right?.subject ?? "")?.names[0];
    const own = knowledge.entity(row.object)?.names[0] ?? "";
    const name = wordsOf(sentence, claim.person.start, claim.person.end);
    const range = [claim.start, claim.end] as const;
    const hasGroup = claim.group.start >= claim.start;
    yield found(
      spanOf(sentence, claim.start, claim.end),
      { name, group: group.names[0] ?? "", own },
      {
        suggest: () => [
          ...(rightName === undefined
            ? []
            : [ask(reworded(sentence, range, [[claim.person, rightName]]), `${rightName} leads ${group.names[0]}.`)]),
          ...(hasGroup ? [ask(reworded(sentence, range, [[claim.group, own]]), `${name} leads ${own}.`)] : []),
        ],
        clues: () => [
          {
            kind: "fact",
            statement: `${knowledge.entity(row.subject)?.names[0] ?? name} leads or founded ${own}`,
            source: knowledge.citation(row),
          },
        ],
      },
    );
  }
};
