import type { Word } from "../../src/plausibility/reading.ts";
import type { Table } from "../../src/plausibility/table.ts";
import { randomFrom } from "../../src/training/random.ts";
import { train } from "../../src/training/train.ts";
import type { WordVectors } from "../../src/training/vocabulary.ts";
import type { WordLists } from "../../src/training/word-net.ts";

const lemmas = (words: string) => words.split(" ").map((lemma) => ({ lemma, common: true }));

/** Two little worlds: kitchens and courts. What belongs to one hardly stands in sentences of the other. */
const WORLDS = [
  {
    verbs: ["bake", "stir", "taste", "peel", "boil"],
    nouns: ["soup", "bread", "onion", "sauce", "cake"],
    adjectives: ["fresh", "sweet", "salty"],
  },
  {
    verbs: ["file", "reject", "settle", "sign", "argue"],
    nouns: ["lawsuit", "appeal", "claim", "verdict", "motion"],
    adjectives: ["legal", "formal", "judicial"],
  },
] as const;

/** What the words of both worlds are. */
export const LISTS: WordLists = {
  nouns: lemmas(WORLDS.flatMap(({ nouns }) => nouns).join(" ")),
  verbs: lemmas(WORLDS.flatMap(({ verbs }) => verbs).join(" ")),
  adjectives: lemmas(WORLDS.flatMap(({ adjectives }) => adjectives).join(" ")),
  adverbs: [],
  frames: new Map([["reject", 2]]),
};

/** Vectors in which the words of a world are alike. */
function tinyVectors(): WordVectors {
  const random = randomFrom(3);
  const plain = "the a will must . , to before after he she they".split(" ");
  const words = [
    ...plain,
    ...WORLDS.flatMap(({ verbs, nouns, adjectives }) => [
      ...verbs,
      ...verbs.map((verb) => `${verb}ed`),
      ...nouns,
      ...nouns.map((noun) => `${noun}s`),
      ...adjectives,
    ]),
    "20",
  ];
  const vectors = new Map(
    words.map((word) => {
      const world = WORLDS.findIndex((each) =>
        [...each.verbs, ...each.nouns, ...each.adjectives].some((own) => word.startsWith(own.slice(0, -1))),
      );
      return [
        word,
        Array.from(
          { length: 100 },
          (_, index) => (random() - 0.5) * 0.6 + (world >= 0 && index % 2 === world ? 0.5 : 0),
        ),
      ] as const;
    }),
  );
  return { words, vectorOf: (word) => vectors.get(word) ?? [] };
}

const word = (text: string, partOfSpeech: string): Word => ({
  text,
  lower: text.toLowerCase(),
  lemma: text.toLowerCase(),
  partOfSpeech,
  kind: /^\p{L}/u.test(text) ? "word" : "mark",
});

/** “She will taste the sweet soup before they peel the onion.” */
export function sentenceOf(
  verb: string,
  adjective: string,
  noun: string,
  verb2: string,
  noun2: string,
): readonly Word[] {
  return [
    word("She", "PRON"),
    word("will", "AUX"),
    word(verb, "VERB"),
    word("the", "DET"),
    word(adjective, "ADJ"),
    word(noun, "NOUN"),
    word("before", "SCONJ"),
    word("they", "PRON"),
    word(verb2, "VERB"),
    word("the", "DET"),
    word(noun2, "NOUN"),
    word(".", "PUNCT"),
  ];
}

/** A corpus of such sentences. */
export function* tinyCorpus(count: number): Iterable<readonly Word[]> {
  const random = randomFrom(11);
  const pick = (words: readonly string[]): string => words[Math.floor(random() * words.length)] ?? "";
  for (let index = 0; index < count; index += 1) {
    const world = WORLDS[index % 2] ?? WORLDS[0];
    yield sentenceOf(
      pick(world.verbs),
      pick(world.adjectives),
      pick(world.nouns),
      pick(world.verbs),
      pick(world.nouns),
    );
  }
}

/** A table trained on the tiny corpus. */
export const trainTiny = (seed: number, base: Table | undefined = undefined): Table =>
  train({
    sentences: tinyCorpus(1600),
    base:
      base === undefined
        ? { kind: "sources", vectors: tinyVectors(), lists: LISTS, languageModel: undefined }
        : { kind: "table", table: base },
    provenance: ["sentences made by a test"],
    seed,
    passes: 2,
    tell: () => {},
  });
