import { type TextSpan, textSpan } from "../core/span.ts";
import { startsWithVowelSound } from "../text/article.ts";

/** A stretch of text and what stands there afterwards. */
export interface Repair {
  readonly span: TextSpan;
  readonly replacement: string;
}

/** An article before the span that no longer fits the first word after it: "a" and "an" change places. */
function withArticle(text: string, { span, replacement }: Repair): Repair {
  const article = /(?<![\p{L}\p{N}'’])(a|an)(\s+)$/iu.exec(text.slice(0, span.start));
  const nextWord = /^[\p{L}\p{N}]+/u.exec(replacement)?.[0];
  if (article === null || nextWord === undefined) return { span, replacement };
  const [whole, written = "", space = ""] = article;
  const fitting = startsWithVowelSound(nextWord) ? "an" : "a";
  if (written.toLowerCase() === fitting) return { span, replacement };
  const cased = /^A/u.test(written) ? `A${fitting.slice(1)}` : fitting;
  return { span: textSpan(span.start - whole.length, span.end), replacement: `${cased}${space}${replacement}` };
}

/** A deletion takes one of the two spaces around it along; at the start the next word becomes the first. */
function withSpace(text: string, { span, replacement }: Repair): Repair {
  if (replacement !== "") return { span, replacement };
  const before = text[span.start - 1];
  const after = text[span.end];
  if (before !== undefined && /\s/u.test(before) && (after === undefined || /[\s,.;:!?)]/u.test(after)))
    return { span: textSpan(span.start - 1, span.end), replacement };
  if (before === undefined && after !== undefined && /\s/u.test(after)) {
    const next = text[span.end + 1] ?? "";
    return { span: textSpan(span.start, span.end + 2), replacement: next.toUpperCase() };
  }
  return { span, replacement };
}

/** The edit that puts `replacement` in the place of `span`, with the article and spaces around it adjusted. */
export const repair = (text: string, span: TextSpan, replacement: string): Repair =>
  withSpace(text, withArticle(text, { span, replacement }));

/** The text after some repairs that do not overlap. */
export function applyRepairs(text: string, repairs: readonly Repair[]): string {
  let result = "";
  let at = 0;
  for (const { span, replacement } of [...repairs].sort((a, b) => a.span.start - b.span.start)) {
    if (span.start < at) continue;
    result += text.slice(at, span.start) + replacement;
    at = span.end;
  }
  return result + text.slice(at);
}
