import { ask } from "../detector.ts";
import { readNumbers, type WrittenNumber } from "../number.ts";
import { against, type DocumentReader, isTitle, type Place, placesOf, spanIn, wordsIn } from "./reading.ts";

const LEAST_SCALE = 1000;
const MOST_LEADS = 3;

/** The digits of an amount, whatever stands after them: “1.3” of “1.3 billion”. */
const digitsOf = (text: string, { digitsStart, digitsEnd }: WrittenNumber): string =>
  text.slice(digitsStart, digitsEnd).trim();

const CURRENCY = /^[A-Z]{0,2}[$€£¥₹]$|^(?:dollars?|euros?|pounds?|yen|yuan)$/u;
const isMoney = ({ unit }: WrittenNumber): boolean => CURRENCY.test(unit);

/** Whether two amounts may be of one thing: both money, or both of one word. */
const areOfOneThing = (one: WrittenNumber, other: WrittenNumber): boolean =>
  one.unit === other.unit || (isMoney(one) && isMoney(other));

const amountsIn = (place: Place): readonly WrittenNumber[] =>
  readNumbers(wordsIn(place)).filter(({ scale }) => scale >= LEAST_SCALE);

/** A headline with millions where the text has billions of the same digits. */
export const scale: DocumentReader = function* (document) {
  const places = placesOf(document);
  const [title] = places.filter(isTitle);
  if (title === undefined || !/\b(?:thousand|[mb]illion|trillion)\b|\d(?:m|mn|bn)\b/u.test(wordsIn(title))) return;
  const body = places.filter((place) => !isTitle(place));
  for (const stated of amountsIn(title)) {
    const digits = digitsOf(wordsIn(title), stated);
    const all = body.flatMap((place) => amountsIn(place).map((number) => ({ place, number })));
    if (all.some(({ number }) => number.value === stated.value)) continue;
    const wrong = all.find(
      ({ place, number }) =>
        body.indexOf(place) < MOST_LEADS &&
        digitsOf(wordsIn(place), number) === digits &&
        number.scale !== stated.scale &&
        areOfOneThing(stated, number),
    );
    if (wrong === undefined) continue;
    const text = wordsIn(wrong.place);
    const { start, end, digitsEnd } = wrong.number;
    const match = text.slice(start, end);
    const inTitle = wordsIn(title).slice(stated.start, stated.end);
    const right = text.slice(start, digitsEnd) + wordsIn(title).slice(stated.digitsEnd, stated.end);
    yield against(
      wrong.place,
      spanIn(wrong.place, start, end),
      { match, other: inTitle },
      { place: title, span: spanIn(title, stated.start, stated.end), note: "The headline says" },
      { suggest: () => [ask(right, "As the headline has it; ask the source which is right.")] },
    );
  }
};
