import type { Mention, Sentence } from "../../annotate/annotated.ts";
import type { Direction, Entity } from "../../knowledge/fact.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { ask, type Detection, found } from "../detector.ts";
import { bordersOf, countryIn, directionsFrom, fits, isOnceRemoved } from "./borders.ts";
import { countriesOf } from "./places.ts";
import { type ClaimReader, isDistancedAt, isHistorical, mentionFrom, spanOf, wordAt, wordsOf } from "./reading.ts";

/** How sure a finding is where the country lies just beyond a neighbour. */
const LOOSELY_SAID = 0.65;

/** Kinds of thing by which a neighbour's neighbour may be named. */
const PLACES = new Set(["country", "territory", "region", "city"]);

const COMPASS = /^(north|south|east|west|northeast|northwest|southeast|southwest)ern$/u;

interface Claim {
  readonly other: Mention;
  readonly direction: string | undefined;
  readonly start: number;
  readonly end: number;
}

/** “neighbouring COUNTRY” and “its southern neighbour[,] COUNTRY”. */
function readClaim(sentence: Sentence, word: number): Claim | undefined {
  if (/ing$/u.test(wordAt(sentence, word))) {
    const other = mentionFrom(sentence, word + 1);
    return other?.form === "name" ? { other, direction: undefined, start: word, end: other.end } : undefined;
  }
  const other = mentionFrom(sentence, word + (wordAt(sentence, word + 1) === "," ? 2 : 1));
  const direction = COMPASS.exec(wordAt(sentence, word - 1))?.[1];
  const whose = wordAt(sentence, word - (direction === undefined ? 1 : 2));
  if (other?.form !== "name" || !/^(?:its|'s|the|their)$/u.test(whose)) return undefined;
  return { other, direction, start: direction === undefined ? word : word - 1, end: other.end };
}

type Place = readonly [mention: Mention, country: Entity];

/** The countries that mentions name, but for the one claimed to be a neighbour; undefined where somewhere else may be meant. */
function otherPlaces(
  mentions: readonly Mention[],
  claimed: string,
  knowledge: Knowledge,
): readonly Place[] | undefined {
  const places: Place[] = [];
  for (const mention of mentions) {
    const country = countryIn(mention, knowledge);
    if (country === undefined && mention.entities.some(({ kind }) => PLACES.has(kind))) return undefined;
    if (country !== undefined && country.id !== claimed) places.push([mention, country]);
  }
  return places;
}

interface Verdict {
  readonly statement: string;
  readonly certainty: number;
  readonly right: Direction | undefined;
}

/** What is wrong with placing a country on one side of the only neighbour of it that was named before. */
function wrongSide(
  { direction, start }: Claim,
  other: Entity,
  { here, everywhere }: Record<"here" | "everywhere", readonly Place[]>,
  knowledge: Knowledge,
): Verdict | undefined {
  if (direction === undefined) return undefined;
  const near = (country: Entity) => directionsFrom(country.id, other.id, knowledge);
  if (everywhere.some(([, country]) => fits(direction, near(country) ?? ["nowhere"]))) return undefined;
  const [subject, ...more] = here.flatMap(([{ end }, country]) =>
    end <= start && near(country) !== undefined ? country : [],
  );
  if (subject === undefined || more.some(({ id }) => id !== subject.id)) return undefined;
  const sides = near(subject) ?? [];
  return {
    statement: `${other.names[0]} lies to the ${sides.join(" or ")} of ${subject.names[0]}`,
    certainty: 1,
    right: sides.find((each) => each.length < 6) ?? sides[0],
  };
}

/** What is wrong with calling a country the neighbour of the one named just before, where the text names no neighbour of it. */
function noNeighbour(
  sentence: Sentence,
  { start }: Claim,
  other: Entity,
  { here, everywhere }: Record<"here" | "everywhere", readonly Place[]>,
  knowledge: Knowledge,
): Verdict | undefined {
  const last = here.findLast(([{ end }]) => end <= start);
  if (last === undefined || /\p{Lu}/u.test(wordsOf(sentence, last[0].end, start))) return undefined;
  const isFarFromAll = everywhere.every(
    ([, { kind, id }]) =>
      kind === "country" &&
      bordersOf(id, knowledge).length > 0 &&
      directionsFrom(id, other.id, knowledge) === undefined,
  );
  if (!isFarFromAll) return undefined;
  const [, subject] = last;
  return {
    statement: `${other.names[0]} is no neighbour of ${subject.names[0]}`,
    certainty: isOnceRemoved(subject.id, other.id, knowledge) ? LOOSELY_SAID : 1,
    right: undefined,
  };
}

/** A country called the neighbour of one it does not border, or placed on its wrong side. */
export const neighbour: ClaimReader = function* ({ target: sentence, document, hits }, knowledge): Iterable<Detection> {
  if (isHistorical(sentence)) return;
  for (const { start } of hits) {
    const claim = readClaim(sentence, start);
    const [other, ...homonyms] = claim === undefined ? [] : countriesOf(claim.other);
    if (claim === undefined || other?.kind !== "country" || other.ambiguous || homonyms.length > 0) continue;
    const [row] = bordersOf(other.id, knowledge);
    if (row === undefined || isDistancedAt(sentence, claim.start, claim.end)) continue;
    const all = document.pairs.flatMap(({ sentences }) => sentences.flatMap(({ mentions }) => mentions));
    const everywhere = otherPlaces(all, other.id, knowledge);
    const here = otherPlaces(sentence.mentions, other.id, knowledge);
    if (everywhere === undefined || here === undefined) continue;
    const named = { here, everywhere };
    const verdict = wrongSide(claim, other, named, knowledge) ?? noNeighbour(sentence, claim, other, named, knowledge);
    if (verdict === undefined) continue;
    const { statement, certainty, right } = verdict;
    const words = wordsOf(sentence, claim.start, claim.end);
    yield found(
      spanOf(sentence, claim.start, claim.end),
      { claim: words, fact: statement },
      {
        certainty,
        suggest: () => (right === undefined ? [] : [ask(`${right}ern${words.replace(/^\S+/u, "")}`, `${statement}.`)]),
        clues: () => [{ kind: "fact", statement, source: knowledge.citation(row) }],
      },
    );
  }
};
