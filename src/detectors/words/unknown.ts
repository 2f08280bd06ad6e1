import type { AnnotatedDocument, AnnotatedPair, Sentence, Token } from "../../annotate/annotated.ts";
import { type Dictionary, SEEN } from "../../plausibility/dictionary.ts";
import { isBuilt } from "./built.ts";
import { type Correction, correctionsOf } from "./corrections.ts";

/** A word that the dictionary does not know, where it stands. */
export interface UnknownWord {
  readonly pair: AnnotatedPair;
  readonly sentence: Sentence;
  readonly at: number;
  readonly token: Token;
  /** `opening`: capitalised, as the first word of its sentence is. `hyphenated`: a part of a compound. */
  readonly standing: "free" | "opening" | "hyphenated";
  /** Texts have it, though lists do not. */
  readonly isSeen: boolean;
  /** Made of known words. */
  readonly isBuilt: boolean;
  /** What it may have been meant to be, the likeliest first. */
  readonly corrections: readonly Correction[];
}

const isLowerCase = (code: number): boolean => (code >= 97 && code <= 122) || code >= 0xdf;
const PLAIN = /^\p{Ll}+$/u;
/** What touches parts of addresses, formulas, file names and contractions. */
const TOUCHING = /[\p{L}\p{N}@#$%^*=+|~<>&\\/_.:'’´`-]/u;
const HYPHEN = /[-‐‑]/u;

/** Whether a word stands free, with nothing that touches it but the marks of a sentence, or is a part of a compound. */
function standingOf(text: string, { span }: Token): "free" | "hyphenated" | undefined {
  const before = text.charAt(span.start - 1);
  const after = text.charAt(span.end);
  if (HYPHEN.test(before) || HYPHEN.test(after)) {
    const around = text.slice(Math.max(0, span.start - 40), span.end + 40).split(/\s/u);
    const compound = around.find((part) => part.includes(text.slice(span.start, span.end))) ?? "";
    return /^[“"(]?\p{Ll}{3,}-\p{Ll}{3,}[.,;:!?”")]{0,2}$/u.test(compound) ? "hyphenated" : undefined;
  }
  if (TOUCHING.test(before)) return undefined;
  if (!TOUCHING.test(after)) return "free";
  return /[.:]/u.test(after) && !/[\p{L}\p{N}/]/u.test(text.charAt(span.end + 1)) ? "free" : undefined;
}

/** How far a quotation or bracket may reach in which a word is spoken of, not used. */
const MENTION_REACH = 4;

/** Whether a word stands in a short quotation or in brackets: it is spoken of, or stands for its original. */
function isMentioned(tokens: readonly Token[], at: number): boolean {
  let opened = -1;
  for (let index = at - 1; index >= Math.max(0, at - MENTION_REACH) && opened < 0; index -= 1)
    if (/^[“”„«‘("'`]$/u.test(tokens[index]?.text ?? "")) opened = index;
  if (opened < 0) return false;
  for (let index = at + 1; index <= Math.min(tokens.length - 1, opened + MENTION_REACH + 1); index += 1)
    if (/^[”»’)"'“]$/u.test(tokens[index]?.text ?? "")) return true;
  return false;
}

const isCapitalised = (token: Token | undefined): boolean => token !== undefined && /^\p{Lu}/u.test(token.text);

const LATIN = /(?:us|a|um|is|i|ae|es|e|ens|ans|or|ix|ax|ex|ops|on|as|ys)$/u;

/** A species is named in two words, of which the first may be cut: “E. coli”. */
function isSpecies({ kindOf }: Dictionary, tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (before?.text === ".") return /^\p{Lu}$/u.test(tokens[at - 2]?.text ?? "");
  if (before === undefined || !isCapitalised(before)) return false;
  return /^\p{Lu}\.?$/u.test(before.text) || (kindOf(before.lower) === 0 && LATIN.test(tokens[at]?.lower ?? ""));
}

/** “bin”, “del”, “wal”: small words within a name. */
function isParticle(tokens: readonly Token[], at: number): boolean {
  const length = tokens[at]?.text.length ?? 0;
  return (length < 5 && isCapitalised(tokens[at + 1])) || (length < 4 && at > 1 && isCapitalised(tokens[at - 1]));
}

/** Whether the first word of a sentence has its capital from its place alone: nothing else in the sentence says that it is a name. */
function isOpening({ tokens }: Sentence, at: number): boolean {
  const [token, next, afterNext] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (token === undefined || next === undefined || tokens.length < 5) return false;
  if (tokens.slice(0, at).some(({ kind }) => kind !== "mark") || !/^\p{Lu}\p{Ll}{3,}$/u.test(token.text)) return false;
  return next.kind === "word" && !isCapitalised(next) && next.spaceBefore && !isCapitalised(afterNext);
}

const isNamed = ({ mentions }: Sentence, at: number): boolean =>
  mentions.some(({ start, end }) => start <= at && at < end);

/** How a word stands that may be judged. */
function judged(
  dictionary: Dictionary,
  sentence: Sentence,
  at: number,
  token: Token,
): UnknownWord["standing"] | undefined {
  const { text, tokens } = sentence;
  if (isNamed(sentence, at) || isMentioned(tokens, at)) return undefined;
  const standing = standingOf(text, token);
  if (isCapitalised(token)) return standing === "free" && isOpening(sentence, at) ? "opening" : undefined;
  if (!PLAIN.test(token.text) || token.text.length < 2) return undefined;
  return isSpecies(dictionary, tokens, at) || isParticle(tokens, at) ? undefined : standing;
}

const MOST_LETTERS = 24;
const LEAST_SEEN = 3;

function* unknownIn(document: AnnotatedDocument, dictionary: Dictionary): Iterable<UnknownWord> {
  for (const pair of document.pairs)
    for (const sentence of pair.sentences)
      for (let at = 0; at < sentence.tokens.length; at += 1) {
        const token = sentence.tokens[at];
        if (token?.kind !== "word" || !(at < 3 || isLowerCase(token.text.charCodeAt(0)))) continue;
        const kind = dictionary.remembered(token.lower);
        if (kind > 0 && kind < SEEN) continue;
        if (token.text.length > MOST_LETTERS || (kind === SEEN && token.text.length < LEAST_SEEN)) continue;
        const standing = judged(dictionary, sentence, at, token);
        if (standing === undefined) continue;
        const isSeen = kind === SEEN;
        const corrections = isSeen ? [] : correctionsOf(dictionary, token.lower);
        yield {
          pair,
          sentence,
          at,
          token,
          standing,
          isSeen,
          corrections,
          isBuilt: !isSeen && isBuilt(dictionary, token.lower),
        };
      }
}

const read = new WeakMap<AnnotatedDocument, readonly UnknownWord[]>();

/** The unknown words of a document, read once for all that ask. */
export function unknownWords(document: AnnotatedDocument, dictionary: Dictionary): readonly UnknownWord[] {
  const before = read.get(document);
  if (before !== undefined) return before;
  const words = [...unknownIn(document, dictionary)];
  read.set(document, words);
  return words;
}
