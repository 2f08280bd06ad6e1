import type { AnnotatedPair } from "../annotate/annotated.ts";
import { textIn, textSpan } from "../core/span.ts";
import { formOf, inflect } from "../text/inflect.ts";
import type { Zod } from "../text/schema.ts";
import { ask, type Detection, defineDetector, found, type LocatedDetection } from "./detector.ts";
import { sourceTerms, termFinder } from "./term-finder.ts";
import type { GlossaryTerm, ProtectedTerm, Terms } from "./terms.ts";

const options = (z: Zod) =>
  z.strictObject({
    /** `glossary`: the source has a term and the target none of its names; `forbidden`: a name it must not have; `protected`: a term that must stay. */
    check: z.enum(["glossary", "forbidden", "protected"]),
  });

type Search = (pair: AnnotatedPair) => Iterable<Detection>;

const matchOf = ({ matchCase }: GlossaryTerm): "inflected" | "exact" => (matchCase ? "exact" : "inflected");

/** The whole text: something is missing from it, and nobody knows where. */
const wholeOf = (pair: AnnotatedPair) => textSpan(0, pair.target.text.length);

/** `word` in the form in which `shown` shows `base`. */
function likewise(word: string, shown: string, base: string): string {
  if (shown.toLowerCase() === base.toLowerCase()) return word;
  const isPlural = formOf(shown.toLowerCase(), base.toLowerCase(), "noun") === "plural";
  const form = isPlural ? "plural" : formOf(shown.toLowerCase(), base.toLowerCase(), "verb");
  return inflect(word, form);
}

const lastWord = (text: string): string => /[\p{L}\p{M}]+$/u.exec(text)?.[0] ?? "";

/** A name that takes the place of another, its last word in the same form. */
function inItsPlace(name: string, shown: string, forbidden: string): string {
  const last = lastWord(name);
  if (last === "" || last !== last.toLowerCase()) return name;
  return name.slice(0, name.length - last.length) + likewise(last, lastWord(shown), lastWord(forbidden));
}

function forbiddenSearch({ glossary }: Terms): Search {
  const find = termFinder(
    glossary.flatMap((owner) => owner.forbidden.map((words) => ({ owner, words, match: matchOf(owner) }))),
  );
  return function* search({ target, pair }) {
    for (const { sought, span } of find(target.text)) {
      const { source, target: names, note } = sought.owner;
      if (source !== null && pair.source !== undefined && !sourceTerms([source])(pair.source.text).has(0)) continue;
      const match = textIn(target.text, span);
      const why = note === "" ? "the glossary has it so" : note;
      const suggest = () => names.map((name) => ask(inItsPlace(name, match, sought.words), why));
      yield found(span, { match, term: source ?? "", name: names[0] ?? "" }, { suggest });
    }
  };
}

function glossarySearch({ glossary }: Terms): Search {
  const terms = glossary.flatMap((owner) => (owner.source === null ? [] : [{ owner, source: owner.source }]));
  const inSource = sourceTerms(terms.map(({ source }) => source));
  const finders = terms.map(({ owner }) =>
    termFinder([...owner.target, ...owner.forbidden].map((words) => ({ owner, words, match: matchOf(owner) }))),
  );
  return function* search(annotated) {
    const { pair, target } = annotated;
    if (pair.source === undefined) return;
    for (const index of inSource(pair.source.text)) {
      const term = terms[index];
      if (term === undefined || (finders[index]?.(target.text).length ?? 0) > 0) continue;
      yield found(wholeOf(annotated), { match: target.text, term: term.source, name: term.owner.target[0] ?? "" });
    }
  };
}

function protectedSearch({ doNotTranslate }: Terms): Search {
  const find = termFinder<ProtectedTerm>(
    doNotTranslate.flatMap((owner) => owner.renderings.map((words) => ({ owner, words, match: "inflected" }))),
  );
  const terms = doNotTranslate.map(({ term }) => term);
  const inSource = sourceTerms(terms);
  return function* search(annotated) {
    const { pair, target } = annotated;
    const needed = pair.source === undefined ? undefined : inSource(pair.source.text);
    const met = new Set<ProtectedTerm>();
    for (const { sought, span } of find(target.text)) {
      const { owner } = sought;
      if (needed !== undefined && !needed.has(doNotTranslate.indexOf(owner))) continue;
      met.add(owner);
      const suggest = () => [ask(owner.term, "the term stays as it is")];
      yield found(span, { match: textIn(target.text, span), term: owner.term, name: owner.term }, { suggest });
    }
    for (const index of needed ?? []) {
      const owner = doNotTranslate[index];
      if (owner === undefined || met.has(owner) || target.text.includes(owner.term)) continue;
      yield found(wholeOf(annotated), { match: target.text, term: owner.term, name: owner.term });
    }
  };
}

const SEARCHES = { glossary: glossarySearch, forbidden: forbiddenSearch, protected: protectedSearch } as const;

/** Terms that a client has laid down and the translation does not keep. */
export const terminology = defineDetector({
  needsSource: false,
  options,
  slots: ["match", "term", "name"],
  configure: ({ check }, { terms }) => {
    const search = SEARCHES[check](terms);
    return {
      scope: "document",
      *detect({ pairs }): Iterable<LocatedDetection> {
        for (const pair of pairs) for (const detection of search(pair)) yield { pair, detection };
      },
    };
  },
});
