import { type TextSpan, textSpan } from "../core/span.ts";
import { BEFORE_NUMBERS, DOUBTFUL, STARTERS, TITLES } from "./abbreviations.ts";

const CANDIDATE = /([.!?…]+|[。！？]+)((?:["'”’)\]»›]|\s[”»)\]])*)/gu;
const LINE_BREAK = /\s*(?:\r\n|[\n\r\u2028\u2029\u0085])\s*/gu;
const SHORT_LINE = 50;
const OPENING = /["'“‘([«‹¡¿#@—–-]/u;
const STARTS_SENTENCE = /^[\p{Lu}\p{Lt}\p{N}\p{Lo}$€£¥]/u;
const SPEAKER =
  /^(?:[A-Z][\w.'’-]*\s+){1,4}(?:said|says|asked|asks|added|told|wrote|shouted|cried|replied|exclaimed|wondered|joked)(?:[.,;]|$|\s+(?:in|at|on|after|during|as|while|to|of)\b)/u;

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/u.test(text[at] ?? "")) at += 1;
  return at;
}

/** The first letter or digit of what follows, with opening quotes and brackets passed over. */
function skipOpening(text: string, from: number): number {
  let at = from;
  while (at < text.length && OPENING.test(text[at] ?? "")) at += 1;
  return at > from && text[at] === " " ? at + 1 : at;
}

/** Whether the word before a full stop shows that it belongs to an abbreviation. */
function isAbbreviation(text: string, stop: number, next: string, isQuoted: boolean): boolean {
  const written = /[\p{L}\p{N}.&'’-]*$/u.exec(text.slice(Math.max(0, stop - 30), stop))?.[0] ?? "";
  const before = written.replace(/^['’.-]+/u, "");
  const startsSentence = STARTERS.has(next.replace("’", "'")) || isQuoted;
  const startsWithDigit = /^\p{N}/u.test(next);
  if (TITLES.has(before)) return !(before === "al" && startsSentence);
  if (startsWithDigit && BEFORE_NUMBERS.has(before)) return true;
  if (/^\p{Lu}\p{Ll}?\.?-\p{Lu}$/u.test(before)) return true;
  if (/^\d{1,2}$/u.test(before) && /(?:^|\n)\s*$/u.test(text.slice(0, stop - before.length))) return true;
  const isInitial = /^\p{Lu}$/u.test(before) || /^(?:\p{L}\.)+\p{L}$/u.test(before);
  return !startsSentence && (isInitial || DOUBTFUL.has(before));
}

function isBoundary(text: string, match: RegExpMatchArray): boolean {
  const [whole, mark = "", closing = ""] = match;
  const end = (match.index ?? 0) + whole.length;
  if (/[。！？]/u.test(mark) || end === text.length) return true;
  if (!/\s/u.test(text[end] ?? "")) return false;
  const next = skipSpace(text, end);
  if (next === text.length) return true;
  const first = skipOpening(text, next);
  if (!STARTS_SENTENCE.test(String.fromCodePoint(text.codePointAt(first) ?? 32))) return false;
  const isQuoted = /["“‘']/u.test(text.slice(next, first));
  if (/[!?]/u.test(mark) && /["'”’]/u.test(closing) && SPEAKER.test(text.slice(first, first + 80))) return false;
  if (mark !== "." || (closing !== "" && closing !== ")")) return true;
  const word = /^[\p{L}\p{N}'’]+/u.exec(text.slice(first, first + 40))?.[0] ?? "";
  return !isAbbreviation(text, match.index ?? 0, word, isQuoted);
}

/** Whether a line break ends a sentence: a blank line does, and a short line before a capital; wrapped prose does not. */
function isLineEnd(text: string, match: RegExpMatchArray): boolean {
  const [whole] = match;
  const start = match.index ?? 0;
  if (whole.replace(/\r\n/gu, "\n").replace(/[^\n\r\u2028\u2029\u0085]/gu, "").length > 1) return true;
  const lineStart = Math.max(text.lastIndexOf("\n", start - 1), text.lastIndexOf("\r", start - 1)) + 1;
  return start - lineStart < SHORT_LINE && /^\p{Lu}/u.test(text.slice(start + whole.length, start + whole.length + 2));
}

/** The sentences of a text, trimmed. Abbreviations, initials, decimals and web names end none. */
export function splitSentences(text: string): readonly TextSpan[] {
  const ends = new Set([text.length]);
  for (const match of text.matchAll(LINE_BREAK)) if (isLineEnd(text, match)) ends.add(match.index);
  for (const match of text.matchAll(CANDIDATE)) if (isBoundary(text, match)) ends.add(match.index + match[0].length);
  const spans: TextSpan[] = [];
  let from = 0;
  for (const end of [...ends].sort((a, b) => a - b)) {
    const start = skipSpace(text, from);
    let stop = end;
    while (stop > start && /\s/u.test(text[stop - 1] ?? "")) stop -= 1;
    if (stop > start) spans.push(textSpan(start, stop));
    from = Math.max(from, end);
  }
  return spans;
}
