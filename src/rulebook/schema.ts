import { RULE_STATUSES } from "../core/report.ts";
import { SEVERITIES } from "../core/severity.ts";
import type { Checked, Zod } from "../text/schema.ts";

const MARKED = /\[\[[\s\S]+?\]\]/u;

const terms = (z: Zod) =>
  z.strictObject({
    glossary: z
      .array(
        z.strictObject({
          source: z.string().nullable().default(null),
          target: z.array(z.string()).min(1),
          forbidden: z.array(z.string()).default([]),
          matchCase: z.boolean().default(false),
          note: z.string().default(""),
        }),
      )
      .default([]),
    doNotTranslate: z
      .array(z.strictObject({ term: z.string(), renderings: z.array(z.string()).default([]) }))
      .default([]),
  });

const setting = (z: Zod) => ({
  /** A line is a paragraph. */
  target: z.string().min(1),
  kind: z.enum(["title", "heading", "paragraph", "list-item", "cell", "caption"]).default("paragraph"),
  /** The language the text was translated from, as an ISO 639-1 code. */
  from: z.string().optional(),
  /** The title above the text. */
  title: z.string().optional(),
  /** The day the text speaks from. */
  date: z.string().optional(),
  /** The text it was translated from. */
  source: z.string().min(1).optional(),
  /** The terms that hold in the example. */
  terms: terms(z).optional(),
});

const badExample = (z: Zod) =>
  z.strictObject({
    ...setting(z),
    target: z.string().regex(MARKED, "a bad example marks the exact place as [[…]]"),
    /** The text after a suggestion is applied. */
    fixed: z.string().optional(),
  });

const goodExample = (z: Zod) =>
  z.strictObject({
    ...setting(z),
    /** Why the text is right, in words. */
    because: z.string().min(1),
  });

/** One rule file. The path below `rules/` is the rule's id, its folder the MQM dimension. */
export const ruleFile = (z: Zod) =>
  z.strictObject({
    detector: z.string(),
    options: z.record(z.string(), z.unknown()).default({}),
    /** A category of MQM below the folder's dimension. */
    category: z.string(),
    severity: z.enum(SEVERITIES),
    /** How often a professional reviser would agree, 0 to 1. */
    confidence: z.number().min(0).max(1),
    status: z.enum(RULE_STATUSES),
    /** What is wrong, with the detector's `{slots}`. */
    message: z.string().min(1),
    /** Why it happens and why it matters. */
    explanation: z.string().min(1),
    /** Where the knowledge comes from. */
    sources: z.array(z.string()).default([]),
    examples: z.strictObject({ bad: z.array(badExample(z)).min(2), good: z.array(goodExample(z)).min(2) }),
  });

export type RuleFile = Checked<typeof ruleFile>;
export type BadExample = RuleFile["examples"]["bad"][number];
export type GoodExample = RuleFile["examples"]["good"][number];
