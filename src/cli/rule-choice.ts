import { createHash } from "node:crypto";
import type { RuleAdjustment } from "../config/config.ts";
import { CATEGORIES, DIMENSIONS } from "../core/mqm.ts";
import type { SkippedRule } from "../core/report.ts";
import { fail, ok, type Problem, type Result } from "../core/result.ts";
import type { Terms } from "../detectors/terms.ts";
import { loadFactFiles } from "../knowledge/load.ts";
import { OWN_TABLE, tableDigest } from "../plausibility/load.ts";
import { ownRulebook, ownSources } from "../rulebook/artefact.ts";
import { checkOptions } from "../rulebook/check.ts";
import { loadSources } from "../rulebook/load.ts";
import type { Rule } from "../rulebook/rule.ts";
import { type Rulebook, rulebookOf, type Sources } from "../rulebook/rulebook.ts";
import { nearestName } from "../text/similarity.ts";

/** Presets: the confidence a finding must reach, and whether rules on trial run. */
export const SENSITIVITIES = {
  gate: { leastConfidence: 0.75, trial: "off" },
  normal: { leastConfidence: 0.5, trial: "off" },
  deep: { leastConfidence: 0.25, trial: "on" },
} as const;
export type Sensitivity = keyof typeof SENSITIVITIES;

/** Which rules are wanted. Names are rules (`accuracy/number-changed`), categories or dimensions. */
export interface RuleChoice {
  readonly only: readonly string[];
  readonly skip: readonly string[];
  readonly sensitivity: Sensitivity;
  /** A folder of the user's own rules, beside the project's. */
  readonly rulesFolder: string | undefined;
  /** A table of statistics to use instead of the project's own. */
  readonly table: string | undefined;
  /** Files of the user's own facts. */
  readonly knowledge: readonly string[];
  /** What the configuration says of rules, in the order in which it holds. */
  readonly adjustments: readonly RuleAdjustment[];
  readonly terms: Terms;
}

const NO_SOURCES: Sources = { rules: [], lexicons: [], collocations: [], confusions: [], facts: [] };

/** The project's rulebook, with the user's own folder and facts added. */
export function openRulebook(rulesFolder: string | undefined, knowledge: readonly string[]): Result<Rulebook> {
  if (rulesFolder === undefined && knowledge.length === 0) return ownRulebook();
  const own = ownSources();
  if (own.kind === "problem") return own;
  const theirs = rulesFolder === undefined ? ok(NO_SOURCES) : loadSources(rulesFolder);
  if (theirs.kind === "problem") return theirs;
  const added = loadFactFiles(knowledge);
  if (added.kind === "problem") return added;
  const { rules, lexicons, collocations, confusions, facts } = theirs.value;
  const ids = new Set(rules.map(({ id }) => id));
  return rulebookOf({
    rules: [...own.value.rules.filter(({ id }) => !ids.has(id)), ...rules],
    lexicons: [...own.value.lexicons, ...lexicons],
    collocations: [...own.value.collocations, ...collocations],
    confusions: [...own.value.confusions, ...confusions],
    facts: [...own.value.facts, ...facts, ...added.value],
  });
}

const matches = (rule: Rule, name: string): boolean =>
  rule.id === name || rule.category === name || rule.category.startsWith(`${name}/`);

/** What is wrong with the first of some names that is no rule, category or dimension. */
export function unknownName(
  where: string | undefined,
  names: readonly string[],
  rules: readonly Rule[],
): Problem | undefined {
  const known = [...rules.map(({ id }) => id), ...CATEGORIES, ...DIMENSIONS];
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined) return undefined;
  const nearest = nearestName(unknown, known);
  const what = "There is no rule, category or dimension of this name.";
  return {
    where: where ?? unknown,
    what: where === undefined ? what : `“${unknown}”: ${what}`,
    remedy: nearest === undefined ? "“misrender rules” lists them." : `Did you mean “${nearest}”?`,
  };
}

/** A rule as the configuration wants it, and what it says last of its running. */
interface Adjusted {
  readonly rule: Rule;
  readonly switched: { readonly to: "off" | "on"; readonly by: string } | undefined;
}

function adjust(rule: Rule, adjustments: readonly RuleAdjustment[]): Result<Adjusted> {
  let adjusted: Adjusted = { rule, switched: undefined };
  for (const { name, level, options, origin } of adjustments) {
    if (!matches(rule, name)) continue;
    if (level === "off" || level === "on") adjusted = { ...adjusted, switched: { to: level, by: origin } };
    else if (level !== null)
      adjusted = {
        rule: { ...adjusted.rule, severity: level, givenSeverity: level },
        switched: adjusted.switched?.to === "off" ? undefined : adjusted.switched,
      };
    if (Object.keys(options).length === 0) continue;
    const checked = checkOptions(origin, {
      ...adjusted.rule,
      options: { ...adjusted.rule.options, ...options },
    });
    if (checked.kind === "problem") return checked;
    adjusted = { ...adjusted, rule: { ...adjusted.rule, ...checked.value } };
  }
  return ok(adjusted);
}

const hasNoTerms = ({ glossary, doNotTranslate }: Terms): boolean => glossary.length + doNotTranslate.length === 0;

/** Why a rule does not run, or undefined. What the command line names wins over the configuration. */
function reasonToSkip(
  { rule, switched }: Adjusted,
  { only, skip, sensitivity, terms }: RuleChoice,
): string | undefined {
  const isNamed = only.some((name) => matches(rule, name));
  if (skip.some((name) => matches(rule, name))) return "skipped by --skip";
  if (only.length > 0 && !isNamed) return "not among --only";
  if (switched?.to === "off" && !isNamed) return `turned off by ${switched.by}`;
  if (rule.status === "trial" && !isNamed && switched === undefined && SENSITIVITIES[sensitivity].trial === "off")
    return "on trial: runs at --sensitivity deep or when named by --only";
  return rule.detector === "terminology" && hasNoTerms(terms) ? "the configuration has no terms" : undefined;
}

/** The rules that were chosen, read and checked but not yet ready to run. */
export interface ChosenRules {
  readonly source: Rulebook;
  /** The rules that run. */
  readonly rules: readonly Rule[];
  readonly skippedRules: readonly SkippedRule[];
  /** The table of statistics, and the SHA-256 of what is in it. */
  readonly table: { readonly path: string; readonly digest: string };
  readonly terms: Terms;
}

/** Picks the wanted rules from a rulebook. */
export function chooseRules(source: Rulebook, choice: RuleChoice): Result<ChosenRules> {
  const { adjustments } = choice;
  const unknown =
    unknownName(undefined, [...choice.only, ...choice.skip], source.rules) ??
    adjustments.map(({ origin, name }) => unknownName(origin, [name], source.rules)).find((each) => each !== undefined);
  if (unknown !== undefined) return fail(unknown);
  const path = choice.table ?? OWN_TABLE;
  const digest = tableDigest(path);
  if (digest.kind === "problem") return digest;
  const rules: Rule[] = [];
  const skippedRules: SkippedRule[] = [];
  for (const rule of source.rules) {
    const adjusted = adjust(rule, adjustments);
    if (adjusted.kind === "problem") return adjusted;
    const reason = reasonToSkip(adjusted.value, choice);
    if (reason === undefined) rules.push(adjusted.value.rule);
    else skippedRules.push({ rule: rule.id, reason });
  }
  const table = { path, digest: digest.value };
  return ok({ source: withAdjustments(source, choice), rules, skippedRules, table, terms: choice.terms });
}

/** The rulebook under hashes that also speak of what the configuration changes. */
function withAdjustments(source: Rulebook, { adjustments, terms }: RuleChoice): Rulebook {
  if (adjustments.length === 0 && hasNoTerms(terms)) return source;
  const said = adjustments.map(({ name, level, options }) => [name, level, options]);
  const rules = createHash("sha256")
    .update(JSON.stringify([source.hashes.rules, said, terms]))
    .digest("hex");
  return { ...source, hashes: { ...source.hashes, rules } };
}

/** Loads the rulebook and picks the wanted rules from it. */
export function openRules(choice: RuleChoice): Result<ChosenRules> {
  const source = openRulebook(choice.rulesFolder, choice.knowledge);
  return source.kind === "problem" ? source : chooseRules(source.value, choice);
}
