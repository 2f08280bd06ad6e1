import type { Sentence, Token } from "../annotate/annotated.ts";
import { isArticle, isHyphenated, isQuote, nounPhraseFrom, phraseStart } from "./collocation-phrase.ts";

/** A verb and its object: indices of tokens. */
export interface VerbObject {
  readonly verb: number;
  readonly noun: number;
  /** No article or possessive opens the object. */
  readonly isBare: boolean;
}

const wordSet = (text: string): ReadonlySet<string> => new Set(text.split(" "));
const BE = wordSet("be am is are was were been being 's 're 'm");
const HAVE = wordSet("have has had having 've");
const SUBJECT_PRONOUNS = wordSet("i you he she it we they who which that");
const PERSONAL_PRONOUNS = wordSet("i you he she it we they");
/** Always part of the verb before or after its object. */
const PARTICLES = wordSet("up down out off away back apart together aside forward along into onto as");
/** Part of the verb where nothing follows them. */
const LATE_PARTICLES = wordSet("over in on through around about by with to for of at upon after");
const CLAUSE_OPENERS = wordSet(
  "that if when because while whether although though where but after before until since once so how why",
);

const OPENERS: ReadonlySet<string> = new Set(["DET", "NOUN", "PROPN", "ADJ", "NUM", "PRON"]);

const isMark = (token: Token | undefined): boolean => token === undefined || token.kind === "mark";
const isAdverb = (token: Token | undefined): boolean =>
  token !== undefined &&
  ((token.partOfSpeech === "ADV" && !PARTICLES.has(token.lower) && !CLAUSE_OPENERS.has(token.lower)) ||
    token.lower === "not" ||
    token.lower === "n't");

/** The token before `index`, adverbs and negation passed over. */
function indexBefore(tokens: readonly Token[], index: number): number {
  let before = index - 1;
  while (before >= 0 && isAdverb(tokens[before])) before -= 1;
  return before;
}

/** “The mayor pronounced a speech”: taken for an adjective, but an article follows and a subject goes before. */
function isMistaggedPast(tokens: readonly Token[], verb: number): boolean {
  const [token, next, before] = [tokens[verb], tokens[verb + 1], tokens[indexBefore(tokens, verb)]];
  if (token === undefined || next === undefined || before === undefined) return false;
  if ((token.partOfSpeech !== "ADJ" && token.partOfSpeech !== "NOUN") || !isArticle(next)) return false;
  return (
    ["NOUN", "PROPN", "ADJ"].includes(before.partOfSpeech) ||
    SUBJECT_PRONOUNS.has(before.lower) ||
    HAVE.has(before.lower)
  );
}

/** The verb is a word of the text's own, in lower case unless it opens the sentence, and in no quotes. */
function isPlainVerb(tokens: readonly Token[], verb: number): boolean {
  const token = tokens[verb];
  if (token === undefined || isHyphenated(tokens, verb)) return false;
  const isPassive =
    token.partOfSpeech === "ADJ" &&
    /(?:ed|en)$/u.test(token.lower) &&
    BE.has(tokens[indexBefore(tokens, verb)]?.lower ?? "");
  if (token.partOfSpeech !== "VERB" && !isPassive && !isMistaggedPast(tokens, verb)) return false;
  if (verb > 0 && /^\p{Lu}/u.test(token.text)) return false;
  const [before, after] = [tokens[verb - 1], tokens[verb + 1]];
  return !(before !== undefined && isQuote(before)) && !(after !== undefined && isQuote(after));
}

/** What stands before the verb leaves no doubt that it is a verb with an object, not a participle before a noun. */
function isSureVerb(tokens: readonly Token[], verb: number, isDetermined: boolean): boolean {
  const index = indexBefore(tokens, verb);
  const before = tokens[index];
  const { lower = "" } = tokens[verb] ?? {};
  const isNoun = before?.partOfSpeech === "NOUN" || before?.partOfSpeech === "PROPN";
  const isSubject = isNoun || (before !== undefined && SUBJECT_PRONOUNS.has(before.lower));
  if (before === undefined) return isDetermined;
  if (before.partOfSpeech === "PRON" && !isSubject) return false;
  if (before.lower === "'s" || before.partOfSpeech === "DET") return false;
  if (before.partOfSpeech === "ADJ") return isDetermined && !lower.endsWith("ing");
  if (lower.endsWith("ing")) {
    if (isDetermined) return true;
    const subject = tokens[indexBefore(tokens, index)];
    return (
      BE.has(before.lower) &&
      subject !== undefined &&
      (PERSONAL_PRONOUNS.has(subject.lower) || subject.partOfSpeech === "NOUN" || subject.partOfSpeech === "PROPN")
    );
  }
  if (BE.has(before.lower)) return false;
  if (/(?:ed|en)$/u.test(lower) && !isDetermined) return isSubject || HAVE.has(before.lower);
  return (
    isDetermined || isSubject || before.lower === "to" || (before.partOfSpeech === "AUX" && !HAVE.has(before.lower))
  );
}

/** What stands after the object does not turn it into something else: a subject, half of a phrasal verb, a result. */
function isObjectAt(tokens: readonly Token[], head: number): boolean {
  const next = tokens[head + 1];
  const second = tokens[head + 2];
  if (next === undefined || next.kind === "mark")
    return next === undefined || !(isQuote(next) || next.text === "(" || next.text === "/");
  const joinsModifiers =
    next.partOfSpeech === "CCONJ" && second?.partOfSpeech === "NOUN" && tokens[head + 3]?.partOfSpeech === "NOUN";
  if (joinsModifiers) return false;
  if (PARTICLES.has(next.lower) || (LATE_PARTICLES.has(next.lower) && isMark(second))) return false;
  if (next.partOfSpeech === "VERB")
    return next.lower.endsWith("ing") || (/(?:ed|en)$/u.test(next.lower) && second?.partOfSpeech === "ADP");
  if (next.partOfSpeech === "ADV" && (second?.partOfSpeech === "VERB" || second?.partOfSpeech === "AUX")) return false;
  return next.partOfSpeech !== "AUX" && next.partOfSpeech !== "ADJ";
}

/** “teased the protests” */
function active(tokens: readonly Token[], verb: number): VerbObject | undefined {
  const from = isAdverb(tokens[verb + 1]) ? verb + 2 : verb + 1;
  const phrase = nounPhraseFrom(tokens, from);
  if (phrase === undefined || !isSureVerb(tokens, verb, phrase.isDetermined) || !isObjectAt(tokens, phrase.head))
    return undefined;
  return { verb, noun: phrase.head, isBare: !phrase.isDetermined };
}

/** A noun whose phrase opens the sentence or a clause, so that what follows is said of it and not of a noun before it. */
function isSubjectHead(tokens: readonly Token[], head: number): boolean {
  const token = tokens[head];
  if (token?.partOfSpeech !== "NOUN" || (head > 0 && /^\p{Lu}/u.test(token.text)) || isHyphenated(tokens, head))
    return false;
  const start = phraseStart(tokens, head);
  const [first, before] = [tokens[start], tokens[start - 1]];
  if (before === undefined || before.text === "," || before.text === ";" || CLAUSE_OPENERS.has(before.lower))
    return true;
  return first !== undefined && isArticle(first) && (before.partOfSpeech === "NOUN" || before.partOfSpeech === "PROPN");
}

/** “protests were teased”, “protests that were teased” */
function passive(tokens: readonly Token[], verb: number): VerbObject | undefined {
  let before = indexBefore(tokens, verb);
  if (!BE.has(tokens[before]?.lower ?? "") || tokens[verb]?.lower.endsWith("ing")) return undefined;
  while (tokens[before]?.partOfSpeech === "AUX" || BE.has(tokens[before]?.lower ?? ""))
    before = indexBefore(tokens, before);
  const relative = tokens[before]?.lower === "that" || tokens[before]?.lower === "which";
  if (relative) before -= tokens[before - 1]?.text === "," ? 2 : 1;
  if (!isSubjectHead(tokens, before)) return undefined;
  const [next, second] = [tokens[verb + 1], tokens[verb + 2]];
  if (next !== undefined && (PARTICLES.has(next.lower) || OPENERS.has(next.partOfSpeech))) return undefined;
  const opensPhrase = second !== undefined && OPENERS.has(second.partOfSpeech);
  if (next?.lower === "of" || (next !== undefined && LATE_PARTICLES.has(next.lower) && !opensPhrase)) return undefined;
  return { verb, noun: before, isBare: false };
}

/** “protests teased by the deputy” */
function participial(tokens: readonly Token[], verb: number): VerbObject | undefined {
  const after = tokens[verb + 2];
  if (
    tokens[verb + 1]?.lower !== "by" ||
    after === undefined ||
    after.partOfSpeech === "VERB" ||
    after.partOfSpeech === "NUM" ||
    after.kind === "mark"
  )
    return undefined;
  if (!/(?:ed|en)$/u.test(tokens[verb]?.lower ?? "") || tokens[verb - 1]?.partOfSpeech !== "NOUN") return undefined;
  const before = tokens[phraseStart(tokens, verb - 1) - 1];
  if (before?.lower === "of" || before?.partOfSpeech === "CCONJ" || isHyphenated(tokens, verb - 1)) return undefined;
  return { verb, noun: verb - 1, isBare: false };
}

/** “protests that he teased.” */
function relative(tokens: readonly Token[], verb: number): VerbObject | undefined {
  let before = indexBefore(tokens, verb);
  while (tokens[before]?.partOfSpeech === "AUX") before = indexBefore(tokens, before);
  const link = tokens[before - 1];
  if (!PERSONAL_PRONOUNS.has(tokens[before]?.lower ?? "") || (link?.lower !== "that" && link?.lower !== "which"))
    return undefined;
  if (!isMark(tokens[verb + 1]) || tokens[before - 2]?.partOfSpeech !== "NOUN") return undefined;
  return { verb, noun: before - 2, isBare: false };
}

/** The object of the verb at `verb`, where the sentence leaves no doubt. */
export function objectOf({ tokens }: Sentence, verb: number): VerbObject | undefined {
  if (!isPlainVerb(tokens, verb)) return undefined;
  return active(tokens, verb) ?? passive(tokens, verb) ?? participial(tokens, verb) ?? relative(tokens, verb);
}
