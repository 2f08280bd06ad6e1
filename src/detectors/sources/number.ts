import { textSpan } from "../../core/span.ts";
import { ask, type Detection, found } from "../detector.ts";
import { type Amount, mayKeep } from "./amount.ts";
import { englishAmounts } from "./english-amounts.ts";
import { type NumberWords, sourceAmounts } from "./source-amounts.ts";

/** How far apart two numbers are: those that differ in their noughts alone are nearest, then those of alike size. */
function distance(a: Amount, b: Amount): number {
  const [first, second] = [a.values[0] ?? 0, b.values[0] ?? 0];
  if (first <= 0 || second <= 0) return 100;
  const ratio = Math.abs(Math.log10(first / second));
  return Math.abs(ratio - Math.round(ratio)) < 0.001 ? 0 : ratio;
}

/** The English name of a value, when it is short. */
function english(value: number): string {
  for (const [scale, name] of [
    [1e12, "trillion"],
    [1e9, "billion"],
    [1e6, "million"],
  ] as const)
    if (value >= scale) return `${Number((value / scale).toFixed(3))} ${name}`;
  return Number.isInteger(value) && value >= 10_000 ? value.toLocaleString("en-GB") : String(value);
}

const isSmall = ({ values }: Amount): boolean =>
  values.length > 0 && values.every((value) => value >= 3 && value <= 12);

/** A small number in words for another one, where there is but one of each. */
function smallChanged(
  inTarget: readonly Amount[],
  inSource: readonly Amount[],
): readonly (readonly [target: Amount, source: Amount])[] {
  const gained = inTarget.filter((amount) => !inSource.some((other) => mayKeep(other, amount)));
  const lost = inSource.filter((amount) => !inTarget.some((other) => mayKeep(amount, other)));
  const [target, source] = [gained[0], lost[0]];
  if (target === undefined || source === undefined || gained.length > 1 || lost.length > 1) return [];
  return isSmall(target) && /^[\p{L}-]+$/u.test(target.words) && isSmall(source) ? [[target, source]] : [];
}

/** Numbers of a target that are none of its source's, where the source has one that the target lacks. */
export function* numbersChanged(
  target: string,
  source: string,
  language: string,
  numbers: NumberWords | undefined,
): Generator<Detection, void, undefined> {
  const inTarget = englishAmounts(target);
  const inSource = sourceAmounts(source, language, numbers);
  const lost = inSource.filter((amount) => amount.isFirm && !inTarget.some((other) => mayKeep(amount, other)));
  const gained = inTarget.filter((amount) => amount.isFirm && !inSource.some((other) => mayKeep(other, amount)));
  const small = gained.length > 0 ? [] : smallChanged(inTarget, inSource);
  for (const amount of [...gained, ...small.map(([target]) => target)]) {
    const [nearest] = [...lost, ...small.map(([, source]) => source)].sort(
      (a, b) => distance(a, amount) - distance(b, amount),
    );
    if (nearest === undefined) return;
    if (lost.includes(nearest)) lost.splice(lost.indexOf(nearest), 1);
    const span = textSpan(amount.start, amount.start + amount.words.length);
    const suggest = () => [ask(english(nearest.values[0] ?? 0), `the source says “${nearest.words}”`)];
    yield found(span, { match: amount.words, term: nearest.words }, { suggest });
  }
}
