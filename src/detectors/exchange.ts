import { textIn, textSpan } from "../core/span.ts";
import { formOf, formsOf, inflect } from "../text/inflect.ts";
import type { Checked, Zod } from "../text/schema.ts";
import { ask, type Detection, defineDetector, found, type LocatedDetection } from "./detector.ts";
import { languageOf } from "./sources/language.ts";
import { type Term, termReader } from "./sources/terms.ts";

const options = (z: Zod) =>
  z.strictObject({
    /** Families of meanings that exclude each other: where the source has one of a family and the target another, one was exchanged. */
    families: z
      .array(
        z
          .array(
            z.strictObject({
              /** English words for it, alike in order within a family; `~word` is any form, and capitals must agree. None: words that mean neither. */
              english: z.array(z.string().min(1)).default([]),
              /** Words of source languages; `stem*` begins a word, `word?` excuses the English word but accuses no other. */
              source: z.record(z.string(), z.array(z.string().min(1))).default({}),
            }),
          )
          .min(2),
      )
      .min(1),
    /** Only English words with a number close before or after them. */
    number: z.enum(["before", "after", "anywhere"]).default("anywhere"),
  });

type Family = Checked<typeof options>["families"][number];
type Meaning = Family[number];

interface EnglishForm {
  readonly meaning: number;
  readonly place: number;
  readonly written: string;
}

interface Use extends EnglishForm {
  readonly start: number;
  readonly match: string;
}

const escaped = (words: string): string => words.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");

/** Makes a search for the English words of a family. */
function englishReader(family: Family): (text: string) => readonly Use[] {
  const forms = new Map<string, EnglishForm[]>();
  for (const [meaning, { english }] of family.entries())
    for (const [place, written] of english.entries())
      for (const form of written.startsWith("~") ? formsOf(written.slice(1)) : [written])
        forms.set(form.toLowerCase(), [...(forms.get(form.toLowerCase()) ?? []), { meaning, place, written }]);
  const words = [...forms.keys()].sort((a, b) => b.length - a.length).map(escaped);
  const expression = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${words.join("|")})(?![\p{L}\p{N}])`, "giu");
  const agrees = ({ 0: match, index }: RegExpExecArray, { written }: EnglishForm): boolean =>
    written === written.toLowerCase()
      ? match === match.toLowerCase() || index === 0
      : match === written || (match === written.toUpperCase() && written.length > 2);
  return (text) =>
    Array.from(text.matchAll(expression)).flatMap((match) =>
      (forms.get(match[0].toLowerCase()) ?? [])
        .filter((form) => agrees(match, form))
        .map((form) => ({ ...form, start: match.index, match: match[0] })),
    );
}

/** The word of another meaning that stands where `use` stands in its own, in the same form. */
function counterpart({ place, written, match }: Use, { english }: Meaning): string {
  const other = english[place] ?? english[0] ?? "";
  if (!other.startsWith("~")) return match === match.toUpperCase() && match.length > 3 ? other.toUpperCase() : other;
  const lower = match.toLowerCase();
  const lemma = written.replace("~", "");
  const form = inflect(lemma, "plural") === lower ? "plural" : formOf(lower, lemma, "verb");
  const word = inflect(other.slice(1), form);
  return /^\p{Lu}/u.test(match) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

const NUMBER = String.raw`\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred`;
const BESIDE = {
  before: new RegExp(`(?:${NUMBER})[ -](?:\\p{L}+ )?$`, "iu"),
  after: new RegExp(`^\\s(?:(?:about|some|US|the|a) )?[$€£¥]?(?:${NUMBER})`, "iu"),
} as const;

/** Whether a number stands where it must. */
function isBesideNumber(text: string, { start, match }: Use, number: Checked<typeof options>["number"]): boolean {
  if (number === "anywhere") return true;
  const end = start + match.length;
  return BESIDE[number].test(
    number === "before" ? text.slice(Math.max(0, start - 24), start) : text.slice(end, end + 24),
  );
}

const hasWords = (meaning: Meaning | undefined): boolean => Object.keys(meaning?.source ?? {}).length > 0;

/** A list that says a thing more often than this is too long to pair its words with those of the source. */
const MOST_USES = 2;

/** What one family finds in a target beside its source. */
function* exchanged(
  { family, number }: { readonly family: Family; readonly number: Checked<typeof options>["number"] },
  text: string,
  uses: readonly Use[],
  terms: readonly Term[],
): Generator<Detection, void, undefined> {
  const inSource = new Set(terms.map(({ meaning }) => meaning));
  const inTarget = new Set(uses.map(({ meaning }) => meaning));
  const lost = terms.filter(
    ({ meaning, isWeak }) => !isWeak && !inTarget.has(meaning) && family[meaning]?.english.length !== 0,
  );
  const gained = uses.filter(({ meaning }) => !inSource.has(meaning) && hasWords(family[meaning]));
  const [first] = lost;
  if (first === undefined || lost.length > MOST_USES || gained.length > MOST_USES) return;
  if (new Set(lost.map(({ meaning }) => meaning)).size > 1) return;
  if (new Set(gained.map(({ meaning }) => meaning)).size !== 1) return;
  for (const use of gained) {
    if (!isBesideNumber(text, use, number)) continue;
    const span = textSpan(use.start, use.start + use.match.length);
    const meaning = family[first.meaning];
    const suggest = () =>
      meaning === undefined ? [] : [ask(counterpart(use, meaning), `the source says “${first.words}”`)];
    yield found(span, { match: textIn(text, span), term: first.words }, { suggest });
  }
}

/** One of a few meanings that exclude each other in the source, another of them in the target: months, countries, opposites. */
export const exchange = defineDetector({
  needsSource: true,
  options,
  slots: ["match", "term"],
  configure: ({ families, number }) => {
    const readers = families.map((family) => {
      let english: ReturnType<typeof englishReader> | undefined;
      return {
        family,
        readTarget: (text: string) => {
          english ??= englishReader(family);
          return english(text);
        },
        readSource: termReader(family.map(({ source }) => source)),
      };
    });
    return {
      scope: "document",
      *detect(document): Iterable<LocatedDetection> {
        for (const pair of document.pairs) {
          if (pair.source === undefined) continue;
          const { text } = pair.target;
          const language = languageOf(document, pair.source.text);
          for (const { family, readTarget, readSource } of readers) {
            const terms = language === undefined ? [] : readSource(pair.source.text, language);
            if (terms.length === 0) continue;
            for (const detection of exchanged({ family, number }, text, readTarget(text), terms))
              yield { pair, detection };
          }
        }
      },
    };
  },
});
