import { textSpan } from "../../core/span.ts";
import { type Detection, found } from "../detector.ts";

const ABBREVIATION = /(?<![\p{L}\p{N}.&’'-])\p{Lu}{3,6}(?=s?(?![\p{L}\p{N}&-]))/gu;
const ROMAN = /^[IVXLC]+$/u;
const FEWEST_SMALL_WORDS = 3;

/** Abbreviations of the target that its source does not have, the text does not explain and not every reader knows. */
export function* abbreviationInvented(
  target: string,
  source: string,
  wholeText: string,
  known: ReadonlySet<string>,
): Generator<Detection, void, undefined> {
  const smallWords = target.match(/(?<!\p{L})\p{Ll}{2,}/gu) ?? [];
  if (/\p{Script=Latin}{3}/u.test(source.replace(/\p{Lu}+/gu, "")) || smallWords.length < FEWEST_SMALL_WORDS) return;
  const upper = source.toUpperCase();
  for (const { 0: match, index } of target.matchAll(ABBREVIATION)) {
    if (known.has(match) || ROMAN.test(match) || upper.includes(match)) continue;
    if (new RegExp(String.raw`\(${match}s?\b|\b${match}s? \(`, "u").test(wholeText)) continue;
    yield found(textSpan(index, index + match.length), { match, term: "" });
  }
}
