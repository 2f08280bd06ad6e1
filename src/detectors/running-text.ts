import type { Token } from "../annotate/annotated.ts";
import { isQuote } from "./collocation-phrase.ts";
import type { SentenceView } from "./detector.ts";

const isCapitalised = ({ text }: Token): boolean => /^\p{Lu}/u.test(text);

/** A whole sentence of running text: no headline, no label. */
export function isRunningText({ target, pair }: SentenceView): boolean {
  if (pair.pair.kind === "title" || pair.pair.kind === "heading") return false;
  const last = target.tokens.findLast((token) => !isQuote(token) && !/^[)\]\d]+$/u.test(token.text));
  if (last === undefined || !/[.!?…]$/u.test(last.text)) return false;
  const words = target.tokens.filter(({ kind, text }) => kind === "word" && text.length > 3);
  return words.filter(isCapitalised).length * 2 <= words.length;
}
