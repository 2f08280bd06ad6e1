import { CATEGORIES, DIMENSIONS } from "../core/mqm.ts";
import type { SkippedRule } from "../core/report.ts";
import { fail, ok, type Result } from "../core/result.ts";
import { OWN_TABLE, tableDigest } from "../plausibility/load.ts";
import { ownRulebook, ownSources } from "../rulebook/artefact.ts";
import { loadSources } from "../rulebook/load.ts";
import type { Rule } from "../rulebook/rule.ts";
import { type Rulebook, rulebookOf } from "../rulebook/rulebook.ts";
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
}

/** The project's rulebook, with the user's own folder added. */
export function openRulebook(rulesFolder: string | undefined): Result<Rulebook> {
  if (rulesFolder === undefined) return ownRulebook();
  const own = ownSources();
  if (own.kind === "problem") return own;
  const theirs = loadSources(rulesFolder);
  if (theirs.kind === "problem") return theirs;
  const { rules, lexicons, collocations, facts } = theirs.value;
  const ids = new Set(rules.map(({ id }) => id));
  return rulebookOf({
    rules: [...own.value.rules.filter(({ id }) => !ids.has(id)), ...rules],
    lexicons: [...own.value.lexicons, ...lexicons],
    collocations: [...own.value.collocations, ...collocations],
    facts: [...own.value.facts, ...facts],
  });
}

const matches = (rule: Rule, name: string): boolean =>
  rule.id === name || rule.category === name || rule.category.startsWith(`${name}/`);

function unknownName(names: readonly string[], rules: readonly Rule[]): Result<true> {
  const known = [...rules.map(({ id }) => id), ...CATEGORIES, ...DIMENSIONS];
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined) return ok(true);
  const nearest = nearestName(unknown, known);
  return fail({
    where: unknown,
    what: "There is no rule, category or dimension of this name.",
    remedy: nearest === undefined ? "“misrender rules” lists them." : `Did you mean “${nearest}”?`,
  });
}

function chooseRules(
  rules: readonly Rule[],
  { only, skip, sensitivity }: RuleChoice,
): { readonly chosen: readonly Rule[]; readonly skipped: readonly SkippedRule[] } {
  const chosen: Rule[] = [];
  const skipped: SkippedRule[] = [];
  for (const rule of rules) {
    const isNamed = only.some((name) => matches(rule, name));
    const reason = skip.some((name) => matches(rule, name))
      ? "skipped by --skip"
      : only.length > 0 && !isNamed
        ? "not among --only"
        : rule.status === "trial" && !isNamed && SENSITIVITIES[sensitivity].trial === "off"
          ? "on trial: runs at --sensitivity deep or when named by --only"
          : undefined;
    if (reason === undefined) chosen.push(rule);
    else skipped.push({ rule: rule.id, reason });
  }
  return { chosen, skipped };
}

/** The rules that were chosen, read and checked but not yet ready to run. */
export interface ChosenRules {
  readonly source: Rulebook;
  /** The rules that run. */
  readonly rules: readonly Rule[];
  readonly skippedRules: readonly SkippedRule[];
  /** The table of statistics, and the SHA-256 of what is in it. */
  readonly table: { readonly path: string; readonly digest: string };
}

/** Loads the rulebook and picks the wanted rules from it. */
export function openRules(choice: RuleChoice): Result<ChosenRules> {
  const source = openRulebook(choice.rulesFolder);
  if (source.kind === "problem") return source;
  const named = unknownName([...choice.only, ...choice.skip], source.value.rules);
  if (named.kind === "problem") return named;
  const path = choice.table ?? OWN_TABLE;
  const digest = tableDigest(path);
  if (digest.kind === "problem") return digest;
  const { chosen, skipped } = chooseRules(source.value.rules, choice);
  return ok({ source: source.value, rules: chosen, skippedRules: skipped, table: { path, digest: digest.value } });
}
