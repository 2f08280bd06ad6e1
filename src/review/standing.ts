import { overlap, type TextSpan } from "../core/span.ts";
import { type Repair, repair } from "../suggest/repair.ts";
import type { Decision, Mark, Scope } from "./decision.ts";
import type { Entry } from "./entry.ts";

/** Where a finding stands in a review. `covered`: the repair of another finding takes its words away. */
export type Standing =
  | { readonly kind: "open" }
  | { readonly kind: "accepted"; readonly replacement: string; readonly repair: Repair }
  | { readonly kind: "ignored"; readonly by: "finding" | Scope }
  | { readonly kind: "rejected"; readonly reason: string }
  | { readonly kind: "asked"; readonly note: string }
  | { readonly kind: "covered"; readonly by: Entry };

/** All kinds of standing, in the order people deal with them. */
export const STANDINGS = [
  "open",
  "accepted",
  "ignored",
  "rejected",
  "asked",
  "covered",
] as const satisfies readonly Standing["kind"][];

/** A repair that an editor accepted. */
export interface AcceptedRepair extends Repair {
  readonly entry: Entry;
}

/** The findings of a file, with ways to find them quickly. */
export interface Stock {
  readonly entries: readonly Entry[];
  readonly placeOf: ReadonlyMap<string, number>;
  /** For each finding, those of the same text; itself among them. */
  readonly neighbours: readonly (readonly number[])[];
}

const OPEN: Standing = { kind: "open" };

/** A mark as one word. */
export const nameOf = ({ fingerprint, occurrence }: Mark): string => `${fingerprint}:${occurrence}`;

/** Orders findings so that they are found quickly. */
export function stockOf(entries: readonly Entry[]): Stock {
  const byPair = new Map<Entry["pair"], number[]>();
  const neighbours = entries.map((entry, index) => {
    const group = byPair.get(entry.pair) ?? [];
    group.push(index);
    byPair.set(entry.pair, group);
    return group;
  });
  return { entries, placeOf: new Map(entries.map((entry, index) => [nameOf(entry), index])), neighbours };
}

/** The edit that puts `replacement` in the place of a finding's words. */
export const repairOf = ({ finding, pair }: Entry, replacement: string): Repair =>
  repair(pair.target.text, finding.target.span, replacement);

/** What editors decided, finding by finding and rule by rule. */
export interface Ruling {
  /** The last decision on each finding by itself, with its rank among all decisions. */
  readonly own: ReadonlyMap<number, { readonly decision: Decision; readonly rank: number }>;
  readonly ignoredRules: readonly IgnoredRule[];
}

interface IgnoredRule {
  readonly rule: string;
  readonly scope: Scope;
  readonly document: string;
  /** From this finding on: from the first, where the finding is gone. */
  readonly from: number;
}

/** What decisions say of findings and rules. */
export function rulingOf({ placeOf }: Stock, decisions: readonly Decision[]): Ruling {
  const own = new Map<number, { readonly decision: Decision; readonly rank: number }>();
  const ignoredRules: IgnoredRule[] = [];
  for (const [rank, decision] of decisions.entries()) {
    const place = placeOf.get(nameOf(decision));
    if (decision.kind === "ignored-rule") ignoredRules.push({ ...decision, from: place ?? 0 });
    else if (place !== undefined) own.set(place, { decision, rank });
  }
  return { own, ignoredRules };
}

function ignoringScope({ finding }: Entry, place: number, ignored: readonly IgnoredRule[]): Scope | undefined {
  return ignored.find(
    ({ rule, scope, document, from }) =>
      rule === finding.rule &&
      (scope === "everywhere" || (scope === "document" ? finding.target.document === document : place >= from)),
  )?.scope;
}

function ownStanding(decision: Decision, entry: Entry, repair: Repair): Standing {
  switch (decision.kind) {
    case "accepted":
      return { kind: "accepted", replacement: decision.replacement, repair };
    case "ignored":
      return { kind: "ignored", by: "finding" };
    case "rejected":
      return { kind: "rejected", reason: decision.reason };
    case "asked":
      return { kind: "asked", note: decision.note };
    case "ignored-rule":
      throw new Error(`${entry.finding.rule}: a decision on a rule is none on a finding.`);
  }
}

/** Where the findings of one text stand: repairs are taken in the order they were decided, and cover what they meet. */
export function standingsWithin(
  stock: Stock,
  places: readonly number[],
  { own, ignoredRules }: Ruling,
): ReadonlyMap<number, Standing> {
  const standings = new Map<number, Standing>();
  const taken: AcceptedRepair[] = [];
  const over = (span: TextSpan): Entry | undefined => taken.find((other) => overlap(other.span, span))?.entry;
  const decided = places
    .flatMap((place) => {
      const found = own.get(place);
      return found === undefined ? [] : [{ place, ...found }];
    })
    .sort((a, b) => a.rank - b.rank);
  for (const { place, decision } of decided) {
    const entry = stock.entries[place];
    if (entry === undefined) continue;
    const edit = repairOf(entry, decision.kind === "accepted" ? decision.replacement : "");
    const other = decision.kind === "accepted" ? over(edit.span) : undefined;
    if (other === undefined && decision.kind === "accepted") taken.push({ ...edit, entry });
    standings.set(place, other === undefined ? ownStanding(decision, entry, edit) : { kind: "covered", by: other });
  }
  for (const place of places) {
    const entry = stock.entries[place];
    if (entry === undefined || standings.has(place)) continue;
    const other = over(entry.finding.target.span);
    const scope = ignoringScope(entry, place, ignoredRules);
    if (other !== undefined) standings.set(place, { kind: "covered", by: other });
    else standings.set(place, scope === undefined ? OPEN : { kind: "ignored", by: scope });
  }
  return standings;
}

/** Where each finding of a file stands after some decisions. */
export function standingsIn(stock: Stock, decisions: readonly Decision[]): readonly Standing[] {
  const ruling = rulingOf(stock, decisions);
  const standings: Standing[] = new Array(stock.entries.length).fill(OPEN);
  if (decisions.length === 0) return standings;
  for (const [place, group] of stock.neighbours.entries()) {
    if (group[0] !== place) continue;
    for (const [each, standing] of standingsWithin(stock, group, ruling)) standings[each] = standing;
  }
  return standings;
}

/** Where each finding stands after some decisions, in the order of `entries`. */
export const standingsOf = (entries: readonly Entry[], decisions: readonly Decision[]): readonly Standing[] =>
  standingsIn(stockOf(entries), decisions);

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
