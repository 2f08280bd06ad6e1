import type { AnnotatedDocument, Mention } from "../../annotate/annotated.ts";
import { spanOf } from "../claims/reading.ts";
import { ask, type LocatedDetection } from "../detector.ts";
import { ANY_NAME, hasRelatives, isOnlyOne, surnameOf } from "./people.ts";
import { against, type DocumentReader, isTitle, type Place, placesOf, spanIn, wordsIn } from "./reading.ts";

type Gender = "female" | "male";

const TITLES: Readonly<Record<string, Gender>> = {
  Mr: "male",
  Sir: "male",
  Lord: "male",
  King: "male",
  Prince: "male",
  Mrs: "female",
  Ms: "female",
  Miss: "female",
  Dame: "female",
  Lady: "female",
  Madam: "female",
  Queen: "female",
  Princess: "female",
};
const OPPOSITE: Readonly<Record<string, string>> = {
  Mr: "Ms",
  Mrs: "Mr",
  Ms: "Mr",
  Miss: "Mr",
  King: "Queen",
  Queen: "King",
  Prince: "Princess",
  Princess: "Prince",
  he: "she",
  she: "he",
  his: "her",
  him: "her",
};
const TITLED = new RegExp(
  String.raw`(?<![\p{L}-])(?<title>${Object.keys(TITLES).join("|")})\.? (?<name>${ANY_NAME})`,
  "gu",
);

/** What says that somebody is a man or a woman. */
interface Sign {
  readonly place: Place;
  readonly surname: string;
  readonly gender: Gender;
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const genderOf = ({ entities }: Mention): Gender | undefined => {
  const [first, ...others] = entities;
  return first?.kind === "person" && others.every(({ gender }) => gender === first.gender) ? first.gender : undefined;
};

/** Known persons of a sentence by their full names. */
function knownIn(place: Place): readonly Sign[] {
  const { sentence } = place;
  return sentence.mentions.flatMap((mention) => {
    const gender = mention.end - mention.start > 1 ? genderOf(mention) : undefined;
    if (gender === undefined) return [];
    const { start, end } = spanOf(sentence, mention.start, mention.end);
    const from = start - sentence.span.start;
    const word = wordsIn(place).slice(from, end - sentence.span.start);
    return [{ place, surname: surnameOf(word), gender, word, start: from, end: end - sentence.span.start }];
  });
}

function titledIn(place: Place): readonly Sign[] {
  const text = wordsIn(place);
  return [...text.matchAll(TITLED)].map(({ 0: match, index, groups: { title = "", name = "" } = {} }) => ({
    place,
    surname: surnameOf(name),
    gender: TITLES[title] ?? "male",
    word: title,
    start: index,
    end: index + match.length,
  }));
}

const noteOn = ({ gender }: Sign): string => `Here it is a ${gender === "female" ? "woman" : "man"}`;

/** “Mr Noori” for a woman: another title than before, or than is known. */
function* wrongTitles(document: AnnotatedDocument, signs: readonly Sign[]): Iterable<LocatedDetection> {
  const first = new Map<string, Sign>();
  for (const sign of signs) {
    const other = first.get(sign.surname);
    if (other === undefined) first.set(sign.surname, sign);
    if (other === undefined || other.gender === sign.gender || !(sign.word in TITLES)) continue;
    if (!isOnlyOne(document, sign.surname) || hasRelatives(document, sign.surname)) continue;
    const words = wordsIn(sign.place).slice(sign.start, sign.end);
    const right = other.word in TITLES ? other.word : (OPPOSITE[sign.word] ?? "");
    yield against(
      sign.place,
      spanIn(sign.place, sign.start, sign.end),
      { match: words, name: sign.surname },
      { place: other.place, span: spanIn(other.place, other.start, other.end), note: noteOn(other) },
      { suggest: () => [ask(right + words.slice(sign.word.length), "The title used before.")] },
    );
  }
}

/** Nouns for people, at least by their endings. */
const PERSON =
  /^(?:man|men|boys?|girls?|wom[ae]n|persons?|people|father|mother|son|daughter|brother|sister|husband|wife|king|queen|chief|guard|guest|friend|judge|guide|coach|pilot|nurse|spokes\w+|suspect|child|children|baby|victim|hero|rival|aide|captain|colonel|president|host|crew|team|public|cop|cops|\p{L}+(?:er|or|ist|man|men|woman|women|ian|ants?|ents?|ees?|ers|ors|ists|mate|mates))$/u;
const NOT_A_PERSON =
  /^(?:water|paper|letter|border|matter|number|order|winter|summer|weather|river|power|year|floor|door|error|color|colour|factor|sector|tower|river|member|dinner|september|october|november|december|moment|government|parliament|statement|agreement|document|department|movement|development|treatment|investment|apartment|percent|event|continent|incident|accident|percent|content|corner|chapter|quarter|center|weather|labor|labour|harbor|harbour|minor|major|later|other|another|computer|newspaper|office)s?$/u;
const HEAD_OF_NAME = /^(?:minister|president|chancellor|premier|leader|senator|governor|mayor|actor|singer|writer)$/u;

/** Whether a sentence names nobody but a person at a place in it: no other names, and no nouns for people. */
function isAlone({ sentence, order }: Place, sign: Sign | undefined): boolean {
  const own = sign?.place.order === order ? sign : undefined;
  return sentence.tokens.every((token, index) => {
    const at = token.span.start - sentence.span.start;
    if (own !== undefined && at >= own.start && at < own.end) return true;
    const mention = sentence.mentions.find(({ start, end }) => start <= index && index < end);
    if (mention !== undefined) return mention.entities.every(({ kind }) => kind !== "person" && kind !== "agency");
    const isName =
      index > 0 &&
      /^\p{Lu}\p{Ll}/u.test(token.text) &&
      !/^(?:\p{L}+day|I|January|February|March|April|May|June|July|August|September|October|November|December)$/u.test(
        token.text,
      );
    const isTitle = own !== undefined && at < own.start && HEAD_OF_NAME.test(token.lower);
    if (isTitle) return true;
    const isPerson = token.partOfSpeech === "NOUN" && PERSON.test(token.lower) && !NOT_A_PERSON.test(token.lower);
    return (
      !(isName && !(own !== undefined && at < own.start)) &&
      !isPerson &&
      !/^(?:he|him|his|she|her|they|who)$/u.test(token.lower)
    );
  });
}

const SAYS = String.raw`(?:said|says|added|admitted|announced|declared|warned|explained|insisted|promised|denied|hinted|believes|told reporters)`;

/** The pronoun that stands for the only person named so far: “Merkel said that he”, or “He” at the start of the next sentence. */
function pronounFor(sign: Sign, next: Place | undefined) {
  const text = wordsIn(sign.place);
  const own = new RegExp(String.raw`^ ${SAYS} (?:on \p{Lu}\p{L}+day )?(?:that )?(?<word>he|she)\b(?!,)`, "u").exec(
    text.slice(sign.end),
  );
  if (own !== null) {
    const end = sign.end + own[0].length;
    const word = own.groups?.["word"] ?? "";
    const rest = text.slice(end);
    const isClear = /^(?!.*\b(?:he|him|his|she|her)\b.*\b(?:and|she|her)\b)/u.test(rest);
    return isClear ? { place: sign.place, word, start: end - word.length, end } : undefined;
  }
  if (next === undefined) return undefined;
  const match = /^(?<word>He|She|His)\b/u.exec(wordsIn(next));
  const word = match?.groups?.["word"];
  return word === undefined ? undefined : { place: next, word, start: 0, end: word.length };
}

/** Whether nothing but titles and the words of an introduction stand before a name. */
function startsSubject({ place: { sentence }, start }: Sign): boolean {
  return sentence.tokens.every(
    ({ span, partOfSpeech }) =>
      span.start - sentence.span.start >= start || !/^(?:VERB|AUX|SCONJ|PRON)$/u.test(partOfSpeech),
  );
}

/** A pronoun of the wrong gender for the first and only person of a text. */
function* wrongPronouns(places: readonly Place[], signs: readonly Sign[]): Iterable<LocatedDetection> {
  const [sign] = signs;
  if (
    sign === undefined ||
    signs.some(({ place, surname }) => place.order === sign.place.order && surname !== sign.surname)
  )
    return;
  const index = places.findIndex(({ order }) => order === sign.place.order);
  const isSubject =
    sign.start < 40 &&
    !/\b(?:of|by|for|to|with|about|from|on|in)\s(?:\S+\s){0,3}$/iu.test(wordsIn(sign.place).slice(0, sign.start));
  if (!isSubject || !startsSubject(sign)) return;
  const pronoun = pronounFor(sign, places[index + 1]);
  if (pronoun === undefined) return;
  const gender: Gender = /^s/iu.test(pronoun.word) ? "female" : "male";
  if (gender === sign.gender) return;
  const before = places.slice(0, index);
  const isOwn = pronoun.place.order === sign.place.order;
  const alone = isOwn ? isAloneUpTo(sign, pronoun.start) : isAlone(sign.place, sign);
  if (!alone || !before.every((place) => isAlone(place, undefined))) return;
  const right = OPPOSITE[pronoun.word.toLowerCase()] ?? "";
  yield against(
    pronoun.place,
    spanIn(pronoun.place, pronoun.start, pronoun.end),
    { match: pronoun.word, name: sign.surname },
    { place: sign.place, span: spanIn(sign.place, sign.start, sign.end), note: noteOn(sign) },
    {
      suggest: () => [
        ask(
          /^\p{Lu}/u.test(pronoun.word) ? right.replace(/^./u, (letter) => letter.toUpperCase()) : right,
          "The only person named so far.",
        ),
      ],
    },
  );
}

/** Whether nobody else is named before a pronoun of the person's own sentence. */
function isAloneUpTo(sign: Sign, end: number): boolean {
  const { sentence } = sign.place;
  const tokens = sentence.tokens.filter(({ span }) => span.start - sentence.span.start < end);
  return isAlone({ ...sign.place, sentence: { ...sentence, tokens } }, sign);
}

/** One person who is a woman here and a man there. */
export const gender: DocumentReader = function* (document) {
  const places = placesOf(document);
  const signs = places.flatMap((place) => [...titledIn(place), ...knownIn(place)].sort((a, b) => a.start - b.start));
  if (signs.length === 0) return;
  yield* wrongTitles(document, signs);
  yield* wrongPronouns(
    places.filter((place) => !isTitle(place)),
    signs.filter(({ place }) => !isTitle(place)),
  );
};
