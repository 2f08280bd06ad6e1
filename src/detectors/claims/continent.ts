import type { Mention, Sentence } from "../../annotate/annotated.ts";
import type { Entity } from "../../knowledge/fact.ts";
import { ask, type Detection, found } from "../detector.ts";
import { countriesOf } from "./places.ts";
import { type ClaimReader, isDistancedAt, mentionFrom, mentionUpTo, spanOf, wordAt } from "./reading.ts";

/** What countries of a part of the world are called, with the continents they lie in. */
const PARTS: readonly (readonly [adjective: string, continents: readonly string[]])[] = [
  ["South American", ["South America"]],
  ["North American", ["North America"]],
  ["Central American", ["North America"]],
  ["Latin American", ["South America", "North America"]],
  ["African", ["Africa"]],
  ["Asian", ["Asia"]],
  ["European", ["Europe"]],
  ["Pacific", ["Oceania", "Asia", "North America", "South America"]],
];
const COUNTRY = /^(?:countr(?:y|ies)|nations?|states?|republics?|kingdoms?)$/u;

interface Claim {
  readonly part: (typeof PARTS)[number];
  readonly start: number;
  readonly end: number;
}

/** “South American country”, ending before the token `end`. */
function partUpTo(sentence: Sentence, noun: number): Claim | undefined {
  const words = [wordAt(sentence, noun - 2), wordAt(sentence, noun - 1)];
  const part = PARTS.find(([adjective]) => {
    const wanted = adjective.toLowerCase().split(" ");
    return wanted.every((word, index) => words.slice(-wanted.length)[index] === word);
  });
  if (part === undefined) return undefined;
  return { part, start: noun - part[0].split(" ").length, end: noun + 1 };
}

/** The country a claim is about: “COUNTRY, an African nation”, “COUNTRY is one of several African countries”, “the African nation [of] COUNTRY”. */
function countryFor(sentence: Sentence, { start, end }: Claim): Mention | undefined {
  let link = start - 1;
  while (
    link > 0 &&
    /^(?:the|an?|one|of|several|many|few|small|poor|landlocked|large|largest|other|first|two|three|four|five|most|populous|richest|poorest|island|west|east|north|south|southern|northern|western|eastern|tiny)$/u.test(
      wordAt(sentence, link),
    )
  )
    link -= 1;
  const hasLink = link < start - 1 && /^(?:,|is|was|became|are)$/u.test(wordAt(sentence, link));
  const before = hasLink ? mentionUpTo(sentence, link) : undefined;
  if (before !== undefined)
    return /^(?:with|and|in|from|to)$/u.test(wordAt(sentence, before.start - 1)) ? undefined : before;
  return mentionFrom(sentence, wordAt(sentence, end) === "of" || wordAt(sentence, end) === "," ? end + 1 : end);
}

/** Whether a country lies in one of some continents or reaches into it; also where nobody says. */
const liesIn = ({ continent: own, "also-in": others }: Entity, continents: readonly string[]): boolean =>
  own === undefined || [own, ...others].some((each) => continents.includes(each));

/** A country said to lie on another continent. */
export const continent: ClaimReader = function* ({ target: sentence, hits }, knowledge): Iterable<Detection> {
  for (const { start: noun } of hits) {
    if (!COUNTRY.test(wordAt(sentence, noun))) continue;
    const claim = partUpTo(sentence, noun);
    const mention = claim === undefined ? undefined : countryFor(sentence, claim);
    if (claim === undefined || mention?.form !== "name") continue;
    const countries = countriesOf(mention);
    const [country] = countries;
    if (country?.continent === undefined) continue;
    const isRight = countries.some((each) => liesIn(each, claim.part[1]));
    if (isRight || isDistancedAt(sentence, Math.min(mention.start, claim.start), claim.start)) continue;
    const right = PARTS.find(([, continents]) => continents[0] === country.continent)?.[0];
    const written = spanOf(sentence, claim.start, claim.end);
    const word = wordAt(sentence, claim.start - 1);
    const hasArticle = word === "a" || word === "an";
    const article = /^[AE](?!uro)/u.test(right ?? "") ? "an" : "a";
    const rest = sentence.text.slice(spanOf(sentence, noun, noun + 1).start, written.end);
    yield found(
      spanOf(sentence, hasArticle ? claim.start - 1 : claim.start, claim.end),
      { country: country.names[0] ?? "", part: claim.part[0], continent: country.continent },
      {
        suggest: () =>
          right === undefined
            ? []
            : [
                ask(
                  `${hasArticle ? `${article} ` : ""}${right} ${rest}`,
                  `${country.names[0]} is in ${country.continent}.`,
                ),
              ],
        clues: () => [
          {
            kind: "fact",
            statement: `${country.names[0]} is in ${country.continent}`,
            source: knowledge.citation(country),
          },
        ],
      },
    );
  }
};
