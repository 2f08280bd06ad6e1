import { describeProblem, fail, ok, type Result } from "../core/result.ts";
import { type Automaton, compileAutomaton } from "../detectors/automaton.ts";
import type { ConfiguredDetector, Resources } from "../detectors/detector.ts";
import { DETECTORS } from "../detectors/index.ts";
import { optionsProblem } from "./check.ts";
import type { Rule } from "./rule.ts";

/** A rule and its configured detector. */
export interface CompiledRule {
  readonly rule: Rule;
  readonly detector: ConfiguredDetector;
}

/** Rules ready to run, with the one automaton of all their token patterns; owner numbers are indices of `rules`. */
export interface CompiledRulebook {
  readonly rules: readonly CompiledRule[];
  readonly automaton: Automaton;
}

/** Joins a rule with its detector. */
function compileRule(rule: Rule, resources: Resources): Result<CompiledRule> {
  try {
    return ok({ rule, detector: DETECTORS[rule.detector].configure(rule.options, resources) });
  } catch (error) {
    if (error instanceof SyntaxError)
      return fail(optionsProblem(`rules/${rule.id}.yaml`, rule.detector, error.message));
    throw error;
  }
}

/** Compiles rules for the texts of one source language. */
function compileFor(rules: readonly Rule[], resources: Resources): Result<CompiledRulebook> {
  const compiled: CompiledRule[] = [];
  for (const rule of rules) {
    const result = compileRule(rule, resources);
    if (result.kind === "problem") return result;
    compiled.push(result.value);
  }
  const automaton = compileAutomaton(
    compiled.map(({ detector }) => (detector.scope === "sentence" ? detector.patterns : [])),
  );
  return ok({ rules: compiled, automaton });
}

/**
 * Compiles rules for an audit. What is special to one source language is compiled when its first text comes:
 * most audits never meet most languages.
 */
export function compileRulebook(
  rules: readonly Rule[],
  resources: Omit<Resources, "sourceLanguage">,
): Result<(sourceLanguage: string | undefined) => CompiledRulebook> {
  const plain = compileFor(rules, { ...resources, sourceLanguage: undefined });
  if (plain.kind === "problem") return plain;
  const byLanguage = new Map<string | undefined, CompiledRulebook>([[undefined, plain.value]]);
  const languages = new Set(resources.lexicons.languages);
  return ok((sourceLanguage) => {
    const language = sourceLanguage !== undefined && languages.has(sourceLanguage) ? sourceLanguage : undefined;
    const known = byLanguage.get(language);
    if (known !== undefined) return known;
    const special = compileFor(rules, { ...resources, sourceLanguage: language });
    if (special.kind === "problem") throw new SyntaxError(describeProblem(special.problem));
    byLanguage.set(language, special.value);
    return special.value;
  });
}
