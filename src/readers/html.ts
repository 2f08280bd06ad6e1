import { fail, ok, type Result } from "../core/result.ts";
import { lineIndex } from "../text/lines.ts";
import { articlePassages } from "./article.ts";
import { dayOf } from "./day.ts";
import { type HtmlText, htmlText } from "./html-text.ts";
import { languageCode } from "./language.ts";
import { onlyDocument, type Passage } from "./pairs.ts";
import type { Reader } from "./reader.ts";

function dateOf({ dates }: HtmlText): string | undefined {
  const first = (kind: "published" | "mentioned"): string | undefined =>
    dates.flatMap((date) => (date.kind === kind ? (dayOf(date.written) ?? []) : []))[0];
  return first("published") ?? first("mentioned");
}

function tooDeep(path: string, page: string, offset: number): Result<never> {
  const { line, column } = lineIndex(page)(offset);
  return fail({
    where: `${path}:${line}:${column}`,
    what: "Elements stand too deep in one another here.",
    remedy: "Close what is left open before this place.",
  });
}

/** The main text with the page's title and first-rank headings, or everything where there is no main text. */
function articleOf(page: string, text: HtmlText): readonly Passage[] {
  const inArticle = articlePassages(page, text);
  if (inArticle === undefined || inArticle.size === 0) return text.passages;
  return text.passages.filter(
    ({ kind, element }, index) => inArticle.has(index) || kind === "title" || element === "h1",
  );
}

/** The texts of a piece of HTML, all of them; none where its elements stand too deep. */
export const htmlPassages = (piece: string): readonly Passage[] => htmlText(piece).passages;

/** Web pages. */
export const html: Reader = {
  name: "html",
  extensions: [".html", ".htm", ".xhtml"],
  read(path, text, { scope }) {
    const page = htmlText(text);
    if (page.tooDeep !== undefined) return tooDeep(path, text, page.tooDeep);
    const passages = scope === "article" ? articleOf(text, page) : page.passages;
    return ok([onlyDocument(path, passages, { targetLanguage: languageCode(page.language), date: dateOf(page) })]);
  },
};
