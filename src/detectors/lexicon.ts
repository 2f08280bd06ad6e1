import { type Drawer, type Drawn, drawnGroups, openSection } from "../text/drawer.ts";
import type { Checked, Zod } from "../text/schema.ts";
import { triggersOf } from "./automaton.ts";
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

/** An entry with the language that it comes from. */
export type SourcedEntry = LexiconEntry & { readonly language: string };

/** What says whether an entry is wanted, before it is read. */
export interface EntryLabel {
  readonly number: number;
  readonly kind: LexiconEntry["kind"];
  /** The one language whose texts it is for, or `any`. */
  readonly language: string;
}

/** The entries of all lexicons, looked up by trigger. */
export interface Lexicons {
  readonly languages: readonly string[];
  /** Labels of the entries with this trigger; of those without any, for the empty word. */
  readonly labelled: (word: string) => readonly EntryLabel[];
  readonly entry: (number: number) => SourcedEntry;
}

/** Parses a phrase of an entry: only names keep their capitals. */
export const parseEntryPhrase = (written: string, kind: LexiconEntry["kind"]): Phrase =>
  parsePhrase(written, kind === "name");

/**
 * Files the entries of lexicons for a drawer, what a key leads to as JSON: `languages` all languages, `entry NUMBER`
 * the entry, `trigger WORD` labels. Throws SyntaxError where a phrase cannot be read.
 */
export function fileLexicons(files: readonly LexiconFile[]): readonly Drawn[] {
  const entries: readonly SourcedEntry[] = files.flatMap(({ language, entries: rows }) =>
    rows.map((row) => ({ ...row, language })),
  );
  const labels = entries.flatMap(({ phrase, except, kind, when, language }, number) => {
    for (const each of except) parseEntryPhrase(each, kind);
    const label: EntryLabel = { number, kind, language: when === "any" ? "any" : language };
    const triggers = triggersOf(parseEntryPhrase(phrase, kind).elements) ?? [""];
    return [...new Set(triggers)].map((word) => ({ word, label }));
  });
  return [
    ["languages", JSON.stringify([...new Set(files.map(({ language }) => language))])],
    ...entries.map((entry, number): Drawn => [`entry ${number}`, JSON.stringify(entry)]),
    ...drawnGroups(
      "trigger",
      labels,
      ({ word }) => word,
      (group) => group.map(({ label }) => label),
    ),
  ];
}

const NO_LABELS: readonly EntryLabel[] = [];

/** Opens lexicons that `fileLexicons` has filed. */
export function openLexicons(drawer: Drawer): Lexicons {
  const labels = openSection<readonly EntryLabel[], readonly EntryLabel[]>(drawer, "trigger", (filed) => filed);
  return {
    languages: JSON.parse(drawer("languages") ?? "[]"),
    labelled: (word) => labels(word) ?? NO_LABELS,
    entry: (number) => JSON.parse(drawer(`entry ${number}`) ?? "null"),
  };
}
