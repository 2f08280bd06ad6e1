import { z } from "zod";
import type { Sentence } from "../annotate/annotated.ts";
import { textSpan } from "../core/span.ts";
import { formsOf } from "../text/inflect.ts";
import type { Hit } from "./automaton.ts";
import { ask, type Detection, defineDetector, found } from "./detector.ts";
import { ENTRY_KINDS } from "./lexicon.ts";
import { type Phrase, parsePhrase, patternOf } from "./phrase-syntax.ts";
import { formAt, reword, textOf } from "./rewording.ts";

const options = z.strictObject({
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

/** Fixed phrases, in any inflection, from the rule itself or from the lexicons of literal renderings. */
export const phrase = defineDetector({
  needsSource: false,
  options,
  slots: ["match", "meaning", "of"],
  configure: ({ phrases, lexicon }, { lexicons, sourceLanguage }) => {
    const entries: Entry[] = phrases.map((each) => ({
      ...each,
      phrase: parsePhrase(each.phrase, true),
      except: each.except.map((written) => parsePhrase(written, true)),
      of: undefined,
      language: undefined,
      severity: each.severity,
    }));
    for (const { language, entries: rows } of lexicons)
      for (const row of rows) {
        if (row.kind !== lexicon || (row.when === "source" && language !== sourceLanguage)) continue;
        const parse = (written: string) => parsePhrase(written, row.kind === "name");
        entries.push({ ...row, language, phrase: parse(row.phrase), except: row.except.map(parse) });
      }
    return {
      scope: "sentence",
      patterns: entries.flatMap(({ phrase, except }, entry) => [
        patternOf(phrase, entry, "find"),
        ...except.map((each) => patternOf(each, entry, "veto")),
      ]),
      *detect({ target, hits }) {
        for (const hit of hits) {
          const entry = entries[hit.pattern.entry];
          const detection = entry === undefined ? undefined : detectionAt(target, entry, hit);
          if (entry === undefined || detection === undefined) continue;
          const isForeign = sourceLanguage !== undefined && ![undefined, sourceLanguage].includes(entry.language);
          yield isForeign ? { ...detection, certainty: OTHER_LANGUAGE_CERTAINTY } : detection;
        }
      },
    };
  },
});
