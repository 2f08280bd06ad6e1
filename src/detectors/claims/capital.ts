import type { Mention, Sentence } from "../../annotate/annotated.ts";
import type { Entity } from "../../knowledge/fact.ts";
import { holdsOn, type Knowledge } from "../../knowledge/knowledge.ts";
import { ask, type Candidate, type Detection, found } from "../detector.ts";
import {
  type ClaimReader,
  entitiesOf,
  isDistancedAt,
  isHistorical,
  mentionFrom,
  mentionUpTo,
  reworded,
  spanOf,
  wordAt,
  wordsOf,
} from "./reading.ts";

interface Claim {
  readonly city: Mention;
  readonly country: Mention;
  readonly start: number;
  readonly end: number;
}

/** After the city of "the Kenyan capital, Nairobi": a mark, a preposition or the end, so that the city is no new subject. */
const closesApposition = (sentence: Sentence, index: number): boolean => {
  const next = sentence.tokens[index];
  return next === undefined || next.kind === "mark" || next.partOfSpeech === "ADP" || next.lower === "and";
};

/** "the capital of COUNTRY, CITY,". */
function cityAfterCountry(sentence: Sentence, capital: number): Claim | undefined {
  if (wordAt(sentence, capital + 1) !== "of") return undefined;
  const country = mentionFrom(sentence, capital + 2);
  if (country?.form !== "name" || wordAt(sentence, country.end) !== ",") return undefined;
  const city = mentionFrom(sentence, country.end + 1);
  if (city?.form !== "name" || !/^(?:[,.;)]|)$/u.test(wordAt(sentence, city.end))) return undefined;
  const isList = wordAt(sentence, city.end) === "," && sentence.mentions.some(({ start }) => start === city.end + 1);
  return isList ? undefined : { city, country, start: capital, end: city.end };
}

/** "DEMONYM capital[,] CITY", "DEMONYM capital of CITY" and "COUNTRY's capital[,] CITY". */
function cityAfter(sentence: Sentence, capital: number): Claim | undefined {
  const isPossessive = wordAt(sentence, capital - 1) === "'s";
  const country = mentionUpTo(sentence, isPossessive ? capital - 1 : capital);
  if (country === undefined || (isPossessive ? country.form !== "name" : country.form !== "adjective"))
    return undefined;
  const last = wordAt(sentence, capital + 1) === "city" ? capital + 1 : capital;
  const isLinked = /^(?:,|of)$/u.test(wordAt(sentence, last + 1));
  const city = mentionFrom(sentence, last + (isLinked ? 2 : 1));
  if (city === undefined || city.form !== "name" || !closesApposition(sentence, city.end)) return undefined;
  return { city, country, start: country.start, end: city.end };
}

/** "CITY, COUNTRY's capital". */
function possessed(sentence: Sentence, capital: number): Claim | undefined {
  const country = wordAt(sentence, capital - 1) === "'s" ? mentionUpTo(sentence, capital - 1) : undefined;
  if (country?.form !== "name" || wordAt(sentence, country.start - 1) !== ",") return undefined;
  const city = mentionUpTo(sentence, country.start - 1);
  if (city?.form !== "name" || !/^(?:[,.;)]|)$/u.test(wordAt(sentence, capital + 1))) return undefined;
  return { city, country, start: city.start, end: capital + 1 };
}

/** "CITY, the DEMONYM capital", "CITY, [the] capital of COUNTRY" and "CITY is the capital of COUNTRY". */
function cityBefore(sentence: Sentence, capital: number): Claim | undefined {
  const demonym = mentionUpTo(sentence, capital);
  const isOf = wordAt(sentence, capital + 1) === "of";
  const country = isOf ? mentionFrom(sentence, capital + 2) : demonym;
  if (country === undefined || (isOf ? country.form !== "name" : country.form !== "adjective")) return undefined;
  let link = isOf ? capital - 1 : country.start - 1;
  if (wordAt(sentence, link) === "the") link -= 1;
  const isSaid = /^(?:is|remains)$/u.test(wordAt(sentence, link));
  const isRelative = isSaid && wordAt(sentence, link - 1) === "which" && wordAt(sentence, link - 2) === ",";
  if (isRelative) link -= 2;
  const isJoined = wordAt(sentence, link) === "," || isSaid;
  const city = isJoined ? mentionUpTo(sentence, link) : undefined;
  if (city === undefined || city.form !== "name" || ["in", "from", "near"].includes(wordAt(sentence, city.start - 2)))
    return undefined;
  return { city, country, start: city.start, end: isOf ? country.end : capital + 1 };
}

/** “The capital of COUNTRY is CITY” and “COUNTRY, whose capital is CITY”. */
function stated(sentence: Sentence, capital: number): Claim | undefined {
  const isWhose = wordAt(sentence, capital - 1) === "whose";
  const comma = wordAt(sentence, capital - 2) === "," ? capital - 2 : capital - 1;
  const country = isWhose
    ? mentionUpTo(sentence, comma)
    : wordAt(sentence, capital + 1) === "of"
      ? mentionFrom(sentence, capital + 2)
      : undefined;
  const verb = isWhose ? capital + 1 : (country?.end ?? 0);
  const city = wordAt(sentence, verb) === "is" ? mentionFrom(sentence, verb + 1) : undefined;
  if (country?.form !== "name" || city?.form !== "name" || !closesApposition(sentence, city.end)) return undefined;
  return { city, country, start: Math.min(country.start, capital), end: city.end };
}

const capitalsOf = (country: Entity, knowledge: Knowledge) => [
  ...knowledge.about("capital-of", { object: country.id }),
  ...knowledge.about("seat-of-government", { object: country.id }),
];

function isTrue(city: Entity, country: Entity, knowledge: Knowledge, day: string | undefined): boolean {
  const former = knowledge.about("former-capital-of", { object: country.id });
  return (
    capitalsOf(country, knowledge).some(({ subject }) => subject === city.id) ||
    former.some((row) => row.subject === city.id && (day === undefined || holdsOn(row, day)))
  );
}

const readClaim = (sentence: Sentence, index: number): Claim | undefined =>
  cityAfter(sentence, index) ??
  cityAfterCountry(sentence, index) ??
  possessed(sentence, index) ??
  stated(sentence, index) ??
  cityBefore(sentence, index);

/** The claim with the right capital, and with the country whose capital the city is. */
function repairs(
  sentence: Sentence,
  claim: Claim,
  { city, country, right }: { readonly city: Entity; readonly country: Entity; readonly right: string },
  knowledge: Knowledge,
): readonly Candidate[] {
  const range = [claim.start, claim.end] as const;
  const own = knowledge.entity(city.country ?? "");
  const isCapital = own !== undefined && capitalsOf(own, knowledge).some(({ subject }) => subject === city.id);
  const named = claim.country.form === "adjective" ? own?.adjective[0] : own?.names[0];
  return [
    ask(reworded(sentence, range, [[claim.city, right]]), `${right} is the capital of ${country.names[0]}.`),
    ...(isCapital && named !== undefined
      ? [
          ask(
            reworded(sentence, range, [[claim.country, named]]),
            `${city.names[0]} is the capital of ${own?.names[0]}.`,
          ),
        ]
      : []),
  ];
}

/** A city called the capital of a country whose capital it is not. */
export const capital: ClaimReader = function* ({ target: sentence, document, hits }, knowledge): Iterable<Detection> {
  for (const { start: index } of hits) {
    const claim = readClaim(sentence, index);
    if (claim === undefined || isDistancedAt(sentence, claim.start, claim.end) || isHistorical(sentence)) continue;
    const cities = entitiesOf(claim.city, ["city"]);
    const countries = entitiesOf(claim.country, ["country", "territory"]);
    const { date } = document.document;
    const isRight = cities.some((each) => countries.some((country) => isTrue(each, country, knowledge, date)));
    const [[city], [country]] = [cities, countries];
    const rows = country === undefined ? [] : capitalsOf(country, knowledge);
    const row = rows.findLast(({ to }) => to === undefined);
    if (city === undefined || isRight || country === undefined || row === undefined) continue;
    const right = knowledge.entity(row.subject)?.names[0] ?? row.subject;
    const statement = `The capital of ${country.names[0]} is ${right}`;
    yield found(
      spanOf(sentence, claim.start, claim.end),
      {
        city: wordsOf(sentence, claim.city.start, claim.city.end),
        country: country.names[0] ?? "",
        capital: right,
      },
      {
        suggest: () => repairs(sentence, claim, { city, country, right }, knowledge),
        clues: () => [{ kind: "fact", statement, source: knowledge.citation(row) }],
      },
    );
  }
};
