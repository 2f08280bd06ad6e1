import { ADJ, ADP, ADV, AUX, DET, NOUN, NUM, PART, PRON, PROPN, type Row, VERB } from "./reading.ts";

/** A relation of the word in question: with which token, and which of the two comes first in the pair. */
export interface Link {
  readonly relation: number;
  readonly first: number;
  readonly second: number;
}

const [, VERB_OBJECT, SUBJECT_VERB, VERB_PREPOSITION, ADJECTIVE_NOUN, NOUN_NOUN, NOUN_OF_NOUN] = [0, 1, 2, 3, 4, 5, 6];
const REACH = 6;

const tagAt = ({ tags, length }: Row, index: number): number =>
  index >= 0 && index < length ? (tags[index] ?? 0) : -1;
const isNoun = (tag: number): boolean => tag === NOUN || tag === PROPN;

/** The head of the noun phrase that opens at `from`, or -1. */
function headFrom(row: Row, from: number): number {
  let at = from;
  const end = Math.min(row.length, from + REACH);
  while (at < end && [DET, ADJ, NUM, ADV, PRON, PART].includes(tagAt(row, at)) && !isNoun(tagAt(row, at))) at += 1;
  if (at >= end || !isNoun(tagAt(row, at))) return -1;
  while (at + 1 < row.length && isNoun(tagAt(row, at + 1))) at += 1;
  return at;
}

/** The token before auxiliaries, adverbs and negation. */
function beforeVerb(row: Row, verb: number): number {
  let at = verb - 1;
  while (at >= 0 && verb - at <= REACH && [ADV, AUX, PART].includes(tagAt(row, at))) at -= 1;
  return at;
}

/** What the words of a table are that decide over relations. */
export interface Markers {
  readonly be: ReadonlySet<number>;
  readonly of: number;
}

function isPassive(row: Row, verb: number, { be }: Markers): boolean {
  for (let at = verb - 1; at >= 0 && verb - at <= 3; at -= 1) {
    if (be.has(row.words[at] ?? 0)) return true;
    if (tagAt(row, at) !== ADV && tagAt(row, at) !== PART) return false;
  }
  return false;
}

function verbLinks(row: Row, verb: number, markers: Markers, endsInIng: boolean): readonly Link[] {
  const links: Link[] = [];
  const subject = beforeVerb(row, verb);
  const hasSubject = isNoun(tagAt(row, subject));
  const passive = !endsInIng && isPassive(row, verb, markers);
  if (hasSubject)
    links.push({
      relation: passive ? VERB_OBJECT : SUBJECT_VERB,
      first: passive ? verb : subject,
      second: passive ? subject : verb,
    });
  const next = tagAt(row, verb + 1);
  if (next === ADP || next === PART) links.push({ relation: VERB_PREPOSITION, first: verb, second: verb + 1 });
  else if (!passive) {
    const object = headFrom(row, verb + 1);
    if (object >= 0) links.push({ relation: VERB_OBJECT, first: verb, second: object });
  }
  return links;
}

function adjectiveLinks(row: Row, at: number): readonly Link[] {
  const head = headFrom(row, at + 1);
  if (head >= 0 && head - at <= 3) return [{ relation: ADJECTIVE_NOUN, first: at, second: head }];
  const before = beforeVerb(row, at);
  return isNoun(tagAt(row, before)) && before < at - 1 ? [{ relation: ADJECTIVE_NOUN, first: at, second: before }] : [];
}

function nounLinks(row: Row, at: number, { of }: Markers): readonly Link[] {
  const links: Link[] = [];
  if (isNoun(tagAt(row, at + 1))) links.push({ relation: NOUN_NOUN, first: at, second: at + 1 });
  if (row.words[at + 1] === of && of !== 0) {
    const head = headFrom(row, at + 2);
    if (head >= 0) links.push({ relation: NOUN_OF_NOUN, first: at, second: head });
  }
  return links;
}

/** The relations that a token opens: a verb to its subject, object and preposition, an adjective or noun to its noun. */
export function linksFrom(row: Row, at: number, markers: Markers, endsInIng: boolean): readonly Link[] {
  const tag = tagAt(row, at);
  if (tag === VERB) return verbLinks(row, at, markers, endsInIng);
  if (tag === ADJ) return adjectiveLinks(row, at);
  return tag === NOUN ? nounLinks(row, at, markers) : [];
}
