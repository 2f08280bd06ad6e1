import { ask } from "../detector.ts";
import { FULL_NAME } from "./people.ts";
import { against, type DocumentReader, isTitle, type Place, placesOf, spanIn, wordsIn } from "./reading.ts";

const FIELD = String.raw`\p{Lu}\p{Ll}+`;
const MINISTER = new RegExp(
  String.raw`(?<!\p{Lu}\p{Ll}+ )(?<before>(?:[\p{L}-]+ )?)(?<!\b(?:[Dd]eputy|[Ff]ormer|[Vv]ice|[Ee]x-?|[Aa]cting|[Jj]unior|and|[Ss]hadow|[Ii]ncoming|[Oo]utgoing) ?)(?<title>(?<field>${FIELD}) Minister) (?<name>${FULL_NAME})`,
  "gu",
);
const RANK = new RegExp(
  String.raw`(?<before>(?:[\p{L}-]+ )?)(?<title>(?<field>General|Colonel|Captain|Sergeant|Admiral|Corporal|Senator|Judge|Bishop|Cardinal|Professor|Inspector)) (?<name>${FULL_NAME})`,
  "gu",
);
/** Ranks that are addressed by a higher one. */
const MILDER =
  /\b(?:Lieutenant|Major|Brigadier|Rear|Vice|Attorney|Solicitor|Consul|Auditor|Surgeon|Director|Secretary|Governor|Inspector|Archbishop|Staff|Chief|Assistant|Associate|Group|Former|former|late|then|retired|Retired|Deputy|deputy|Acting|acting|Shadow|shadow|Junior|junior|First|Second) $/u;
/** Portfolios that go by more than one name. */
const SYNONYMS: readonly (readonly string[])[] = [
  ["Defence", "Defense"],
  ["Labor", "Labour"],
  ["Economy", "Economic", "Economics", "Finance", "Treasury"],
  ["Interior", "Home"],
  ["Foreign", "External"],
  ["Oil", "Energy", "Petroleum", "Power"],
  ["Sport", "Sports", "Youth"],
  ["Trade", "Commerce", "Industry"],
  ["Prime", "Chief", "First"],
];
/** Cabinets are reshuffled, and one person may hold two posts. */
const CHANGE =
  /\b(?:former\w*|new|newly|then|also|both|both|double|acting|interim|appointed|named|promoted|reshuffl\w+|replac\w+|succe\w+|moved|previous\w*|until|since|becom\w+|became|doubles|who is also|second post|sworn|resigned as|ex|posts|years? ago|in (?:19|20)\d\d|when|later)\b/iu;

interface Office {
  readonly place: Place;
  readonly field: string;
  readonly title: string;
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

function officesIn(place: Place): readonly Office[] {
  const text = wordsIn(place);
  if (
    !/\b(?:Minister|General|Colonel|Captain|Sergeant|Admiral|Corporal|Senator|Judge|Bishop|Cardinal|Professor|Inspector) \p{Lu}/u.test(
      text,
    ) ||
    CHANGE.test(text)
  )
    return [];
  return [MINISTER, RANK].flatMap((shape) =>
    [...text.matchAll(shape)].flatMap(
      ({ 0: match, index, groups: { before = "", field = "", title = "", name = "" } = {} }) =>
        MILDER.test(before)
          ? []
          : [{ place, field, title, name, start: index + before.length, end: index + match.length }],
    ),
  );
}

const areOne = (one: string, other: string): boolean =>
  one === other || SYNONYMS.some((names) => names.includes(one) && names.includes(other));

/** One person with two offices or ranks. */
export const title: DocumentReader = function* (document) {
  const known: Office[] = [];
  for (const place of placesOf(document).filter((each) => !isTitle(each)))
    for (const office of officesIn(place)) {
      const other = known.find(({ name }) => name === office.name);
      if (other === undefined) known.push(office);
      const isSameKind = other?.title.endsWith("Minister") === office.title.endsWith("Minister");
      if (other === undefined || !isSameKind || areOne(other.field, office.field)) continue;
      const words = wordsIn(place).slice(office.start, office.end);
      yield against(
        place,
        spanIn(place, office.start, office.end),
        { match: words, other: `${other.title} ${other.name}` },
        { place: other.place, span: spanIn(other.place, other.start, other.end), note: "Here with another title" },
        {
          suggest: () => [
            ask(`${other.title} ${other.name}`, "As earlier in the text; ask the source which is right."),
          ],
        },
      );
    }
};
