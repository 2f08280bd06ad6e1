import { InvalidArgumentError } from "commander";

/** What a file's ending asks for. */
const KINDS = {
  ".tsv": "errors as a table",
  ".jsonl": "decisions as labels",
  ".json": "precision of each rule",
} as const;

/** The ending of a name, where it is known. */
export const endingOf = (path: string): keyof typeof KINDS | undefined =>
  path.endsWith(".tsv") ? ".tsv" : path.endsWith(".jsonl") ? ".jsonl" : path.endsWith(".json") ? ".json" : undefined;

/** Takes the name of a file to export into. */
export function exportFile(path: string, before: readonly string[]): readonly string[] {
  if (endingOf(path) !== undefined) return [...before, path];
  const known = Object.entries(KINDS).map(([ending, kind]) => `${ending} (${kind})`);
  throw new InvalidArgumentError(`Its ending says what to write: ${known.join(", ")}.`);
}
