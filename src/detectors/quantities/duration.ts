import { ask, found } from "../detector.ts";
import { likeWritten } from "../number.ts";
import { numbersOf, type QuantityReader, within, wordsOfSentence } from "./reading.ts";

const SPAN =
  /^(?: of \p{L}+)?(?:,|:| \(| –| —)? ?(?:that is, )?(?:from|between)? ?(?:\p{Lu}\p{L}+ )?(?<first>1\d{3}|20\d\d) ?(?:to|until|till|through|and|-|–) ?(?:\p{Lu}\p{L}+ )?(?<last>1\d{3}|20\d\d)\b/u;
const OTHER =
  /\b(?:than|after|before|ago|old|later|earlier|half|every|sentence\w*|least|first|last|next|of the|only \d+ of)\b[^,;]{0,12}$/iu;

/** A number of years that its dates do not make: “ten years, from 1991 to 1995”. */
export const duration: QuantityReader = function* (sentence) {
  const text = wordsOfSentence(sentence);
  if (!/\byears?\b.*\b(?:1\d|20)\d\d\b/u.test(text)) return;
  for (const number of numbersOf(sentence)) {
    const span = number.unit === "years" ? SPAN.exec(text.slice(number.unitEnd)) : null;
    if (
      span === null ||
      OTHER.test(text.slice(0, number.start)) ||
      !/^\D*(?:from|between|\(|–|—)/u.test(text.slice(number.unitEnd))
    )
      continue;
    const { first = "", last = "" } = span.groups ?? {};
    const right = Number(last) - Number(first);
    if (right <= 0 || Math.abs(right - number.value) <= 1) continue;
    const written = text.slice(number.start, number.end);
    const match = text.slice(number.start, number.unitEnd);
    const repair = likeWritten(right, written) + match.slice(written.length);
    yield found(
      within(sentence, number.start, number.unitEnd),
      { match, first, last, right: String(right) },
      {
        suggest: () => [
          ask(right === 1 ? repair.replace(/s$/u, "") : repair, `From ${first} to ${last} it is ${right}.`),
        ],
      },
    );
  }
};
