import { ZodError } from "zod";
import { describeProblem, fail, ok, type Problem, type Result } from "../core/result.ts";
import { type Automaton, compileAutomaton } from "../detectors/automaton.ts";
import type { ConfiguredDetector, Detector, Resources } from "../detectors/detector.ts";
import { DETECTORS } from "../detectors/index.ts";
import { nearestName } from "../text/similarity.ts";
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

const isDetectorName = (name: string): name is keyof typeof DETECTORS => name in DETECTORS;
const pathOf = (rule: Rule): string => `rules/${rule.id}.yaml`;

function detectorOf(rule: Rule): Result<Detector> {
  if (isDetectorName(rule.detector)) return ok(DETECTORS[rule.detector]);
  const nearest = nearestName(rule.detector, Object.keys(DETECTORS));
  const remedy = nearest === undefined ? `Known: ${Object.keys(DETECTORS).join(", ")}.` : `Did you mean “${nearest}”?`;
  return fail({ where: pathOf(rule), what: `There is no detector “${rule.detector}”.`, remedy });
}

const optionsProblem = (rule: Rule, error: unknown): Problem => {
  const issue = error instanceof ZodError ? error.issues[0] : undefined;
  const what =
    issue === undefined
      ? String(error instanceof Error ? error.message : error)
      : `options.${issue.path.join(".")}: ${issue.message}`;
  return {
    where: pathOf(rule),
    what,
    remedy: `See the options of the detector “${rule.detector}” in CONTRIBUTING.md.`,
  };
};

function unknownSlot(rule: Rule, slots: readonly string[]): Problem | undefined {
  const unknown = [...rule.message.matchAll(/\{([\w-]+)\}/gu)]
    .map((match) => match[1] ?? "")
    .find((slot) => !slots.includes(slot));
  if (unknown === undefined) return undefined;
  return {
    where: pathOf(rule),
    what: `The message has an unknown slot {${unknown}}.`,
    remedy: `Known slots: ${slots.join(", ")}.`,
  };
}

/** Joins a rule with its detector; checks options and message slots. */
function compileRule(rule: Rule, resources: Resources): Result<CompiledRule> {
  const detector = detectorOf(rule);
  if (detector.kind === "problem") return detector;
  try {
    const prepared = detector.value.prepare(rule.options);
    const slot = unknownSlot(rule, prepared.slots);
    if (slot !== undefined) return fail(slot);
    return ok({ rule, detector: prepared.configure(resources) });
  } catch (error) {
    if (error instanceof ZodError || error instanceof SyntaxError) return fail(optionsProblem(rule, error));
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
  const languages = new Set(resources.lexicons.map(({ language }) => language));
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
