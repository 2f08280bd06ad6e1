import { similarity } from "../../text/similarity.ts";
import { ask } from "../detector.ts";
import { against, type DocumentReader, type Place, placesOf, spanIn, wordsIn } from "./reading.ts";

const ROLE =
  "mayor|governor|president|prime minister|chancellor|police chief|head coach|manager|headmaster|headmistress|ambassador to \\p{Lu}\\p{L}+|chief executive|chief justice|army chief|king|queen|capital";
const PLACE = String.raw`\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+){0,2}`;
const NAME = String.raw`\p{Lu}[\p{L}’'-]+(?: (?:al-|bin |de |da |van |von )?\p{Lu}[\p{L}’'-]+){0,3}`;
const BEFORE = String.raw`(?<!\b(?:[Ff]ormer|[Ee]x|[Tt]hen|[Vv]ice|[Dd]eputy|[Aa]cting|[Nn]ew|[Nn]ext|[Oo]utgoing|[Ii]ncoming|[Ll]ate|[Ff]irst|[Pp]revious|[Ii]nterim|[Oo]ld)[ -])`;
const SHAPES: readonly RegExp[] = [
  new RegExp(String.raw`${BEFORE}\b(?<role>${ROLE}) of (?<place>${PLACE}), (?<name>${NAME})(?=[,.;])`, "gu"),
  new RegExp(String.raw`(?<place>${PLACE})['’]s (?<role>${ROLE}), (?<name>${NAME})(?=[,.;])`, "gu"),
  new RegExp(String.raw`\b[Tt]he (?<place>\p{Lu}[\p{L}-]+) (?<role>${ROLE}), (?<name>${NAME})(?=[,.;])`, "gu"),
];

interface Holder {
  readonly key: string;
  readonly name: string;
  readonly place: Place;
  readonly start: number;
  readonly end: number;
}

/** A place and its adjective begin alike: “Zarania”, “Zaranian”. */
const LETTERS_OF_PLACE = 4;
const keyOf = (role: string, place: string): string => `${role} ${place.toLowerCase().slice(0, LETTERS_OF_PLACE)}`;

const holdersIn = (place: Place): readonly Holder[] =>
  SHAPES.flatMap((shape) =>
    [...wordsIn(place).matchAll(shape)].map(({ groups, index, 0: match }) => ({
      key: keyOf(groups?.role ?? "", groups?.place ?? ""),
      name: groups?.name ?? "",
      place,
      start: index,
      end: index + match.length,
    })),
  );

const SAME_NAME = 0.6;
const CHANGE =
  /\b(?:former|succe\w+|replac\w+|predecessor|elected|appointed|until|since|took over|took office|then|resign\w*|in (?:1\d|20)\d\d|until|from \d{4}|moved)\b/iu;

const isOther = (a: string, b: string): boolean => {
  const words = a.toLowerCase().split(/[ -]/u);
  return (
    !b
      .toLowerCase()
      .split(/[ -]/u)
      .some((word) => words.includes(word)) && similarity(a.toLowerCase(), b.toLowerCase()) < SAME_NAME
  );
};

/** Two holders of one office, or two capitals of one country. */
export const holder: DocumentReader = function* (document) {
  const known: Holder[] = [];
  for (const place of placesOf(document)) {
    const text = wordsIn(place);
    const isRead =
      /\b(?:mayor|governor|president|minister|chancellor|chief|coach|manager|head|ambassador|king|queen|capital)\b/u.test(
        text,
      ) && !CHANGE.test(text);
    for (const each of isRead ? holdersIn(place) : []) {
      const other = known.find(({ key, name }) => key === each.key && isOther(name, each.name));
      if (other === undefined) known.push(each);
      else
        yield against(
          place,
          spanIn(place, each.start, each.end),
          { match: text.slice(each.start, each.end), name: each.name, other: other.name },
          { place: other.place, span: spanIn(other.place, other.start, other.end), note: "Here it is another" },
          {
            suggest: () => [
              ask(
                text.slice(each.start, each.end).replace(each.name, other.name),
                "As earlier in the text; ask the source which is right.",
              ),
            ],
          },
        );
    }
  }
};
