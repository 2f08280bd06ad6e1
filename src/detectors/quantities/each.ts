import { ask, found } from "../detector.ts";
import { numbersOf, type QuantityReader, within, wordsOfSentence } from "./reading.ts";

const PER_HEAD =
  /^(?: (?!and\b)[\p{L}-]+){0,2}? (?:each\b|apiece\b|per (?:person|head|capita|inhabitant|household|family|worker|employee|pupil|student)\b|a head\b|for each\b|for every\b)/u;
const PEOPLE =
  /^(?:people|persons|inhabitants|residents|citizens|households|families|workers|employees|pupils|students|soldiers|farmers|members|children|women|men|refugees|victims|shareholders|passengers|teachers|voters|users|customers)$/u;
const OR =
  /(?:, or|, that is|, i\.e\.|, which (?:is|makes)|\(| –| —)\s(?:about |around |roughly |some |nearly |almost |only |just )?$/u;
const TOLERANCE = 0.25;

const written = (value: number): string =>
  value >= 1e9
    ? `${Number((value / 1e9).toPrecision(3))} billion`
    : value >= 1e6
      ? `${Number((value / 1e6).toPrecision(3))} million`
      : Number(value.toPrecision(3)).toLocaleString("en-US");

const isMoney = (unit: string): boolean =>
  /^[A-Z]{0,2}[$€£¥₹]$|^(?:dollars?|euros?|pounds?|yen|yuan|rupees?|pesos?|dinars?|francs?|kron(?:er|or)|roubles?|rubles?|lira|dirhams?|riyals?|rials?|shillings?|naira|rand)$/u.test(
    unit,
  );

/** A sum, a number of people and an amount for each that do not fit: “60 million euros for 3,000 families, or 200 euros each”. */
export const each: QuantityReader = function* (sentence) {
  const text = wordsOfSentence(sentence);
  if (!/\b(?:each|every|apiece|per|head)\b/u.test(text)) return;
  const numbers = numbersOf(sentence);
  for (const [index, share] of numbers.entries()) {
    const [total, people] = numbers.slice(Math.max(0, index - 2), index);
    if (total === undefined || people === undefined || index < 2) continue;
    const isRead =
      OR.test(text.slice(people.end, share.start)) &&
      PER_HEAD.test(text.slice(share.end)) &&
      PEOPLE.test(people.unit) &&
      isMoney(total.unit) &&
      (isMoney(share.unit) || share.unit === "");
    const right = total.value / people.value;
    if (!isRead || Math.abs(share.value / right - 1) <= TOLERANCE) continue;
    const words = text.slice(share.start, share.end);
    const currency = /^[^\d]*/u.exec(words)?.[0] ?? "";
    const statement = `${text.slice(total.start, total.unitEnd)} for ${text.slice(people.start, people.unitEnd)} make ${currency}${written(right)} for each.`;
    yield found(
      within(sentence, share.start, share.end),
      { match: words, right: `${currency}${written(right)}` },
      { suggest: () => [ask(`${currency}${written(right)}`, statement)] },
    );
  }
};
