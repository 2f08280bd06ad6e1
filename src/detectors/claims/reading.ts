import type { Mention, Sentence, Token } from "../../annotate/annotated.ts";
import { type TextSpan, textSpan } from "../../core/span.ts";
import type { Entity, EntityKind } from "../../knowledge/fact.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Detection, SentenceView } from "../detector.ts";

/** Reads one kind of claim from a sentence and judges it by what is known. */
export type ClaimReader = (view: SentenceView, knowledge: Knowledge) => Iterable<Detection>;

const DISTANCING =
  /\b(?:not|never|no longer|n['’]t|former(?:ly)?|then|once|until|previously|historic(?:al)?|exiled?|in exile|claim(?:s|ed)? to be|so-called|self-(?:declared|proclaimed|styled)|mistaken(?:ly)?|myth|fiction(?:al)?|novel|imagin\w+|would-be|if)\b/iu;

/** Whether a sentence denies, doubts or historicises what it says, so that a claim in it is not the text's own. */
export const isDistanced = ({ text, span }: Sentence): boolean => DISTANCING.test(text.slice(span.start, span.end));

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

/** The text from one token up to another (exclusive). */
export const wordsOf = (sentence: Sentence, start: number, end: number): string => {
  const span = spanOf(sentence, start, end);
  return sentence.text.slice(span.start, span.end);
};
