import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import type { Finding } from "../src/core/finding.ts";
import { engineOf, findingsIn, markedOffsets, markedWords, ownRulebook, unmarked } from "./support/example.ts";

/** The detectors that compare what a text says with what is known, or with itself. */
const CONTRADICTION_DETECTORS = ["claim", "quantity", "calendar", "contradiction"];
/** The same in plain regular expressions. */
const CONTRADICTION_RULES = [
  "accuracy/pair-word-wrong",
  "accuracy/quarter-wrong",
  "accuracy/statement-contradicted",
  "accuracy/steps-in-wrong-order",
  "accuracy/temperature-unit-wrong",
  "accuracy/time-impossible",
];
const LEAST_CONFIDENCE = 0.5;

const engine = engineOf(
  ownRulebook.rules.filter(
    ({ id, status, detector }) =>
      status === "stable" && (CONTRADICTION_DETECTORS.includes(detector) || CONTRADICTION_RULES.includes(id)),
  ),
);

const pairs = z.array(
  z.strictObject({
    kind: z.string(),
    date: z.string().optional(),
    title: z.string().optional(),
    bad: z.string(),
    good: z.string(),
  }),
);
type Pair = z.infer<typeof pairs>[number];

const pairsOf = (name: string): readonly Pair[] =>
  pairs.parse(parse(readFileSync(join(import.meta.dirname, "fixtures/claims", name), "utf8")));

const findingsOf = (text: string, { date, title }: Pair): readonly Finding[] =>
  findingsIn(engine, text, { kind: "paragraph", from: undefined, date, title }).filter(
    ({ confidence }) => confidence >= LEAST_CONFIDENCE,
  );

function isHit(pair: Pair): boolean {
  const offsets = markedOffsets(pair.bad);
  const marks = markedWords(pair.bad).map((words, index) => {
    const start = offsets[index] ?? 0;
    return { start, end: start + words.length };
  });
  return findingsOf(unmarked(pair.bad), pair).some(({ target: { file } }) =>
    marks.some(({ start, end }) => file.start < end && start < file.end),
  );
}

/** What became of the pairs of a file: how many were found, how many right texts were flagged, and which, by kind. */
function outcome(all: readonly Pair[]) {
  const rows = all.map((pair) => ({
    pair,
    hit: isHit(pair),
    flags: findingsOf(pair.good, pair).map(({ rule, target }) => `${rule}: ${target.text}`),
  }));
  const kinds = [...new Set(all.map(({ kind }) => kind))];
  const table = kinds.map((kind) => {
    const own = rows.filter((row) => row.pair.kind === kind);
    const missed = own.filter(({ hit }) => !hit).map(({ pair }) => pair.bad);
    const count = `${kind}: ${own.length - missed.length} of ${own.length}`;
    return [
      count,
      ...missed.map((text) => `  missed: ${text}`),
      ...own.flatMap(({ flags }) => flags.map((flag) => `  false: ${flag}`)),
    ].join("\n");
  });
  return {
    hitShare: rows.filter(({ hit }) => hit).length / rows.length,
    falseFlags: rows.flatMap(({ flags }) => flags),
    report: table.join("\n"),
  };
}

describe.each([
  { name: "seen.yaml", least: 0.89 },
  { name: "unseen.yaml", least: 0.86 },
  { name: "second-seen.yaml", least: 0.9 },
  { name: "second-unseen.yaml", least: 0.75 },
])("contradictions in $name", ({ name, least }) => {
  const { hitShare, falseFlags, report } = outcome(pairsOf(name));
  if (process.env["CLAIMS_REPORT"] === name) process.stdout.write(`${report}\nhits: ${hitShare.toFixed(3)}\n`);

  test(`at least ${least * 100} percent are found`, () => {
    expect(hitShare).toBeGreaterThanOrEqual(least);
  });

  test("no right text is flagged", () => {
    expect(falseFlags).toEqual([]);
  });
});

test("there are enough pairs", () => {
  expect(pairsOf("seen.yaml").length + pairsOf("unseen.yaml").length).toBeGreaterThanOrEqual(150);
});
