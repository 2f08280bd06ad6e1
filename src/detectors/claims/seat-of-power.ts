import type { Mention, Sentence } from "../../annotate/annotated.ts";
import type { Entity } from "../../knowledge/fact.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { ask, type Candidate, type Clue, type Detection, found } from "../detector.ts";
import { around, capitalName, capitalRows, citiesOf, countriesLedFrom, countriesOf } from "./places.ts";
import {
  type ClaimReader,
  isDistancedAt,
  isHistorical,
  mentionFrom,
  mentionUpTo,
  reworded,
  spanOf,
  wordAt,
  wordsOf,
} from "./reading.ts";

/** Bodies that sit in the capital of their own country. */
export const BODIES =
  "government parliament cabinet regime ministry authorities senate legislature junta presidency bank fund court assembly congress palace".split(
    " ",
  );
const OF_A_BODY = new Set(
  "federal interim transitional coalition military civilian central foreign interior defence defense finance health justice education trade energy culture supreme constitutional national caretaker provisional communist conservative ruling new current sovereign wealth reserve electoral presidential royal 's".split(
    " ",
  ),
);
/** Bodies of these names are a country's own only with a word before them: “central bank”, “Supreme Court”. */
const NEEDS_WORD: ReadonlyMap<string, RegExp> = new Map([
  ["bank", /^(?:central|national|reserve)$/u],
  ["fund", /^wealth$/u],
  ["court", /^(?:supreme|constitutional)$/u],
  ["assembly", /^national$/u],
  ["palace", /^(?:presidential|royal)$/u],
]);
/** Governments meet, sign and are represented abroad. */
const ABROAD =
  /\b(?:talk(?:s|ed|ing)?|negotiat\w*|meet(?:s|ing|ings)?|met|summits?|conferences?|deals?|accords?|agreements?|agreed|sign\w*|ceasefires?|truces?|peace|mediat(?:ion|ors?|ed)|host\w*|delegat\w*|embass\w*|consul\w*|visit\w*|overseas|abroad|annex\w*|invad\w*|backed|installed|puppet|lobby\w*|exhibit\w*|sued?|lawsuit)\b/iu;

interface Claim {
  readonly owner: Mention;
  readonly city: Mention;
  readonly start: number;
  readonly end: number;
}

/** The first token of the words between an owner and its body: “interim”, “Foreign”. */
function ownerEnd(sentence: Sentence, body: number): number {
  let from = body;
  while (body - from < 3 && OF_A_BODY.has(wordAt(sentence, from - 1)) && wordAt(sentence, from - 1) !== "'s") from -= 1;
  return wordAt(sentence, from - 1) === "'s" ? from - 1 : from;
}

/** “[the] DEMONYM [interim] government in CITY”, “COUNTRY's government in CITY”, “the government of COUNTRY in CITY”. */
function readClaim(sentence: Sentence, body: number): Claim | undefined {
  const needed = NEEDS_WORD.get(wordAt(sentence, body));
  if (needed !== undefined && !needed.test(wordAt(sentence, body - 1))) return undefined;
  const isOf = wordAt(sentence, body + 1) === "of";
  const end = ownerEnd(sentence, body);
  const owner = isOf ? mentionFrom(sentence, body + 2) : mentionUpTo(sentence, end);
  if (owner === undefined) return undefined;
  const isPossessive = wordAt(sentence, end) === "'s";
  if (owner.form !== (isOf || isPossessive ? "name" : "adjective")) return undefined;
  const link = isOf ? owner.end : body + 1;
  const city = cityAfter(sentence, link);
  if (city === undefined || /^\p{Lu}/u.test(sentence.tokens[city.end]?.text ?? "")) return undefined;
  return { owner, city, start: isOf ? body : owner.start, end: city.end };
}

const PLACED =
  /^(?:which|that|whose|seat|is|was|are|were|based|sits?|sitting|meets|convenes|convened|managed|run|governed|led|headquartered|seated|housed|situated|located|itself|usually|normally|now|has|its|headquarters)$/u;
const MOST_LINK_WORDS = 6;

/** The city of “in CITY” and of “, which sits in CITY”. */
function cityAfter(sentence: Sentence, link: number): Mention | undefined {
  let at = link;
  const isApart = wordAt(sentence, at) === ",";
  if (isApart) at += 1;
  while (isApart && at - link < MOST_LINK_WORDS && PLACED.test(wordAt(sentence, at))) at += 1;
  const isPlaced = wordAt(sentence, at) === "in" || (isApart && wordAt(sentence, at) === "from");
  return isPlaced && (!isApart || at > link + 1) ? mentionFrom(sentence, at + 1) : undefined;
}

/** Whether a city is the capital of countries that are not those a claim names. */
function isElsewhere(city: Entity, countries: readonly Entity[], knowledge: Knowledge): boolean {
  const place = around(city, knowledge);
  const led = countriesLedFrom(city.id, knowledge);
  return (
    led.length > 0 &&
    countries.every(
      ({ id, country }) =>
        !place.includes(id) &&
        !led.includes(id) &&
        !place.includes(country ?? "") &&
        knowledge.about("former-capital-of", { subject: city.id, object: id }).length === 0,
    )
  );
}

function repairs(
  sentence: Sentence,
  claim: Claim,
  country: Entity,
  host: Entity,
  knowledge: Knowledge,
): readonly Candidate[] {
  const whole = [claim.start, claim.end] as const;
  const capital = capitalName(country.id, knowledge);
  const owner = claim.owner.form === "adjective" ? host.adjective[0] : host.names[0];
  const city = wordsOf(sentence, claim.city.start, claim.city.end);
  return [
    ...(owner === undefined
      ? []
      : [ask(reworded(sentence, whole, [[claim.owner, owner]]), `${city} is the capital of ${host.names[0]}.`)]),
    ...(capital === undefined
      ? []
      : [ask(reworded(sentence, whole, [[claim.city, capital]]), `${capital} is the capital of ${country.names[0]}.`)]),
  ];
}

const evidence = (city: Entity, country: Entity, host: Entity, knowledge: Knowledge): readonly Clue[] =>
  [host, country].flatMap(({ id, names }) =>
    capitalRows(id, knowledge)
      .slice(0, 1)
      .map((row) => ({
        kind: "fact" as const,
        statement: `${knowledge.entity(row.subject)?.names[0] ?? city.names[0]} is the capital of ${names[0]}`,
        source: knowledge.citation(row),
      })),
  );

/** Whether the words around a claim tell of a body that is abroad. */
const isAbroad = (sentence: Sentence, { start, end }: Claim): boolean =>
  ABROAD.test(`${wordsOf(sentence, 0, start)} ${wordsOf(sentence, end, sentence.tokens.length)}`);

/** A government, parliament or ministry of one country placed in the capital of another. */
export const seatOfPower: ClaimReader = function* ({ target: sentence, hits }, knowledge): Iterable<Detection> {
  if (isHistorical(sentence)) return;
  for (const { start: body } of hits) {
    const claim = readClaim(sentence, body);
    if (claim === undefined || isDistancedAt(sentence, claim.start, claim.end) || isAbroad(sentence, claim)) continue;
    const countries = countriesOf(claim.owner);
    const cities = citiesOf(claim.city);
    const [country, city] = [countries[0], cities[0]];
    if (country === undefined || city === undefined) continue;
    if (!cities.every((each) => isElsewhere(each, countries, knowledge))) continue;
    const host = knowledge.entity(countriesLedFrom(city.id, knowledge)[0] ?? "");
    if (host === undefined) continue;
    const slots = {
      claim: wordsOf(sentence, claim.start, claim.end),
      city: wordsOf(sentence, claim.city.start, claim.city.end),
      country: country.names[0] ?? "",
      host: host.names[0] ?? "",
    };
    yield found(spanOf(sentence, claim.start, claim.end), slots, {
      suggest: () => repairs(sentence, claim, country, host, knowledge),
      clues: () => evidence(city, country, host, knowledge),
    });
  }
};
