import type { Sentence } from "../../annotate/annotated.ts";
import type { TextSpan } from "../../core/span.ts";
import { ask, type Candidate, type Detection, found } from "../detector.ts";
import { likeWritten, readNumbers } from "../number.ts";
import { type QuantityReader, within, wordsOfSentence } from "./reading.ts";

const PEOPLE =
  "brothers|sisters|siblings|sons|daughters|children|cousins|men|women|boys|girls|friends|suspects|candidates|ministers|presidents|leaders|players|teammates|journalists|lawyers|judges|generals|officers|victims|winners|defendants|authors";
const PLACES =
  "countries|nations|states|provinces|regions|republics|kingdoms|continents|islands|seas|oceans|rivers|languages|teams|clubs|companies|airlines|banks|newspapers|planets|neighbou?rs|members";
/** A city is often followed by its state: “Paris, Texas”. */
const TOWNS = "cities|towns|villages|districts|municipalities|capitals|airports|ports";
const NUMBER = "two|three|four|five|six|seven|eight|nine|ten|[2-9]|1\\d";
const WORD_OF_NAME = String.raw`\p{Lu}[\p{L}'’.-]*`;
const NAME = `(?:the )?${WORD_OF_NAME}(?: (?:(?:of|the|de|del|da|von|van|al|bin|ibn|la|le|el|for) )*${WORD_OF_NAME}){0,4}`;
const LIST = `(?<list>${NAME}(?:, ${NAME})*,? and ${NAME})`;
const LIST_END = `(?=[.;!?)]*$| ?[–—;(]| - )`;
const NO_MORE = String.raw`(?!['’\p{L}]|,? (?:and|or|as well) |, ${WORD_OF_NAME}| ${WORD_OF_NAME}|, \d)`;

const ANNOUNCED = new RegExp(
  String.raw`(?<stated>\b(?:${NUMBER}) (?:[\p{Ll}\p{Lu}][\p{L}-]* ){0,2}?(?<noun>${PEOPLE}|${PLACES}|${TOWNS}))(?: [\p{Ll}][\p{L}’'-]*){0,5}?(?::|,? namely,?| [–—-]) ${LIST}${LIST_END}`,
  "u",
);
const NAMED = new RegExp(
  String.raw`(?<stated>(?<=\b(?:[Tt]he|[Tt]heir|[Hh]is|[Hh]er|[Ii]ts) (?:\p{Ll}+ )?)(?:${NUMBER}) (?<noun>${PEOPLE}|${PLACES})) ${LIST}${NO_MORE}`,
  "u",
);
/** “The two sisters, Amal, Rim and Nour,”: set off by commas on both sides. */
const APPOSED = new RegExp(
  String.raw`(?<stated>(?<=\b(?:[Tt]he|[Tt]heir|[Hh]is|[Hh]er|[Ii]ts) (?:\p{Ll}+ )?)(?:${NUMBER})(?: \p{Ll}+)? (?<noun>${PEOPLE})), ${LIST}(?=,|[.;!?]|$)`,
  "u",
);
const THING = String.raw`(?:the|a|an|his|her|its|their|our|my) \p{Ll}[\p{Ll}-]*(?: (?!and\b|or\b|but\b|while\b|as\b)\p{Ll}[\p{Ll}-]*)?`;
/** “Both the driver, the guard and the cook”. */
const BOTH_THINGS = new RegExp(String.raw`\b[Bb]oth (?<list>${THING}(?:, ${THING})+,? and ${THING})`, "u");
const BOTH = new RegExp(String.raw`\b[Bb]oth (?<list>${NAME}(?:, ${NAME})+,? and ${NAME})${NO_MORE}`, "u");

/** “One of three countries”, “more than two men”: the list need not be whole. */
const OPEN =
  /\b(?:one|two|some|most|out|any) of (?:the |his |her |its |their )?$|\b(?:least|than|other|next|these|among|like) $/iu;
const TOWN = new RegExp(`^(?:${TOWNS})$`, "u");
const STATE =
  /\b(?:Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New \p{Lu}\p{L}+|North \p{Lu}\p{L}+|South \p{Lu}\p{L}+|Ohio|Oklahoma|Oregon|Pennsylvania|Tennessee|Texas|Utah|Vermont|Virginia|Washington|Wisconsin|Wyoming|Ontario|Quebec|Alberta|[A-Z]\.|[A-Z]{2})/u;
const PLACE_PREPOSITION = /\b(?:in|from|at|near|to|of|across|around|outside)\s$/iu;
const PLACE_KINDS = new Set(["country", "territory", "region", "city", "metonym"]);

const itemsOf = (list: string): readonly string[] => list.split(/,? and |, /u);

/** The sentence with the “and” of known names as part of them: “Trinidad And Tobago”. */
function withWholeNames(sentence: Sentence): string {
  const text = [...wordsOfSentence(sentence)];
  if (text.length !== sentence.span.end - sentence.span.start) return wordsOfSentence(sentence);
  for (const { start, end } of sentence.mentions)
    for (const { lower, span } of sentence.tokens.slice(start, end))
      if (lower === "and") text[span.start - sentence.span.start] = "A";
  return text.join("");
}

const kindOf = (sentence: Sentence, item: string): string | undefined =>
  sentence.mentions.find(({ start, end }) => {
    const from = sentence.tokens[start]?.span.start ?? 0;
    return sentence.text.slice(from, sentence.tokens[end - 1]?.span.end ?? from) === item.replace(/^the /u, "");
  })?.entities[0]?.kind;

/** Whether a later item may only say where the one before lies. */
function mayLocate(sentence: Sentence, items: readonly string[], before: string): boolean {
  const kinds = items.map((item) => kindOf(sentence, item));
  if (kinds[0] !== undefined && kinds.every((kind) => kind === kinds[0])) return false;
  return (
    PLACE_PREPOSITION.test(before) ||
    items.some((item) => STATE.test(item)) ||
    kinds.some((kind) => PLACE_KINDS.has(kind ?? ""))
  );
}

interface Announcement {
  readonly stated: string;
  readonly start: number;
  readonly list: string;
  readonly items: readonly string[];
}

function miscount({ stated, start, list, items }: Announcement, sentence: Sentence): Detection {
  const listStart =
    start +
    stated.length +
    wordsOfSentence(sentence)
      .slice(start + stated.length)
      .indexOf(list);
  const written = /^\S+/u.exec(stated)?.[0] ?? "";
  const span: TextSpan = within(sentence, start, start + stated.length);
  const right = likeWritten(items.length, written) + stated.slice(written.length);
  const suggest = (): readonly Candidate[] => [
    ask(right, "If the list is whole, this is its number; else ask what is missing."),
  ];
  const slots = {
    stated,
    counted: likeWritten(items.length, written),
    items: wordsOfSentence(sentence).slice(listStart, listStart + list.length),
  };
  return found(span, slots, { suggest });
}

function announcementIn(sentence: Sentence, text: string, expression: RegExp): Announcement | undefined {
  const match = expression.exec(text);
  const { stated, noun } = match?.groups ?? {};
  const list = match?.groups?.list?.replace(/\.$/u, "");
  if (match === null || stated === undefined || list === undefined || OPEN.test(text.slice(0, match.index)))
    return undefined;
  const items = itemsOf(list);
  const [number] = readNumbers(stated);
  if (number === undefined || number.value === items.length) return undefined;
  const isOver = items.length > number.value;
  if (expression === NAMED && !isOver) return undefined;
  if (isOver && TOWN.test(noun ?? "")) return undefined;
  if (isOver && expression !== APPOSED && mayLocate(sentence, items, "")) return undefined;
  return { stated, start: match.index, list, items };
}

function* wrongBoth(sentence: Sentence, text: string): Iterable<Detection> {
  const match = BOTH.exec(text) ?? BOTH_THINGS.exec(text);
  const list = match?.groups?.list;
  if (match === null || list === undefined) return;
  const items = itemsOf(list);
  if (items.length < 3 || mayLocate(sentence, items, text.slice(0, match.index))) return;
  const words = wordsOfSentence(sentence).slice(match.index, match.index + match[0].length);
  const slots = { stated: words.slice(0, 4), counted: likeWritten(items.length, "two"), items: words.slice(5) };
  yield found(within(sentence, match.index, match.index + match[0].length), slots, {
    suggest: () => [ask(words.slice(5), "“Both” goes with two.")],
  });
}

/** A list with more or fewer names than it announces: “three countries: Kenya and Uganda”, “both Kenya, Uganda and Rwanda”. */
export const list: QuantityReader = function* (sentence) {
  const plain = wordsOfSentence(sentence);
  if (!/ and /u.test(plain)) return;
  const text = withWholeNames(sentence);
  const announced =
    announcementIn(sentence, text, ANNOUNCED) ??
    announcementIn(sentence, text, NAMED) ??
    announcementIn(sentence, text, APPOSED);
  if (announced !== undefined) yield miscount(announced, sentence);
  if (/\bboth\b/iu.test(plain)) yield* wrongBoth(sentence, text);
};
