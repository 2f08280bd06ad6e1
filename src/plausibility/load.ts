import { closeSync, existsSync, openSync, readFileSync, readSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describeProblem, fail, type Result } from "../core/result.ts";
import { type Grammar, grammarIn } from "./grammar.ts";
import { digestIn, type Table, tableIn } from "./table.ts";

/** The project's own table. */
export const OWN_TABLE = fileURLToPath(new URL("../../rules/statistics/english.table", import.meta.url));

const OWN_WORDS = fileURLToPath(new URL("../../rules/words/english.words", import.meta.url));

const OWN_LANGUAGES = fileURLToPath(new URL("../../rules/words/languages.words", import.meta.url));

/** Reads what languages look like, for `openLanguages`. */
export const loadLanguages = (): Uint8Array => readFileSync(OWN_LANGUAGES);

/** Reads the project's own dictionary, for `openDictionary`. */
export const loadWords = (): Uint8Array => readFileSync(OWN_WORDS);
const OWN_GRAMMAR = fileURLToPath(new URL("../../rules/statistics/english.grammar", import.meta.url));

const missing = (path: string): Result<never> =>
  fail({
    where: path,
    what: "There is no such table of statistics.",
    remedy: "Make one with “misrender train”, or leave --table out.",
  });

/** A table's description of itself is not longer. */
const HEAD_IN_BYTES = 65_536;

/** The digest of a table, without reading all of it. */
export function tableDigest(path: string): Result<string> {
  if (!existsSync(path)) return missing(path);
  const head = new Uint8Array(HEAD_IN_BYTES);
  const file = openSync(path, "r");
  try {
    return digestIn(path, head.subarray(0, readSync(file, head)));
  } finally {
    closeSync(file);
  }
}

/** Reads a table of statistics in one go. */
export function loadTable(path: string): Result<Table> {
  if (!existsSync(path)) return missing(path);
  const bytes = readFileSync(path);
  return tableIn(path, new Uint8Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength));
}

/** The same, of a table that was there a moment ago. */
export function mustLoadTable(path: string): Table {
  const table = loadTable(path);
  if (table.kind === "problem") throw new Error(describeProblem(table.problem));
  return table.value;
}

/** Reads the project's own grammar in figures in one go. */
export function mustLoadGrammar(): Grammar {
  const bytes = readFileSync(OWN_GRAMMAR);
  const grammar = grammarIn(
    OWN_GRAMMAR,
    new Uint8Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength),
  );
  if (grammar.kind === "problem") throw new Error(describeProblem(grammar.problem));
  return grammar.value;
}
