import { type Finding, isOpen } from "../core/finding.ts";
import type { Fault, Score, Verdict } from "../core/report.ts";
import { reaches, type Severity } from "../core/severity.ts";
import { explainFail, explainPass, explainUnjudged } from "./explain.ts";

/** What a text must live up to. What is undefined does not matter. */
export interface Policy {
  readonly failOn: Severity | "never";
  readonly maxFindings: number | undefined;
  /** The least raw quality score. */
  readonly minScore: number | undefined;
  /** The most penalty points per 1,000 words. */
  readonly maxNpt: number | undefined;
  /** The least calibrated quality score. */
  readonly minCqs: number | undefined;
  /** Rules on trial, which never fail the gate. */
  readonly trialRules: ReadonlySet<string>;
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** A summary names so many reasons beside the first, or their number. */
const MOST_REASONS = 3;

/** Whether a baseline left out what it knows. */
const countedIn = (findings: readonly Finding[]): "all" | "new" =>
  findings.some(({ baselineState }) => baselineState !== null) ? "new" : "all";

/** What the scores have against a text. One that is too short has no score to fail by. */
function scoreReasons(score: Score, { minScore, maxNpt, minCqs }: Policy): readonly string[] {
  if (score.kind === "too-short") return [];
  const { rqs, npt, cqs } = score;
  return [
    ...(minScore !== undefined && rqs < minScore
      ? [`a raw quality score of ${rqs.toFixed(1)}, below ${minScore}`]
      : []),
    ...(maxNpt !== undefined && npt > maxNpt
      ? [`${npt.toFixed(1)} penalty points per 1,000 words, more than ${maxNpt}`]
      : []),
    ...(minCqs !== undefined && cqs !== null && cqs < minCqs
      ? [`a calibrated quality score of ${cqs.toFixed(1)}, below ${minCqs}`]
      : []),
  ];
}

function findingReasons(counting: readonly Finding[], { failOn, maxFindings }: Policy): readonly string[] {
  const grave = failOn === "never" ? 0 : counting.filter(({ severity }) => reaches(severity, failOn)).length;
  return [
    ...(grave > 0 ? [`${counted(grave, "finding")} of severity ${failOn} or graver`] : []),
    ...(maxFindings !== undefined && counting.length > maxFindings
      ? [`${counted(counting.length, "finding")}, more than the ${maxFindings} allowed`]
      : []),
  ];
}

/** A document, how it did, and by what it is judged: the policy of all, changed for its file or item. */
export interface JudgedPart {
  readonly name: string;
  readonly findings: readonly Finding[];
  readonly score: Score;
  readonly faults: readonly Fault[];
  readonly policy: Policy;
  /** Limits that are its own, so that all fail where it does. */
  readonly own: Pick<Policy, "maxFindings" | "minScore" | "maxNpt" | "minCqs">;
}

/** Judges documents together: findings by the limits of their documents, count and score by the policy of all. */
export function judgeAll(
  parts: readonly JudgedPart[],
  score: Score,
  faults: readonly Fault[],
  policy: Policy,
): Verdict {
  const findings = parts.flatMap((part) => part.findings);
  const { trialRules } = policy;
  const isOwn = parts.some(
    ({ policy: { failOn }, own }) =>
      failOn !== policy.failOn || Object.values(own).some((limit) => limit !== undefined),
  );
  if (!isOwn) return judge(findings, score, faults, policy);
  const reasons = parts.flatMap((part) => {
    const verdict = judge(part.findings, part.score, part.faults, {
      ...part.own,
      failOn: part.policy.failOn,
      trialRules,
    });
    return verdict.kind === "fail" ? verdict.reasons.map((reason) => `${part.name}: ${reason}`) : [];
  });
  const whole = judge(findings, score, faults, { ...policy, failOn: "never" });
  if (whole.kind === "unjudged" || reasons.length === 0) return whole;
  const [first = "", ...others] = [...reasons, ...(whole.kind === "fail" ? whole.reasons : [])];
  const shown = others.length > MOST_REASONS ? [first, `and ${others.length} more reasons`] : [first, ...others];
  return { kind: "fail", reasons: [first, ...others], summary: explainFail(shown, countedIn(findings)) };
}

/** Judges findings that are not suppressed, and their score, by a policy. Where a part could not be audited there is no verdict. */
export function judge(findings: readonly Finding[], score: Score, faults: readonly Fault[], policy: Policy): Verdict {
  if (faults.length > 0) {
    const reasons = faults.map(({ where, what }) => `${where}: ${what}`);
    return { kind: "unjudged", reasons, summary: explainUnjudged(faults.length) };
  }
  const open = findings.filter(isOpen);
  const counting = open.filter(({ rule }) => !policy.trialRules.has(rule));
  const reasons = [...findingReasons(counting, policy), ...scoreReasons(score, policy)];
  if (reasons.length > 0) {
    return { kind: "fail", reasons, summary: explainFail(reasons, countedIn(findings)) };
  }
  const isScored = [policy.minScore, policy.maxNpt, policy.minCqs].some((limit) => limit !== undefined);
  const shortage = isScored && score.kind === "too-short" ? score : undefined;
  return { kind: "pass", summary: explainPass(open.length, findings.length - open.length, shortage) };
}
