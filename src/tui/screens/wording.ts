import type { Evidence, Finding } from "../../core/finding.ts";
import type { Score } from "../../core/report.ts";
import type { Standing } from "../../review/standing.ts";
import type { Current } from "../review/current.ts";
import type { State } from "../review/state.ts";

const SCOPE_WORDS = {
  finding: "ignored",
  onwards: "ignored, its rule from here on",
  document: "ignored, its rule in this document",
  everywhere: "ignored, its rule everywhere",
} as const;

/** Words that would be put in; none at all means leaving out. */
export const replacementWords = (replacement: string): string =>
  replacement.trim() === "" ? "(leave out)" : replacement;

/** A sign for where a finding stands. */
export const standingSign = ({ kind }: Standing): string =>
  ({ open: "○", accepted: "✓", ignored: "–", rejected: "✗", asked: "?", covered: "=" })[kind];

/** Words for where a finding stands. */
export function standingWords(standing: Standing, { items }: State): string {
  switch (standing.kind) {
    case "open":
      return "open";
    case "accepted":
      return "accepted";
    case "ignored":
      return SCOPE_WORDS[standing.by];
    case "rejected":
      return standing.reason === "" ? "wrong flag" : `wrong flag: ${standing.reason}`;
    case "asked":
      return `source desk: ${standing.note}`;
    case "covered":
      return `covered by finding ${items.findIndex(({ entry }) => entry === standing.by) + 1}`;
  }
}

/** Standings as a filter names them. */
export const STANDING_NAMES: Readonly<Record<Standing["kind"], string>> = {
  open: "open",
  accepted: "accepted",
  ignored: "ignored",
  rejected: "wrong flag",
  asked: "waiting for the source desk",
  covered: "covered by another repair",
};

/** What kind of flaw it is, and how sure the tool is of it. */
export const kindOf = ({ severity, category, confidence }: Finding): string =>
  `${severity} · ${category} · ${Math.round(confidence * 100)} % sure`;

/** Why a finding holds: a label and a line. */
export const evidenceWords = (evidence: Evidence): readonly [label: string, words: string] =>
  evidence.kind === "fact"
    ? ["Fact", `${evidence.statement} (${evidence.source})`]
    : ["Beside", `${evidence.note}: “${evidence.place.text}”, line ${evidence.place.line}`];

/** What the corrected sentence is: a proposal, a decision, or the sentence as it stays. */
export function correctedTitle({ choice, mode, items }: State, current: Current): string {
  const { entry, standing, replacement, obstacle } = current;
  const { suggestions } = entry.finding;
  if (mode.kind === "edit" && mode.purpose === "repair") return "Corrected · as you write";
  if (obstacle !== undefined)
    return `Corrected · by finding ${items.findIndex((item) => item.entry === obstacle.entry) + 1}`;
  const number = suggestions.findIndex((suggestion) => suggestion.replacement === replacement) + 1;
  const which = `suggestion ${number} of ${suggestions.length}`;
  if (choice !== undefined) return `Corrected · ${which}`;
  switch (standing.kind) {
    case "accepted":
      return "Corrected · accepted";
    case "ignored":
      return "Stays as it is · ignored";
    case "rejected":
      return "Stays as it is · wrong flag";
    case "covered":
      return "Corrected · by another repair";
    case "open":
    case "asked":
      return replacement === undefined ? "Stays as it is · no suggestion" : `Corrected · ${which}`;
  }
}

/** A score by its name. */
export const scoreWords = (score: Score): string =>
  score.kind === "score" ? `RQS ${score.rqs.toFixed(1)}` : "too short for a score";

/** “1 finding”, “2 findings”. */
export const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
