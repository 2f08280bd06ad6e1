import type { Pair } from "../core/document.ts";
import { overlap, type TextSpan } from "../core/span.ts";
import { type Repair, repair } from "../suggest/repair.ts";
import type { Decision, Mark } from "./decision.ts";
import type { Entry } from "./entry.ts";

/** Where a finding stands in a review. `covered`: the repair of another finding takes its words away. */
export type Standing =
  | { readonly kind: "open" }
  | { readonly kind: "accepted"; readonly replacement: string; readonly repair: Repair }
  | { readonly kind: "ignored"; readonly by: "finding" | "rule" }
  | { readonly kind: "covered"; readonly by: Entry };

/** A repair that an editor accepted. */
export interface AcceptedRepair extends Repair {
  readonly entry: Entry;
}

const OPEN: Standing = { kind: "open" };

const nameOf = ({ fingerprint, occurrence }: Mark): string => `${fingerprint}:${occurrence}`;

/** The edit that puts `replacement` in the place of a finding's words. */
export const repairOf = ({ finding, pair }: Entry, replacement: string): Repair =>
  repair(pair.target.text, finding.target.span, replacement);

/** Accepted repairs by the pair they stand in. */
type Taken = Map<Pair, AcceptedRepair[]>;

const repairOver = (taken: Taken, { pair }: Entry, span: TextSpan): AcceptedRepair | undefined =>
  taken.get(pair)?.find((other) => overlap(other.span, span));

/** The last decision on each finding by itself; the order is that of the decisions. */
function ownDecisions(decisions: readonly Decision[]): ReadonlyMap<string, Decision> {
  const own = new Map<string, Decision>();
  for (const decision of decisions) {
    if (decision.kind === "ignored-rule") continue;
    own.delete(nameOf(decision));
    own.set(nameOf(decision), decision);
  }
  return own;
}

/** From which finding on each rule is ignored: all the way, where that finding is gone. */
function ignoredRules(entries: readonly Entry[], decisions: readonly Decision[]): ReadonlyMap<string, number> {
  const places = new Map(entries.map((entry, index) => [nameOf(entry), index]));
  const from = new Map<string, number>();
  for (const decision of decisions) {
    if (decision.kind !== "ignored-rule") continue;
    const place = places.get(nameOf(decision)) ?? 0;
    from.set(decision.rule, Math.min(place, from.get(decision.rule) ?? place));
  }
  return from;
}

/** Takes the accepted repairs in the order they were decided; one that meets an earlier one is covered by it. */
function ownStandings(entries: readonly Entry[], decisions: readonly Decision[], taken: Taken): Map<Entry, Standing> {
  const byName = new Map(entries.map((entry) => [nameOf(entry), entry]));
  const standings = new Map<Entry, Standing>();
  for (const [name, decision] of ownDecisions(decisions)) {
    const entry = byName.get(name);
    if (entry === undefined) continue;
    if (decision.kind !== "accepted") {
      standings.set(entry, { kind: "ignored", by: "finding" });
      continue;
    }
    const edit = repairOf(entry, decision.replacement);
    const other = repairOver(taken, entry, edit.span);
    if (other !== undefined) {
      standings.set(entry, { kind: "covered", by: other.entry });
      continue;
    }
    taken.set(entry.pair, [...(taken.get(entry.pair) ?? []), { ...edit, entry }]);
    standings.set(entry, { kind: "accepted", replacement: decision.replacement, repair: edit });
  }
  return standings;
}

/** Where each finding stands after some decisions, in the order of `entries`. */
export function standingsOf(entries: readonly Entry[], decisions: readonly Decision[]): readonly Standing[] {
  const taken: Taken = new Map();
  const own = ownStandings(entries, decisions, taken);
  const rules = ignoredRules(entries, decisions);
  return entries.map((entry, index) => {
    const standing = own.get(entry);
    if (standing !== undefined) return standing;
    const over = repairOver(taken, entry, entry.finding.target.span);
    if (over !== undefined) return { kind: "covered", by: over.entry };
    const ignoredFrom = rules.get(entry.finding.rule);
    return ignoredFrom !== undefined && index >= ignoredFrom ? { kind: "ignored", by: "rule" } : OPEN;
  });
}

/** The accepted repair of another finding that this replacement would run into, if there is one. */
export function obstacleTo(
  entry: Entry,
  replacement: string,
  accepted: readonly AcceptedRepair[],
): AcceptedRepair | undefined {
  const { span } = repairOf(entry, replacement);
  return accepted.find(
    (other) => other.entry !== entry && other.entry.pair === entry.pair && overlap(other.span, span),
  );
}

/** The accepted repairs of a review, in the order of `entries`. */
export function acceptedRepairs(entries: readonly Entry[], standings: readonly Standing[]): readonly AcceptedRepair[] {
  return entries.flatMap((entry, index) => {
    const standing = standings[index];
    return standing?.kind === "accepted" ? [{ ...standing.repair, entry }] : [];
  });
}
