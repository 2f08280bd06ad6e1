import type { Comment } from "../core/document.ts";
import { fileSpan } from "../core/span.ts";

/** `<!-- … -->`, whatever it stands in. */
function markupComments(text: string): readonly Comment[] {
  const comments: Comment[] = [];
  for (let start = text.indexOf("<!--"); start >= 0; ) {
    const end = text.indexOf("-->", start + 4);
    if (end < 0) break;
    comments.push({ text: text.slice(start + 4, end), file: fileSpan(start, end + 3) });
    start = text.indexOf("<!--", end + 3);
  }
  return comments;
}

/** Where fenced code stands in Markdown. */
function fencedSpans(text: string): readonly { readonly start: number; readonly end: number }[] {
  const spans: { readonly start: number; readonly end: number }[] = [];
  let open: { readonly mark: string; readonly start: number } | undefined;
  for (const match of text.matchAll(/^ {0,3}(`{3,}|~{3,}).*$/gmu)) {
    const mark = match[1] ?? "";
    if (open === undefined) open = { mark, start: match.index };
    else if (mark.startsWith(open.mark)) {
      spans.push({ start: open.start, end: match.index + match[0].length });
      open = undefined;
    }
  }
  return open === undefined ? spans : [...spans, { start: open.start, end: text.length }];
}

/** Comments in code are examples. */
function markdownComments(text: string): readonly Comment[] {
  const fences = fencedSpans(text);
  return markupComments(text).filter(({ file: { start } }) => {
    const line = text.slice(text.lastIndexOf("\n", start) + 1, start);
    const isInline = line.split("`").length % 2 === 0;
    return !isInline && !fences.some((fence) => fence.start <= start && start < fence.end);
  });
}

const BY_FORMAT: ReadonlyMap<string, (text: string) => readonly Comment[]> = new Map([
  ["html", markupComments],
  ["feed", markupComments],
  ["markdown", markdownComments],
]);

/** The comments of a file, in the formats that have them. */
export const commentsIn = (format: string, text: string): readonly Comment[] => BY_FORMAT.get(format)?.(text) ?? [];
