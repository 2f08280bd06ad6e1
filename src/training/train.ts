import type { Word } from "../plausibility/reading.ts";
import type { Table } from "../plausibility/table.ts";
import { corpusOf } from "./corpus.ts";
import type { LanguageModel } from "./language-model.ts";
import { randomFrom } from "./random.ts";
import { blankTable, withContextModel, withCounts } from "./statistics.ts";
import { withVerdicts } from "./verdicts.ts";
import { type WordVectors, wordsFrom } from "./vocabulary.ts";
import type { WordLists } from "./word-net.ts";

/**
 * Where the words come from: from vectors and lists of words, or from a table made before. Its counts then stay as they
 * are, and its context model goes on learning.
 */
export type Base =
  | {
      readonly kind: "sources";
      readonly vectors: WordVectors;
      readonly lists: WordLists;
      readonly languageModel: LanguageModel | undefined;
    }
  | { readonly kind: "table"; readonly table: Table };

/** What a table is to be made of. */
export interface TrainingPlan {
  /** Tagged sentences, each as often as it is asked for the same. */
  readonly sentences: Iterable<readonly Word[]>;
  readonly base: Base;
  readonly provenance: readonly string[];
  readonly seed: number;
  /** How often the context model reads the corpus. */
  readonly passes: number;
  readonly tell: (line: string) => void;
}

/** The share of nouns the context model learns from: there are so many that verbs would be lost among them. */
const NOUN_SHARE = 0.3;
/** So many words in context are the features weighed by. */
const MOST_LESSONS = 140_000;

/** Makes a table of statistics from a corpus. The same plan gives the same table. */
export function train({ sentences, base, provenance, seed, passes, tell }: TrainingPlan): Table {
  const random = randomFrom(seed);
  const blank =
    base.kind === "table"
      ? {
          ...base.table,
          header: { ...base.table.header, seed, provenance: [...base.table.header.provenance, ...provenance] },
        }
      : blankTable(wordsFrom(base.vectors, base.lists, base.languageModel), seed, provenance);
  tell(`${blank.vectorScales.length} words, ${blank.unitWords.length} of them in a use that is judged`);
  const corpus = corpusOf(blank, sentences);
  tell(`${corpus.wordCount} words of text in ${corpus.sentenceCount} sentences`);
  const counted = base.kind === "table" ? blank : withCounts(blank, corpus, base.languageModel);
  const start = base.kind === "table" ? base.table : undefined;
  const learnt = withContextModel(counted, corpus, { passes, nounShare: NOUN_SHARE, random, start, tell });
  return withVerdicts(learnt, corpus, { random, most: MOST_LESSONS, tell });
}
