import type { Mention, Sentence } from "../../annotate/annotated.ts";
import type { Entity, RelationRow } from "../../knowledge/fact.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { ask, type Detection, found } from "../detector.ts";
import { countriesOf } from "./places.ts";
import {
  type ClaimReader,
  isDistancedAt,
  isHistorical,
  mentionFrom,
  mentionUpTo,
  reworded,
  spanOf,
  wordAt,
  wordsOf,
} from "./reading.ts";

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

interface Claim {
  readonly country: Mention;
  readonly money: Mention;
  readonly start: number;
  readonly end: number;
}

const afterThe = (sentence: Sentence, index: number): number => (wordAt(sentence, index) === "the" ? index + 1 : index);
const isMoney = (mention: Mention | undefined): boolean =>
  mention?.entities.some(({ kind }) => kind === "currency") === true;

/** “DEMONYM MONEY” and “COUNTRY's MONEY”. */
function moneyAfter(sentence: Sentence, country: Mention): Claim | undefined {
  const isPossessive = country.form === "name" && wordAt(sentence, country.end) === "'s";
  if (country.form !== "adjective" && !isPossessive) return undefined;
  const money = mentionFrom(sentence, country.end + (isPossessive ? 1 : 0));
  return money === undefined || !isMoney(money) ? undefined : { country, money, start: country.start, end: money.end };
}

/** “COUNTRY's currency, the MONEY”, “the DEMONYM currency, the MONEY” and “the MONEY, COUNTRY's currency”. */
function moneyApposed(sentence: Sentence, country: Mention): Claim | undefined {
  let at = country.end;
  if (wordAt(sentence, at) === "'s") at += 1;
  while (/^(?:national|local|official)$/u.test(wordAt(sentence, at))) at += 1;
  if (wordAt(sentence, at) !== "currency" || (country.form === "name") !== (wordAt(sentence, country.end) === "'s"))
    return undefined;
  const isAfter = wordAt(sentence, at + 1) === "," || wordAt(sentence, at + 1) === "is";
  const after = isAfter ? mentionFrom(sentence, afterThe(sentence, at + 2)) : undefined;
  if (after !== undefined && isMoney(after)) return { country, money: after, start: country.start, end: after.end };
  const comma = wordAt(sentence, country.start - 1) === "the" ? country.start - 2 : country.start - 1;
  const before = wordAt(sentence, comma) === "," ? mentionUpTo(sentence, comma) : undefined;
  if (before === undefined || !isMoney(before)) return undefined;
  return { country, money: before, start: before.start, end: at + 1 };
}

/** A country's money where another's is named. */
export const currency: ClaimReader = function* ({ target: sentence }, knowledge): Iterable<Detection> {
  if (!sentence.mentions.some(isMoney)) return;
  for (const mention of sentence.mentions) {
    const claim = moneyAfter(sentence, mention) ?? moneyApposed(sentence, mention);
    const countries = countriesOf(mention);
    const [country] = countries;
    if (claim === undefined || country === undefined || !isOneCountry(countries)) continue;
    const word = wordAt(sentence, claim.money.start);
    if (LEAVE_ALONE.has(word) || wordAt(sentence, mention.start - 1) === "-" || isHistorical(sentence)) continue;
    const own = countries.flatMap(({ id }) => knowledge.about("used-in", { object: id }));
    const isOwn = claim.money.entities.some(({ id }) => own.some(({ subject }) => subject === id));
    if (own.length === 0 || isOwn || isDistancedAt(sentence, claim.start, claim.end)) continue;
    yield wrongMoney(sentence, claim, country, own, knowledge);
  }
};

function wrongMoney(
  sentence: Sentence,
  { money, start, end }: Claim,
  country: Entity,
  own: readonly RelationRow[],
  knowledge: Knowledge,
): Detection {
  const units = own.flatMap(({ subject }) => knowledge.entity(subject) ?? []);
  const names = units.map(({ names: [name = ""] }) => name).join(" or ");
  const word = wordsOf(sentence, money.start, money.end);
  const [row] = own;
  const statement = `The money of ${country.names[0]} is the ${names}`;
  return found(
    spanOf(sentence, start, end),
    { match: wordsOf(sentence, start, end), country: country.names[0] ?? "", money: names },
    {
      suggest: () =>
        units.map((each) =>
          ask(reworded(sentence, [start, end], [[money, inNumber(each, word)]]), `The money of ${country.names[0]}.`),
        ),
      clues: () => (row === undefined ? [] : [{ kind: "fact", statement, source: knowledge.citation(row) }]),
    },
  );
}
