import type { Sentence } from "../../annotate/annotated.ts";
import type { Entity, RelationRow } from "../../knowledge/fact.ts";
import { holdsOn, type Knowledge } from "../../knowledge/knowledge.ts";
import { ask, type Candidate, type Clue, type Detection, found } from "../detector.ts";
import { HEADS, type OfficeClaim, readOffice } from "./office-reading.ts";
import { type ClaimReader, isDistancedAt, reworded, spanOf, wordAt, wordsOf } from "./reading.ts";

const DAY_IN_MILLISECONDS = 86_400_000;
/** Those elected, and those just gone, are often called by the office. */
const DAYS_BEFORE = 90;
const DAYS_AFTER = 30;

const daysFrom = (from: string, to: string): number =>
  (Date.parse(to.padEnd(10, "-01").slice(0, 10)) - Date.parse(from.padEnd(10, "-01").slice(0, 10))) /
  DAY_IN_MILLISECONDS;

const monthsOf = (day: string): string => (day.length === 4 ? `${day}-01-01` : day.length === 7 ? `${day}-01` : day);

/** Whether somebody may be called by an office on a day. */
const nearly = (row: RelationRow, day: string): boolean =>
  holdsOn(row, day) ||
  (row.from !== undefined && day < row.from && daysFrom(day, monthsOf(row.from)) <= DAYS_BEFORE) ||
  (row.to !== undefined &&
    day > row.to &&
    daysFrom(monthsOf(row.to), day) <= DAYS_AFTER + (row.to.length === 4 ? 365 : 31));

type Verdict = "never" | "not yet" | "no longer";

const isSameOffice = (office: string, { office: held = "" }: RelationRow): boolean =>
  held === office || (office === "leader" && HEADS.has(held));

/** Why a person cannot be meant, or undefined where they may be. */
function verdictOn(
  person: Entity,
  { office, owner, name }: OfficeClaim,
  knowledge: Knowledge,
  day: string | undefined,
): Verdict | undefined {
  const rows = knowledge.about("holds", { subject: person.id });
  const owners = owner?.entities.map(({ id }) => id) ?? [];
  const held = rows.filter((row) => isSameOffice(office, row) && (owner === undefined || owners.includes(row.object)));
  if (held.length > 0) {
    if (day === undefined || held.some((row) => nearly(row, day))) return undefined;
    return held.every(({ from }) => from !== undefined && from > day) ? "not yet" : "no longer";
  }
  if (rows.length === 0) return undefined;
  if (owner === undefined) return name.isFull && rows.some((row) => HEADS.has(row.office ?? "")) ? "never" : undefined;
  const isElsewhere = rows.every(({ object }) => !owners.includes(object)) && name.isFull;
  const others = owners.flatMap((id) => knowledge.about("holds", { object: id }));
  const isJudged = others.some((row) => isSameOffice(office, row) && (day === undefined || holdsOn(row, day)));
  const isWithin = owner.entities.some(({ country }) => rows.some(({ object }) => object === country));
  if (office === "leader" && isWithin) return undefined;
  if (office === "leader")
    return isElsewhere && rows.some((row) => HEADS.has(row.office ?? "")) && leadsNothing(person, owners, knowledge)
      ? "never"
      : undefined;
  return isJudged ||
    (isElsewhere && others.length > 0 && HEADS.has(office) && owner.entities.every(({ kind }) => kind === "country"))
    ? "never"
    : undefined;
}

const leadsNothing = (person: Entity, owners: readonly string[], knowledge: Knowledge): boolean =>
  knowledge
    .about("leads", { subject: person.id })
    .every(({ object }) => !owners.includes(object) && !owners.includes(knowledge.entity(object)?.country ?? ""));

const PAST =
  /\b(?:(?:19|20)\d\d|ago|at the time|earlier|last (?:year|decade)|when|during|while|under|years?|decade|history|was|were|had|in office|predecessor|successor|elections?|elected|ousted|resign\w*|deposed|toppled|jailed|imprison\w*|convicted|arrest\w*|trial|court|died|death|killed|assassinat\w*|memoirs?)\b/iu;

/** The holder of the claimed office on the day, or today's. */
function rightRow(
  { office, owner }: OfficeClaim,
  knowledge: Knowledge,
  day: string | undefined,
): RelationRow | undefined {
  const rows = (owner?.entities ?? [])
    .flatMap(({ id }) => knowledge.about("holds", { object: id }))
    .filter((row) => isSameOffice(office, row));
  return day === undefined ? rows.find(({ to }) => to === undefined) : rows.find((row) => holdsOn(row, day));
}

/** The office a person does hold, on the day or at all. */
function ownRow(person: Entity, knowledge: Knowledge, day: string | undefined): RelationRow | undefined {
  const rows = knowledge.about("holds", { subject: person.id });
  return (
    (day === undefined ? undefined : rows.find((row) => holdsOn(row, day))) ??
    rows.findLast((row) => HEADS.has(row.office ?? "")) ??
    rows[0]
  );
}

const capitalised = (office: string, like: string): string =>
  /^\p{Lu}/u.test(like) ? office.replace(/(?<=^|[ -])\p{L}/gu, (letter) => letter.toUpperCase()) : office;

function repairs(
  sentence: Sentence,
  claim: OfficeClaim,
  knowledge: Knowledge,
  own: RelationRow | undefined,
  right: RelationRow | undefined,
): readonly Candidate[] {
  const range = [claim.start, claim.end] as const;
  const { owner, title, name, office } = claim;
  const rightName = knowledge.entity(right?.subject ?? "")?.names[0];
  const country = knowledge.entity(own?.object ?? "");
  const ownerWords = owner?.form === "adjective" ? (country?.adjective[0] ?? country?.names[0]) : country?.names[0];
  const titleWords =
    own?.office === undefined ? undefined : capitalised(own.office, wordsOf(sentence, title.start, title.end));
  const isOwnerElsewhere =
    owner !== undefined &&
    owner.start >= claim.start &&
    country !== undefined &&
    !owner.entities.some(({ id }) => id === country.id);
  const isTitleOther = own?.office !== undefined && own.office !== office && office !== "leader";
  const changes = [
    ...(isOwnerElsewhere && ownerWords !== undefined ? [[owner, ownerWords] as const] : []),
    ...(isTitleOther && titleWords !== undefined ? [[title, titleWords] as const] : []),
  ];
  return [
    ...(changes.length > 0 ? [ask(reworded(sentence, range, changes), `${statementOf(own, knowledge)}.`)] : []),
    ...(rightName === undefined
      ? []
      : [ask(reworded(sentence, range, [[name, rightName]]), `${statementOf(right, knowledge)}.`)]),
  ];
}

function statementOf(row: RelationRow | undefined, knowledge: Knowledge): string {
  if (row === undefined) return "";
  const [who = row.subject] = knowledge.entity(row.subject)?.names ?? [];
  const [where = row.object] = knowledge.entity(row.object)?.names ?? [];
  const since = row.from === undefined ? "" : ` from ${row.from}`;
  const until = row.to === undefined ? "" : ` to ${row.to}`;
  return `${who} ${row.to === undefined ? "is" : "was"} ${row.office ?? "head"} of ${where}${since}${until}`;
}

const evidence = (rows: readonly (RelationRow | undefined)[], knowledge: Knowledge): readonly Clue[] =>
  rows.flatMap((row) =>
    row === undefined
      ? []
      : [{ kind: "fact" as const, statement: statementOf(row, knowledge), source: knowledge.citation(row) }],
  );

const CERTAINTY: Readonly<Record<Verdict, number>> = { never: 1, "not yet": 0.95, "no longer": 0.75 };

/** A known person given an office that is, or then was, another's. */
export const office: ClaimReader = function* ({ target: sentence, document, hits }, knowledge): Iterable<Detection> {
  const day = document.document.date;
  for (const { start } of hits) {
    const claim = readOffice(sentence, start, knowledge);
    if (claim === undefined) continue;
    const hasModifier =
      claim.owner === undefined && /^(?:NOUN|PROPN|ADJ)$/u.test(sentence.tokens[claim.start - 1]?.partOfSpeech ?? "");
    if (hasModifier || (claim.owner === undefined && /^(?:'s|-|of)$/u.test(wordAt(sentence, claim.start - 1))))
      continue;
    const verdicts = claim.name.persons.map((person) => verdictOn(person, claim, knowledge, day));
    const [verdict] = verdicts;
    const [person] = claim.name.persons;
    if (verdict === undefined || person === undefined || verdicts.includes(undefined)) continue;
    if (verdict === "no longer" && PAST.test(sentence.text.slice(sentence.span.start, sentence.span.end))) continue;
    if (isDistancedAt(sentence, claim.start, claim.end)) continue;
    const [own, right] = [ownRow(person, knowledge, day), rightRow(claim, knowledge, day)];
    yield found(
      spanOf(sentence, claim.start, claim.end),
      { claim: wordsOf(sentence, claim.start, claim.end), fact: statementOf(right ?? own, knowledge) },
      {
        certainty: CERTAINTY[verdict],
        suggest: () => repairs(sentence, claim, knowledge, own, right),
        clues: () => evidence([right, own], knowledge),
      },
    );
  }
};
