import { ask, found } from "../detector.ts";
import { comparable } from "../number.ts";
import { HEDGE, numberPairs, type QuantityReader, within, wordsOfSentence } from "./reading.ts";

/** Words for a multiple, with the least and the most that may be called so. */
const MULTIPLES: readonly (readonly [word: RegExp, least: number, most: number])[] = [
  [/\b(?:has |have |had )?(?:more than |over )doubl(?:ed|es?|ing)\b/iu, 1.95, 4],
  [/\b(?:nearly|almost) doubl(?:ed|es?|ing)\b/iu, 1.5, 2.05],
  [/\bdoubl(?:ed|es?|ing)\b/iu, 1.7, 2.6],
  [/\b(?:more than |over )tripl(?:ed|es?|ing)\b/iu, 2.9, 6],
  [/\btripl(?:ed|es?|ing)\b/iu, 2.5, 3.7],
  [/\bquadrupl(?:ed|es?|ing)\b/iu, 3.4, 4.8],
  [/\bhalv(?:ed|es?|ing)\b/iu, 0.38, 0.62],
];
const FROM = new RegExp(` from ${HEDGE}$`, "iu");
const OBJECT_ONLY = /^(?: (?!from\b|to\b|and\b|but\b)[\p{L}’'-]+){0,4}$/u;
const TO_LAST = new RegExp(String.raw`^(?: ?%)?(?: (?!to\b)[\p{L}%]+){0,2}(?: in (?:19|20)\d\d)? to ${HEDGE}$`, "iu");

interface Named {
  readonly start: number;
  readonly verb: string;
  readonly least: number;
  readonly most: number;
}

/** The word for a multiple before “from”, with nothing but its object after it. */
function multipleIn(before: string): Named | undefined {
  for (const [word, least, most] of MULTIPLES) {
    const match = word.exec(before);
    if (match === null || !OBJECT_ONLY.test(before.slice(match.index + match[0].length))) continue;
    const verb = /\S+$/u.exec(match[0])?.[0] ?? "";
    return { start: match.index + match[0].length - verb.length, verb, least, most };
  }
  return undefined;
}

/** A doubling that is none: “doubled from 10 to 14”. Numbers that go the other way are a contradicted trend. */
export const multiple: QuantityReader = function* (sentence) {
  const text = wordsOfSentence(sentence);
  if (!/doubl|tripl|quadrupl|halv/iu.test(text)) return;
  for (const pair of numberPairs(sentence)) {
    const before = pair.before.replace(FROM, "");
    const named = before === pair.before ? undefined : multipleIn(before);
    const values = comparable(pair.first, pair.last);
    if (named === undefined || values === undefined || !TO_LAST.test(pair.between)) continue;
    const ratio = values[1] / values[0];
    const isTrend = ratio > 1 !== named.least > 1;
    if (isTrend || (ratio >= named.least && ratio <= named.most)) continue;
    const times = Number(ratio.toFixed(1));
    const repair = (named.least > 1 ? "rose" : "fell") + text.slice(named.start + named.verb.length, pair.last.unitEnd);
    yield found(
      within(sentence, named.start, pair.last.unitEnd),
      {
        verb: named.verb,
        first: text.slice(pair.first.start, pair.first.end),
        last: text.slice(pair.last.start, pair.last.end),
        times: String(times),
      },
      { suggest: () => [ask(repair, `The second number is ${times} times the first.`)] },
    );
  }
};
