import type { Document, Pair, Segment } from "../core/document.ts";
import type { TextSpan } from "../core/span.ts";
import type { Entity } from "../knowledge/fact.ts";
import type { NameForm } from "../knowledge/name.ts";

/** Universal parts of speech. Source: Universal Dependencies, https://universaldependencies.org/u/pos/. */
export const PARTS_OF_SPEECH = [
  "ADJ",
  "ADP",
  "ADV",
  "AUX",
  "CCONJ",
  "DET",
  "INTJ",
  "NOUN",
  "NUM",
  "PART",
  "PRON",
  "PROPN",
  "PUNCT",
  "SCONJ",
  "SYM",
  "VERB",
  "X",
] as const;
export type PartOfSpeech = (typeof PARTS_OF_SPEECH)[number];

/** A word, a number or a mark. `lower` is the text in lower case with a straight apostrophe. */
export interface Token {
  readonly text: string;
  readonly lower: string;
  readonly lemma: string;
  readonly partOfSpeech: PartOfSpeech;
  readonly kind: "word" | "number" | "mark";
  readonly span: TextSpan;
  readonly spaceBefore: boolean;
}

/** A name of the knowledge, found in a sentence: tokens from `start` up to `end`. One name may be several entities'. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly entities: readonly Entity[];

  readonly form: NameForm;
}

/** A sentence of a segment. `text` is the whole segment's text; spans are offsets into it. */
export interface Sentence {
  readonly text: string;
  readonly span: TextSpan;
  readonly tokens: readonly Token[];
  readonly mentions: readonly Mention[];
}

/** A segment in sentences. */
export interface AnnotatedPair {
  readonly pair: Pair;
  readonly target: Segment;
  readonly source: Segment | undefined;
  readonly sentences: readonly Sentence[];
}

/** A document, annotated once for all rules. */
export interface AnnotatedDocument {
  readonly document: Document;
  readonly pairs: readonly AnnotatedPair[];
}
