import type { Sentence } from "../annotate/annotated.ts";
import { textSpan } from "../core/span.ts";
import { formsOf } from "../text/inflect.ts";
import type { Checked, Zod } from "../text/schema.ts";
import { groupOf, type Hit, type PatternGroup, type PatternShelf, type TokenPattern } from "./automaton.ts";
import { ask, type Detection, defineDetector, found } from "./detector.ts";
import { ENTRY_KINDS, type EntryLabel, type Lexicons, parseEntryPhrase, type SourcedEntry } from "./lexicon.ts";
import { type Phrase, parsePhrase, patternOf } from "./phrase-syntax.ts";
import { formAt, reword, textOf } from "./rewording.ts";

const options = (z: Zod) =>
  z.strictObject({
    /** Phrases of the rule's own, each with its meaning and repairs. */
    phrases: z
      .array(
        z.strictObject({
          phrase: z.string().min(1),
          meaning: z.string().default(""),
          suggest: z.array(z.string()).default([]),
          except: z.array(z.string()).default([]),
          severity: z.enum(["minor", "major"]).optional(),
        }),
      )
      .default([]),
    /** Entries of this kind from all lexicons. */
    lexicon: z.enum(ENTRY_KINDS).optional(),
  });

interface Entry {
  readonly phrase: Phrase;
  readonly except: readonly Phrase[];
  readonly meaning: string;
  readonly suggest: readonly string[];
  readonly severity: "minor" | "major" | undefined;
  /** The source expression and its language, where it comes from a lexicon. */
  readonly of: string | undefined;
  readonly language: string | undefined;
}

/** An entry of another language than the text's is less likely to be meant. */
const OTHER_LANGUAGE_CERTAINTY = 0.85;

function detectionAt(sentence: Sentence, entry: Entry, hit: Hit): Detection | undefined {
  const tokens = sentence.tokens.slice(hit.start, hit.end);
  const first = tokens[0];
  const last = tokens.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const lemmaElement = entry.phrase.elements.findIndex(({ lemmas }) => lemmas.length > 0);
  const at = hit.elementAt.indexOf(lemmaElement);
  const captured = Object.fromEntries(
    entry.phrase.elements.flatMap(({ slot }, index) =>
      slot === undefined
        ? []
        : [
            [
              String(slot),
              textOf(
                sentence,
                tokens.filter((_, n) => hit.elementAt[n] === index),
              ),
            ],
          ],
    ),
  );
  const suggest = () => {
    const inflected = tokens[at]?.lower ?? "";
    const lemma = entry.phrase.elements[lemmaElement]?.lemmas.find((each) => formsOf(each).has(inflected));
    const form = lemma === undefined ? "base" : formAt(sentence, hit.start + at, lemma);
    const why = entry.of === undefined ? entry.meaning : `${entry.of} means “${entry.meaning}”`;
    return entry.suggest.map((template) => ask(reword(template, captured, form), why));
  };
  const slots = { match: textOf(sentence, tokens), meaning: entry.meaning, of: entry.of ?? "", ...captured };
  return found(textSpan(first.span.start, last.span.end), slots, { suggest, severity: entry.severity });
}

const patternsOf = ({ phrase, except }: Entry, place: number): readonly TokenPattern[] => [
  patternOf(phrase, place, "find"),
  ...except.map((each) => patternOf(each, place, "veto")),
];

type Written = Checked<typeof options>["phrases"][number];

const ownEntry = (written: Written): Entry => ({
  ...written,
  phrase: parsePhrase(written.phrase, true),
  except: written.except.map((each) => parsePhrase(each, true)),
  of: undefined,
  language: undefined,
  severity: written.severity,
});

function lexiconEntry(row: SourcedEntry): Entry {
  const parse = (written: string) => parseEntryPhrase(written, row.kind);
  return { ...row, phrase: parse(row.phrase), except: row.except.map(parse) };
}

/** The entries of the lexicons that are of this kind and for this language, read as their triggers turn up; `at` gives the one at a place. */
function shelfOf(
  { labelled, entry }: Lexicons,
  kind: EntryLabel["kind"],
  language: string | undefined,
  firstPlace: number,
): { readonly shelf: PatternShelf; readonly at: (place: number) => Entry | undefined } {
  const read = new Map<number, { readonly entry: Entry; readonly group: PatternGroup }>();
  const groupAt = (number: number): PatternGroup => {
    const known = read.get(number);
    if (known !== undefined) return known.group;
    const own = lexiconEntry(entry(number));
    const make = () => patternsOf(own, firstPlace + number);
    const group: PatternGroup = { kind: "group", triggers: undefined, make };
    read.set(number, { entry: own, group });
    return group;
  };
  const isWanted = (label: EntryLabel): boolean =>
    label.kind === kind && (label.language === "any" || label.language === language);
  return {
    shelf: {
      kind: "shelf",
      holding: (word) =>
        labelled(word)
          .filter(isWanted)
          .map(({ number }) => groupAt(number)),
    },
    at: (place) => read.get(place - firstPlace)?.entry,
  };
}

/** Fixed phrases, in any inflection, from the rule itself or from the lexicons of literal renderings. */
export const phrase = defineDetector({
  needsSource: false,
  options,
  slots: ["match", "meaning", "of"],
  configure: ({ phrases, lexicon }, { lexicons, sourceLanguage }) => {
    const own = phrases.map(ownEntry);
    const others = lexicon === undefined ? undefined : shelfOf(lexicons, lexicon, sourceLanguage, own.length);
    return {
      scope: "sentence",
      patterns: [
        ...own.map((entry, place) => {
          const [find, ...vetoes] = patternsOf(entry, place);
          return groupOf(find === undefined ? [] : [find], vetoes);
        }),
        ...(others === undefined ? [] : [others.shelf]),
      ],
      *detect({ target, hits }) {
        for (const hit of hits) {
          const entry = own[hit.pattern.entry] ?? others?.at(hit.pattern.entry);
          const detection = entry === undefined ? undefined : detectionAt(target, entry, hit);
          if (entry === undefined || detection === undefined) continue;
          const isForeign = sourceLanguage !== undefined && ![undefined, sourceLanguage].includes(entry.language);
          yield isForeign ? { ...detection, certainty: OTHER_LANGUAGE_CERTAINTY } : detection;
        }
      },
    };
  },
});
