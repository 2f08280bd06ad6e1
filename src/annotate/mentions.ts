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

/** The names of the knowledge in a sentence, longest match first, from left to right. */
export function spotMentions(text: string, tokens: readonly Token[], knowledge: Knowledge): readonly Mention[] {
  const mentions: Mention[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined || token.kind === "mark") continue;
    const entry = entryAt(text, token, knowledge.namesFrom(nameKey(token.text)));
    if (entry === undefined) continue;
    const stop = token.span.start + entry.text.length;
    let end = index + 1;
    while ((tokens[end]?.span.start ?? stop) < stop) end += 1;
    mentions.push({ start: index, end, entities: entry.entities, form: entry.form });
    index = end - 1;
  }
  return mentions;
}
