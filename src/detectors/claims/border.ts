import type { Mention, Sentence } from "../../annotate/annotated.ts";
import type { Direction, Entity } from "../../knowledge/fact.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { similarity } from "../../text/similarity.ts";
import { ask, type Candidate, type Detection, found } from "../detector.ts";
import { bordersOf, countryIn, directionsFrom, fits, OPPOSITE } from "./borders.ts";
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

/** Words around which borders and sides are told. */
export const BORDER_WORDS =
  "border borders bordering bordered frontier north south east west northeast northwest southeast southwest".split(" ");
const COMPASS = /^(?:north|south)?(?:east|west)?$/u;
const OF_A_BORDER =
  /^(?:a|an|its|the|long|short|common|land|no|any|porous|northern|southern|eastern|western|shared|disputed|mountainous|desert|\d+|,|kilomet(?:re|er)s?|-|miles?)$/u;
/** Borders at sea and in figures of speech join any two countries. */
const NO_LAND =
  /\b(?:maritime|sea|naval|airspace|digital|virtual|football|customs|tariff|trade|linguistic|cyber|fictional|imaginary)\b/iu;

interface Claim {
  readonly one: Mention;
  readonly other: Mention;
  readonly direction: Direction | undefined;
  readonly isDenied: boolean;
  readonly start: number;
  readonly end: number;
}

/** Goes back from a verb to its subject: “X, which”, “X does not”. */
function subjectUpTo(
  sentence: Sentence,
  from: number,
): { readonly subject: Mention | undefined; readonly isDenied: boolean } {
  let at = from;
  const isDenied = wordAt(sentence, at) === "not" && wordAt(sentence, at - 1) === "does";
  if (isDenied) at -= 2;
  while (/^(?:which|also|only)$/u.test(wordAt(sentence, at))) at -= 1;
  if (wordAt(sentence, at) === ",") at -= 1;
  return { subject: mentionUpTo(sentence, at + 1), isDenied };
}

/** “X[, which] borders Y” and “X does not border Y”. */
function bordering(sentence: Sentence, verb: number): Claim | undefined {
  const other = mentionFrom(sentence, verb + 1);
  const { subject, isDenied } = subjectUpTo(sentence, verb - 1);
  const isVerb = wordAt(sentence, verb) === "borders" || isDenied;
  if (other === undefined || subject === undefined || !isVerb) return undefined;
  return { one: subject, other, direction: undefined, isDenied, start: subject.start, end: other.end };
}

/** “X shares a [long] border with Y”, “X has no border with Y” and “X's [northern] border with Y”. */
function shared(sentence: Sentence, border: number): Claim | undefined {
  if (wordAt(sentence, border + 1) !== "with") return undefined;
  const other = mentionFrom(sentence, border + (wordAt(sentence, border + 2) === "the" ? 3 : 2));
  let at = border - 1;
  while (OF_A_BORDER.test(wordAt(sentence, at))) at -= 1;
  const isDenied = sentence.tokens.slice(at + 1, border).some(({ lower }) => lower === "no" || lower === "any");
  const side = /^(north|south|east|west)ern$/u.exec(wordAt(sentence, border - 1))?.[1];
  const isOwned = wordAt(sentence, at) === "'s" && !isDenied;
  const isVerb = /^(?:shares?|has)$/u.test(wordAt(sentence, at));
  const one = isOwned ? mentionUpTo(sentence, at) : isVerb ? subjectUpTo(sentence, at - 1).subject : undefined;
  if (one === undefined || other === undefined) return undefined;
  const direction = (Object.keys(OPPOSITE) as readonly Direction[]).find((each) => each === side);
  return { one, other, direction: isOwned ? direction : undefined, isDenied, start: one.start, end: other.end };
}

/** “[the] border between X and Y” and “the X–Y border”. */
function between(sentence: Sentence, border: number): Claim | undefined {
  const skip = (index: number) => (wordAt(sentence, index) === "the" ? index + 1 : index);
  if (wordAt(sentence, border + 1) === "between") {
    const one = mentionFrom(sentence, skip(border + 2));
    const other =
      one === undefined || wordAt(sentence, one.end) !== "and" ? undefined : mentionFrom(sentence, skip(one.end + 1));
    return one === undefined || other === undefined
      ? undefined
      : { one, other, direction: undefined, isDenied: false, start: border, end: other.end };
  }
  const other = mentionUpTo(sentence, border);
  const isJoined = other !== undefined && /^[-–]$/u.test(wordAt(sentence, other.start - 1));
  const one = isJoined ? mentionUpTo(sentence, other.start - 1) : undefined;
  return one === undefined || other === undefined
    ? undefined
    : { one, other, direction: undefined, isDenied: false, start: one.start, end: border + 1 };
}

/** “X lies [to the] north of Y” and “X, [to the] north of Y,”. */
function beside(sentence: Sentence, side: number): Claim | undefined {
  const direction = (Object.keys(OPPOSITE) as readonly Direction[]).find((each) => each === wordAt(sentence, side));
  if (direction === undefined || wordAt(sentence, side + 1) !== "of") return undefined;
  const other = mentionFrom(sentence, wordAt(sentence, side + 2) === "the" ? side + 3 : side + 2);
  let at = side - 1;
  while (/^(?:to|in|the|just|directly|immediately)$/u.test(wordAt(sentence, at))) at -= 1;
  while (/^(?:located|situated|lies|lying|is|which)$/u.test(wordAt(sentence, at))) at -= 1;
  const hasVerb = at < side - 1 && /\b(?:lies|is|situated|located)\b/u.test(wordsOf(sentence, at + 1, side));
  const hasComma = wordAt(sentence, at) === ",";
  const one = hasVerb || hasComma ? mentionUpTo(sentence, hasComma ? at : at + 1) : undefined;
  if (one === undefined || other === undefined || !/^(?:[,.;:)]|and|but|)$/u.test(wordAt(sentence, other.end)))
    return undefined;
  return { one, other, direction, isDenied: false, start: one.start, end: other.end };
}

const readClaim = (sentence: Sentence, word: number): Claim | undefined =>
  COMPASS.test(wordAt(sentence, word))
    ? beside(sentence, word)
    : (between(sentence, word) ?? shared(sentence, word) ?? bordering(sentence, word));

interface Verdict {
  readonly statement: string;
  readonly right: Direction | undefined;
}

/** What the knowledge has against a claim. */
function verdictOn(
  { direction, isDenied }: Claim,
  one: Entity,
  other: Entity,
  isBeside: boolean,
  knowledge: Knowledge,
): Verdict | undefined {
  const near = directionsFrom(isBeside ? other.id : one.id, isBeside ? one.id : other.id, knowledge);
  const [name, otherName] = [one.names[0] ?? "", other.names[0] ?? ""];
  const land = [
    ...knowledge.about("borders", { subject: one.id, object: other.id }),
    ...knowledge.about("borders", { subject: other.id, object: one.id }),
  ].some(({ maritime }) => maritime !== true);
  if (isDenied) return land ? { statement: `${name} and ${otherName} share a border`, right: undefined } : undefined;
  if (near === undefined)
    return isBeside ? undefined : { statement: `${name} and ${otherName} share no border`, right: undefined };
  if (direction === undefined || near.length === 0 || fits(direction, near) || !fits(OPPOSITE[direction], near))
    return undefined;
  const [here, there] = isBeside ? [name, otherName] : [otherName, name];
  return {
    statement: `${here} lies to the ${near.join(" or ")} of ${there}`,
    right: near.find((each) => each.length < 6) ?? near[0],
  };
}

const MOST_NEIGHBOURS = 2;

/** The neighbours of a country whose names look most like another's. */
const likeliest = (country: Entity, like: Entity, knowledge: Knowledge): readonly Entity[] =>
  bordersOf(country.id, knowledge)
    .filter(({ maritime }) => maritime !== true)
    .flatMap(({ subject, object }) => knowledge.entity(subject === country.id ? object : subject) ?? [])
    .map((entity) => ({ entity, likeness: similarity(entity.names[0] ?? "", like.names[0] ?? "") }))
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, MOST_NEIGHBOURS)
    .map(({ entity }) => entity);

function repairs(
  sentence: Sentence,
  claim: Claim,
  { one, other }: Record<"one" | "other", Entity>,
  { right, statement }: Verdict,
  knowledge: Knowledge,
): readonly Candidate[] {
  const words = wordsOf(sentence, claim.start, claim.end);
  if (claim.isDenied)
    return [ask(words.replace("does not border", "borders").replace(/\bno border/u, "a border"), `${statement}.`)];
  if (right !== undefined && claim.direction !== undefined)
    return [ask(words.replace(claim.direction, right), `${statement}.`)];
  return likeliest(one, other, knowledge).flatMap((country) => {
    const name = claim.other.form === "adjective" ? country.adjective[0] : country.names[0];
    return name === undefined
      ? []
      : [
          ask(
            reworded(sentence, [claim.start, claim.end], [[claim.other, name]]),
            `${one.names[0]} borders ${country.names[0]}.`,
          ),
        ];
  });
}

/** Two countries said to share a border that they do not share, or one placed on the wrong side of the other. */
export const border: ClaimReader = function* ({ target: sentence, hits }, knowledge): Iterable<Detection> {
  if (isHistorical(sentence) || NO_LAND.test(wordsOf(sentence, 0, sentence.tokens.length))) return;
  for (const { start } of hits) {
    const claim = readClaim(sentence, start);
    const [one, other] =
      claim === undefined ? [] : [countryIn(claim.one, knowledge), countryIn(claim.other, knowledge)];
    if (claim === undefined || one?.kind !== "country" || other?.kind !== "country" || one.id === other.id) continue;
    if (
      [claim.one, claim.other].some(({ entities }) =>
        entities.some(({ kind, ambiguous }) => kind !== "country" || ambiguous),
      )
    )
      continue;
    const [row] = bordersOf(one.id, knowledge);
    if (row === undefined || bordersOf(other.id, knowledge).length === 0) continue;
    const verdict = verdictOn(claim, one, other, COMPASS.test(wordAt(sentence, start)), knowledge);
    if (verdict === undefined || isDistancedAt(sentence, claim.start, claim.start + 1)) continue;
    yield found(
      spanOf(sentence, claim.start, claim.end),
      { claim: wordsOf(sentence, claim.start, claim.end), fact: verdict.statement },
      {
        suggest: () => repairs(sentence, claim, { one, other }, verdict, knowledge),
        clues: () => [{ kind: "fact", statement: verdict.statement, source: knowledge.citation(row) }],
      },
    );
  }
};
