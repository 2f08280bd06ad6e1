import { InvalidArgumentError } from "commander";
import { SEVERITIES, type Severity } from "../core/severity.ts";
import { nearestName } from "../text/similarity.ts";
import { SENSITIVITIES, type Sensitivity } from "./rule-choice.ts";

/** A parser for one of some names; a wrong one is answered with the nearest. */
export const oneOf =
  <Name extends string>(names: readonly Name[]) =>
  (written: string): Name => {
    const found = names.find((name) => name === written);
    if (found !== undefined) return found;
    const nearest = nearestName(written, names);
    throw new InvalidArgumentError(
      `${nearest === undefined ? "" : `Did you mean “${nearest}”? `}Possible: ${names.join(", ")}.`,
    );
  };

/** A parser for numbers from `least` to `most`. */
export const numberBetween =
  (least: number, most: number) =>
  (written: string): number => {
    const value = Number(written);
    if (written.trim() !== "" && value >= least && value <= most) return value;
    throw new InvalidArgumentError(
      `Give a number from ${least} to ${most === Number.POSITIVE_INFINITY ? "any" : most}.`,
    );
  };

/** A parser for days written YYYY-MM-DD. */
export function day(written: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/u.test(written) && !Number.isNaN(Date.parse(written))) return written;
  throw new InvalidArgumentError("Give a day as YYYY-MM-DD.");
}

/** A parser for ISO 639 language codes. */
export function language(written: string): string {
  if (/^[a-z]{2,3}$/u.test(written)) return written;
  throw new InvalidArgumentError("Give a language as its ISO 639 code: ar, de, es, zh …");
}

/** Gathers the values of an option that may be given again, each possibly a list with commas. */
export const gathered = (written: string, before: readonly string[]): readonly string[] => [
  ...before,
  ...written.split(",").map((each) => each.trim()),
];

export const parseFailOn = oneOf<Severity | "never">([
  ...SEVERITIES.filter((severity) => severity !== "neutral"),
  "never",
]);
export const parseSensitivity = oneOf(Object.keys(SENSITIVITIES) as Sensitivity[]);
