import { createRequire } from "node:module";
import type { HtmlText } from "./html-text.ts";

/**
 * Marks are written in code points that Unicode keeps free of characters, U+FDD0 to U+FDD9 for the digits of a number.
 * Unlike elements they do not change the shape of the page, and unlike nodes they outlive its being parsed again.
 */
const MARK_START = "\uFDDA";
const FIRST_DIGIT = 0xfdd0;

const require = createRequire(import.meta.url);

/** A DOM takes longer to load than most files take to read, so it is loaded with the first page. */
function articleFinder() {
  const { parseHTML }: typeof import("linkedom") = require("linkedom");
  const { Readability }: typeof import("@mozilla/readability") = require("@mozilla/readability");
  return { parseHTML, Readability };
}

/** Pages of more elements than this are not searched for an article. */
const MAX_ELEMENTS = 60_000;

/** An article of fewer characters than this is a teaser or a cookie notice. */
const MIN_ARTICLE_UNITS = 140;

const markOf = (passage: number): string =>
  MARK_START + Array.from(String(passage), (digit) => String.fromCharCode(FIRST_DIGIT + Number(digit))).join("");

const numberOf = (mark: string): number =>
  Number(Array.from(mark, (character) => String(character.charCodeAt(0) - FIRST_DIGIT)).join(""));

/** The page with a mark before every stretch of text that says which passage it belongs to. */
function markedPage(page: string, { stretches, passages }: HtmlText): string {
  const parts: string[] = [];
  let done = 0;
  for (const { passage, start } of stretches) {
    const kind = passages[passage]?.kind;
    if (kind === undefined || kind === "title" || start < done) continue;
    parts.push(page.slice(done, start), markOf(passage));
    done = start;
  }
  parts.push(page.slice(done));
  return parts.join("");
}

/** The numbers of the passages that belong to the main text of the page, or undefined where it has none. */
export function articlePassages(page: string, text: HtmlText): ReadonlySet<number> | undefined {
  try {
    const { parseHTML, Readability } = articleFinder();
    const { document } = parseHTML(markedPage(page, text));
    const article = new Readability(document, { maxElemsToParse: MAX_ELEMENTS }).parse();
    if ((article?.textContent?.trim().length ?? 0) < MIN_ARTICLE_UNITS) return undefined;
    const marks = (article?.textContent ?? "").matchAll(/\uFDDA([\uFDD0-\uFDD9]+)/gu);
    return new Set(Array.from(marks, ([, digits]) => numberOf(digits ?? "")));
  } catch {
    // Readability and its DOM are guests: whatever page they stumble over is read as a whole.
    return undefined;
  }
}
