import { z } from "zod";
import { BASELINE_STATES, SUPPRESSED_BY } from "../core/finding.ts";
import { CATEGORIES } from "../core/mqm.ts";
import { type Report, RULE_STATUSES } from "../core/report.ts";
import { SEVERITIES } from "../core/severity.ts";

const text = z.string();
const count = z.int().nonnegative();
const severity = z.enum(SEVERITIES);
const category = z.enum(CATEGORIES);

const span = z
  .strictObject({ start: count, end: count })
  .meta({ id: "Span", description: "A stretch in UTF-16 code units; the end is exclusive." });

const place = z
  .strictObject({
    path: text,
    document: text,
    pair: text,
    span: span.describe("In the text of the pair."),
    file: span.describe("In the decoded text of the file."),
    line: z.int().positive(),
    column: z.int().positive(),
    endLine: z.int().positive(),
    endColumn: z.int().positive().describe("After the last character."),
    text: text.describe("The words in the span."),
  })
  .meta({ id: "Place", description: "Where a stretch of text stands. Lines and columns count from 1." });

const evidence = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("fact"), statement: text, source: text }),
  z.strictObject({ kind: z.literal("place"), note: text, place }),
]);

const expires = text.nullable().describe("The last day on which it holds, as YYYY-MM-DD.");

const suppression = z
  .strictObject({ by: z.enum(SUPPRESSED_BY), reason: text.nullable(), expires })
  .describe("Why the finding is shown but does not count; null where it counts.");

/** The form of a finding. */
export const finding = z
  .strictObject({
    rule: text,
    category,
    severity,
    confidence: z.number().min(0).max(1).describe("How often a professional reviser would agree."),
    message: text,
    target: place,
    context: z
      .strictObject({ text, span, before: text, after: text })
      .describe("The sentence with its neighbours; the span is in the text of the pair."),
    related: z.array(evidence),
    suggestions: z.array(
      z.strictObject({
        replacement: text,
        safety: z.enum(["safe", "ask"]).describe("safe: there is one possible repair; ask: a person decides."),
        why: text,
      }),
    ),
    fingerprint: text.describe("Stays the same while the rule, the texts and the marked words do."),
    suppression: suppression.nullable(),
    baselineState: z.enum(BASELINE_STATES).nullable().describe("Null where there is no baseline."),
  })
  .meta({ id: "Finding", description: "One flaw of a text." });

/** The form of a score. */
export const score = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("too-short"), wordCount: count, neededWordCount: count }),
    z.strictObject({
      kind: z.literal("score"),
      wordCount: count,
      penaltyPoints: z.number().nonnegative(),
      npt: z.number().describe("Normed penalty total: penalty points per 1,000 words."),
      rqs: z.number().describe("Raw quality score: (1 - points / words) x 100."),
      cqs: z.number().nullable().describe("Calibrated quality score, where it was asked for."),
      wmt: z.number().nullable().describe("Average WMT penalty per segment, where it was asked for."),
    }),
  ])
  .meta({ id: "Score" });

const summary = text.describe("The verdict in words, with what to do next.");

const verdict = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("pass"), summary }),
    z.strictObject({ kind: z.literal("fail"), reasons: z.array(text), summary }),
    z.strictObject({ kind: z.literal("unjudged"), reasons: z.array(text), summary }),
  ])
  .meta({ id: "Verdict" });

const documentScore = z
  .strictObject({
    path: text,
    document: text,
    title: text.nullable(),
    score,
    findingCount: count.describe("Findings that count."),
    suppressedCount: count,
    verdict: verdict.describe("Whether this document may be published by itself."),
  })
  .meta({ id: "DocumentScore" });

const lapsed = z
  .strictObject({
    by: z.enum(SUPPRESSED_BY),
    path: text.describe("The file to change: the text with the comment, the ignore file or the baseline."),
    line: z.int().positive().nullable(),
    rule: text,
    of: z.strictObject({
      path: text.nullable(),
      document: text.nullable(),
      text: text.nullable(),
      fingerprint: text.nullable(),
    }),
    reason: text.nullable(),
    expires,
  })
  .meta({ id: "LapsedSuppression", description: "An ignore or a baseline entry that no longer does anything." });

const settings = z
  .strictObject({
    only: z.array(text),
    skip: z.array(text),
    sensitivity: text,
    rulesFolder: text.nullable(),
    configuration: text.nullable().describe("SHA-256 of what a configuration adds to the rules."),
    table: text.nullable().describe("A table of statistics other than the project's own."),
    leastConfidence: z.number(),
    inputFormat: text.nullable(),
    scope: z.enum(["article", "everything"]),
    sourceLanguage: text.nullable(),
    targetLanguage: text.nullable(),
    asOf: text.nullable(),
    part: z.enum(["all", "changes"]).describe("changes: only findings where something had changed."),
  })
  .describe("How the texts were read and judged: all that a second audit must know to find the same.");

const schema = z
  .strictObject({
    schemaVersion: z.literal("1"),
    tool: z.strictObject({ name: text, version: text }),
    hashes: z.strictObject({ rules: text, knowledge: text, statistics: text }),
    settings,
    inputs: z.array(z.strictObject({ path: text, format: text, sha256: text, documentCount: count, wordCount: count })),
    rules: z.array(
      z.strictObject({ id: text, category, severity, status: z.enum(RULE_STATUSES), message: text, explanation: text }),
    ),
    findings: z.array(finding),
    skippedRules: z.array(z.strictObject({ rule: text, reason: text })),
    faults: z.array(z.strictObject({ where: text, what: text, remedy: text })),
    score,
    doubt: z
      .strictObject({
        count: count.describe("Words that hardly fit their company, with a confidence of 0.25 or more, shown or not."),
        wordCount: count,
        perThousand: z.number().nonnegative(),
        low: z.number().nonnegative().describe("Where the rate may lie (95 %)."),
        high: z.number().nonnegative(),
        editedPerThousand: z.number().nonnegative().describe("The rate in news as it was edited."),
      })
      .nullable()
      .describe("How much of the text is in doubt; null where it is too short to say."),
    documentScores: z.array(documentScore),
    suppressions: z.strictObject({
      unused: z.array(lapsed).describe("Ignores that ignore nothing."),
      stale: z.array(lapsed).describe("Entries of the baseline that are no longer found."),
      expired: z.array(lapsed).describe("Those whose last day is over: their findings count again."),
    }),
    verdict,
  })
  .meta({ title: "misrender report", description: "What misrender check --format json writes." });

/** A type without brands, its lists read-only. */
export type Plain<Value> = Value extends number
  ? number
  : Value extends readonly (infer Item)[]
    ? readonly Plain<Item>[]
    : Value extends object
      ? { readonly [Key in keyof Value]: Plain<Value[Key]> }
      : Value;

/** A type, if another agrees with it. */
export type Agreeing<A, B> = [A] extends [B] ? ([B] extends [A] ? A : never) : never;

/** The form of a JSON report. It does not compile when it parts from `Report`. */
export const reportSchema: z.ZodType<Agreeing<Plain<Report>, Plain<z.output<typeof schema>>>> = schema;
