import { type Finding, isOpen } from "../core/finding.ts";
import type { Fault, Score, Verdict } from "../core/report.ts";
import { reaches, type Severity } from "../core/severity.ts";
import { explainFail, explainPass, explainUnjudged } from "./explain.ts";

/** What a text must live up to. */
export interface Policy {
  readonly failOn: Severity | "never";
  /** The least raw quality score. */
  readonly minScore: number | undefined;
  readonly maxFindings: number | undefined;
  /** Rules on trial, which never fail the gate. */
  readonly trialRules: ReadonlySet<string>;
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

function reasonsToFail(counting: readonly Finding[], score: Score, policy: Policy): readonly string[] {
  const { failOn, minScore, maxFindings } = policy;
  const reasons: string[] = [];
  if (failOn !== "never") {
    const grave = counting.filter(({ severity }) => reaches(severity, failOn)).length;
    if (grave > 0) reasons.push(`${counted(grave, "finding")} of severity ${failOn} or graver`);
  }
  if (maxFindings !== undefined && counting.length > maxFindings)
    reasons.push(`${counted(counting.length, "finding")}, more than the ${maxFindings} allowed`);
  if (minScore !== undefined && score.kind === "score" && score.rqs < minScore)
    reasons.push(`a raw quality score of ${score.rqs.toFixed(1)}, below ${minScore}`);
  return reasons;
}

/** Judges findings that are not suppressed, and their score, by a policy. Where a part could not be audited there is no verdict. */
export function judge(findings: readonly Finding[], score: Score, faults: readonly Fault[], policy: Policy): Verdict {
  const open = findings.filter(isOpen);
  const reasons = reasonsToFail(
    open.filter(({ rule }) => !policy.trialRules.has(rule)),
    score,
    policy,
  );
  if (faults.length > 0)
    return {
      kind: "unjudged",
      reasons: faults.map(({ where, what }) => `${where}: ${what}`),
      summary: explainUnjudged(faults.length),
    };
  if (reasons.length > 0) return { kind: "fail", reasons, summary: explainFail(reasons) };
  return { kind: "pass", summary: explainPass(open.length, findings.length - open.length) };
}
