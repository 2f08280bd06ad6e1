import { ask, found } from "../detector.ts";
import { type QuantityReader, within, wordsOfSentence } from "./reading.ts";

/** Two units of one measure: how many of the second make one of the first. */
const UNITS: readonly (readonly [one: RegExp, other: RegExp, ratio: number])[] = [
  [/^(?:km|kilomet(?:re|er)s?)$/u, /^(?:mi|miles?)$/u, 0.6214],
  [/^(?:km\/h|kmh|kph|kilomet(?:re|er)s (?:per|an) hour)$/u, /^(?:mph|miles (?:per|an) hour)$/u, 0.6214],
  [/^(?:m|met(?:re|er)s?)$/u, /^(?:ft|feet|foot)$/u, 3.281],
  [/^(?:m|met(?:re|er)s?)$/u, /^yards?$/u, 1.0936],
  [/^(?:cm|centimet(?:re|er)s?)$/u, /^(?:in|inch|inches)$/u, 0.3937],
  [/^(?:kg|kilos?|kilograms?)$/u, /^(?:lbs?|pounds?)$/u, 2.2046],
  [/^(?:ha|hectares?)$/u, /^acres?$/u, 2.471],
  [/^(?:sq km|square kilomet(?:re|er)s?)$/u, /^(?:sq mi|square miles?)$/u, 0.3861],
];
const AMOUNT = String.raw`\d+(?:,\d{3})*(?:\.\d+)?`;
const UNIT = String.raw`(?:square |sq )?(?:km\/h|kmh|kph|mph|mi|km|m|ft|cm|in|kg|lbs?|ha|kilos?|kilograms?|(?:kilo|centi)?met(?:re|er)s?|miles?|feet|foot|yards?|inch(?:es)?|pounds?|hectares?|acres?)(?: (?:per|an) hour)?`;
const CONVERSION = new RegExp(
  String.raw`(?<![\d.,–-])(?<first>${AMOUNT})(?<scale> million| billion)?[ -]?(?<unit>${UNIT}) ?\((?<about>(?:about |around |roughly |some |nearly |approximately |just over |just under |c\. ?|~)?)(?<second>${AMOUNT})(?<scale2> million| billion)?[ -]?(?<unit2>${UNIT})\)`,
  "gu",
);
/** Small amounts are rounded far. */
const TOLERANCE = 0.16;

const amountOf = (digits: string): number => Number(digits.replaceAll(",", ""));

/** The second unit for one of the first, or undefined where they do not measure the same. */
function ratioOf(unit: string, other: string): number | undefined {
  const straight = UNITS.find(([one, two]) => one.test(unit) && two.test(other));
  if (straight !== undefined) return straight[2];
  const turned = UNITS.find(([one, two]) => one.test(other) && two.test(unit));
  return turned === undefined ? undefined : 1 / turned[2];
}

function rounded(value: number): string {
  const digits = value >= 100 ? Math.round(value / 5) * 5 : value >= 10 ? Math.round(value) : Number(value.toFixed(1));
  return digits.toLocaleString("en-US");
}

/** A measure whose conversion in brackets is another amount: “10 km (16 miles)”. */
export const unit: QuantityReader = function* (sentence) {
  const text = wordsOfSentence(sentence);
  if (!text.includes("(")) return;
  for (const match of text.matchAll(CONVERSION)) {
    const {
      first = "",
      second = "",
      unit: one = "",
      unit2: other = "",
      about = "",
      scale,
      scale2,
    } = match.groups ?? {};
    const ratio = ratioOf(one, other);
    if (ratio === undefined || scale !== scale2) continue;
    const right = amountOf(first) * ratio;
    const written = amountOf(second);
    if (Math.abs(written - right) <= Math.max(right * TOLERANCE, 0.6)) continue;
    const start = match.index + match[0].lastIndexOf("(") + 1;
    const words = `${second}${scale2 ?? ""} ${other}`;
    yield found(
      within(sentence, start, match.index + match[0].length - 1),
      { match: words, measure: `${first} ${one}`, right: `${rounded(right)} ${other}` },
      {
        suggest: () => [
          ask(
            `${about}${rounded(right)}${scale2 ?? ""} ${other}`,
            `${first} ${one} are about ${rounded(right)} ${other}.`,
          ),
        ],
      },
    );
  }
};
