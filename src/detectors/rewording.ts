import type { Sentence, Token } from "../annotate/annotated.ts";
import { formOf, inflect, type WordForm } from "../text/inflect.ts";

const AUXILIARIES_OF_PARTICIPLE = new Set([
  "have",
  "has",
  "had",
  "having",
  "be",
  "been",
  "is",
  "are",
  "was",
  "were",
  "being",
  "'ve",
]);

/** The form in which a token of the sentence shows `lemma`, auxiliaries before it taken into account. */
export function formAt(sentence: Sentence, index: number, lemma: string): WordForm {
  const token = sentence.tokens[index];
  if (token === undefined) return "base";
  if (token.partOfSpeech === "NOUN") return formOf(token.lower, lemma, "noun");
  const before = sentence.tokens.slice(Math.max(0, index - 3), index);
  const auxiliary = before.findLast(({ partOfSpeech }) => partOfSpeech !== "ADV" && partOfSpeech !== "PART");
  const afterAuxiliary = auxiliary !== undefined && AUXILIARIES_OF_PARTICIPLE.has(auxiliary.lower);
  return formOf(token.lower, lemma, afterAuxiliary ? "verb-after-auxiliary" : "verb");
}

/** Fills `{slots}` and gives every `~word` the form `form`. */
export function reword(template: string, slots: Readonly<Record<string, string>>, form: WordForm): string {
  return template
    .replace(/~([\p{L}]+)/gu, (_, lemma: string) => inflect(lemma, form))
    .replace(/\{([\w-]+)\}/gu, (whole, name: string) => slots[name] ?? whole);
}

/** The text from the first to the last of some tokens. */
export function textOf(sentence: Sentence, tokens: readonly Token[]): string {
  const first = tokens[0];
  const last = tokens.at(-1);
  return first === undefined || last === undefined ? "" : sentence.text.slice(first.span.start, last.span.end);
}
