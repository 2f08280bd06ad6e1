import type { Mention, Sentence } from "../../annotate/annotated.ts";
import type { Entity } from "../../knowledge/fact.ts";
import { ask, type Detection, found } from "../detector.ts";
import { liesOutside, whereItLies } from "./demonym.ts";
import { citiesOf, countriesOf, countryOf } from "./places.ts";
import {
  type ClaimReader,
  isDistancedAt,
  isHistorical,
  mentionFrom,
  reworded,
  spanOf,
  wordAt,
  wordsOf,
} from "./reading.ts";

const DIRECTION =
  /^(?:(?:north|south)(?:east|west)?ern|(?:ea|we)stern|central|the|far|upper|lower|(?:north|south)-(?:ea|we)stern)$/u;
const PLACE_WORDS = new Set(
  "in from to at near outside around of across through towards toward leaving reached inside".split(" "),
);

interface Claim {
  readonly city: Mention;
  readonly country: Mention;
  readonly end: number;
}

/** “in CITY, COUNTRY,”, “in CITY, [in] northern COUNTRY” and “in CITY in northern COUNTRY”, but no list of places. */
function readClaim(sentence: Sentence, city: Mention): Claim | undefined {
  const hasComma = wordAt(sentence, city.end) === ",";
  let at = city.end + (hasComma ? 1 : 0);
  const hasIn = wordAt(sentence, at) === "in";
  if (hasIn) at += 1;
  const from = at;
  while (DIRECTION.test(wordAt(sentence, at)) || (at > from && wordAt(sentence, at) === "-")) at += 1;
  const country = mentionFrom(sentence, at);
  const hasDirection = at > from && wordAt(sentence, from) !== "the";
  if (country?.form !== "name" || (!hasComma && !(hasIn && hasDirection))) return undefined;
  const isPlaced = PLACE_WORDS.has(wordAt(sentence, city.start - 1));
  if (!isPlaced || wordAt(sentence, city.start - 2) === "(") return undefined;
  const next = wordAt(sentence, country.end);
  const afterNext = sentence.tokens[country.end + 1];
  const goesOn =
    ["and", "or", "&", "'s", "-", "to", "as"].includes(next) ||
    /^\p{Lu}/u.test(sentence.tokens[country.end]?.text ?? "") ||
    (next === "," &&
      (afterNext?.lower === "and" || afterNext?.lower === "or" || /^\p{Lu}/u.test(afterNext?.text ?? "")));
  const isClosed = next === "" || /^[.,;:)!?–—]$/u.test(next) || hasIn || hasDirection;
  return goesOn || !isClosed ? undefined : { city, country, end: country.end };
}

/** Whether the places before a city are a list that it ends: “from Rome, Paris, Germany”. */
const isListed = (sentence: Sentence, { start }: Mention): boolean =>
  sentence.mentions.some(({ end }) => end === start - 1 && [",", "and", "or"].includes(wordAt(sentence, start - 1)));

const nameOf = (host: Entity): string => {
  const [name = ""] = host.names;
  return /^(?:United|Netherlands|Philippines|Bahamas|Gambia|Maldives|Democratic|Republic|Central African)/u.test(name)
    ? `the ${name}`
    : name;
};

/** A city placed in a country in which it does not lie. */
export const inside: ClaimReader = function* ({ target: sentence }, knowledge): Iterable<Detection> {
  for (const mention of sentence.mentions) {
    const cities = citiesOf(mention);
    const [city] = cities;
    if (city === undefined) continue;
    const claim = readClaim(sentence, mention);
    if (claim === undefined || isListed(sentence, mention) || isHistorical(sentence)) continue;
    const countries = countriesOf(claim.country);
    const host = countryOf(city, knowledge);
    if (countries[0] === undefined || host === undefined || !liesOutside(cities, countries, knowledge)) continue;
    if (isDistancedAt(sentence, mention.start, claim.end)) continue;
    const lying = whereItLies(city, host, knowledge);
    yield found(
      spanOf(sentence, mention.start, claim.end),
      {
        city: wordsOf(sentence, mention.start, mention.end),
        country: countries[0].names[0] ?? "",
        host: nameOf(host),
      },
      {
        suggest: () => [
          ask(reworded(sentence, [mention.start, claim.end], [[claim.country, nameOf(host)]]), `${lying.statement}.`),
        ],
        clues: () => [lying],
      },
    );
  }
};
