import type { Suggestion } from "../core/finding.ts";
import { type TextSpan, textIn } from "../core/span.ts";
import type { Candidate } from "../detectors/detector.ts";

const MOST_SUGGESTIONS = 5;

/** Keeps the capital of the words it replaces. */
function withCapitalOf(original: string, words: string): string {
  const [first = ""] = words;
  return /^\p{Lu}\p{Ll}/u.test(original) && /^\p{Ll}/u.test(words)
    ? first.toUpperCase() + words.slice(first.length)
    : words;
}

/** Up to five different suggestions for the words at `span`, in the order the candidates came. */
export function suggestionsFor(text: string, span: TextSpan, candidates: readonly Candidate[]): readonly Suggestion[] {
  const original = textIn(text, span);
  const seen = new Set([original]);
  const suggestions: Suggestion[] = [];
  for (const { words, why, safe } of candidates) {
    const replacement = withCapitalOf(original, words);
    if (seen.has(replacement)) continue;
    seen.add(replacement);
    suggestions.push({ replacement, why, safety: safe ? "safe" : "ask" });
  }
  return suggestions.slice(0, MOST_SUGGESTIONS);
}
