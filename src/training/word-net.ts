/** A word in its base form; `common` where WordNet met it in running text. */
export interface Lemma {
  readonly lemma: string;
  readonly common: boolean;
}

/** The words of a lexicon by use, in their base forms, and what objects its verbs take. */
export interface WordLists {
  readonly nouns: readonly Lemma[];
  readonly verbs: readonly Lemma[];
  readonly adjectives: readonly Lemma[];
  readonly adverbs: readonly Lemma[];
  /** Of each verb: 1 where some sense takes no object, 2 where some sense takes one. */
  readonly frames: ReadonlyMap<string, number>;
}

/** The files of WordNet's database that are read. */
export interface WordNetFiles {
  readonly nouns: string;
  readonly verbs: string;
  readonly adjectives: string;
  readonly adverbs: string;
  readonly verbSenses: string;
}

/** Lines of an index: lemma, part of speech, senses, pointers, their signs, senses again, senses met in texts, places. */
const lemmasIn = (index: string): readonly Lemma[] =>
  index.split("\n").flatMap((line) => {
    const fields = line.split(" ");
    const [lemma = ""] = fields;
    if (!/^[a-z]{2,}$/u.test(lemma)) return [];
    return [{ lemma, common: Number(fields[5 + Number(fields[3] ?? 0)] ?? 0) > 0 }];
  });

/** Frames of WordNet in which the verb has no object. Source: the frame list of wninput(5WN). */
const WITHOUT_OBJECT = new Set([1, 2, 3, 4, 5, 6, 7, 12, 13, 22, 23, 27, 28, 29, 32, 34, 35]);
const [NO_OBJECT, OBJECT] = [1, 2];

function framesIn(senses: string): ReadonlyMap<string, number> {
  const frames = new Map<string, number>();
  for (const line of senses.split("\n")) {
    if (!/^\d{8} /u.test(line)) continue;
    const fields = line.slice(0, line.indexOf(" | ")).split(" ");
    const wordCount = Number.parseInt(fields[3] ?? "0", 16);
    const words = Array.from({ length: wordCount }, (_, index) => (fields[4 + 2 * index] ?? "").toLowerCase());
    const pointerCount = Number(fields[4 + 2 * wordCount] ?? 0);
    const from = 6 + 2 * wordCount + 4 * pointerCount;
    for (let at = from; at + 2 < fields.length && fields[at] === "+"; at += 3) {
      const bit = WITHOUT_OBJECT.has(Number(fields[at + 1])) ? NO_OBJECT : OBJECT;
      const which = Number.parseInt(fields[at + 2] ?? "0", 16);
      for (const word of which === 0 ? words : words.slice(which - 1, which))
        frames.set(word, (frames.get(word) ?? 0) | bit);
    }
  }
  return frames;
}

/** The words of WordNet, from the files of its database. */
export const wordListsOf = ({ nouns, verbs, adjectives, adverbs, verbSenses }: WordNetFiles): WordLists => ({
  nouns: lemmasIn(nouns),
  verbs: lemmasIn(verbs),
  adjectives: lemmasIn(adjectives),
  adverbs: lemmasIn(adverbs),
  frames: framesIn(verbSenses),
});
