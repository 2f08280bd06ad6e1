import type { Sentence } from "../../annotate/annotated.ts";
import { ask, type Detection, found } from "../detector.ts";
import { within, wordsOfSentence } from "./reading.ts";

const BORN = String.raw`born (?:(?:in|on) )?(?:[\p{L}\d., ]{0,28}? )?(?<born>(?:19|20)\d\d)`;
const AGE = String.raw`(?<age>\d{1,3})`;
const TODAY: readonly RegExp[] = [
  new RegExp(
    String.raw`${BORN}[^.;:]{0,12}?,? (?:is|turns|turned) (?:now |just )?${AGE}(?: years old)?(?=[ ,.;]|$)`,
    "u",
  ),
  new RegExp(String.raw`(?<=\p{L}), ${AGE},? (?:who )?(?:was )?${BORN}(?![^.]{0,40}\b(?:died|killed|then)\b)`, "u"),
  new RegExp(String.raw`(?<=\b(?:is|now) )${AGE}(?: years old)?,? (?:and )?was ${BORN}`, "u"),
];
const DEATH: readonly RegExp[] = [
  new RegExp(
    String.raw`${BORN}[^;:]{0,60}?\bdied (?:in|on) (?:[\p{L}\d., ]{0,20}? )?(?<then>(?:19|20)\d\d),? (?:at (?:the age of )?|aged )${AGE}(?! ?%)`,
    "u",
  ),
  new RegExp(String.raw`${BORN}[^;:]{0,60}?\bdied at (?:the age of )?${AGE} in (?<then>(?:19|20)\d\d)`, "u"),
];

function wrongAge(sentence: Sentence, match: RegExpExecArray, year: number): Detection | undefined {
  const { age = "", born = "" } = match.groups ?? {};
  const right = year - Number(born);
  const written = Number(age);
  if (right < 0 || right > 120 || written === right || written === right - 1) return undefined;
  const start = match.index + match[0].search(new RegExp(String.raw`\b${age}\b(?!.*\b${born}\b.*\b${age}\b)`, "u"));
  return found(
    within(sentence, start, start + age.length),
    { age, born, right: `${right - 1} or ${right}`, year: String(year) },
    { suggest: () => [ask(String(right - 1), "Before the birthday."), ask(String(right), "After the birthday.")] },
  );
}

/** An age that does not follow from the year of birth and the day of the text or of the death. */
export function* age(sentence: Sentence, day: string | undefined): Iterable<Detection> {
  const text = wordsOfSentence(sentence);
  if (!text.includes("born")) return;
  const death = DEATH.map((pattern) => pattern.exec(text)).find((match) => match !== null);
  if (death !== undefined && death !== null) {
    const wrong = wrongAge(sentence, death, Number(death.groups?.then));
    if (wrong !== undefined) yield wrong;
    return;
  }
  const today = day === undefined ? null : TODAY.map((pattern) => pattern.exec(text)).find((match) => match !== null);
  const wrong = today === undefined || today === null ? undefined : wrongAge(sentence, today, Number(day?.slice(0, 4)));
  if (wrong !== undefined) yield wrong;
}
