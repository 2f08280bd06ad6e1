import type { Finding } from "./finding.ts";
import type { Category } from "./mqm.ts";
import type { Severity } from "./severity.ts";

/** `stable` rules run by default; `trial` rules only when named, and they never fail the gate. */
export const RULE_STATUSES = ["stable", "trial"] as const;
export type RuleStatus = (typeof RULE_STATUSES)[number];

/** What a report says of a rule, so that no reporter has to ask the engine. */
export interface RuleSummary {
  readonly id: string;
  readonly category: Category;
  readonly severity: Severity;
  readonly status: RuleStatus;
  readonly message: string;
  readonly explanation: string;
}

/** A file as it was audited. */
export interface Input {
  readonly path: string;
  readonly format: string;
  readonly documentCount: number;
  readonly wordCount: number;
}

/** A rule that did not run, and why. */
export interface SkippedRule {
  readonly rule: string;
  readonly reason: string;
}

/** A fault of the tool itself (a rule that threw, a file that could not be read): the rest of the audit goes on. */
export interface Fault {
  readonly where: string;
  readonly what: string;
  readonly remedy: string;
}

/** Scores of one text. Formulas: MQM scoring models (https://themqm.org) and, for `wmt`, Freitag et al. 2021. */
export type Score =
  | { readonly kind: "too-short"; readonly wordCount: number; readonly neededWordCount: number }
  | {
      readonly kind: "score";
      readonly wordCount: number;
      /** Sum of severity penalty points. */
      readonly penaltyPoints: number;
      /** Normed penalty total: penalty points per 1,000 words. */
      readonly npt: number;
      /** Raw quality score: (1 - points / words) x 100. */
      readonly rqs: number;
      /** Calibrated quality score, where a passing threshold and accepted points are set. */
      readonly cqs: number | null;
      /** Average WMT penalty per segment, on request. */
      readonly wmt: number | null;
    };

/** The score of one document of an input. */
export interface DocumentScore {
  readonly path: string;
  readonly document: string;
  readonly score: Score;
}

/** What the gate decided. */
export type Verdict =
  | { readonly kind: "pass" }
  | { readonly kind: "fail"; readonly reasons: readonly string[] }
  | { readonly kind: "unjudged"; readonly reasons: readonly string[] };

/** Everything an audit has to say. */
export interface Report {
  readonly schemaVersion: "1";
  readonly tool: { readonly name: string; readonly version: string };
  /** SHA-256 (hex) of the rules and the knowledge that judged; the same input and hashes give the same findings. */
  readonly hashes: { readonly rules: string; readonly knowledge: string };
  readonly inputs: readonly Input[];
  /** The rules that raised a finding. */
  readonly rules: readonly RuleSummary[];
  readonly findings: readonly Finding[];
  readonly skippedRules: readonly SkippedRule[];
  readonly faults: readonly Fault[];
  readonly score: Score;
  readonly documentScores: readonly DocumentScore[];
  readonly verdict: Verdict;
}
