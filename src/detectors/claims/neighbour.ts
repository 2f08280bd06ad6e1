import type { Mention, Sentence } from "../../annotate/annotated.ts";
import type { Direction, Entity, RelationRow } from "../../knowledge/fact.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { ask, type Detection, found } from "../detector.ts";
import { countriesOf, countryOf } from "./places.ts";
import { type ClaimReader, isDistancedAt, isHistorical, mentionFrom, spanOf, wordAt, wordsOf } from "./reading.ts";

const OPPOSITE: Readonly<Record<Direction, Direction>> = {
  north: "south",
  south: "north",
  east: "west",
  west: "east",
  northeast: "southwest",
  northwest: "southeast",
  southeast: "northwest",
  southwest: "northeast",
};

/** Where one country lies as seen from another; undefined where they are no neighbours, empty where nobody says. */
function directionsFrom(from: string, to: string, knowledge: Knowledge): readonly Direction[] | undefined {
  const [own] = knowledge.about("borders", { subject: from, object: to });
  if (own !== undefined) return own.direction ?? [];
  const [other] = knowledge.about("borders", { subject: to, object: from });
  return other === undefined ? undefined : (other.direction ?? []).map((each) => OPPOSITE[each]);
}

const bordersOf = (country: string, knowledge: Knowledge): readonly RelationRow[] => [
  ...knowledge.about("borders", { subject: country }),
  ...knowledge.about("borders", { object: country }),
];

/** The countries that a sentence or document names, by name, adjective, city or people. */
const countriesIn = (mentions: readonly Mention[], knowledge: Knowledge): readonly Entity[] =>
  mentions.flatMap(({ entities }) => entities.flatMap((entity) => countryOf(entity, knowledge) ?? []));

const fits = (asked: string, directions: readonly string[]): boolean =>
  directions.length === 0 || directions.some((each) => each.includes(asked) || asked.includes(each));

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

/** A country called the neighbour of one it does not border, or placed on its wrong side. */
export const neighbour: ClaimReader = function* ({ target: sentence, document, hits }, knowledge): Iterable<Detection> {
  if (isHistorical(sentence)) return;
  for (const { start } of hits) {
    const claim = readClaim(sentence, start);
    const [other] = claim === undefined ? [] : countriesOf(claim.other);
    if (claim === undefined || other?.kind !== "country" || bordersOf(other.id, knowledge).length === 0) continue;
    const all =
      claim.direction === undefined
        ? document.pairs.flatMap(({ sentences }) => sentences.flatMap(({ mentions }) => mentions))
        : sentence.mentions;
    const named = countriesIn(
      all.filter((mention) => mention !== claim.other),
      knowledge,
    ).filter(({ id }) => id !== other.id);
    const near = named.flatMap(({ id }) => directionsFrom(id, other.id, knowledge) ?? []);
    const bordering = named.filter(({ id }) => directionsFrom(id, other.id, knowledge) !== undefined);
    const { direction } = claim;
    const isWrongSide = direction !== undefined && bordering.length === 1 && near.length > 0 && !fits(direction, near);
    const isNoNeighbour =
      named.length > 0 &&
      bordering.length === 0 &&
      named.every(({ kind, id }) => kind === "country" && bordersOf(id, knowledge).length > 0);
    if (!isWrongSide && !isNoNeighbour) continue;
    const [subject] = isWrongSide ? bordering : named;
    if (subject === undefined || isDistancedAt(sentence, claim.start, claim.end)) continue;
    const [row] = bordersOf(other.id, knowledge);
    const right = isWrongSide ? (near.find((each) => each.length < 6) ?? near[0]) : undefined;
    const statement = isWrongSide
      ? `${other.names[0]} lies to the ${near.join(" or ")} of ${subject.names[0]}`
      : `${other.names[0]} has no border with ${subject.names[0]}`;
    yield found(
      spanOf(sentence, claim.start, claim.end),
      { claim: wordsOf(sentence, claim.start, claim.end), fact: statement },
      {
        suggest: () =>
          right === undefined
            ? []
            : [ask(`${right}ern${wordsOf(sentence, claim.start, claim.end).replace(/^\S+/u, "")}`, `${statement}.`)],
        clues: () => (row === undefined ? [] : [{ kind: "fact", statement, source: knowledge.citation(row) }]),
      },
    );
  }
};
