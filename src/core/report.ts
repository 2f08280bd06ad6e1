import type { Finding, Suppression } from "./finding.ts";
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
  /** SHA-256 (hex) of its bytes. */
  readonly sha256: string;
  readonly documentCount: number;
  readonly wordCount: number;
}

/** How texts were read and judged: all that a second audit must know to find the same. */
export interface AuditSettings {
  readonly only: readonly string[];
  readonly skip: readonly string[];
  readonly sensitivity: string;
  readonly rulesFolder: string | null;
  /** A table of statistics other than the project's own. */
  readonly table: string | null;
  /** SHA-256 (hex) of what a configuration adds: facts, terms, settings of rules and overrides. */
  readonly configuration: string | null;
  readonly leastConfidence: number;
  readonly inputFormat: string | null;
  readonly scope: "article" | "everything";
  readonly sourceLanguage: string | null;
  readonly targetLanguage: string | null;
  readonly asOf: string | null;
  /** Whether findings were left out because nothing had changed where they stand. */
  readonly part: "all" | "changes";
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

/** How many words of a text hardly fit their company, in 1,000, with the 95 % interval of that rate; and how many of edited news. */
export interface DoubtRate {
  readonly count: number;
  readonly wordCount: number;
  readonly perThousand: number;
  readonly low: number;
  readonly high: number;
  readonly editedPerThousand: number;
}

/** What the gate decided. `summary` says it in words, with what to do next; commands stand in it as “misrender …”. */
export type Verdict =
  | { readonly kind: "pass"; readonly summary: string }
  | { readonly kind: "fail"; readonly reasons: readonly string[]; readonly summary: string }
  | { readonly kind: "unjudged"; readonly reasons: readonly string[]; readonly summary: string };

/** The score of one document of an input, and whether it may be published by itself. */
export interface DocumentScore {
  readonly path: string;
  readonly document: string;
  /** The text of its title, where it has one. */
  readonly title: string | null;
  readonly score: Score;
  /** Findings that count, and those that are suppressed. */
  readonly findingCount: number;
  readonly suppressedCount: number;
  readonly verdict: Verdict;
}

/** An ignore or a baseline entry that no longer does anything. */
export interface LapsedSuppression {
  readonly by: Suppression["by"];
  /** The file to change: the text with the comment, the ignore file or the baseline. */
  readonly path: string;
  readonly line: number | null;
  readonly rule: string;
  /** What it speaks of: the file, document, words and fingerprint of a finding, as far as it says. */
  readonly of: {
    readonly path: string | null;
    readonly document: string | null;
    readonly text: string | null;
    readonly fingerprint: string | null;
  };
  readonly reason: string | null;
  readonly expires: string | null;
}

/** What is left over of suppressions: ignores that ignore nothing, baseline entries no longer found, those whose day is over. */
export interface LapsedSuppressions {
  readonly unused: readonly LapsedSuppression[];
  readonly stale: readonly LapsedSuppression[];
  readonly expired: readonly LapsedSuppression[];
}

/** Everything an audit has to say. */
export interface Report {
  readonly schemaVersion: "1";
  readonly tool: { readonly name: string; readonly version: string };
  /** SHA-256 (hex) of the rules, the knowledge and the statistics that judged; the same input and hashes give the same findings. */
  readonly hashes: { readonly rules: string; readonly knowledge: string; readonly statistics: string };
  readonly settings: AuditSettings;
  readonly inputs: readonly Input[];
  /** The rules that raised a finding. */
  readonly rules: readonly RuleSummary[];
  readonly findings: readonly Finding[];
  readonly skippedRules: readonly SkippedRule[];
  readonly faults: readonly Fault[];
  readonly score: Score;
  /** Null where the texts are too short, or nothing looked for such words. */
  readonly doubt: DoubtRate | null;
  readonly documentScores: readonly DocumentScore[];
  readonly suppressions: LapsedSuppressions;
  readonly verdict: Verdict;
}
