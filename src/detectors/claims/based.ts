import type { Mention, Sentence } from "../../annotate/annotated.ts";
import type { Entity } from "../../knowledge/fact.ts";
import { ask, type Detection, found } from "../detector.ts";
import { citiesOf } from "./places.ts";
import {
  type ClaimReader,
  isDistancedAt,
  mentionFrom,
  mentionUpTo,
  reworded,
  spanOf,
  wordAt,
  wordsOf,
} from "./reading.ts";

/** Bodies with a seat in more than one city. */
const MANY_SEATS = new Set([
  "un",
  "eu",
  "european-parliament",
  "un-human-rights-council",
  "interpol",
  "world-bank",
  "unep",
  "ecosoc",
]);

interface Claim {
  readonly body: Mention;
  readonly city: Mention;
  readonly start: number;
  readonly end: number;
}

/** “BODY, [which is] based in CITY”. */
function basedIn(sentence: Sentence, based: number): Claim | undefined {
  if (!["in", "at"].includes(wordAt(sentence, based + 1))) return undefined;
  const city = mentionFrom(sentence, based + 2);
  let link = based - 1;
  if (/^(?:is|was)$/u.test(wordAt(sentence, link))) link -= 1;
  if (/^(?:which|that)$/u.test(wordAt(sentence, link))) link -= 1;
  if (wordAt(sentence, link) === ",") link -= 1;
  if (link === based - 1) return undefined;
  const body = mentionUpTo(sentence, wordAt(sentence, link) === ")" ? link - 2 : link + 1);
  return city === undefined || body === undefined ? undefined : { body, city, start: based, end: city.end };
}

/** “the CITY-based BODY”. */
function cityBased(sentence: Sentence, based: number): Claim | undefined {
  const city = wordAt(sentence, based - 1) === "-" ? mentionUpTo(sentence, based - 1) : undefined;
  const body = mentionFrom(sentence, based + 1);
  return city === undefined || body === undefined ? undefined : { body, city, start: city.start, end: body.end };
}

/** “BODY has its headquarters in CITY”, “BODY, whose headquarters are in CITY” and “BODY is headquartered in CITY”. */
function seatedIn(sentence: Sentence, word: number): Claim | undefined {
  const isVerb = wordAt(sentence, word) === "headquartered";
  let link = word - 1;
  while (/^(?:its|has|whose|which|is|was|that|main|permanent|,)$/u.test(wordAt(sentence, link))) link -= 1;
  const isTold = isVerb
    ? link < word - 1
    : /^(?:its|whose)$/u.test(wordAt(sentence, link + 1)) ||
      wordAt(sentence, word - 1) === "its" ||
      wordAt(sentence, word - 1) === "whose";
  const place = /^(?:is|are)$/u.test(wordAt(sentence, word + 1)) ? word + 2 : word + 1;
  const city = isTold && wordAt(sentence, place) === "in" ? mentionFrom(sentence, place + 1) : undefined;
  const body = mentionUpTo(sentence, wordAt(sentence, link) === ")" ? link - 2 : link + 1);
  return body === undefined || city === undefined ? undefined : { body, city, start: word, end: city.end };
}

/** “BODY['s] headquarters in CITY” and “the headquarters of [the] BODY in CITY”. */
function headquarters(sentence: Sentence, word: number): Claim | undefined {
  if (
    /^(?:regional|former|european|african|asian|latin|local|old|new|future|american|country|second)$/u.test(
      wordAt(sentence, word - 1),
    )
  )
    return undefined;
  if (wordAt(sentence, word + 1) === "of") {
    const body = mentionFrom(sentence, word + (wordAt(sentence, word + 2) === "the" ? 3 : 2));
    const city =
      body === undefined || wordAt(sentence, body.end) !== "in" ? undefined : mentionFrom(sentence, body.end + 1);
    return body === undefined || city === undefined ? undefined : { body, city, start: word, end: city.end };
  }
  const seated = seatedIn(sentence, word);
  if (seated !== undefined) return seated;
  const body = mentionUpTo(sentence, wordAt(sentence, word - 1) === "'s" ? word - 1 : word);
  const city = wordAt(sentence, word + 1) === "in" ? mentionFrom(sentence, word + 2) : undefined;
  return body === undefined || city === undefined ? undefined : { body, city, start: body.start, end: city.end };
}

const isBody = ({ kind, seat, id }: Entity): boolean =>
  kind === "organisation" && seat !== undefined && !MANY_SEATS.has(id);

/** An international body said to have its seat in another city than its own. */
export const based: ClaimReader = function* ({ target: sentence, hits }, knowledge): Iterable<Detection> {
  for (const { start: word } of hits) {
    const claim =
      wordAt(sentence, word) === "based"
        ? (cityBased(sentence, word) ?? basedIn(sentence, word))
        : headquarters(sentence, word);
    if (claim === undefined || !claim.body.entities.every(isBody)) continue;
    const [body] = claim.body.entities;
    const cities = citiesOf(claim.city);
    const seat = knowledge.entity(body?.seat ?? "");
    if (body === undefined || seat === undefined || cities.length === 0) continue;
    const isRight = claim.body.entities.some((each) => cities.some(({ id }) => id === each.seat));
    if (isRight || isDistancedAt(sentence, claim.start, claim.end)) continue;
    const [right = ""] = seat.names;
    const statement = `${body.names[0]} has its seat in ${right}`;
    const city = wordsOf(sentence, claim.city.start, claim.city.end);
    yield found(
      spanOf(sentence, claim.start, claim.end),
      { body: body.names[0] ?? "", city, seat: right },
      {
        suggest: () => [
          ask(
            reworded(
              sentence,
              [claim.start, claim.end],
              [[claim.city, wordAt(sentence, claim.city.end) === "-" ? right.replace(/^The /u, "") : right]],
            ),
            `${statement}.`,
          ),
        ],
        clues: () => [{ kind: "fact", statement, source: knowledge.citation(body) }],
      },
    );
  }
};
