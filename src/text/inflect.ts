import { DOUBLING_VERBS, IRREGULAR_PLURALS, IRREGULAR_VERBS } from "./irregular.ts";

/** The forms an English verb or noun takes. */
export const WORD_FORMS = ["base", "third-person", "past", "participle", "gerund", "plural"] as const;
export type WordForm = (typeof WORD_FORMS)[number];

const BE: Readonly<Record<WordForm, string>> = {
  base: "be",
  "third-person": "is",
  past: "was",
  participle: "been",
  gerund: "being",
  plural: "be",
};
const FORMS_OF_BE = ["be", "am", "is", "are", "was", "were", "been", "being", "'s", "'re", "'m"];

const endsInSibilant = (word: string): boolean => /(?:s|x|z|ch|sh)$/u.test(word);
const endsInConsonantY = (word: string): boolean => /[^aeiou]y$/u.test(word);
const doublesLast = (verb: string): boolean =>
  DOUBLING_VERBS.has(verb) || /^[^aeiou]*(?:qu)?[aeiou][bdgklmnprtvz]$/u.test(verb);

function withS(word: string): string {
  if (endsInConsonantY(word)) return `${word.slice(0, -1)}ies`;
  return endsInSibilant(word) || /[^aeiou]o$/u.test(word) ? `${word}es` : `${word}s`;
}

function regularPast(verb: string): string {
  if (verb.endsWith("e")) return `${verb}d`;
  if (endsInConsonantY(verb)) return `${verb.slice(0, -1)}ied`;
  return doublesLast(verb) ? `${verb}${verb.at(-1)}ed` : `${verb}ed`;
}

function gerund(verb: string): string {
  if (verb.endsWith("ie")) return `${verb.slice(0, -2)}ying`;
  if (/[^eoy]e$/u.test(verb) && verb.length > 2) return `${verb.slice(0, -1)}ing`;
  return doublesLast(verb) ? `${verb}${verb.at(-1)}ing` : `${verb}ing`;
}

/** The plural of a noun in lower case. */
export function plural(noun: string): string {
  const irregular = IRREGULAR_PLURALS.get(noun);
  if (irregular !== undefined) return irregular;
  if (noun.endsWith("man") && noun.length > 4 && !/(?:hu|ger|ro)man$/u.test(noun)) return `${noun.slice(0, -3)}men`;
  return /[^aeiou]o$/u.test(noun) ? `${noun}s` : withS(noun);
}

/** A verb or noun, given in its base form and lower case, in another form. */
export function inflect(lemma: string, form: WordForm): string {
  if (lemma === "be") return BE[form];
  const irregular = IRREGULAR_VERBS.get(lemma);
  switch (form) {
    case "base":
      return lemma;
    case "third-person":
      return lemma === "have" ? "has" : withS(lemma);
    case "past":
      return irregular?.[0] ?? regularPast(lemma);
    case "participle":
      return irregular?.[1] ?? regularPast(lemma);
    case "gerund":
      return gerund(lemma);
    case "plural":
      return plural(lemma);
  }
}

/** Every form of a verb or noun, British and American doubling included. */
export function formsOf(lemma: string): ReadonlySet<string> {
  if (lemma === "be") return new Set(FORMS_OF_BE);
  const forms = new Set(WORD_FORMS.map((form) => inflect(lemma, form)));
  if (/[aeiou]l$/u.test(lemma)) for (const end of ["ed", "ing", "led", "ling"]) forms.add(lemma + end);
  if (lemma.endsWith("ise")) for (const form of formsOf(`${lemma.slice(0, -3)}ize`)) forms.add(form);
  return forms;
}

/** The form in which `word` shows `lemma`; past and participle look alike, so `afterAuxiliary` decides. */
export function formOf(word: string, lemma: string, use: "noun" | "verb" | "verb-after-auxiliary"): WordForm {
  if (use === "noun") return word !== lemma && word === plural(lemma) ? "plural" : "base";
  if (word === lemma)
    return use === "verb-after-auxiliary" && inflect(lemma, "participle") === word ? "participle" : "base";
  const order: readonly WordForm[] =
    use === "verb"
      ? ["past", "participle", "third-person", "gerund"]
      : ["participle", "past", "third-person", "gerund"];
  return order.find((form) => formsIn(lemma, form).includes(word)) ?? "base";
}

function formsIn(lemma: string, form: WordForm): readonly string[] {
  if (lemma === "be" && form === "past") return ["was", "were"];
  if (lemma === "be" && form === "third-person") return ["is", "are", "am"];
  const plain = inflect(lemma, form);
  return /[aeiou]l$/u.test(lemma)
    ? [plain, plain.replace(/l(?=(?:ed|ing)$)/u, "ll"), plain.replace(/ll(?=(?:ed|ing)$)/u, "l")]
    : [plain];
}
