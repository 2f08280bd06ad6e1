import { textSpan } from "../core/span.ts";
import { PARTS_OF_SPEECH, type PartOfSpeech, type Token } from "./annotated.ts";
import type { Vocabulary } from "./model.ts";
import { loadWink } from "./wink.ts";

/** Turns text into tokens with parts of speech and lemmas. */
export type Tagger = (text: string) => readonly Token[];

/** A longer stretch without white space is no word; wink's time on it grows with the square of its length. */
const LONGEST_WORD = 400;

/** Whether a text has a stretch of `LONGEST_WORD` characters without white space. */
function hasOverlongWord(text: string): boolean {
  let start = 0;
  while (start + LONGEST_WORD <= text.length) {
    let space = start + LONGEST_WORD - 1;
    while (space >= start && !/\s/u.test(text.charAt(space))) space -= 1;
    if (space < start) return true;
    start = space + 1;
  }
  return false;
}

/** The text with an equally long row of letters in the place of each overlong word. */
const readableFrom = (text: string): string =>
  hasOverlongWord(text)
    ? text.replace(/\S+/gu, (run) => (run.length < LONGEST_WORD ? run : "x".repeat(run.length)))
    : text;
const LEMMA_CORRECTIONS: ReadonlyMap<string, string> = new Map([
  ["being", "be"],
  ["meeting", "meet"],
]);

const isPartOfSpeech = (tag: string): tag is PartOfSpeech => (PARTS_OF_SPEECH as readonly string[]).includes(tag);

function kindOf(text: string): Token["kind"] {
  if (/^['’]?\p{L}/u.test(text)) return "word";
  return /^\p{N}/u.test(text) ? "number" : "mark";
}

type Look = Pick<Token, "lower" | "kind">;
const MOST_LOOKS = 50_000;

/** What follows from a word's letters alone, worked out once for each word. */
function looker(): (text: string) => Look {
  const looks = new Map<string, Look>();
  return (text) => {
    const known = looks.get(text);
    if (known !== undefined) return known;
    const look: Look = { lower: text.toLowerCase().replace("’", "'"), kind: kindOf(text) };
    if (looks.size < MOST_LOOKS) looks.set(text, look);
    return look;
  };
}
const lookOf = looker();

function tokenOf(text: string, start: number, spaceBefore: boolean, tag: string, lemma: string): Token {
  const partOfSpeech = isPartOfSpeech(tag) ? tag : "X";
  const isVerb = partOfSpeech === "VERB" || partOfSpeech === "AUX";
  const { lower, kind } = lookOf(text);
  return {
    text,
    lower,
    kind,
    lemma: (isVerb ? LEMMA_CORRECTIONS.get(lemma) : undefined) ?? lemma,
    partOfSpeech,
    span: textSpan(start, start + text.length),
    spaceBefore,
  };
}

/**
 * Forgets the words of the last text, so that no text's tokens depend on the texts read before. Their places in the
 * list stay taken, because wink files what it knows of them by place.
 */
function forgetNewWords({ list, hash }: Vocabulary, from: number): void {
  for (let index = from; index < list.length; index += 1) {
    const word = list[index];
    if (word !== undefined) delete hash[word];
  }
}

/** New words after which wink is loaded afresh: its list would grow for ever. */
const MOST_NEW_WORDS = 400_000;

/** Loads the English model of wink-nlp (https://winkjs.org/wink-nlp/). Costs about a tenth of a second: do it once. */
export function loadTagger(): Tagger {
  let loaded = loadWink();
  return (text) => {
    if (!/\S/u.test(text)) return [];
    if (loaded.vocabulary.list.length > loaded.vocabulary.intrinsicSize + MOST_NEW_WORDS) loaded = loadWink();
    const { wink, vocabulary } = loaded;
    const { its, as } = wink;
    const readable = readableFrom(text);
    const knownCount = vocabulary.list.length;
    const items = wink.readDoc(readable).tokens();
    const words = items.out(its.value, as.array);
    const tags = items.out(its.pos, as.array);
    const lemmas = items.out(its.lemma, as.array);
    forgetNewWords(vocabulary, knownCount);
    return placeTokens(text, readable, words, tags, lemmas);
  };
}

const COMPOUND = /^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+$/u;

/** wink keeps some compounds whole ("non-profit"); their parts are tokens here, as in all others. */
const isCompound = (text: string): boolean => text.includes("-") && COMPOUND.test(text) && /\p{L}/u.test(text);

/** The parts of a compound, hyphens among them. */
function partsOf(text: string, start: number, spaceBefore: boolean, tag: string, lemma: string): readonly Token[] {
  let at = start;
  return text.split(/(-)/u).map((part, index, parts) => {
    const isLast = index === parts.length - 1;
    const token = tokenOf(
      part,
      at,
      index === 0 && spaceBefore,
      part === "-" ? "PUNCT" : isLast ? tag : "X",
      isLast ? lemma.slice(lemma.lastIndexOf("-") + 1) : part.toLowerCase(),
    );
    at += part.length;
    return token;
  });
}

const isSpaceAt = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code <= 32 || (code > 127 && /\s/u.test(text.charAt(at)));
};

function placeTokens(
  text: string,
  readable: string,
  words: readonly string[],
  tags: readonly string[],
  lemmas: readonly string[],
): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? "";
    let start = at;
    while (start < text.length && isSpaceAt(text, start) && !readable.startsWith(word, start)) start += 1;
    if (!readable.startsWith(word, start)) start = readable.indexOf(word, at);
    if (start < 0) continue;
    const spaceBefore = start > at || start === 0 || isSpaceAt(text, start - 1);
    at = start + word.length;
    if (isSpaceAt(word, 0) && word.trim() === "") continue;
    const written = text.slice(start, at);
    const [tag, lemma] = [tags[index] ?? "X", lemmas[index] ?? word];
    if (isCompound(written)) tokens.push(...partsOf(written, start, spaceBefore, tag, lemma));
    else tokens.push(tokenOf(written, start, spaceBefore, tag, lemma));
  }
  return tokens;
}
