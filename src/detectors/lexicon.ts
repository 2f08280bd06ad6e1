import type { Checked, Zod } from "../text/schema.ts";
import { firstWordsOf } from "./automaton.ts";
import { type Phrase, parsePhrase } from "./phrase-syntax.ts";

/** What an entry of a lexicon says is wrong. */
export const ENTRY_KINDS = ["mistranslation", "unidiomatic", "name"] as const;

const entry = (z: Zod) =>
  z.strictObject({
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
export const lexiconFile = (z: Zod) =>
  z.strictObject({
    language: z.string().regex(/^[a-z]{2,3}$/u),
    source: z.string(),
    entries: z.array(entry(z)).min(1),
  });

/** A checked lexicon file. */
export type LexiconFile = Checked<typeof lexiconFile>;

/** One entry of a lexicon, as it is written. */
export type LexiconEntry = LexiconFile["entries"][number];

/** An entry as it is kept: what says whether a text needs it, and the whole as JSON, read when one does. */
export interface KeptEntry extends Pick<LexiconEntry, "kind" | "when"> {
  /** Words that a match of the phrase or of an exception may begin with; null where a class of token may. */
  readonly firstWords: readonly string[] | null;
  readonly json: string;
}

/** A lexicon, its entries unread. */
export interface Lexicon {
  readonly language: string;
  readonly source: string;
  readonly entries: readonly KeptEntry[];
}

/** Parses a phrase of an entry: only names keep their capitals. */
export const parseEntryPhrase = (written: string, kind: LexiconEntry["kind"]): Phrase =>
  parsePhrase(written, kind === "name");

/** The whole of an entry. */
export const readEntry = ({ json }: KeptEntry): LexiconEntry => JSON.parse(json);

function keptEntry(entry: LexiconEntry): KeptEntry {
  const { kind, when } = entry;
  const words = [entry.phrase, ...entry.except].map((each) => firstWordsOf(parseEntryPhrase(each, kind).elements));
  const isAny = words.some((each) => each === undefined);
  const firstWords = isAny ? null : [...new Set(words.flatMap((each) => each ?? []))];
  return { kind, when, firstWords, json: JSON.stringify(entry) };
}

/** Makes a lexicon of a checked file. Throws SyntaxError where a phrase cannot be read. */
export const lexiconOf = ({ language, source, entries }: LexiconFile): Lexicon => ({
  language,
  source,
  entries: entries.map(keptEntry),
});
