import { z } from "zod";

/** What an entry of a lexicon says is wrong. */
export const ENTRY_KINDS = ["mistranslation", "unidiomatic", "name"] as const;

const entry = z.strictObject({
  phrase: z.string().min(1),
  /** The source expression, in its own script. */
  of: z.string().min(1),
  kind: z.enum(ENTRY_KINDS).default("mistranslation"),
  meaning: z.string().min(1),
  suggest: z.array(z.string()).min(1).max(5),
  /** `any`: wrong in any English text; `source`: only where the text is known to come from this language. */
  when: z.enum(["any", "source"]).default("source"),
  severity: z.enum(["minor", "major"]).default("minor"),
  /** Longer phrases in which the words are right. */
  except: z.array(z.string()).default([]),
  bad: z.string().regex(/^[^[\]]*\[\[[^[\]]+\]\][^[\]]*$/u, "the example marks the matched words once, as [[…]]"),
  good: z.string().optional(),
});

/** One lexicon file: what a source language says and machine translation copies word for word. */
export const lexiconFile = z.strictObject({
  language: z.string().regex(/^[a-z]{2,3}$/u),
  source: z.string(),
  entries: z.array(entry).min(1),
});

export type Lexicon = Readonly<z.infer<typeof lexiconFile>>;
