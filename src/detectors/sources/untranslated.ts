import { textSpan } from "../../core/span.ts";
import { type Detection, found } from "../detector.ts";
import { isSmallWord } from "./language.ts";

/** Small words of other languages that are English words too. */
const ENGLISH = new Set(
  "a as an in on is me do die war am or at den men was had so no he son be she pot all con sin".split(" "),
);
const WORD = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu;
const SMALLEST_RUN = 2;
const FEWEST_LETTERS = 9;
const FEWEST_WORDS_ALIKE = 3;
/** Words that English has taken over with their marks, and Latin that it keeps. */
const TAKEN_OVER =
  /^(?:café|cafés|cliché|clichés|décor|fiancé|fiancée|fiancés|protégé|protégés|résumé|résumés|communiqué|communiqués|façade|façades|naïve|déjà|vu|à|la|crème|brûlée|jalapeño|piñata|señor|doña|über|château|châteaux|soufflé|risqué|née|né|exposé|matinée|entrée|attaché|détente|émigré|émigrés|tête|coup|état|per|capita|pro|rata|in|vitro|vivo|situ|ad|hoc|de|facto|jure|status|quo|vice|versa|et|al|bona|fide|persona|non|grata|sine|qua|habeas|corpus)$/u;

/** Words of a source that stand in the target as they are: with letters that English lacks, or two and more in a row. */
export function* untranslated(target: string, source: string, language: string): Generator<Detection, void, undefined> {
  const inSource = Array.from(source.matchAll(WORD), ([word]) => word);
  const words = Array.from(target.matchAll(WORD), ({ 0: word, index: start }) => ({ word, start }));
  if (
    words.length >= FEWEST_WORDS_ALIKE &&
    target.trim() === source.trim() &&
    words.some(({ word }) => isSmallWord(language, word.toLowerCase()))
  ) {
    yield found(textSpan(0, target.length), { match: target, term: source });
    return;
  }
  const known = new Set(inSource);
  const pairs = new Set(inSource.map((word, index) => `${word} ${inSource[index + 1] ?? ""}`));
  for (let from = 0; from < words.length; ) {
    let to = from;
    const isCopy = (at: number): boolean => {
      const word = words[at]?.word ?? "";
      return (
        known.has(word) &&
        word === word.toLowerCase() &&
        !TAKEN_OVER.test(word) &&
        (at === from || pairs.has(`${words[at - 1]?.word} ${word}`))
      );
    };
    while (isCopy(to)) to += 1;
    const [first, last] = [words[from], words[to - 1]];
    if (first !== undefined && last !== undefined && to > from) {
      const match = target.slice(first.start, last.start + last.word.length);
      const isForeign = /[^\p{ASCII}’]/u.test(match) && match.length >= 4;
      const isRun =
        to - from >= SMALLEST_RUN &&
        match.length >= FEWEST_LETTERS &&
        words.slice(from, to).some(({ word }) => isSmallWord(language, word) && !ENGLISH.has(word));
      if (isForeign || isRun) yield found(textSpan(first.start, first.start + match.length), { match, term: match });
    }
    from = Math.max(to, from + 1);
  }
}
