import { readFileSync } from "node:fs";
import { expect } from "vitest";
import type { Document, Pair, Segment } from "../../src/core/document.ts";
import type { Result } from "../../src/core/result.ts";
import { isVerbatim } from "../../src/core/segment.ts";
import { textIn } from "../../src/core/span.ts";

const FOLDER = new URL("../fixtures/readers/", import.meta.url);

/** The text of a fixture. */
export const fixture = (name: string): string => readFileSync(new URL(name, FOLDER), "utf8");

/** The value of a result that must be one. */
export function unwrapped<Value>(result: Result<Value>): Value {
  if (result.kind === "problem") throw new Error(`${result.problem.where}: ${result.problem.what}`);
  return result.value;
}

/** The texts of documents, for short. */
export const textsOf = (documents: readonly Document[]): readonly string[] =>
  documents.flatMap(({ pairs }) => pairs.map(({ target }) => target.text));

/** Fails unless the way back to the file is whole. */
function expectWayBack(file: string, { text, runs }: Segment): void {
  expect(runs.map((run) => textIn(text, run.text)).join("")).toBe(text);
  let textEnd = 0;
  let fileEnd = 0;
  for (const run of runs) {
    expect(run.text.start).toBe(textEnd);
    expect(run.file.start).toBeGreaterThanOrEqual(fileEnd);
    expect(run.file.end).toBeGreaterThan(run.file.start);
    expect(run.file.end).toBeLessThanOrEqual(file.length);
    if (isVerbatim(run)) expect(textIn(file, run.file)).toBe(textIn(text, run.text));
    textEnd = run.text.end;
    fileEnd = run.file.end;
  }
  expect(textEnd).toBe(text.length);
}

/** The same for every segment of documents. */
export function expectWaysBack(file: string, documents: readonly Document[]): void {
  for (const { pairs } of documents) {
    for (const { target, source } of pairs) {
      expectWayBack(file, target);
      if (source !== undefined) expectWayBack(file, source);
    }
  }
}

function summarySegment(file: string, { text, runs, escaping }: Segment) {
  const escapes = runs.filter((run) => !isVerbatim(run)).map((run) => [textIn(text, run.text), textIn(file, run.file)]);
  return { text, escaping: escaping.join(" "), escapes: Object.fromEntries(escapes) };
}

const summaryPair = (file: string, { id, kind, target, source }: Pair) => ({
  id,
  kind,
  ...summarySegment(file, target),
  ...(source === undefined ? {} : { source: summarySegment(file, source) }),
});

/** What the readers found, as it is kept beside the fixtures. */
export const summary = (file: string, documents: readonly Document[]) =>
  documents.map(({ pairs, ...document }) => ({ ...document, pairs: pairs.map((pair) => summaryPair(file, pair)) }));
