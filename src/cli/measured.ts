import { readFileSync } from "node:fs";
import { counted, number } from "../reporters/counted.ts";

/** What a rule raised where people had marked what is wrong, and in clean text; written by `npm run bench:quality`. */
interface Measured {
  /** Flags in marked machine translation. */
  readonly flags: number;
  /** Those of them that touch something marked: at least so many are right, as people mark only some of all flaws. */
  readonly right: number;
  /** How many would do so if flags of these lengths stood anywhere in their segments. */
  readonly chance: number;
  /** Flags in clean text. */
  readonly clean: number;
}
interface Measurements {
  /** How many words were read. */
  readonly words: { readonly marked: number; readonly clean: number };
  readonly rules: Readonly<Record<string, Measured>>;
}

/** How often a rule was right on development data, in words; undefined where it raised nothing there. */
export function measuredPrecision(rule: string): string | undefined {
  const { words, rules }: Measurements = JSON.parse(
    readFileSync(new URL("../../rules/measured.json", import.meta.url), "utf8"),
  );
  const measured = rules[rule];
  if (measured === undefined) return undefined;
  const { flags, right, chance, clean } = measured;
  const marked = `${counted(flags, "flag")} in ${number(words.marked)} words of machine translation, ${right} of them on what professionals had marked (by chance ${chance})`;
  return `${marked}; ${clean} in ${number(words.clean)} words of clean text.`;
}
