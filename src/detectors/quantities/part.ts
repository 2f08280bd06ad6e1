import type { Sentence } from "../../annotate/annotated.ts";
import { ask, type Detection, found } from "../detector.ts";
import { comparable, type WrittenNumber } from "../number.ts";
import { HEDGE, type NumberPair, numberPairs, type QuantityReader, within, wordsOfSentence } from "./reading.ts";

const PEOPLE =
  "people|persons|passengers|employees|workers|staff|students|pupils|teachers|residents|civilians|soldiers|troops|officers|police|patients|prisoners|inmates|detainees|hostages|migrants|refugees|men|women|children|boys|girls|adults|victims|survivors|casualties|members|delegates|lawmakers|deputies|voters|demonstrators|protesters|players|athletes|tourists|villagers|fighters|militants|suspects|doctors|nurses|journalists|foreigners|citizens|nationals|minors|crew";
/** A count of people that a part may follow: “30 young people”, “30 people were killed”. */
const COUNT_OF_PEOPLE = String.raw`^(?: [\p{L}-]+){0,2}? (?:${PEOPLE})\b`;
const THE = "(?:the|its|his|her|their|our|these|those|all)";

const PART_OF_WHOM = new RegExp(String.raw`${COUNT_OF_PEOPLE}(?: \p{L}+){0,5}, (?:and |with )?${HEDGE}$`, "iu");
const OF_WHOM = /^ of (?:whom|them|which)\b/iu;
const OF_WHOM_PART = new RegExp(String.raw`${COUNT_OF_PEOPLE}(?: \p{L}+){0,5},? of (?:whom|which) ${HEDGE}$`, "iu");
const INCLUDING_PART = new RegExp(
  `${COUNT_OF_PEOPLE}(?: (?:were|was|have|had|has|been|died|killed|dead|injured|wounded|arrested|detained|missing|hurt|evacuated|rescued|hospitali[sz]ed|on|board|aboard|trapped|displaced)){0,5},? (?:including|among them) ${HEDGE}$`,
  "iu",
);
/** “Of the 20 hostages,” before the part. */
const OF_THE_WHOLE = /\b[Oo]f (?:the|its|his|her|their|our|these|those|all|some|about)(?: [\p{L}]+)? $/u;
const PART_OF_IT = new RegExp(String.raw`^(?: [\p{L}-]+){1,5}, ${HEDGE}$`, "iu");
const VERB_AFTER =
  /^ (?:(?:were|was|are|is|have|has|had|did|do|will|could|came|went|died|survived|remain\w*|voted|said|returned|fled|escaped|also|now|still)\b|[\p{L}]+ed\b)/u;
/** “Forty shops burned, 60 of them in one street”. */
const OF_THEM_PART = new RegExp(
  String.raw`^ [\p{L}-]+s(?: (?!of\b|with\b|for\b|per\b|from\b)[\p{L}-]+){0,3}, (?:and |with )?${HEDGE}$`,
  "iu",
);
const PEOPLE_AFTER = new RegExp(COUNT_OF_PEOPLE, "iu");
const PART_OF = new RegExp(`^ (?:out )?of (?:${THE} )?$`, "iu");

/** Families, boats and teams hold more people than they are; daily and average counts hold more over time. */
const NO_COUNT =
  /\b(?:famil\w+|households?|couples?|teams?|per|daily|each|every|average|others?|hundreds|dozens|thousands|scores|millions|several|many|further|another|additional|more were|total of|overall|groups? of|times|percent)\b/iu;

type Reading = readonly [whole: WrittenNumber, part: WrittenNumber];

/** Which of two numbers is said to be a part of which. */
function partAndWhole({ first, last, between, after }: NumberPair, text: string): Reading | undefined {
  const isCount = [first, last].every(({ value }) => Number.isInteger(value) && value > 1);
  const isPlain = !/[$€£¥%°]|^points$/u.test(first.unit + last.unit);
  if (!isCount || !isPlain) return undefined;
  if (PART_OF.test(between)) return isCounted(text, first, last, between) ? [last, first] : undefined;
  if (NO_COUNT.test(between)) return undefined;
  if (PART_OF_WHOM.test(between) && OF_WHOM.test(after)) return [first, last];
  if (OF_THEM_PART.test(between) && OF_WHOM.test(after) && isOnlyWhole(text, first)) return [first, last];
  if (OF_THE_WHOLE.test(text.slice(0, first.start)) && PART_OF_IT.test(between) && VERB_AFTER.test(after))
    return [first, last];
  if (OF_WHOM_PART.test(between)) return [first, last];
  return INCLUDING_PART.test(between) && PEOPLE_AFTER.test(after) ? [first, last] : undefined;
}

/** No other number before it, of which it may be a measure: “five teams of 11 players, 45 of them foreign”. */
const isOnlyWhole = (text: string, whole: WrittenNumber): boolean =>
  !/\d|\b(?:of|with|each|per|two|three|four|five|six|seven|eight|nine|ten|dozen)\b/u.test(text.slice(0, whole.start));

/** “20 of the 12 passengers”, but not “April 20 of the 12-team league” nor “11 out of 10”. */
function isCounted(text: string, part: WrittenNumber, whole: WrittenNumber, between: string): boolean {
  const before = text.slice(0, part.start);
  if (part.isYear || /\p{Lu}\p{L}*\.? $/u.test(before.slice(1)) || /[/\d] ?$/u.test(before)) return false;
  return whole.unit !== "" && !(/out/u.test(between) && [5, 10, 100].includes(whole.value));
}

function contradiction(sentence: Sentence, pair: NumberPair, [whole, part]: Reading): Detection {
  const text = wordsOfSentence(sentence);
  const ofWhom = part === pair.last ? (OF_WHOM.exec(pair.after)?.[0].length ?? 0) : 0;
  const end = part.end + ofWhom;
  const isPartFirst = part === pair.first;
  const span = isPartFirst ? within(sentence, part.start, whole.unitEnd) : within(sentence, part.start, end);
  const numbers = { part: text.slice(part.start, part.end), whole: text.slice(whole.start, whole.end) };
  const rest = text.slice(part.end, end);
  const swappedWords =
    numbers.whole +
    text.slice(part.end, whole.start) +
    numbers.part.toLowerCase() +
    text.slice(whole.end, whole.unitEnd);
  return found(span, numbers, {
    suggest: () =>
      isPartFirst
        ? [ask(swappedWords, "The smaller number is the part.")]
        : fewer(part).map((words) => ask(words + rest, "Perhaps a digit too many; ask for the right number.")),
  });
}

/** A number with its first digit or its last zero left out, as slips of the keyboard have it. */
function fewer({ value }: WrittenNumber): readonly string[] {
  const digits = String(value);
  const shorter = [digits.slice(1).replace(/^0+/u, ""), ...(digits.endsWith("0") ? [digits.slice(0, -1)] : [])];
  return [...new Set(shorter)]
    .filter((each) => each.length > 0 && each !== "1")
    .map((each) => Number(each).toLocaleString("en-US"));
}

/** A part that is larger than its whole: “1,200 employees, 1,850 of whom …”. */
export const part: QuantityReader = function* (sentence) {
  const text = wordsOfSentence(sentence);
  if (!/\bof |including|among them/iu.test(text)) return;
  for (const pair of numberPairs(sentence)) {
    const reading = partAndWhole(pair, text);
    if (reading === undefined) continue;
    const values = comparable({ ...reading[0], unit: "" }, { ...reading[1], unit: "" });
    if (values === undefined || values[1] <= values[0]) continue;
    yield contradiction(sentence, pair, reading);
  }
};
