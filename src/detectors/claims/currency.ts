import type { Entity } from "../../knowledge/fact.ts";
import { ask, type Detection, found } from "../detector.ts";
import { countriesOf } from "./places.ts";
import { type ClaimReader, isDistancedAt, isHistorical, mentionFrom, spanOf, wordAt, wordsOf } from "./reading.ts";

/** Units of weight, verbs and coins of the past share these words. */
const LEAVE_ALONE = new Set(["pound", "pounds", "leone", "leones", "pula", "colon", "dong"]);
/** Adjectives of several countries, and the money of none: “Eurasian”, “North American dollar”. */
const isOneCountry = (countries: readonly Entity[]): boolean =>
  countries.length > 0 && countries.every(({ kind }) => kind === "country");

/** Another country's money in the number of the word it replaces. */
function inNumber({ names }: Entity, word: string): string {
  const [one = "", many = one] = names;
  return /s$/u.test(word) ? many : one;
}

/** Adjective of a country before the name of money that it does not use. */
export const currency: ClaimReader = function* ({ target: sentence }, knowledge): Iterable<Detection> {
  for (const mention of sentence.mentions) {
    if (mention.form !== "adjective") continue;
    const unit = mentionFrom(sentence, mention.end)?.entities.find(({ kind }) => kind === "currency");
    const countries = countriesOf(mention);
    const [country] = countries;
    if (unit === undefined || country === undefined || !isOneCountry(countries)) continue;
    const word = wordAt(sentence, mention.end);
    if (LEAVE_ALONE.has(word) || wordAt(sentence, mention.start - 1) === "-" || isHistorical(sentence)) continue;
    const own = countries.flatMap(({ id }) => knowledge.about("used-in", { object: id }));
    if (own.length === 0 || own.some(({ subject }) => subject === unit.id)) continue;
    if (isDistancedAt(sentence, mention.start, mention.end + 1)) continue;
    const units = own.flatMap(({ subject }) => knowledge.entity(subject) ?? []);
    const names = units.map(({ names: [name = ""] }) => name);
    const adjective = wordsOf(sentence, mention.start, mention.end);
    const { text } = sentence.tokens[mention.end] ?? { text: word };
    const [row] = own;
    yield found(
      spanOf(sentence, mention.start, mention.end + 1),
      { match: `${adjective} ${text}`, country: country.names[0] ?? "", money: names.join(" or ") },
      {
        suggest: () =>
          units.map((each) => ask(`${adjective} ${inNumber(each, text)}`, `The money of ${country.names[0]}.`)),
        clues: () =>
          row === undefined
            ? []
            : [
                {
                  kind: "fact",
                  statement: `The money of ${country.names[0]} is the ${names.join(" or ")}`,
                  source: knowledge.citation(row),
                },
              ],
      },
    );
  }
};
