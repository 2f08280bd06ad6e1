import { createHash } from "node:crypto";
import type { CollocationFile } from "../detectors/collocation-lexicon.ts";
import type { Lexicon } from "../detectors/lexicon.ts";
import type { FactFile } from "../knowledge/fact.ts";
import type { Rule } from "./rule.ts";

/** All that a linguist may change, read and checked: rules, lexicons, knowledge. */
export interface Rulebook {
  readonly rules: readonly Rule[];
  readonly lexicons: readonly Lexicon[];
  readonly collocations: readonly CollocationFile[];
  readonly facts: readonly FactFile[];
  /** SHA-256, in hex, of rules with lexicons and of knowledge. */
  readonly hashes: { readonly rules: string; readonly knowledge: string };
}

const hashOf = (value: unknown): string => createHash("sha256").update(JSON.stringify(value)).digest("hex");

/** A rulebook with the hashes of its parts. */
export const rulebookOf = (
  rules: readonly Rule[],
  lexicons: readonly Lexicon[],
  collocations: readonly CollocationFile[],
  facts: readonly FactFile[],
): Rulebook => ({
  rules,
  lexicons,
  collocations,
  facts,
  hashes: { rules: hashOf([rules, lexicons, collocations]), knowledge: hashOf(facts) },
});
