import { ask, type LocatedDetection } from "../detector.ts";
import { readNumbers, type WrittenNumber } from "../number.ts";
import { against, type DocumentReader, isTitle, type Place, placesOf, spanIn, wordsIn } from "./reading.ts";

/** What is counted, by the words around the number. */
const COUNTS: readonly (readonly [kind: string, before: RegExp, after: RegExp])[] = [
  [
    "killed",
    /\b(?:kill(?:s|ed|ing)|claim(?:s|ed) the lives of|leaves?|left) (?:at least |about |some )?$/iu,
    /^(?: (?:people|persons|civilians|soldiers|children|passengers|workers|migrants|villagers|protesters|men|women|policemen|officers|students|pilgrims|worshippers|miners|tourists|others))?(?: (?:were|have been|are|was))?(?: (?:killed|dead|died|die)\b|(?=[.,;]|$| (?:in|when|as|after|on|near|at|and|off)\b))/iu,
  ],
  [
    "rescued",
    /\b(?:rescue(?:s|d)?|saves?|saved|brought) (?:at least |about |some )?$/iu,
    /^(?: \p{L}+){0,2} (?:(?:were |have been )?(?:rescued|saved)|ashore|to safety|alive)\b|^(?: (?:people|passengers|migrants|sailors|miners))? rescued\b/iu,
  ],
  [
    "arrested",
    /\b(?:arrest(?:s|ed)?|detain(?:s|ed)?) (?:at least |about |some )?$/iu,
    /^(?: \p{L}+){0,2} (?:were |have been )?(?:arrested|detained)\b/iu,
  ],
  [
    "injured",
    /\b(?:injur(?:es|ed)|wound(?:s|ed)) (?:at least |about |some )?$/iu,
    /^(?: \p{L}+){0,2} (?:were |have been )?(?:injured|wounded|hurt)\b/iu,
  ],
];

interface Toll {
  readonly kind: string;
  readonly number: WrittenNumber;
}

const KILLING = /\b(?:kill\w*|dead|dies?|died|deaths?|lives)\b/iu;

/** The tolls a text gives. */
function tollsIn(text: string): readonly Toll[] {
  return readNumbers(text).flatMap((number) => {
    if (number.isYear || number.scale !== 1 || /[$€£¥%°]/u.test(number.unit)) return [];
    const before = text.slice(0, number.start);
    const after = text.slice(number.end);
    const kind = COUNTS.find(([name, left, right]) =>
      name === "killed"
        ? KILLING.test(text) &&
          ((left.test(before) && !/\b(?:leaves?|left) \S*\s*$/iu.test(before)) ||
            / (?:dead|killed|died|die)\b/u.test(right.exec(after)?.[0] ?? ""))
        : (left.test(before) && (name !== "rescued" || !/brought $/u.test(before) || right.test(after))) ||
          right.test(after),
    );
    return kind === undefined ? [] : [{ kind: kind[0], number }];
  });
}

/** Other events, and counts that have grown, may have other tolls. */
const OTHER =
  /\b(?:more than|over|nearly|almost|dozens|scores|hundreds|earlier|previous\w*|last|total|toll|rose|risen|rises|initially|first|now|later|another|other|since|including|each|years?|so far|feared|up to|between|believed|attacks|raids|separate|also|again)\b/iu;

const MOST_LEADS = 2;

/** A headline whose number of dead, hurt or saved is not that of the first sentences, and “the 71 dead” where 17 died. */
export const toll: DocumentReader = function* (document) {
  const places = placesOf(document);
  yield* wrongVictims(places);
  yield* wrongHeadline(places);
};

/** “The 71 dead”: those who were counted before, in another number. */
const VICTIMS =
  /\b[Tt]he (?<count>\d[\d,]*) (?:dead|killed|victims|bodies|corpses|coffins|(?:people|persons|men|women|workers|passengers|soldiers|villagers) (?:who (?:died|were killed)|killed))\b(?<rest>[^.;]*)/u;
const PART = /^ (?:of|from|in|at|on|whose|who|identified|were (?:women|children|men)|included)\b/u;

function* wrongVictims(places: readonly Place[]): Iterable<LocatedDetection> {
  const killed: { readonly place: Place; readonly number: WrittenNumber }[] = [];
  const numbers = new Set<number>();
  for (const place of places.filter((each) => !isTitle(each))) {
    const text = wordsIn(place);
    const match =
      killed.length === 1 &&
      !/\b(?:more than|over|total|toll|another|other|since|including|attacks|raids|years?|also)\b/iu.test(text)
        ? VICTIMS.exec(text)
        : null;
    const count = match?.groups?.["count"] ?? "";
    const value = Number(count.replaceAll(",", ""));
    const [known] = killed;
    const isPart =
      value < (known?.number.value ?? 0) &&
      PART.test(match?.groups?.["rest"] ?? "") &&
      !isSamePlace(known?.place, text);
    if (match !== null && known !== undefined && !numbers.has(value) && !isPart) {
      const start = match.index + match[0].indexOf(count);
      const written = wordsIn(known.place).slice(known.number.start, known.number.end);
      yield against(
        place,
        spanIn(place, start, start + count.length),
        { match: count, other: written, kind: "dead" },
        {
          place: known.place,
          span: spanIn(known.place, known.number.start, known.number.end),
          note: "Here it is another number",
        },
        { suggest: () => [ask(written, "As earlier in the text; ask the source which is right.")] },
      );
    }
    for (const number of readNumbers(text)) numbers.add(number.value);
    killed.push(
      ...(OTHER.test(text)
        ? []
        : tollsIn(text)
            .filter(({ kind }) => kind === "killed")
            .map(({ number }) => ({ place, number }))),
    );
  }
}

/** Whether a text names a place that an earlier one names too: “in Sylhet”. */
const isSamePlace = (earlier: Place | undefined, text: string): boolean => {
  const [, name] = /\b(?:in|at|near|off) (\p{Lu}[\p{L}-]+)/u.exec(text) ?? [];
  return name !== undefined && earlier !== undefined && wordsIn(earlier).includes(name);
};

function* wrongHeadline(places: readonly Place[]): Iterable<LocatedDetection> {
  const [title] = places.filter(isTitle);
  if (title === undefined || OTHER.test(wordsIn(title))) return;
  const body = places.filter((place) => !isTitle(place));
  const said = tollsIn(wordsIn(title));
  for (const { kind, number } of said) {
    if (said.filter((each) => each.kind === kind).length > 1) continue;
    const all = body.flatMap((place) =>
      tollsIn(wordsIn(place))
        .filter((each) => each.kind === kind)
        .map((each) => ({ place, ...each })),
    );
    const [first] = all.filter(({ place }) => body.indexOf(place) < MOST_LEADS);
    if (
      first === undefined ||
      OTHER.test(wordsIn(first.place)) ||
      body.some((place) => readNumbers(wordsIn(place)).some(({ value }) => value === number.value))
    )
      continue;
    yield* wrongToll(title, number, first.place, first.number, kind);
  }
}

function* wrongToll(title: Place, stated: WrittenNumber, place: Place, number: WrittenNumber, kind: string) {
  const inTitle = wordsIn(title).slice(stated.start, stated.end);
  const text = wordsIn(place);
  const match = text.slice(number.start, number.end);
  yield against(
    place,
    spanIn(place, number.start, number.end),
    { match, other: inTitle, kind },
    { place: title, span: spanIn(title, stated.start, stated.end), note: "The headline says" },
    { suggest: () => [ask(inTitle, "As the headline has it; ask the source which is right.")] },
  );
}
