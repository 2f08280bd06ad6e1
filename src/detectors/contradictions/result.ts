import { ask } from "../detector.ts";
import { against, type DocumentReader, type Place, placesOf, spanIn, wordsIn } from "./reading.ts";

const RESULT =
  /\b(?:(?:net|pre-tax|operating|annual|quarterly|record) )?(?<noun>profits?|loss(?:es)?|surplus|deficit) of (?<amount>(?:[A-Z]{0,2}[$€£¥] ?)?\d[\d.,]*(?: (?:million|billion|trillion))?(?: (?:dollars|euros|pounds|yen|yuan|kroner|kronor|francs|rupees|pesos|roubles|rubles|dinars|riyals|lira|rand|won))?)/gu;

const OPPOSITE: ReadonlyMap<string, string> = new Map([
  ["profit", "loss"],
  ["profits", "losses"],
  ["loss", "profit"],
  ["losses", "profits"],
  ["surplus", "deficit"],
  ["deficit", "surplus"],
]);
const isGain = (noun: string): boolean => /^(?:profit|surplus)/u.test(noun);
const CHANGE =
  /\b(?:after|against|compared|from|instead|versus|turn\w*|swing|swung|last year|year earlier|previous\w*|offset|expected|forecast|despite)\b/u;

interface Result {
  readonly noun: string;
  readonly amount: string;
  readonly place: Place;
  readonly start: number;
}

/** A profit and a loss of the very same amount. */
export const result: DocumentReader = function* (document) {
  const known: Result[] = [];
  for (const place of placesOf(document)) {
    const text = wordsIn(place);
    if (!/profit|loss|surplus|deficit/u.test(text) || CHANGE.test(text)) continue;
    for (const match of text.matchAll(RESULT)) {
      const { noun = "", amount = "" } = match.groups ?? {};
      const start = match.index + match[0].indexOf(noun);
      const other = known.find((each) => each.amount === amount && isGain(each.noun) !== isGain(noun));
      if (other === undefined) known.push({ noun, amount, place, start });
      else
        yield against(
          place,
          spanIn(place, start, start + noun.length),
          { match: noun, other: other.noun, amount },
          {
            place: other.place,
            span: spanIn(other.place, other.start, other.start + other.noun.length),
            note: "Here it is the opposite",
          },
          {
            suggest: () => [
              ask(OPPOSITE.get(noun) ?? other.noun, "As earlier in the text; ask the source which is right."),
            ],
          },
        );
    }
  }
};
