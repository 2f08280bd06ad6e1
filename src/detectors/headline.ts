import type { AnnotatedPair, Sentence } from "../annotate/annotated.ts";

const MOST_HEADLINE_WORDS = 16;
const CAPITALISED_SHARE = 0.6;

/**
 * Whether a sentence reads as a headline: titles and headings, short lines without a final mark, and lines
 * in which most words are capitalised.
 */
export function isHeadline({ pair }: AnnotatedPair, { tokens }: Sentence): boolean {
  if (pair.kind === "title" || pair.kind === "heading") return true;
  const words = tokens.filter(({ kind }) => kind === "word");
  if (words.length <= MOST_HEADLINE_WORDS && !/[.!?…:;,”"’')]$/u.test(tokens.at(-1)?.text ?? "")) return true;
  const capitalised = words.filter(({ text }) => /^\p{Lu}/u.test(text)).length;
  return words.length > 3 && capitalised / words.length > CAPITALISED_SHARE;
}
