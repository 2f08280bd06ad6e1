import { ITEM_FIELDS } from "../core/document.ts";
import { SEVERITIES } from "../core/severity.ts";
import { READERS } from "../readers/index.ts";
import type { Checked, Zod } from "../text/schema.ts";

const day = (z: Zod) => z.string().regex(/^\d{4}-\d{2}-\d{2}$/u, "a day is written YYYY-MM-DD");
const language = (z: Zod) => z.string().regex(/^[a-z]{2,3}$/u, "a language is its ISO 639 code: ar, de, es, zh …");
const some = (z: Zod) => z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);
const count = (z: Zod) => z.int().nonnegative();
const score = (z: Zod) => z.number().max(100);

/** What may be said of a rule, a category or a dimension. */
const ruleSetting = (z: Zod) =>
  z.union([
    z.enum(["off", "on", ...SEVERITIES]),
    z.strictObject({
      severity: z.enum(["off", "on", ...SEVERITIES]).optional(),
      options: z.record(z.string(), z.unknown()).optional().describe("Options of the rule's detector, beside its own."),
    }),
  ]);

const rules = (z: Zod) =>
  z
    .record(z.string(), ruleSetting(z))
    .describe("By rule, category or dimension: off, on (also on trial), a severity, or severity and options.");

/** What a text must live up to; also for single files and items. */
const limits = (z: Zod) => ({
  failOn: z.enum(["minor", "major", "critical", "never"]).optional().describe("Fail on findings this grave."),
  maxFindings: count(z).optional().describe("Fail above this number of findings."),
  minScore: score(z).optional().describe("Fail below this raw quality score (RQS)."),
  maxNpt: z.number().nonnegative().optional().describe("Fail above this many penalty points per 1,000 words."),
  minCqs: score(z).optional().describe("Fail below this calibrated quality score."),
});

/** How a text is judged; also for single files and items. */
const judging = (z: Zod) => ({
  sourceLanguage: language(z).optional().describe("The language the text was translated from."),
  targetLanguage: language(z).optional(),
  asOf: day(z).optional().describe("The day the text speaks from."),
  sensitivity: z.enum(["gate", "normal", "deep"]).optional(),
  minConfidence: z.number().min(0).max(1).optional().describe("Leave out findings below this confidence."),
});

const term = (z: Zod) =>
  z.strictObject({
    source: z.string().min(1).optional().describe("The term in the source language."),
    target: some(z).describe("What it must be called, best first."),
    forbidden: z.array(z.string().min(1)).optional().describe("What it must not be called."),
    matchCase: z.boolean().optional(),
    note: z.string().optional(),
  });

const protectedTerm = (z: Zod) =>
  z.union([
    z.string().min(1),
    z.strictObject({
      term: z.string().min(1),
      renderings: z.array(z.string().min(1)).optional().describe("What machine translation makes of it."),
    }),
  ]);

const override = (z: Zod) =>
  z
    .strictObject({
      paths: some(z).optional().describe("Patterns of file names, seen from the folder of this file."),
      items: z
        .partialRecord(z.enum(ITEM_FIELDS), some(z))
        .optional()
        .describe("Fields of a feed's items; * stands for any characters. All must fit."),
      ...judging(z),
      ...limits(z),
      rules: rules(z).optional(),
    })
    .refine(({ paths, items }) => paths !== undefined || items !== undefined, {
      message: "an override says for which paths or items it is",
    });

/** The form of a configuration. */
export const configFile = (z: Zod) =>
  z
    .strictObject({
      $schema: z.string().optional(),
      extends: some(z).optional().describe("Configurations to start from, the last one winning."),
      ...judging(z),
      ...limits(z),
      inputFormat: z
        .enum(READERS.map(({ name }) => name))
        .optional()
        .describe("Where the names of files do not tell."),
      scope: z.enum(["article", "everything"]).optional().describe("What of a web page is read."),
      passingThreshold: z.number().min(0).max(100).optional().describe("Of the calibrated score."),
      acceptedPoints: z.number().min(0.001).max(1000).optional().describe("Penalty points accepted per 1,000 words."),
      minWords: count(z).optional().describe("Fewer words are too short for a score."),
      wmt: z.boolean().optional().describe("Also score as WMT does."),
      baseline: z.string().min(1).optional().describe("Findings that are known and do not count."),
      ignoreFile: z.string().min(1).optional().describe("Instead of the nearest .misrenderignore.yaml."),
      inlineIgnores: z.boolean().optional().describe("Whether comments in a text may ignore findings."),
      rulesFolder: z.string().min(1).optional().describe("A folder of your own rules."),
      knowledge: z.array(z.string().min(1)).optional().describe("Your own files of facts."),
      rules: rules(z).optional(),
      glossary: z.array(term(z)).optional(),
      doNotTranslate: z.array(protectedTerm(z)).optional(),
      overrides: z.array(override(z)).optional().describe("For some files or items; later ones win."),
    })
    .meta({ title: "misrender configuration" });

export type ConfigFile = Checked<typeof configFile>;
export type RuleSetting = Checked<typeof ruleSetting>;
export type OverrideInFile = Checked<typeof override>;
