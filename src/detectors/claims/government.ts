import type { Mention, Sentence } from "../../annotate/annotated.ts";
import type { Entity } from "../../knowledge/fact.ts";
import { holdsOn, type Knowledge } from "../../knowledge/knowledge.ts";
import { ask, type Candidate, type Clue, type Detection, found } from "../detector.ts";
import { around, countryOf } from "./places.ts";
import {
  type ClaimReader,
  entitiesOf,
  isDistancedAt,
  mentionFrom,
  mentionUpTo,
  spanOf,
  wordAt,
  wordsOf,
} from "./reading.ts";

/** Words for those who rule. */
export const RULERS = ["government", "regime", "authorities", "administration", "cabinet"];
const UPRISINGS = new Set(
  "insurgency rebellion insurrection uprising revolt war campaign jihad movement struggle fight offensive mutiny attacks".split(
    " ",
  ),
);
const PLACES = ["country", "territory", "region"] as const;

interface Claim {
  readonly group: Mention;
  readonly start: number;
  readonly ruler: number;
  readonly city: Mention | undefined;
  readonly end: number;
}

/** Reads "[the] GROUP government [in CITY]" around the token `ruler`. */
function readClaim(sentence: Sentence, ruler: number): Claim | undefined {
  const group = mentionUpTo(sentence, ruler);
  if (group === undefined) return undefined;
  const hasArticle = wordAt(sentence, group.start - 1) === "the";
  const isPlaced = wordAt(sentence, ruler + 1) === "in" || wordAt(sentence, ruler + 1) === "at";
  const city = isPlaced ? mentionFrom(sentence, ruler + 2) : undefined;
  return { group, start: hasArticle ? group.start - 1 : group.start, ruler, city, end: city?.end ?? ruler + 1 };
}

/** What a group governs, on a day. */
const realmOf = (group: Entity, knowledge: Knowledge, day: string | undefined): readonly string[] =>
  knowledge
    .about("governs", { subject: group.id })
    .filter((row) => holdsOn(row, day))
    .map(({ object }) => object);

function opposition(group: Entity, country: Entity | undefined, knowledge: Knowledge): Clue | undefined {
  const rows = knowledge.about("opposes", { subject: group.id });
  const row = rows.find(
    ({ object }) => country === undefined || object === country.id || knowledge.entity(object)?.country === country.id,
  );
  if (row === undefined) return undefined;
  const opposed = country ?? knowledge.entity(row.object);
  const since = row.from === undefined ? "" : ` since ${row.from.slice(0, 4)}`;
  const statement = `${group.names[0]} fights the government of ${opposed?.names[0] ?? row.object}${since}; it is not that government`;
  return { kind: "fact", statement, source: knowledge.citation(row) };
}

interface Judgement {
  readonly group: Entity;
  readonly country: Entity | undefined;
  readonly clue: Clue;
}

function judge(claim: Claim, knowledge: Knowledge, day: string | undefined): Judgement | undefined {
  const groups = entitiesOf(claim.group, ["armed-group"]);
  const city = claim.city === undefined ? undefined : entitiesOf(claim.city, ["city", "metonym", ...PLACES])[0];
  if (claim.group.form === "acronym" && claim.city === undefined) return undefined;
  if (groups.length === 0 || (claim.city !== undefined && city === undefined)) return undefined;
  const country = city === undefined ? undefined : countryOf(city, knowledge);
  for (const group of groups) {
    const realm = realmOf(group, knowledge, day);
    const isRight = city === undefined ? realm.length > 0 : around(city, knowledge).some((id) => realm.includes(id));
    if (isRight) return undefined;
  }
  for (const group of groups) {
    const clue = opposition(group, country, knowledge);
    const itsCountry = country ?? knowledge.entity(group.country ?? "");
    if (clue !== undefined) return { group, country: itsCountry, clue };
  }
  return undefined;
}

/** The start of "an insurgent movement against" before a claim, or undefined. */
function uprisingBefore(sentence: Sentence, start: number): number | undefined {
  if (wordAt(sentence, start - 1) !== "against" || !UPRISINGS.has(wordAt(sentence, start - 2))) return undefined;
  let from = start - 2;
  while (from > 0 && ["ADJ", "NOUN"].includes(sentence.tokens[from - 1]?.partOfSpeech ?? "")) from -= 1;
  return from;
}

function candidates(
  sentence: Sentence,
  claim: Claim,
  uprising: number | undefined,
  { group, country }: Judgement,
): readonly Candidate[] {
  const ruler = wordAt(sentence, claim.ruler);
  const placed = wordsOf(sentence, claim.ruler, claim.end);
  const adjective = country?.adjective[0];
  const plain = `the ${placed}`;
  const named = adjective === undefined ? [] : [`the ${adjective} ${placed}`];
  const article = wordAt(sentence, claim.group.start) === "the" || group.kind !== "armed-group" ? "" : "the ";
  if (uprising === undefined)
    return [...named, plain].map((words) => ask(words, `The ${ruler} there is not ${group.names[0]}'s.`));
  const noun = wordsOf(sentence, uprising, claim.start - 1);
  const needsThe = /^(?:the |al-|boko)/iu.test(group.names[0] ?? "") ? "" : article;
  const groupWords = wordsOf(sentence, claim.group.start, claim.group.end);
  const why = `${group.names[0]} is the one that fights; the ${ruler} is what it fights against.`;
  return [plain, ...named].map((words) => ask(`${noun} by ${needsThe}${groupWords} against ${words}`, why));
}

/** "GROUP government in CITY" where the group fights that government instead of being it. */
export const government: ClaimReader = function* (view, knowledge): Iterable<Detection> {
  const { target: sentence, document, hits } = view;
  for (const { start: index } of hits) {
    const claim = readClaim(sentence, index);
    if (claim === undefined || isDistancedAt(sentence, claim.start, claim.end)) continue;
    const judgement = judge(claim, knowledge, document.document.date);
    if (judgement === undefined) continue;
    const uprising = uprisingBefore(sentence, claim.start);
    const start = uprising ?? claim.start;
    const slots = {
      group: wordsOf(sentence, claim.group.start, claim.group.end),
      claim: wordsOf(sentence, claim.start, claim.end),
      country: judgement.country?.names[0] ?? "",
    };
    yield found(spanOf(sentence, start, claim.end), slots, {
      suggest: () => candidates(sentence, claim, uprising, judgement),
      clues: () => [judgement.clue],
    });
  }
};
