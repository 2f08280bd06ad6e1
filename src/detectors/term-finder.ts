import { type TextSpan, textSpan } from "../core/span.ts";
import { formsOf } from "../text/inflect.ts";

/** Words to be found in an English text, and what they stand for. */
export interface Sought<Owner> {
  readonly owner: Owner;
  readonly words: string;
  /** `inflected`: the last word in any form. `exact`: as written, capitals too. */
  readonly match: "inflected" | "exact";
}

/** Sought words where they stand. */
export interface FoundTerm<Owner> {
  readonly sought: Sought<Owner>;
  readonly span: TextSpan;
}

interface Piece {
  readonly text: string;
  readonly start: number;
}

const piecesOf = (text: string): readonly Piece[] =>
  Array.from(text.matchAll(/[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu), (match) => ({
    text: match[0],
    start: match.index,
  }));

interface Candidate<Owner> {
  readonly sought: Sought<Owner>;
  readonly tests: readonly ((piece: string) => boolean)[];
}

function candidateOf<Owner>(sought: Sought<Owner>): Candidate<Owner> {
  const pieces = piecesOf(sought.words);
  const tests = pieces.map(({ text }, index) => {
    if (sought.match === "exact") return (piece: string) => piece === text;
    const lower = text.toLowerCase();
    const forms = index === pieces.length - 1 && /^\p{L}{2,}$/u.test(lower) ? formsOf(lower) : new Set([lower]);
    return (piece: string) => piece.toLowerCase() === lower || forms.has(piece.toLowerCase());
  });
  return { sought, tests };
}

/** Every spelling with which sought words may begin, in lower case. */
function beginningsOf<Owner>({ words, match }: Sought<Owner>): Iterable<string> {
  const pieces = piecesOf(words);
  const first = pieces[0]?.text.toLowerCase() ?? "";
  return pieces.length === 1 && match === "inflected" ? new Set([first, ...formsOf(first)]) : [first];
}

/** Makes a search for words; its cost does not grow with their number. Of what begins at one place the longest is found. */
export function termFinder<Owner>(all: readonly Sought<Owner>[]): (text: string) => readonly FoundTerm<Owner>[] {
  const byBeginning = new Map<string, Candidate<Owner>[]>();
  for (const sought of all) {
    const candidate = candidateOf(sought);
    if (candidate.tests.length === 0) continue;
    for (const beginning of beginningsOf(sought)) {
      const others = byBeginning.get(beginning);
      if (others === undefined) byBeginning.set(beginning, [candidate]);
      else others.push(candidate);
    }
  }
  for (const candidates of byBeginning.values()) candidates.sort((a, b) => b.tests.length - a.tests.length);
  return (text) => {
    if (byBeginning.size === 0) return [];
    const pieces = piecesOf(text);
    return pieces.flatMap((piece, index) => {
      const fits = byBeginning
        .get(piece.text.toLowerCase())
        ?.find(({ tests }) => tests.every((test, offset) => test(pieces[index + offset]?.text ?? "")));
      if (fits === undefined) return [];
      const last = pieces[index + fits.tests.length - 1] ?? piece;
      return [{ sought: fits.sought, span: textSpan(piece.start, last.start + last.text.length) }];
    });
  };
}

/** Scripts that set no space between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Arabic writes article, conjunctions and prepositions to the word. */
const ARABIC_PREFIX = /(?:^|[^\p{L}\p{M}])[وف]?[بكل]?(?:ال|لل)?$/u;
const MOST_ENDING_LETTERS = 2;

function isWordAt(text: string, start: number, end: number): boolean {
  const term = text.slice(start, end);
  if (UNSPACED.test(term)) return true;
  const before = text.slice(Math.max(0, start - 8), start);
  const begins = !/[\p{L}\p{M}\p{N}]$/u.test(before) || (/\p{Script=Arabic}/u.test(term) && ARABIC_PREFIX.test(before));
  const ending = /^[\p{L}\p{M}]*/u.exec(text.slice(end, end + 8))?.[0] ?? "";
  return begins && ending.length <= (term.length >= 5 ? MOST_ENDING_LETTERS : 0);
}

/** Whether a term of any language stands in a text; endings of one or two letters are overlooked. */
function holdsTerm(text: string, term: string): boolean {
  const [where, what] = [text.toLowerCase(), term.toLowerCase()];
  for (let at = where.indexOf(what); at >= 0; at = where.indexOf(what, at + 1))
    if (isWordAt(where, at, at + what.length)) return true;
  return false;
}

/** Makes a search for terms of any language in the texts of a source; gives their numbers. */
export function sourceTerms(terms: readonly string[]): (text: string) => ReadonlySet<number> {
  const byLetter = new Map<string, number[]>();
  for (const [index, term] of terms.entries()) {
    const letter = term.toLowerCase().slice(0, 2);
    const others = byLetter.get(letter);
    if (others === undefined) byLetter.set(letter, [index]);
    else others.push(index);
  }
  return (text) => {
    const lower = text.toLowerCase();
    const candidates = new Set<number>();
    for (let at = 0; at < lower.length; at += 1) {
      for (const width of [1, 2])
        for (const index of byLetter.get(lower.slice(at, at + width)) ?? [])
          if (lower.startsWith((terms[index] ?? "").toLowerCase(), at)) candidates.add(index);
    }
    return new Set([...candidates].filter((index) => holdsTerm(text, terms[index] ?? "")));
  };
}
