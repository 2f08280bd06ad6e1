import { STARTERS } from "../annotate/abbreviations.ts";
import type { AnnotatedDocument, AnnotatedPair, Sentence } from "../annotate/annotated.ts";
import { type TextSpan, textSpan } from "../core/span.ts";
import { plainLetters, type Sound, soundOf } from "../text/name-spelling.ts";

const WORD = String.raw`(?:(?:[AaEeUu]l|[AaEe](?:sh?|n|r|z|d|t))[-‑])?\p{Lu}[\p{L}\p{M}]*(?:['’ʿʾ‘-]\p{L}[\p{L}\p{M}]*)*`;
const PARTICLE = "(?:bin|ibn|bint|al|el|ul|de|del|della|di|da|dos|du|van|von|der|den|la|le)";
const NAME_WORD = new RegExp(WORD, "gu");
const SEQUENCE = new RegExp(`(?<![\\p{L}\\p{N}/@#=&_.])${WORD}(?: (?:${PARTICLE} ){0,2}${WORD})*`, "gu");

/** Where a form of a name stands. */
interface NamePlace {
  readonly pair: AnnotatedPair;
  readonly span: TextSpan;
  /** The place in the order of the document. */
  readonly order: number;
}

/** One spelling of a name, a single word or two words in a row, and all that the document shows of it. */
export interface NameForm {
  readonly text: string;
  readonly words: 1 | 2;
  readonly sound: Sound;
  readonly places: NamePlace[];
  /** The other words of the full names it is part of, in plain letters. */
  readonly companions: Set<string>;
  /** The words right before and after it. */
  readonly neighbours: Set<string>;
  /** Whether it has a capital where only names have one. */
  isName: boolean;
}

interface Word {
  readonly text: string;
  /** Its plain letters. */
  readonly key: string;
  readonly start: number;
  readonly isSure: boolean;
}

/** Whether most longer words of a sentence have capitals, as in headlines. */
function isTitleCase({ tokens }: Sentence): boolean {
  const long = tokens.filter(({ kind, text }) => kind === "word" && text.length > 3);
  return long.length > 2 && long.filter(({ text }) => /^\p{Lu}/u.test(text)).length / long.length > 0.7;
}

const withoutPossessive = (text: string): string => text.replace(/['’]s?$/u, "");

/** Whether nothing but marks stands before a place since the sentence, a quotation or a list began. */
function isOpening({ text, span }: Sentence, start: number): boolean {
  if (/[\p{L}\p{N},] $/u.test(text.slice(Math.max(span.start, start - 2), start))) return false;
  return !/[\p{L}\p{N}]/u.test(text.slice(span.start, start).replace(/^.*["“‘:.]/u, ""));
}

/** Whether the tagger takes the word that starts here for a name, and it is none that often opens a sentence. */
function mayBeName({ tokens }: Sentence, word: string, start: number): boolean {
  const token = tokens.find(({ span }) => span.end > start + word.search(/\p{Lu}/u));
  return /^(?:PROPN|NOUN|X)$/u.test(token?.partOfSpeech ?? "") && !STARTERS.has(word);
}

const keyOf = (text: string): string => plainLetters(text).replace(/[^\p{L}]/gu, "");

function wordsOf(sentence: Sentence, sequence: RegExpMatchArray, isTitle: boolean): readonly Word[] {
  const offset = sentence.span.start + (sequence.index ?? 0);
  return [...sequence[0].matchAll(NAME_WORD)].flatMap((match) => {
    const text = withoutPossessive(match[0]);
    const start = offset + match.index;
    if (/-\p{Ll}/u.test(text.slice(3)) || /^[\p{Lu}\p{N}'’-]+$/u.test(text)) return [];
    const opens = isOpening(sentence, start);
    return opens && !mayBeName(sentence, text, start)
      ? []
      : [{ text, key: keyOf(text), start, isSure: !opens && !isTitle }];
  });
}

/** Collects forms of names, with the words they stand beside. */
function collector(titles: ReadonlySet<string>) {
  const forms = new Map<string, NameForm>();
  const formOf = (text: string, words: 1 | 2): NameForm => {
    const known = forms.get(text);
    if (known !== undefined) return known;
    const form: NameForm = {
      text,
      words,
      sound: soundOf(text),
      places: [],
      companions: new Set(),
      neighbours: new Set(),
      isName: false,
    };
    forms.set(text, form);
    return form;
  };
  const add = (pair: AnnotatedPair, words: readonly Word[], from: number, count: 1 | 2, order: number): void => {
    const own = words.slice(from, from + count);
    const [first] = own;
    const last = own.at(-1);
    if (first === undefined || last === undefined) return;
    const span = textSpan(first.start, last.start + last.text.length);
    const text = pair.target.text.slice(span.start, span.end);
    if (count === 2 && !/^\S+ \S+$/u.test(text)) return;
    const form = formOf(text, count);
    form.places.push({ pair, span, order: order + span.start });
    form.isName ||= own.every(({ isSure }) => isSure);
    const isCompany = (word: Word | undefined): word is Word =>
      word !== undefined && !own.includes(word) && !titles.has(word.text);
    for (const word of words.filter(isCompany)) form.companions.add(word.key);
    for (const word of [words[from - 1], words[from + count]].filter(isCompany)) form.neighbours.add(word.key);
  };
  return { forms, add };
}

/** The forms of names in a document, by spelling. `titles` are words that stand before names and tell nobody apart. */
export function nameForms({ pairs }: AnnotatedDocument, titles: ReadonlySet<string>): ReadonlyMap<string, NameForm> {
  const { forms, add } = collector(titles);
  const ordinary = new Set<string>();
  let order = 0;
  for (const pair of pairs) {
    for (const sentence of pair.sentences) {
      const isTitle = isTitleCase(sentence);
      for (const { text, lower, kind } of sentence.tokens) if (kind === "word" && text === lower) ordinary.add(text);
      for (const sequence of sentence.text.slice(sentence.span.start, sentence.span.end).matchAll(SEQUENCE)) {
        const words = wordsOf(sentence, sequence, isTitle);
        for (const index of words.keys()) {
          add(pair, words, index, 1, order);
          if (index + 1 < words.length) add(pair, words, index, 2, order);
        }
      }
    }
    order += pair.target.text.length + 1;
  }
  const isOrdinary = ({ text }: NameForm): boolean => text.split(" ").some((word) => ordinary.has(word.toLowerCase()));
  return new Map([...forms].filter(([, form]) => !isOrdinary(form)));
}
