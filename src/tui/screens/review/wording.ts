import type { Evidence, Finding } from "../../../core/finding.ts";
import type { Entry } from "../../../review/entry.ts";
import type { Standing } from "../../../review/standing.ts";
import { type Current, openBySeverity, type Situation } from "./situation.ts";

/** Where the finding is: the file and, where a file holds several, the item. */
export function placeOf({ state, current }: Situation): string {
  const item = current?.entry.finding.target.document;
  const name = state.path.split(/[\\/]/u).at(-1);
  return item === undefined || item === name ? state.path : `${state.path} · ${item}`;
}

/** Which finding of how many. */
export const positionOf = ({ state }: Situation): string =>
  state.entries.length === 0 ? "no findings" : `finding ${state.cursor + 1} of ${state.entries.length}`;

/** How many findings are open, and how grave they are. */
export function openOf(situation: Situation): string {
  const counts = openBySeverity(situation).map(([severity, count]) => `${count} ${severity}`);
  return counts.length === 0 ? "none open" : `open: ${counts.join(", ")}`;
}

/** A sign and words for where a finding stands. */
export function standingWords(standing: Standing, entries: readonly Entry[]): readonly [sign: string, words: string] {
  switch (standing.kind) {
    case "open":
      return ["○", "open"];
    case "accepted":
      return ["✓", standing.replacement === "" ? "accepted: leave out" : `accepted: “${standing.replacement}”`];
    case "ignored":
      return ["–", standing.by === "rule" ? "ignored with its rule" : "ignored"];
    case "covered":
      return ["=", `covered by finding ${entries.indexOf(standing.by) + 1}`];
  }
}

/** What kind of flaw it is, and how sure the tool is of it. */
export const kindOf = ({ severity, category, confidence }: Finding): string =>
  `${severity} · ${category} · confidence ${Math.round(confidence * 100)} %`;

/** Why a finding holds, as one line. */
export const evidenceWords = (evidence: Evidence): string =>
  evidence.kind === "fact"
    ? `${evidence.statement} (${evidence.source})`
    : `${evidence.note}: “${evidence.place.text}”, line ${evidence.place.line}`;

/** Words that would be put in; none at all means leaving out. */
export const replacementWords = (replacement: string): string =>
  replacement.trim() === "" ? "(leave out)" : replacement;

/** What the corrected sentence is: a proposal, a decision, or the sentence as it stays. */
export function correctedTitle({ state }: Situation, { entry, standing, replacement, obstacle }: Current): string {
  if (state.mode.kind === "edit") return "Corrected, as you write";
  if (obstacle !== undefined) return `Corrected by finding ${state.entries.indexOf(obstacle.entry) + 1}`;
  const number = entry.finding.suggestions.findIndex((suggestion) => suggestion.replacement === replacement) + 1;
  if (state.choice !== undefined) return `Corrected, suggestion ${number}`;
  if (standing.kind === "accepted") return "Corrected, accepted";
  if (standing.kind === "ignored") return "Ignored, stays as it is";
  return replacement === undefined ? "Corrected: there is no suggestion" : `Corrected, suggestion ${number}`;
}
