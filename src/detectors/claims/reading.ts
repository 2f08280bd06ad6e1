import type { Mention, Sentence, Token } from "../../annotate/annotated.ts";
import { type TextSpan, textSpan } from "../../core/span.ts";
import type { Entity, EntityKind } from "../../knowledge/fact.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Detection, SentenceView } from "../detector.ts";

/** Reads one kind of claim from a sentence and judges it by what is known. */
export type ClaimReader = (view: SentenceView, knowledge: Knowledge) => Iterable<Detection>;

const DENIED_BEFORE =
  /\b(?:not|never|no longer|neither|nor|n['’]t|denie[sd]|denying|den(?:y|ial)|dismiss\w*|reject\w*|wrong(?:ly)?|false(?:ly)?|mistak\w+|contrary to|rumou?rs?|hoax|suppose|imagine|if|unless|rather than|instead of|once|then|until|former(?:ly)?|ex|previous(?:ly)?|the late|future|would|self-\w+|so-called|claim(?:s|ed)? to be|call(?:s|ed|ing) (?:it|him|her)self)\b[^.;:]{0,40}$/iu;
const ESTRANGED =
  /\b(?:exile[ds]?|in exile|fiction(?:al)?|novel|film|movie|myth|parody|satir\w+|alternate|imaginary|hypothetical|so-called|self-(?:declared|proclaimed|styled))\b/iu;

/** Whether the words before a claim deny, doubt or historicise it, or its sentence is about fiction or exile. */
export function isDistancedAt(sentence: Sentence, start: number, end: number): boolean {
  const { text, span } = sentence;
  const claim = spanOf(sentence, start, end);
  return (
    DENIED_BEFORE.test(text.slice(Math.max(span.start, claim.start - 60), claim.start)) ||
    ESTRANGED.test(text.slice(span.start, span.end))
  );
}

const HISTORICAL =
  /\b(?:1\d{3}s?|century|centuries|World War|colon(?:y|ies|ial)|medieval|ancient|empire|dynasty|BC|occupied|occupation|historic(?:al)?|historians?|partition|protectorate|wartime|then)\b/iu;

/** Whether a sentence speaks of a past in which borders and capitals were others. */
export const isHistorical = ({ text, span }: Sentence): boolean => HISTORICAL.test(text.slice(span.start, span.end));

/** The entities of some kinds that a mention may stand for. */
export const entitiesOf = (mention: Mention, kinds: readonly EntityKind[]): readonly Entity[] =>
  mention.entities.filter(({ kind }) => kinds.includes(kind));

/** The mention that starts at a token, or undefined. */
export const mentionFrom = ({ mentions }: Sentence, token: number): Mention | undefined =>
  mentions.find(({ start }) => start === token);

/** The mention that ends before a token, or undefined. */
export const mentionUpTo = ({ mentions }: Sentence, token: number): Mention | undefined =>
  mentions.find(({ end }) => end === token);

/** A token's word in lower case, or "" beyond the ends of the sentence. */
export const wordAt = ({ tokens }: Sentence, index: number): string => tokens[index]?.lower ?? "";

/** The span from one token up to another (exclusive). */
export function spanOf({ tokens }: Sentence, start: number, end: number): TextSpan {
  const first: Token | undefined = tokens[start];
  const last: Token | undefined = tokens[end - 1];
  return textSpan(first?.span.start ?? 0, last?.span.end ?? 0);
}

/** A claim's words with some of its mentions in other words. */
export function reworded(
  sentence: Sentence,
  [start, end]: readonly [number, number],
  changes: readonly (readonly [mention: Pick<Mention, "start" | "end">, words: string])[],
): string {
  let text = "";
  let at = spanOf(sentence, start, end).start;
  for (const [mention, words] of [...changes].sort(([a], [b]) => a.start - b.start)) {
    const place = spanOf(sentence, mention.start, mention.end);
    text += sentence.text.slice(at, place.start) + words;
    at = place.end;
  }
  return text + sentence.text.slice(at, spanOf(sentence, start, end).end);
}

/** The text from one token up to another (exclusive). */
export const wordsOf = (sentence: Sentence, start: number, end: number): string => {
  const span = spanOf(sentence, start, end);
  return sentence.text.slice(span.start, span.end);
};
