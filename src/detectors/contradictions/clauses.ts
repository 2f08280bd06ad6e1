import type { Sentence, Token } from "../../annotate/annotated.ts";

/** Who says yes or no to what, as a sentence tells it. */
export interface Clause {
  readonly subject: string;
  readonly verb: number;
  /** The first and last token (exclusive) of verb and object. */
  readonly start: number;
  readonly end: number;
  readonly object: readonly string[];
  readonly isNegated: boolean;
}

const NEGATION = /^(?:not|never|n't)$/u;
const UNREAL = /^(?:would|could|may|might|should|must|can|to|if|whether|will|let|unless|ca|wo)$/u;
const LEADING = /^(?:By|After|While|In|Despite|Without)$/u;

const isNoun = (token: Token | undefined): boolean => token?.partOfSpeech === "NOUN" || token?.partOfSpeech === "PROPN";
const headOf = (token: Token): string => (/^\p{Lu}/u.test(token.text) ? token.lower : token.lemma.toLowerCase());

/** The noun a verb belongs to: right before it, or after the comma that closes “By accepting the plan,”. */
function subjectOf({ tokens }: Sentence, verb: number, objectEnd: number): string | undefined {
  let at = verb - 1;
  while (
    at >= 0 &&
    (/^(?:AUX|ADV|PART)$/u.test(tokens[at]?.partOfSpeech ?? "") ||
      /^(?:has|have|had|is|are|was|were|did|does|do|not|n't|for|in|of)$/u.test(tokens[at]?.lower ?? ""))
  )
    at -= 1;
  if (/^(?:who|which|that)$/u.test(tokens[at]?.lower ?? "")) at -= tokens[at - 1]?.text === "," ? 2 : 1;
  const before = tokens[at];
  if (before !== undefined && isNoun(before)) return headOf(before);
  const isLeading = at <= 0 && (at < 0 || LEADING.test(tokens[0]?.text ?? ""));
  if (!isLeading || tokens[objectEnd]?.text !== ",") return undefined;
  let after = objectEnd + 1;
  while (/^(?:DET|ADJ|PRON)$/u.test(tokens[after]?.partOfSpeech ?? "")) after += 1;
  while (isNoun(tokens[after + 1])) after += 1;
  const subject = tokens[after];
  return subject !== undefined && isNoun(subject) ? headOf(subject) : undefined;
}

/** The nouns and verbs of a verb's object, up to the end of its first phrase. */
function objectOf({ tokens }: Sentence, verb: number): { readonly words: readonly string[]; readonly end: number } {
  const words: string[] = [];
  let at = verb + 1;
  while (/^(?:to|for|with|on)$/u.test(tokens[at]?.lower ?? "")) at += 1;
  for (; at < Math.min(tokens.length, verb + 10); at += 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === "mark") break;
    const isFiller =
      /^(?:DET|ADJ|ADV|NUM)$/u.test(token.partOfSpeech) ||
      ["'s", "its", "his", "her", "their", "our"].includes(token.lower);
    if (isNoun(token) || (token.partOfSpeech === "VERB" && words.length === 0)) words.push(headOf(token));
    else if (isFiller) {
      if (token.partOfSpeech === "ADJ") words.push(token.lower);
    } else break;
  }
  const isQualified = /^(?:of|on|in|for|to|with|from|against|that|which|who)$/u.test(tokens[at]?.lower ?? "");
  const qualifier = tokens
    .slice(at, at + 3)
    .map(({ lower }) => lower)
    .join(" ");
  return { words: isQualified ? [...words, qualifier] : words, end: at };
}

/** The clause around a verb, or undefined where nobody says who, or where it is only wished or supposed. */
export function clauseAt(sentence: Sentence, verb: number): Clause | undefined {
  const { tokens } = sentence;
  const before = tokens.slice(Math.max(0, verb - 3), verb).map(({ lower }) => lower);
  if (before.some((word) => UNREAL.test(word))) return undefined;
  const { words, end } = objectOf(sentence, verb);
  const subject = subjectOf(sentence, verb, end);
  if (subject === undefined) return undefined;
  return { subject, verb, start: verb, end, object: words, isNegated: before.some((word) => NEGATION.test(word)) };
}
