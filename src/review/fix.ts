import type { SourceFile } from "../core/document.ts";
import { type Finding, isOpen, type Suggestion } from "../core/finding.ts";
import { ok, type Result } from "../core/result.ts";
import { SEVERITY_POINTS } from "../core/severity.ts";
import { applyDecisions } from "./apply.ts";
import { type Decision, stamped } from "./decision.ts";
import { type Entry, entriesOf } from "./entry.ts";
import { acceptedRepairs, standingsOf } from "./standing.ts";

/** Which suggestions are applied without asking: those marked safe, or the best of every finding. */
export type FixReach = "safe" | "best";

/** A text of a file, read and judged. */
export interface JudgedText {
  readonly file: SourceFile;
  readonly findings: readonly Finding[];
}

/** Reads and judges a text of the file that is being fixed. */
export type JudgeText = (text: string) => Result<JudgedText>;

/** A finding whose repair now stands in the text. Its place is where it was found. */
export interface AppliedFix {
  readonly finding: Finding;
  readonly replacement: string;
}

/** A text after its repairs. */
export interface FixedText {
  readonly text: string;
  readonly applied: readonly AppliedFix[];
  /** Findings whose repair would have raised another finding, and so was not made. */
  readonly refused: readonly Finding[];
  readonly remaining: readonly Finding[];
}

/** A repair may lay bare the next one; texts are gone through until nothing changes, but not for ever. */
const MOST_PASSES = 10;

/** A repair that is meant to be made. */
interface Plan {
  readonly entry: Entry;
  readonly decision: Decision;
}

const chosenSuggestion = ({ suggestions }: Finding, reach: FixReach): Suggestion | undefined =>
  reach === "best" ? suggestions[0] : suggestions.find(({ safety }) => safety === "safe");

const weight = ({ finding }: Entry): number => SEVERITY_POINTS[finding.severity] * 10 + finding.confidence;

/** The repairs to make, the graver and surer finding first: where two overlap, the first is made. */
function plansFor({ file, findings }: JudgedText, reach: FixReach): readonly Plan[] {
  return entriesOf(file, findings)
    .filter(({ finding }) => isOpen(finding))
    .sort((a, b) => weight(b) - weight(a))
    .flatMap((entry, index) => {
      const suggestion = chosenSuggestion(entry.finding, reach);
      if (suggestion === undefined) return [];
      const { fingerprint, occurrence } = entry;
      const fact = { kind: "accepted", replacement: suggestion.replacement, fingerprint, occurrence } as const;
      return [{ entry, decision: stamped(fact, { id: String(index), time: "", batch: String(index) }) }];
    });
}

const keyOf = ({ rule, target }: Finding): string => JSON.stringify([target.document, rule, target.text]);

/** Findings that were not there before, or not as often. */
function raised(before: readonly Finding[], after: readonly Finding[]): readonly Finding[] {
  const counts = new Map<string, number>();
  for (const finding of before) counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1);
  return after.filter((finding) => {
    const left = counts.get(keyOf(finding)) ?? 0;
    counts.set(keyOf(finding), left - 1);
    return left <= 0;
  });
}

/** The repairs that may have raised a finding: those in its text, else in its document, else all. */
function suspects(plans: readonly Plan[], finding: Finding): readonly Plan[] {
  const inDocument = plans.filter(({ entry }) => entry.finding.target.document === finding.target.document);
  const inPair = inDocument.filter(({ entry }) => entry.finding.target.pair === finding.target.pair);
  return [inPair, inDocument, plans].find(({ length }) => length > 0) ?? [];
}

interface Pass {
  readonly judged: JudgedText;
  readonly applied: readonly AppliedFix[];
  readonly refused: readonly Finding[];
}

/** Makes the planned repairs, but for those that make matters worse. */
function makeRepairs(judged: JudgedText, planned: readonly Plan[], judge: JudgeText): Pass {
  const { file, findings } = judged;
  const refused: Finding[] = [];
  let plans = planned;
  while (plans.length > 0) {
    const decisions = plans.map(({ decision }) => decision);
    const text = applyDecisions(file, findings, decisions);
    const after = judge(text);
    const worse = after.kind === "ok" ? raised(findings, after.value.findings) : undefined;
    if (after.kind === "ok" && worse?.length === 0) {
      const entries = entriesOf(file, findings);
      const made = acceptedRepairs(entries, standingsOf(entries, decisions));
      const replacements = new Map(plans.map(({ entry, decision }) => [markOf(entry), replacementOf(decision)]));
      const applied = made.map(({ entry }) => ({
        finding: entry.finding,
        replacement: replacements.get(markOf(entry)) ?? "",
      }));
      return { judged: after.value, applied, refused };
    }
    const guilty = new Set(worse === undefined ? plans : worse.flatMap((finding) => suspects(plans, finding)));
    refused.push(...[...guilty].map(({ entry }) => entry.finding));
    plans = plans.filter((plan) => !guilty.has(plan));
  }
  return { judged, applied: [], refused };
}

const markOf = ({ fingerprint, occurrence }: Entry): string => `${fingerprint}:${occurrence}`;
const replacementOf = (decision: Decision): string => (decision.kind === "accepted" ? decision.replacement : "");

/**
 * Applies suggestions until none is left that may be applied. The text is judged again after each pass;
 * a repair that raises a new finding is taken back. Fixing a fixed text changes nothing.
 */
export function fixText(text: string, judge: JudgeText, reach: FixReach): Result<FixedText> {
  const first = judge(text);
  if (first.kind === "problem") return first;
  let judged = first.value;
  const applied: AppliedFix[] = [];
  let refused: readonly Finding[] = [];
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const made = makeRepairs(judged, plansFor(judged, reach), judge);
    refused = made.refused;
    if (made.applied.length === 0) break;
    judged = made.judged;
    applied.push(...made.applied);
  }
  return ok({ text: judged.file.text, applied, refused, remaining: judged.findings.filter(isOpen) });
}
