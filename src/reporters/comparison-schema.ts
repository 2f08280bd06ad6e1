import { z } from "zod";
import { BOOTSTRAP_UNITS, type Comparison } from "../core/comparison.ts";
import { type Agreeing, finding, type Plain, score } from "./report-schema.ts";

const text = z.string();
const count = z.int().nonnegative();

const side = z
  .strictObject({
    path: text,
    documentCount: count,
    segmentCount: count,
    wordCount: count,
    findingCount: count,
    score,
  })
  .meta({ id: "Side", description: "One of the two versions." });

const aligned = z
  .strictObject({ paired: count, removed: count, added: count })
  .meta({ id: "Aligned", description: "How many stand in both versions, in the old only and in the new only." });

const unit = z.enum(BOOTSTRAP_UNITS);
const significance = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("too-few"), unit, unitCount: count, neededUnitCount: count }),
  z.strictObject({
    kind: z.literal("tested"),
    unit,
    unitCount: count,
    sampleCount: count,
    seed: z.int(),
    low: z.number().describe("95 % of the samples have a difference from here …"),
    high: z.number().describe("… up to here."),
    pValue: z.number().min(0).max(1).describe("How often chance alone makes a difference out of none; two-sided."),
  }),
]);

const schema = z
  .strictObject({
    schemaVersion: z.literal("1"),
    tool: z.strictObject({ name: text, version: text }),
    hashes: z.strictObject({ rules: text, knowledge: text }),
    old: side,
    new: side,
    documents: aligned,
    segments: aligned,
    introduced: z.array(finding),
    fixed: z.array(finding).describe("Places are in the old version."),
    unchanged: z.array(finding).describe("Places are in the new version."),
    difference: z.number().describe("NPT of the new version less that of the old; above 0 is worse."),
    significance: significance.describe("Paired bootstrap resampling (Koehn 2004)."),
    faults: z.array(z.strictObject({ where: text, what: text, remedy: text })),
  })
  .meta({ title: "misrender comparison", description: "What misrender compare --format json writes." });

/** The form of a comparison. It does not compile when it parts from `Comparison`. */
export const comparisonSchema: z.ZodType<Agreeing<Plain<Comparison>, Plain<z.output<typeof schema>>>> = schema;
