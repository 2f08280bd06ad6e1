import { type Dictionary, RAREST } from "../../plausibility/dictionary.ts";
import { oneEditFrom } from "../../text/one-edit.ts";

/** A known word, or two, that an unknown one was meant to be. */
export interface Correction {
  readonly words: string;
  /** How common it is, as the dictionary says; the likelihood of the slip is in it. The smaller the likelier. */
  readonly rank: number;
}

const isSwap = (word: string, near: string): boolean => {
  if (near.length !== word.length) return false;
  let at = 0;
  while (word[at] === near[at]) at += 1;
  return word[at] === near[at + 1] && word[at + 1] === near[at];
};

/** Letters that are one where two should stand, or two where one should: the commonest slip of all. */
const undoubled = (word: string): string => word.replace(/(\p{L})\1/gu, "$1");

/** Whether one of two words has a letter twice that the other has once. */
function isDoubling(word: string, near: string): boolean {
  const [short, long] = word.length < near.length ? [word, near] : [near, word];
  if (long.length !== short.length + 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  return at > 0 && long[at] === long[at - 1] && short.slice(at) === long.slice(at + 1);
}

/** A plural that lists do not have is sooner a new one than a slip. */
const NEW_PLURAL = 5;

/** How unlikely a slip is, in steps of how common words are. */
function slipOf(word: string, near: string): number {
  const start = word[0] === near[0] ? 0 : 2;
  if (isDoubling(word, near)) return start - 1;
  if (isSwap(word, near)) return start - 1;
  if (near.length > word.length) return start;
  if (word === `${near}s`) return NEW_PLURAL;
  return start + (near.length < word.length ? 0.5 : 1);
}

const isKnown = (kind: number): boolean => kind >= 1 && kind <= RAREST;

/** Small words that are now and then run together with the word after them, and with the word before them. */
const BEFORE = new Set("and as at by for from in is of on that the to was with".split(" "));
const AFTER = new Set("and for from of that the to was with".split(" "));
const SMALL = new Set([...BEFORE, ..."a an he her his it its not she they this we were you".split(" ")]);

const isJoint = (left: string, right: string): boolean =>
  (SMALL.has(left) && SMALL.has(right)) ||
  (BEFORE.has(left) && right.length > 2) ||
  (AFTER.has(right) && left.length > 2);

const RAREST_JOINED = 7;

function* splitsOf({ kindOf }: Dictionary, word: string): Iterable<Correction> {
  if (word.length < 5) return;
  for (let at = 1; at < word.length; at += 1) {
    const [left, right] = [word.slice(0, at), word.slice(at)];
    if (!isJoint(left, right)) continue;
    const rank = Math.max(kindOf(left), kindOf(right));
    if (isKnown(kindOf(left)) && isKnown(kindOf(right)) && rank <= RAREST_JOINED)
      yield { words: `${left} ${right}`, rank };
  }
}

/** Words that differ in two doublings or in a doubling and a letter: “accomodattion”, “embarass”. */
function* doublingsOf(word: string): Iterable<string> {
  const bare = undoubled(word);
  for (let first = 1; first <= bare.length; first += 1) {
    const once = bare.slice(0, first) + bare.slice(first - 1);
    yield once;
    for (let second = first + 2; second <= once.length; second += 1)
      yield once.slice(0, second) + once.slice(second - 1);
  }
}

/** Letters that are written for each other because they sound alike. */
const ALIKE: Readonly<Record<string, string>> = {
  a: "eiou",
  e: "aiouy",
  i: "aeouy",
  o: "aeiu",
  u: "aeio",
  y: "ei",
  c: "sk",
  s: "cz",
  z: "s",
  k: "c",
};

/** Words with two letters in the places of others that sound alike: “exersize”. */
function* soundalikesOf(word: string): Iterable<string> {
  for (let first = 1; first < word.length; first += 1)
    for (const one of ALIKE[word[first] ?? ""] ?? "") {
      const once = word.slice(0, first) + one + word.slice(first + 1);
      for (let second = first + 1; second < word.length; second += 1)
        for (const two of ALIKE[word[second] ?? ""] ?? "") yield once.slice(0, second) + two + once.slice(second + 1);
    }
}

const MOST_CORRECTIONS = 5;
/** Words so long may hold two slips. */
const LONG = 7;
const SECOND_SLIP = 2;

/** Works the corrections of a word out. */
function workOut(dictionary: Dictionary, word: string): readonly Correction[] {
  if (!/^[a-z]+$/u.test(word)) return [];
  const corrections: Correction[] = [...splitsOf(dictionary, word)];
  const take = (near: string, slips: number): void => {
    const kind = dictionary.kindOf(near);
    if (isKnown(kind) && near.length > 1) corrections.push({ words: near, rank: kind + slips });
  };
  for (const near of oneEditFrom(word)) take(near, slipOf(word, near));
  if (corrections.length === 0 && word.length >= LONG) {
    for (const near of doublingsOf(word)) take(near, 0);
    for (const near of soundalikesOf(word)) take(near, SECOND_SLIP);
  }
  const seen = new Set<string>();
  return corrections
    .sort((a, b) => a.rank - b.rank)
    .filter(({ words }) => !seen.has(words) && seen.add(words))
    .slice(0, MOST_CORRECTIONS);
}

const MOST_REMEMBERED = 20_000;
const remembered = new WeakMap<Dictionary, Map<string, readonly Correction[]>>();

/** What an unknown word was meant to be, the likeliest first. It takes some hundred look-ups, so each word's are remembered. */
export function correctionsOf(dictionary: Dictionary, word: string): readonly Correction[] {
  const known = remembered.get(dictionary) ?? new Map<string, readonly Correction[]>();
  const before = known.get(word);
  if (before !== undefined) return before;
  const corrections = workOut(dictionary, word);
  if (known.size < MOST_REMEMBERED) known.set(word, corrections);
  remembered.set(dictionary, known);
  return corrections;
}

/** The longer a word, the fewer others look like it, and the rarer may be what it was meant to be. */
const LEAST_COMMON = [0, 0, 2, 3, 6, 8, 10];

/** Whether a slip is likelier than a word that lists do not have. */
export function isLikely(word: string, { rank }: Correction): boolean {
  return rank <= (LEAST_COMMON[word.length] ?? RAREST);
}
