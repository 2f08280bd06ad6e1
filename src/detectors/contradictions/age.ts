import { ask } from "../detector.ts";
import { ANY_NAME, hasRelatives, isOnlyOne, surnameOf } from "./people.ts";
import { against, type DocumentReader, isTitle, type Place, placesOf, spanIn, wordsIn } from "./reading.ts";

const AGE = String.raw`(?<age>\d{1,2})`;
const NAME = String.raw`(?<name>${ANY_NAME})`;
const SHAPES: readonly RegExp[] = [
  new RegExp(String.raw`(?<![\p{L}-])${NAME}, (?:aged |who is |now )?${AGE}(?: years old)?(?=,(?! \d)|\.$)`, "gu"),
  new RegExp(String.raw`(?<![\d-])${AGE}-year-old (?:\p{Ll}[\p{L}-]+ ){0,2}${NAME}`, "gu"),
  new RegExp(
    String.raw`(?<![\p{L}-])${NAME}(?:, who)? (?:is|turned|turns) ${AGE}(?: years old)?(?=[,.;]|$| and\b)`,
    "gu",
  ),
];
/** Words by which an age may be of another time, or the number none of years. */
const OTHER =
  /\b(?:when|then|ago|later|earlier|years? (?:before|after)|in (?:19|20)\d\d|since|until|at the age|was \d|were \d|birthday|votes?|points?|seconds?|metres|goals|shots|rounds|ranked|seed\w*|born|died|would be|if)\b/iu;

interface Aged {
  readonly place: Place;
  readonly name: string;
  readonly age: string;
  readonly start: number;
  readonly end: number;
}

const agesIn = (place: Place): readonly Aged[] => {
  const text = wordsIn(place);
  if (!/\d\d?(?:,|\.$|-year|\)| years| and|$)/u.test(text) || OTHER.test(text)) return [];
  return SHAPES.flatMap((shape) =>
    [...text.matchAll(shape)].map(({ 0: match, index, groups: { name = "", age = "" } = {} }) => {
      const start = index + match.search(new RegExp(String.raw`\b${age}\b`, "u"));
      return { place, name, age, start, end: start + age.length };
    }),
  );
};

const isSame = (one: Aged, other: Aged): boolean =>
  one.name === other.name ||
  (surnameOf(one.name) === surnameOf(other.name) && (!one.name.includes(" ") || !other.name.includes(" ")));

const MOST_YEARS_APART = 1;

/** One person of two ages. */
export const age: DocumentReader = function* (document) {
  const known: Aged[] = [];
  for (const place of placesOf(document).filter((each) => !isTitle(each)))
    for (const aged of agesIn(place)) {
      const other = known.find((each) => isSame(each, aged));
      if (other === undefined) {
        known.push(aged);
        continue;
      }
      const surname = surnameOf(aged.name);
      const isApart = Math.abs(Number(aged.age) - Number(other.age)) > MOST_YEARS_APART;
      if (!isApart || !isOnlyOne(document, surname) || hasRelatives(document, surname)) continue;
      yield against(
        place,
        spanIn(place, aged.start, aged.end),
        { match: aged.age, name: surname, other: other.age },
        { place: other.place, span: spanIn(other.place, other.start, other.end), note: "Here it is another age" },
        { suggest: () => [ask(other.age, "As earlier in the text; ask the source which is right.")] },
      );
    }
};
