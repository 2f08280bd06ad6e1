import type { Knowledge, NameEntry } from "../knowledge/knowledge.ts";
import { nameKey } from "../knowledge/name.ts";
import type { Mention, Token } from "./annotated.ts";

const WORD_CHARACTER = /[\p{L}\p{N}]/u;

function entryAt(text: string, token: Token, candidates: readonly NameEntry[]): NameEntry | undefined {
  return candidates.find((entry) => {
    if (!text.startsWith(entry.text, token.span.start)) return false;
    const next = text[token.span.start + entry.text.length];
    return next === undefined || !WORD_CHARACTER.test(next);
  });
}

const LAST_ASCII = 127;
const LONGEST_KEY = 40;

/** The key a name that begins with a token is filed under. The tagger cuts some words at letters with accents. */
const keyAt = (text: string, { span, text: word }: Token): string =>
  text.charCodeAt(span.end) > LAST_ASCII ? nameKey(text.slice(span.start, span.start + LONGEST_KEY)) : nameKey(word);

/** The names of the knowledge in a sentence, longest match first, from left to right. */
export function spotMentions(text: string, tokens: readonly Token[], knowledge: Knowledge): readonly Mention[] {
  const mentions: Mention[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined || token.kind === "mark") continue;
    const entry = entryAt(text, token, knowledge.namesFrom(keyAt(text, token)));
    if (entry === undefined) continue;
    const stop = token.span.start + entry.text.length;
    let end = index + 1;
    while ((tokens[end]?.span.start ?? stop) < stop) end += 1;
    mentions.push({ start: index, end, entities: entry.entities, form: entry.form });
    index = end - 1;
  }
  return mentions;
}
