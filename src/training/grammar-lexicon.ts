import type { Word } from "../plausibility/reading.ts";
import { claimSlot, packed, SEEN, USES, type Use, usesOf, type WordUses } from "../plausibility/symbols.ts";
import { inflect } from "../text/inflect.ts";
import { IRREGULAR_PLURALS, IRREGULAR_VERBS } from "../text/irregular.ts";
import type { WordLists } from "./word-net.ts";

const PASTS = new Set([...IRREGULAR_VERBS.values()].map(([past]) => past));
const PARTICIPLES = new Set([...IRREGULAR_VERBS.values()].map(([, participle]) => participle));
const PLURALS = new Set(IRREGULAR_PLURALS.values());

function verbUse(word: string, lemma: string): Use {
  if (word === lemma) return "base";
  if (word.endsWith("ing")) return "gerund";
  if (PASTS.has(word)) return PARTICIPLES.has(word) ? "past-or-participle" : "past";
  if (PARTICIPLES.has(word)) return "participle";
  return word.endsWith("s") ? "third-person" : "past-or-participle";
}

/** What a tagger takes a word for in clean text. */
function taggedUse({ lower, lemma, partOfSpeech }: Word): Use | undefined {
  switch (partOfSpeech) {
    case "NOUN":
      return PLURALS.has(lower) || (lower !== lemma && lower.endsWith("s")) ? "plural" : "noun";
    case "VERB":
    case "AUX":
      return verbUse(lower, lemma);
    case "ADJ":
      return "adjective";
    case "ADV":
      return "adverb";
    case "NUM":
      return "number";
    default:
      return undefined;
  }
}

/** How often each word of a corpus stands in each use, by word in lower case. */
export type UseCounts = Map<string, Float64Array>;

const countsOf = (counts: UseCounts, word: string): Float64Array => {
  const known = counts.get(word);
  if (known !== undefined) return known;
  const made = new Float64Array(USES.length);
  counts.set(word, made);
  return made;
};

/** Counts the uses of the words in lower case. */
export function countUses(counts: UseCounts, tokens: readonly Word[]): void {
  for (const token of tokens) {
    if (!/^[a-z][a-z']+$/u.test(token.text)) continue;
    const own = countsOf(counts, token.lower);
    const use = taggedUse(token);
    if (use !== undefined) own[USES.indexOf(use)] = (own[USES.indexOf(use)] ?? 0) + 1;
  }
}

const COMMON = 2;
const UNCOMMON = 0.6;

/** What a lexicon says of words: a common reading counts like two of the corpus. */
function listedUses({ nouns, verbs, adjectives, adverbs }: WordLists): UseCounts {
  const listed: UseCounts = new Map();
  const add = (word: string, use: Use, common: boolean): void => {
    const own = countsOf(listed, word);
    own[USES.indexOf(use)] = Math.max(own[USES.indexOf(use)] ?? 0, common ? COMMON : UNCOMMON);
  };
  for (const { lemma, common } of nouns) {
    add(lemma, "noun", common);
    add(inflect(lemma, "plural"), "plural", common);
  }
  for (const { lemma, common } of verbs) {
    add(lemma, "base", common);
    for (const form of ["third-person", "gerund"] as const) add(inflect(lemma, form), form, common);
    for (const form of ["past", "participle"] as const) {
      const word = inflect(lemma, form);
      add(word, inflect(lemma, "past") === inflect(lemma, "participle") ? "past-or-participle" : form, common);
    }
  }
  for (const { lemma, common } of adjectives) add(lemma, "adjective", common);
  for (const { lemma, common } of adverbs) add(lemma, "adverb", common);
  return listed;
}

const LEAST_SHARE = 0.1;
const FEWEST_SEEN = 3;
const MOST_RANKED = 4000;
const FILLED = 0.85;

/** What each word can be, from how often it is that in a corpus and what a lexicon says. */
export function wordUsesFrom(counts: UseCounts, lists: WordLists): WordUses {
  const listed = listedUses(lists);
  const totals = new Map([...counts].map(([word, own]) => [word, own.reduce((sum, count) => sum + count, 0)]));
  const total = (word: string): number => totals.get(word) ?? 0;
  const words = [...new Set([...counts.keys(), ...listed.keys()])]
    .filter((word) => total(word) > 1 || (listed.get(word)?.some((value) => value === COMMON) ?? false))
    .sort((a, b) => total(b) - total(a) || (a < b ? -1 : 1));
  const size = Math.ceil(words.length / FILLED) + 1;
  const lexicon = {
    wordMarks: new Uint16Array(size),
    wordUses: new Uint16Array(size),
    wordRanks: new Uint16Array(size),
  };
  for (const [index, word] of words.entries()) {
    const [seen, known] = [counts.get(word), listed.get(word)];
    const weights = USES.map((_, use) => (seen?.[use] ?? 0) + (known?.[use] ?? 0));
    const sum = weights.reduce((all, weight) => all + weight, 0);
    const uses = USES.filter((_, use) => (weights[use] ?? 0) >= LEAST_SHARE * sum && (weights[use] ?? 0) > 0);
    const slot = claimSlot(lexicon.wordMarks, word);
    if ((lexicon.wordUses[slot] ?? 0) !== 0) continue;
    lexicon.wordUses[slot] = packed(usesOf(...uses), weights.indexOf(Math.max(...weights)));
    lexicon.wordRanks[slot] = index < MOST_RANKED ? index + 1 : total(word) >= FEWEST_SEEN ? SEEN : 0;
  }
  return lexicon;
}
