import type { Token } from "../annotate/annotated.ts";

/** A noun phrase: tokens from `start` up to and with its head. */
export interface NounPhrase {
  readonly start: number;
  readonly head: number;
  /** An article, possessive or number opens it. */
  readonly isDetermined: boolean;
}

const LONGEST_PHRASE = 9;
const MOST_DETERMINERS = 3;
const QUOTES = new Set(['"', "“", "”", "„", "«", "»", "'", "‘", "’", "`", "``", "''"]);
const POSSESSIVES = new Set(["my", "your", "his", "her", "its", "our", "their", "whose"]);
const QUANTIFIERS = new Set(
  "all both half such some any no every each several many more most few fewer less other another much enough".split(
    " ",
  ),
);
/** Before “of” these count or sort what follows; the noun after it is what the verb is about. */
const CONTAINERS = new Set(
  `number series wave waves round rounds lot lots couple kind kinds type types sort sorts form forms set range pair bit piece part parts majority
dozens hundreds thousands millions variety string spate handful plenty rest bulk amount deal`.split(/\s+/u),
);

export const isQuote = ({ lower }: Token): boolean => QUOTES.has(lower);
const isHyphen = (token: Token | undefined): boolean => token !== undefined && /^[-‐‑–—/]$/u.test(token.text);
/** A hyphen, dash or slash that touches the word. */
export const isHyphenated = (tokens: readonly Token[], index: number): boolean =>
  isHyphen(tokens[index - 1]) || (isHyphen(tokens[index + 1]) && tokens[index + 1]?.spaceBefore === false);

export const isDeterminer = (token: Token): boolean =>
  (token.partOfSpeech === "DET" && token.kind === "word") ||
  POSSESSIVES.has(token.lower) ||
  QUANTIFIERS.has(token.lower) ||
  token.partOfSpeech === "NUM";
const isPossessiveMark = (token: Token | undefined): boolean =>
  token !== undefined && (token.lower === "'s" || token.text === "'") && !token.spaceBefore;
/** Prepositions and conjunctions that look like modifiers. */
const NO_MODIFIERS = new Set(
  "following including excluding regarding concerning considering like unlike near past due worth per when where why how as such than".split(
    " ",
  ),
);
/** These open a clause. */
const CLAUSE_DETERMINERS = new Set("what which whose whatever whichever".split(" "));
const isNominal = (token: Token | undefined): boolean =>
  token?.partOfSpeech === "NOUN" || token?.partOfSpeech === "PROPN";
const isParticiple = (token: Token): boolean => token.partOfSpeech === "VERB" && /(?:ed|en|ing)$/u.test(token.lower);

/** How many tokens from `index` on go on with the modifiers of a noun phrase; 0 where it stops. */
function modifierLength(tokens: readonly Token[], index: number, isDetermined: boolean): number {
  const token = tokens[index];
  const next = tokens[index + 1];
  if (token === undefined || isQuote(token) || NO_MODIFIERS.has(token.lower)) return 0;
  if (isNominal(token) || token.partOfSpeech === "ADJ" || token.partOfSpeech === "NUM" || isPossessiveMark(token))
    return 1;
  if (isHyphen(token) && !token.spaceBefore && next?.spaceBefore === false) return 1;
  const isBeforeNoun = isDetermined && !isNominal(tokens[index - 1]);
  if (isBeforeNoun && isParticiple(token)) return 1;
  if (
    token.partOfSpeech === "ADV" &&
    next !== undefined &&
    (next.partOfSpeech === "ADJ" || (isBeforeNoun && isParticiple(next)))
  )
    return 1;
  const joinsAdjectives = tokens[index - 1]?.partOfSpeech === "ADJ" && next?.partOfSpeech === "ADJ";
  return joinsAdjectives && (token.partOfSpeech === "CCONJ" || token.text === ",") ? 1 : 0;
}

/** The noun phrase that starts at `from`, or undefined where there is none or its head is no common noun. */
export function nounPhraseFrom(tokens: readonly Token[], from: number): NounPhrase | undefined {
  if (CLAUSE_DETERMINERS.has(tokens[from]?.lower ?? "")) return undefined;
  const afterDeterminers = tokens.slice(from, from + MOST_DETERMINERS).findIndex((token) => !isDeterminer(token));
  const isDetermined = afterDeterminers !== 0;
  let at = from + (afterDeterminers < 0 ? MOST_DETERMINERS : afterDeterminers);
  for (
    let length = modifierLength(tokens, at, isDetermined);
    length > 0 && at < from + LONGEST_PHRASE;
    length = modifierLength(tokens, at, isDetermined)
  )
    at += length;
  const head = at - 1;
  const token = tokens[head];
  if (
    token === undefined ||
    head < from ||
    token.partOfSpeech !== "NOUN" ||
    /^\p{Lu}/u.test(token.text) ||
    isHyphenated(tokens, head)
  )
    return undefined;
  if (token.lower === "home" && isNominal(tokens[head - 1])) return undefined;
  if (CONTAINERS.has(token.lower) && tokens[at]?.lower === "of") {
    const inner = nounPhraseFrom(tokens, at + 1);
    return inner === undefined ? undefined : { ...inner, start: from, isDetermined };
  }
  return { start: from, head, isDetermined };
}

/** An article or possessive: nothing before it belongs to the phrase. */
export const isArticle = ({ lower }: Token): boolean =>
  lower === "a" || lower === "an" || lower === "the" || POSSESSIVES.has(lower);

/** The first token of the noun phrase whose head is at `head`. */
export function phraseStart(tokens: readonly Token[], head: number): number {
  let start = head;
  while (start > 0 && head - start < LONGEST_PHRASE) {
    const before = tokens[start - 1];
    if (before === undefined || isQuote(before)) break;
    const belongs =
      isNominal(before) || before.partOfSpeech === "ADJ" || isPossessiveMark(before) || isDeterminer(before);
    if (!belongs) break;
    start -= 1;
    if (isArticle(before)) break;
  }
  return start;
}
