import type { Mention, Sentence } from "../../annotate/annotated.ts";
import type { Entity, RelationRow } from "../../knowledge/fact.ts";
import { holdsOn, type Knowledge } from "../../knowledge/knowledge.ts";
import { ask, type Candidate, type Detection, found } from "../detector.ts";
import { HEADS } from "./office-reading.ts";
import { capitalRows, citiesOf, countriesLedFrom } from "./places.ts";
import {
  type ClaimReader,
  entitiesOf,
  isDistancedAt,
  isHistorical,
  mentionFrom,
  mentionUpTo,
  spanOf,
  wordAt,
  wordsOf,
} from "./reading.ts";

const REBELS =
  /^(?:rebels?|insurgents?|separatists?|secessionists?|guerrillas?|guerillas?|militants?|breakaway|terrorists?|mutineers?|jihadists?)$/u;

/** Who rules, as a claim has it: rebels, or a person by name. */
interface Claim {
  readonly rulers: readonly Entity[];
  readonly start: number;
  readonly ruler: number;
  readonly city: Mention;
  readonly end: number;
}

/** The persons that the words up to a token name, by full name or by the surname of somebody in office. */
function personsUpTo(
  sentence: Sentence,
  end: number,
  knowledge: Knowledge,
): { readonly start: number; readonly persons: readonly Entity[] } | undefined {
  const mention = mentionUpTo(sentence, end);
  const persons = mention === undefined ? [] : entitiesOf(mention, ["person"]);
  if (mention !== undefined)
    return persons.length === mention.entities.length ? { start: mention.start, persons } : undefined;
  const isName = /^\p{Lu}\p{L}{2,}/u.test(sentence.tokens[end - 1]?.text ?? "");
  const named = isName ? knowledge.holdersNamed(wordAt(sentence, end - 1)) : [];
  return named.length === 0 ? undefined : { start: end - 1, persons: named };
}

/** “the rebel government in CITY” and “the NAME government in CITY”. */
function readClaim(sentence: Sentence, ruler: number, knowledge: Knowledge): Claim | undefined {
  const city = wordAt(sentence, ruler + 1) === "in" ? mentionFrom(sentence, ruler + 2) : undefined;
  if (city === undefined) return undefined;
  if (REBELS.test(wordAt(sentence, ruler - 1))) {
    const hasArticle = wordAt(sentence, ruler - 2) === "the";
    return { rulers: [], start: hasArticle ? ruler - 2 : ruler - 1, ruler, city, end: city.end };
  }
  const named = personsUpTo(sentence, ruler, knowledge);
  if (named === undefined) return undefined;
  const hasArticle = wordAt(sentence, named.start - 1) === "the";
  return { rulers: named.persons, start: named.start - (hasArticle ? 1 : 0), ruler, city, end: city.end };
}

/** Whether an armed group rules a country or its capital on a day, or ever, without one. */
const isRuledByArms = (country: string, city: string, knowledge: Knowledge, day: string | undefined): boolean =>
  [country, city]
    .flatMap((object) => knowledge.about("governs", { object }))
    .some(
      (row) => holdsOn(row, day) && ["armed-group", "government"].includes(knowledge.entity(row.subject)?.kind ?? ""),
    );

/** What somebody heads, and where. */
const headed = (person: Entity, knowledge: Knowledge): readonly RelationRow[] => [
  ...knowledge.about("holds", { subject: person.id }).filter(({ office = "" }) => HEADS.has(office)),
  ...knowledge
    .about("leads", { subject: person.id })
    .filter(({ object }) => knowledge.about("opposes", { subject: object }).length > 0),
];

/** Why a person does not rule a country: the row of what they do head. */
function rowAgainst(person: Entity, country: string, city: string, knowledge: Knowledge): RelationRow | undefined {
  const rows = headed(person, knowledge);
  const rules = rows.some(({ relation, object }) =>
    relation === "holds"
      ? object === country || knowledge.entity(object)?.country === country
      : isRulerThere(object, country, city, knowledge),
  );
  const isHolder = knowledge.about("holds", { subject: person.id }).some(({ object }) => object === country);
  return rules || isHolder ? undefined : rows[0];
}

const isRulerThere = (group: string, country: string, city: string, knowledge: Knowledge): boolean =>
  [country, city].some((object) => knowledge.about("governs", { subject: group, object }).length > 0);

/** Why the rulers of a claim do not rule in its city, or undefined where they may. */
function factAgainst(
  claim: Claim,
  country: Entity,
  city: Entity,
  knowledge: Knowledge,
  day: string | undefined,
): { readonly statement: string; readonly row: RelationRow } | undefined {
  const [capital] = capitalRows(country.id, knowledge);
  if (claim.rulers.length === 0) {
    if (isRuledByArms(country.id, city.id, knowledge, day) || capital === undefined) return undefined;
    return {
      statement: `${city.names[0]} is the seat of the government of ${country.names[0]}, which rebels fight`,
      row: capital,
    };
  }
  const rows = claim.rulers.map((person) => rowAgainst(person, country.id, city.id, knowledge));
  const [row] = rows;
  if (row === undefined || rows.includes(undefined)) return undefined;
  const who = knowledge.entity(row.subject)?.names[0] ?? row.subject;
  const what = knowledge.entity(row.object)?.names[0] ?? row.object;
  return { statement: `${who} ${row.to === undefined ? "heads" : "headed"} ${what}, not ${country.names[0]}`, row };
}

function repairs(sentence: Sentence, claim: Claim, country: Entity): readonly Candidate[] {
  const hasArticle = wordAt(sentence, claim.start) === "the";
  const placed = wordsOf(sentence, claim.ruler, claim.end);
  const why = `The government of ${country.names[0]}.`;
  const article = hasArticle ? "the " : "";
  return [ask(`${article}${country.adjective[0] ?? country.names[0]} ${placed}`, why), ask(`${article}${placed}`, why)];
}

/** Rebels, or the head of another country or group, called the government in a capital. */
export const ruler: ClaimReader = function* ({ target: sentence, document, hits }, knowledge): Iterable<Detection> {
  if (isHistorical(sentence)) return;
  for (const { start } of hits) {
    const claim = readClaim(sentence, start, knowledge);
    const [city, ...homonyms] = claim === undefined ? [] : citiesOf(claim.city);
    if (claim === undefined || city === undefined || homonyms.length > 0) continue;
    const [country, ...others] = countriesLedFrom(city.id, knowledge).flatMap((id) => knowledge.entity(id) ?? []);
    if (country?.kind !== "country" || others.length > 1 || isDistancedAt(sentence, claim.start, claim.end)) continue;
    const against = factAgainst(claim, country, city, knowledge, document.document.date);
    if (against === undefined) continue;
    const { statement, row } = against;
    yield found(
      spanOf(sentence, claim.start, claim.end),
      { claim: wordsOf(sentence, claim.start, claim.end), fact: statement },
      {
        suggest: () => repairs(sentence, claim, country),
        clues: () => [{ kind: "fact", statement, source: knowledge.citation(row) }],
      },
    );
  }
};
