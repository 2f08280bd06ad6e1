import { ask, found } from "../detector.ts";
import { comparable } from "../number.ts";
import {
  HEDGE,
  type NumberPair,
  numberPairs,
  type QuantityReader,
  swapped,
  within,
  wordsOfSentence,
} from "./reading.ts";

interface Shape {
  /** The words up to the first number; the group is what a finding marks of them. */
  readonly before: RegExp;
  readonly between: RegExp;
}

const shape = (before: string, between: string): Shape => ({
  before: new RegExp(String.raw`(?<![\p{L}-])(${before}) ${HEDGE}$`, "iu"),
  between: new RegExp(String.raw`^(?:%| ?°\s?[CF]?)?(?: (?!and\b|to\b)[\p{L}%]+){0,2} (?:${between}) ${HEDGE}$`, "iu"),
});

/** Only ranges that say so; “from 40 to 20” may be a change, a score or a time. */
const SHAPES: readonly Shape[] = [
  shape("between", "and"),
  shape(
    "(?:range[sd]?|ranging|var(?:y|ies|ied|ying)) (?:widely )?(?:anywhere )?from|anywhere from|aged(?: from)?",
    "to",
  ),
  shape(
    "at least|no (?:fewer|less) than|a minimum of",
    "(?:and|but|or) (?:at most|no more than|not more than|a maximum of|up to)",
  ),
];

/** “The difference between 10 and 4” is no range. */
const NO_RANGE =
  /\b(?:differences?|differ|gaps?|ratios?|choice|choos\w+|chose\w*|switch\w*|alternat\w+|distances?|split|divided?|contrast|compar\w+|relation\w*|correlation\w*|boundary|border|transition\w*|mov\w+|overlap\w*|equat\w+|match\w*|game|declin\w+|drop\w*|fall\w*|fell|reduc\w+|decreas\w+)\b[^,;]{0,30}$/iu;
/** Places, dates and altitudes are counted down as well as up. */
const COUNTED_DOWN =
  /^[^.;,]{0,24}\b(?:ago|old|of age|earlier|before|BP|mya|BC|BCE|latitude|longitude|prior|nm|nanomet\w+|wavelengths?|Myr|Ma|Ga|below|streets?|avenues?|to 0|o'clock)\b/u;

function isReversed(pair: NumberPair): boolean {
  const values = comparable(pair.first, pair.last);
  if (values === undefined || values[0] <= values[1] || pair.last.unit === "") return false;
  return !COUNTED_DOWN.test(pair.after) && !COUNTED_DOWN.test(pair.between) && pair.last.value > 0;
}

/** Ranges that begin with the larger number: “between 28 and 19 degrees”. */
export const range: QuantityReader = function* (sentence) {
  const text = wordsOfSentence(sentence);
  if (!/\b(?:between|from|aged|at least|no fewer|no less|minimum)\b/iu.test(text)) return;
  for (const pair of numberPairs(sentence)) {
    const opening = SHAPES.map(({ before, between }) =>
      between.test(pair.between) ? before.exec(pair.before) : null,
    ).find((match) => match !== null);
    if (
      opening === undefined ||
      opening === null ||
      !isReversed(pair) ||
      NO_RANGE.test(pair.before.slice(0, opening.index))
    )
      continue;
    const start = opening.index;
    const end = pair.last.unitEnd;
    const slots = {
      match: text.slice(start, end),
      first: text.slice(pair.first.start, pair.first.end),
      last: text.slice(pair.last.start, pair.last.end),
    };
    yield found(within(sentence, start, end), slots, {
      suggest: () => [ask(swapped(text, pair, start, end), "The smaller number comes first.")],
    });
  }
};
