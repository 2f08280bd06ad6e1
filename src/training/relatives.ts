import { IRREGULAR_VERBS } from "../text/irregular.ts";

const SUFFIX =
  /(?:(?:iz|is)?ations?|ational|ements?|ments?|ness(?:es)?|it(?:y|ies)|ously|ous|ively|ives?|ional|ions?|[ae]nces?|[ae]nts?|[ai]bles?|ically|ical|ics?|ally|als?|ists?|isms?|ings?|ers?|ors?|est|ies|ied|ily|ed|es|ly|s|e|y)$/u;
const SHORTEST_STEM = 3;

const stemOf = (word: string): string => word.replace(SUFFIX, "").replace(/(.)\1$/u, "$1");

/** Words of one stem: forms of one word and words made from it. */
export function relativesOf(words: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const irregular = new Map<string, string>();
  for (const [base, forms] of IRREGULAR_VERBS) for (const form of forms) irregular.set(form, stemOf(base));
  const families = new Map<string, string[]>();
  for (const word of words) {
    const stem = irregular.get(word) ?? stemOf(word);
    if (word.length <= SHORTEST_STEM || stem.length < SHORTEST_STEM) continue;
    const family = families.get(stem);
    if (family === undefined) families.set(stem, [word]);
    else family.push(word);
  }
  return new Map([...families.values()].flatMap((family) => family.map((word) => [word, family] as const)));
}
