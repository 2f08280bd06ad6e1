import type { Mention, Sentence } from "../../annotate/annotated.ts";
import type { Entity, RelationRow } from "../../knowledge/fact.ts";
import { holdsOn, type Knowledge } from "../../knowledge/knowledge.ts";
import { ask, type Candidate, type Detection, found } from "../detector.ts";
import { countriesOf } from "./places.ts";
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

const OF_A_MEMBER = new Set(
  "a an the also now currently still full founding fellow new newest key one long longtime permanent founder itself already proud".split(
    " ",
  ),
);
const STATE = /^(?:states?|countr(?:y|ies)|nations?)$/u;
/** Days for which a state may be called a member before it joins, and after it has left. */
const DAYS_OF_GRACE = 120;

interface Claim {
  readonly country: Mention;
  readonly body: Mention;
  readonly isDenied: boolean;
  readonly start: number;
  readonly end: number;
}

interface Link {
  readonly country: Mention | undefined;
  readonly isDenied: boolean;
}

/** The country before “, which is not a” and the like, read backwards from a token. */
function linked(sentence: Sentence, from: number): Link {
  let at = from;
  while (OF_A_MEMBER.has(wordAt(sentence, at))) at -= 1;
  const isDenied = wordAt(sentence, at) === "not" || wordAt(sentence, at) === "n't";
  if (isDenied) at -= 1;
  while (/^(?:itself|also|currently|still)$/u.test(wordAt(sentence, at))) at -= 1;
  const isSaid = wordAt(sentence, at) === "is";
  if (isSaid) at -= 1;
  if (wordAt(sentence, at) === "which") at -= 1;
  const hasComma = wordAt(sentence, at) === ",";
  if (hasComma) at -= 1;
  return { country: isSaid || (hasComma && !isDenied) ? mentionUpTo(sentence, at + 1) : undefined, isDenied };
}

/** Whether a body's name ends the claim: no “EU's”, “EU budget”. */
function isWhole({ tokens }: Sentence, end: number): boolean {
  const next = tokens[end];
  return (
    next === undefined ||
    !(next.lower === "'s" || next.lower === "-" || /^(?:NOUN|PROPN|ADJ)$/u.test(next.partOfSpeech))
  );
}

/** “COUNTRY[, which is] [not] a member [state] of [the] BODY” and “part of”. */
function memberOf(sentence: Sentence, member: number): Claim | undefined {
  const of = STATE.test(wordAt(sentence, member + 1)) ? member + 2 : member + 1;
  if (wordAt(sentence, of) !== "of") return undefined;
  const body = mentionFrom(sentence, wordAt(sentence, of + 1) === "the" ? of + 2 : of + 1);
  const { country, isDenied } = linked(sentence, member - 1);
  if (body === undefined || country === undefined || !isWhole(sentence, body.end)) return undefined;
  return { country, body, isDenied, start: country.start, end: body.end };
}

/** “COUNTRY, [which is] [not] a BODY member” and “BODY member COUNTRY”. */
function bodyMember(sentence: Sentence, member: number): Claim | undefined {
  const body = mentionUpTo(sentence, member);
  if (body === undefined || body.form === "adjective") return undefined;
  const end = STATE.test(wordAt(sentence, member + 1)) ? member + 2 : member + 1;
  const named = mentionFrom(sentence, end);
  if (named !== undefined) {
    const isNon = wordAt(sentence, body.start - 1) === "-" && wordAt(sentence, body.start - 2) === "non";
    return { country: named, body, isDenied: isNon, start: body.start, end: named.end };
  }
  const { country, isDenied } = linked(sentence, body.start - 1);
  return country === undefined ? undefined : { country, body, isDenied, start: country.start, end };
}

const daysAround = (day: string, days: number): string => {
  const time = Date.parse(day) + days * 86_400_000;
  return new Date(time).toISOString().slice(0, 10);
};

/** Whether a country may be called a member, or no member, on a day; without a day only what always held is judged. */
function contradicts(rows: readonly RelationRow[], isDenied: boolean, day: string | undefined): boolean {
  if (rows.some(({ loosely, ...row }) => loosely === true && (day === undefined || nearly(row, day)))) return false;
  if (isDenied) return day !== undefined && rows.some((row) => holdsOn(row, day) && holdsOn(row, daysAround(day, -7)));
  return rows.every((row) => day !== undefined && !nearly(row, day));
}

const nearly = (row: Omit<RelationRow, "loosely">, day: string): boolean =>
  [-DAYS_OF_GRACE, 0, DAYS_OF_GRACE].some((days) => holdsOn(row, daysAround(day, days)));

/** A body's name with its article: “the African Union”, “NATO”. */
const named = ({ names: [name = ""] }: Entity): string => (name.includes(" ") ? `the ${name}` : name);

function statementOf(rows: readonly RelationRow[], country: Entity, body: Entity): string {
  const [name = "", where = ""] = [country.names[0], named(body)];
  const row = rows.at(-1);
  if (row === undefined) return `${name} is no member of ${where}`;
  const since = row.from === undefined ? "" : ` from ${row.from}`;
  return row.to === undefined
    ? `${name} is a member of ${where}${row.from === undefined ? "" : ` since ${row.from}`}`
    : `${name} was a member of ${where}${since} to ${row.to}`;
}

/** The other bodies that a country belongs to, best known first. */
const bodiesOf = (country: Entity, knowledge: Knowledge, day: string | undefined): readonly Entity[] =>
  knowledge
    .about("member-of", { subject: country.id })
    .filter((row) => row.loosely !== true && (day === undefined ? row.to === undefined : holdsOn(row, day)))
    .flatMap(({ object }) => knowledge.entity(object) ?? []);

function repairs(
  sentence: Sentence,
  claim: Claim,
  country: Entity,
  knowledge: Knowledge,
  day: string | undefined,
): readonly Candidate[] {
  const words = wordsOf(sentence, claim.start, claim.end);
  if (claim.isDenied)
    return [
      ask(words.replace(/ (?:is not|isn['’]t) /u, " is ").replace(/\bnon-/u, ""), "It is a member."),
      ask(words.replace(/ (?:is not|isn['’]t) /u, " is now ").replace(/\bnon-/u, ""), "It is a member."),
    ];
  const isApposed = /, (?:an? |the )/u.test(words);
  const denied = isApposed
    ? words.replace(/, (?=an? |the )/u, ", which is not ")
    : words.replace(/ is (?=an? )/u, " is not ");
  return [
    ...(denied === words ? [] : [ask(denied, "It is no member.")]),
    ...bodiesOf(country, knowledge, day)
      .slice(0, 2)
      .map((body) =>
        ask(
          reworded(sentence, [claim.start, claim.end], [[claim.body, body.acronyms[0] ?? body.names[0] ?? ""]]),
          `${country.names[0]} is a member of it.`,
        ),
      ),
  ];
}

/** A country called a member of a body to which it does not belong on the day, or no member of one to which it does. */
export const membership: ClaimReader = function* (
  { target: sentence, document, hits },
  knowledge,
): Iterable<Detection> {
  const day = document.document.date;
  for (const { start } of hits) {
    const claim =
      memberOf(sentence, start) ?? (wordAt(sentence, start) === "part" ? undefined : bodyMember(sentence, start));
    if (claim === undefined || claim.country.form !== "name") continue;
    const [country, ...homonyms] = countriesOf(claim.country);
    const bodies = entitiesOf(claim.body, ["organisation"]);
    const [body] = bodies;
    if (
      country?.kind !== "country" ||
      homonyms.length > 0 ||
      body === undefined ||
      bodies.length < claim.body.entities.length
    )
      continue;
    if (knowledge.about("member-of", { object: body.id }).length === 0 || bodies.length > 1) continue;
    const rows = knowledge.about("member-of", { subject: country.id, object: body.id });
    if (!contradicts(rows, claim.isDenied, day) || isDistancedAt(sentence, claim.start, claim.end)) continue;
    const statement = statementOf(rows, country, body);
    const source = knowledge.citation(rows[0] ?? body);
    yield found(
      spanOf(sentence, claim.start, claim.end),
      { claim: wordsOf(sentence, claim.start, claim.end), fact: statement },
      {
        suggest: () => repairs(sentence, claim, country, knowledge, day),
        clues: () => [{ kind: "fact", statement, source }],
      },
    );
  }
};
