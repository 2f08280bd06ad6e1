/** A number in a text, in digits or in words, with what it counts. Offsets are into the text that was read. */
export interface WrittenNumber {
  /** With sign and currency, up to the end of “million”. */
  readonly start: number;
  readonly end: number;
  /** The digits or words alone. */
  readonly digitsStart: number;
  readonly digitsEnd: number;
  readonly value: number;
  /** 1,000,000 where “million” stands after the digits, 1 where nothing does. */
  readonly scale: number;
  /** “%”, “°”, a currency sign or the next word in lower case; empty where nothing is counted. */
  readonly unit: string;
  /** Where the unit after the number ends. */
  readonly unitEnd: number;
  readonly isYear: boolean;
}

const ONES =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const SCALES: ReadonlyMap<string, number> = new Map([
  ["dozen", 12],
  ["hundred", 100],
  ["thousand", 1000],
  ["k", 1000],
  ["million", 1_000_000],
  ["m", 1_000_000],
  ["mn", 1_000_000],
  ["billion", 1_000_000_000],
  ["bn", 1_000_000_000],
  ["trillion", 1_000_000_000_000],
]);
const WORD_VALUES: ReadonlyMap<string, number> = new Map([
  ...ONES.map((word, value): [string, number] => [word, value]),
  ...TENS.map((word, ten): [string, number] => [word, (ten + 2) * 10]),
  ["a", 1],
]);

const WORD = [...TENS, ...ONES].sort((a, b) => b.length - a.length).join("|");
const SCALE = "dozen|hundred|thousand|million|billion|trillion|mn|bn";
const CURRENCY = String.raw`(?:US|AU?|CA?|NZ|HK)?[$€£¥₹]\s?`;
const DIGITS = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const WORDS = `(?:${WORD}|an?(?= (?:${SCALE})))(?:(?:[ -]|(?<=hundred|thousand) and )(?:${WORD}|hundred|thousand))*`;
const NUMBER = new RegExp(
  String.raw`(?<![\p{L}\d.,:/_#–—'’-])(?<sign>[-−]|minus |negative )?(?<currency>${CURRENCY})?(?<digits>${DIGITS}|${WORDS})(?<scale>(?:[ -]?(?:${SCALE})|k|(?<=[$€£]\s?\d[\d.,]*)m)(?![\p{L}\d]))?`,
  "giu",
);

const MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\\.|[a-z]*)";
const LABEL =
  /(?:\b(?:nos?\.?|numbers?|pages?|pp?\.|chapters?|exits?|routes?|highways?|interstate|articles?|sections?|verses?|weeks?|days?|rooms?|gates?|lines?|channels?|volumes?|versions?|phases?|types?|groups?|classes|class|seasons?|episodes?|rounds?|games?|figures?|tables?|cases?|grades?|items?|ranks?|ranked|scored?|scores|score of|factor of)|#)\s*$/iu;
const NEVER_PLAIN = new RegExp(
  String.raw`^(?:[.,:/–—]\d|[-–—]\s?[\p{L}\d]|\s?[½¼¾⅓⅔]|\s\d|'s\b|’s\b|\s?(?:a\.?m\b|p\.?m\b|o['’]clock|BC|BCE|AD|CE|GMT)(?!\p{L})|[ -](?:and a half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|hundredths?|[\p{L} ]{0,16}\b(?:below|west|south|north|east)\b)|\s(?:or|and) (?:more|fewer|less)\b|\s(?:(?:of|the) )?${MONTH}(?![\p{L}]))`,
  "u",
);
const AFTER_MONTH = new RegExp(String.raw`\b${MONTH}\s(?:the\s)?$`, "u");
const UNIT =
  /^(?:\s?(?<percent>%|per ?cent\b|pct\b|percentage points?\b)|\s?(?<degree>°\s?[CF]?\b|º\s?[CF]?\b|[CF]\b|degrees?\b(?: (?:Celsius|Fahrenheit|centigrade))?)|(?<attached>(?:km|cm|mm|m|kg|g|mg|mph|kph|kW|MW|GW|mb|GB|MB|ft|lb|lbs|c|p|pc)(?![\p{L}\d]))|\s(?<noun>[a-z][a-z'’-]*))/u;
const NO_NOUN = new Set(
  `a an the and or but nor to in on at of from by for with as than per that which who whom is are was were be been has have had will would
can could may might must should if when while since until till after before during about over under into onto between against because so
last this next each every year-on-year again now then ago also said says it its he she they we you i his her their our not no only just
more less fewer out off up down within without through across among amid versus vs compared either despite via`.split(
    /\s+/u,
  ),
);

function wordsValue(words: string): number {
  let total = 0;
  let part = 0;
  for (const word of words.toLowerCase().split(/ and |[ -]/u)) {
    const scale = SCALES.get(word);
    if (scale === undefined) part += WORD_VALUES.get(word) ?? 1;
    else if (scale === 100) part = Math.max(part, 1) * 100;
    else {
      total += Math.max(part, 1) * scale;
      part = 0;
    }
  }
  return total + part;
}

const readValue = (digits: string): number =>
  /^\d/u.test(digits) ? Number(digits.replaceAll(",", "")) : wordsValue(digits);

interface Unit {
  readonly unit: string;
  readonly end: number;
}

function unitAfter(text: string, end: number, currency: string): Unit {
  const match = UNIT.exec(text.slice(end, end + 40));
  const noun = match?.groups?.noun;
  if (match === null || (noun !== undefined && NO_NOUN.has(noun))) return { unit: currency, end };
  const { percent, degree, attached } = match.groups ?? {};
  const after = end + match[0].length;
  if (percent?.startsWith("percentage")) return { unit: "points", end: after };
  if (percent !== undefined) return { unit: "%", end: after };
  if (degree !== undefined) return { unit: "°", end: after };
  if (attached !== undefined) return { unit: attached, end: after };
  return currency === "" ? { unit: noun ?? "", end: after } : { unit: currency, end };
}

/** Whether digits look like a year: four of them, no comma, no unit, or after a word that goes with years. */
const looksLikeYear = (digits: string, unit: string, before: string): boolean =>
  /^(?:1\d{3}|20\d\d)$/u.test(digits) &&
  (unit === "" || /\b(?:in|since|by|until|till|during|before|after|from|of|year)\s$/iu.test(before));

function numberFrom(text: string, match: RegExpExecArray): WrittenNumber | undefined {
  const { sign = "", currency = "", digits = "", scale = "" } = match.groups ?? {};
  const start = match.index;
  const end = start + match[0].length;
  const before = text.slice(Math.max(0, start - 16), start);
  const { unit, end: unitEnd } = unitAfter(text, end, currency.trim());
  const touchesLetter = unitEnd === end && /^[\p{L}\d]/u.test(text.slice(end));
  if (touchesLetter || NEVER_PLAIN.test(text.slice(end, end + 32)) || LABEL.test(before) || AFTER_MONTH.test(before))
    return undefined;
  if (/^\d{1,3}\.\d{3}$/u.test(digits)) return undefined;
  const times = SCALES.get(scale.replace(/^[ -]/u, "").toLowerCase()) ?? 1;
  const isPlain = sign === "" && currency === "" && times === 1;
  return {
    start,
    end,
    digitsStart: sign === "" ? start + currency.length : start,
    digitsEnd: end - scale.length,
    value: (sign === "" ? 1 : -1) * readValue(digits) * times,
    scale: times,
    unit,
    unitEnd,
    isYear: isPlain && looksLikeYear(digits, unit, before),
  };
}

/**
 * The cardinal numbers of a text, in order. Ordinals, dates, clock times, scores, fractions, labels (“page 4”) and
 * parts of compounds (“12-year-old”) are left out.
 */
export const readNumbers = (text: string): readonly WrittenNumber[] =>
  [...text.matchAll(NUMBER)].flatMap((match) => numberFrom(text, match) ?? []);

const isScaled = ({ scale }: WrittenNumber): boolean => scale > 12;

/** The values of two numbers of one kind, or undefined where units differ or one “million” may count for both. */
export function comparable(
  first: WrittenNumber,
  second: WrittenNumber,
): readonly [first: number, second: number] | undefined {
  if (first.unit !== "" && second.unit !== "" && first.unit !== second.unit) return undefined;
  if (first.isYear || second.isYear) return undefined;
  const isElided = isScaled(first) !== isScaled(second) && Math.min(first.value, second.value) < 1000;
  if (!isElided) return [first.value, second.value];
  if (isScaled(first)) {
    const isClear = second.unit === "" && (!Number.isInteger(second.value) || second.value * first.scale < first.value);
    return isClear ? [first.value, second.value * first.scale] : undefined;
  }
  return first.unit === "" && !Number.isInteger(first.value) ? [first.value * second.scale, second.value] : undefined;
}

/** A small number in the way another was written: in words or in digits. */
export const likeWritten = (value: number, model: string): string =>
  /\d/u.test(model) ? String(value) : (ONES[value] ?? String(value));
