import type { Zod } from "../text/schema.ts";
import { type Detection, defineDetector, type LocatedDetection } from "./detector.ts";
import { abbreviationInvented } from "./sources/abbreviation.ts";
import { languageOf } from "./sources/language.ts";
import { negationAdded } from "./sources/negation.ts";
import { numbersChanged } from "./sources/number.ts";
import { speakerAdded } from "./sources/speaker.ts";
import { termReader } from "./sources/terms.ts";
import { untranslated } from "./sources/untranslated.ts";

const options = (z: Zod) =>
  z.strictObject({
    /** `number`: one that is none of the source's; `negation`: one that the source has not; `copy`: words as they stand in the source; `person`: a speaker whom the source has not; `abbreviation`: one that nobody explains. */
    check: z.enum(["number", "negation", "person", "copy", "abbreviation"]),
    /** Number words by language, and those that multiply what stands before them. */
    words: z.record(z.string(), z.record(z.string(), z.number())).default({}),
    scales: z.record(z.string(), z.record(z.string(), z.number())).default({}),
    /** Words of the source that excuse what the target says, by language; other languages are not read. */
    excuses: z.record(z.string(), z.array(z.string().min(1))).default({}),
    /** Abbreviations that every reader knows. */
    known: z.array(z.string()).default([]),
  });

type Search = (target: string, source: string, language: string, wholeText: () => string) => Iterable<Detection>;

/** What a target says otherwise than its source. */
export const source = defineDetector({
  needsSource: true,
  options,
  slots: ["match", "term"],
  configure: ({ check, words, scales, excuses, known }) => {
    const readExcuses = termReader([excuses]);
    const knownAbbreviations = new Set(known);
    const searches: Readonly<Record<typeof check, Search>> = {
      number: (target, from, language) =>
        numbersChanged(target, from, language, { words: words[language] ?? {}, scales: scales[language] ?? {} }),
      negation: (target, from, language) =>
        excuses[language] === undefined ? [] : negationAdded(target, from, readExcuses(from, language)),
      person: (target, from, language) =>
        excuses[language] === undefined ? [] : speakerAdded(target, readExcuses(from, language)),
      copy: untranslated,
      abbreviation: (target, from, _, wholeText) => abbreviationInvented(target, from, wholeText(), knownAbbreviations),
    };
    return {
      scope: "document",
      *detect(document): Iterable<LocatedDetection> {
        const wholeText = () => document.pairs.map(({ target }) => target.text).join("\n");
        for (const pair of document.pairs) {
          const from = pair.source?.text;
          const language = from === undefined ? undefined : languageOf(document, from);
          if (from === undefined || language === undefined) continue;
          for (const detection of searches[check](pair.target.text, from, language, wholeText))
            yield { pair, detection };
        }
      },
    };
  },
});
