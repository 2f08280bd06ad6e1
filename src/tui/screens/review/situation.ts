import { SEVERITIES, type Severity } from "../../../core/severity.ts";
import { contains, overlap, type TextSpan, textIn, textSpan } from "../../../core/span.ts";
import { type History, historyOf } from "../../../review/decision.ts";
import type { Entry } from "../../../review/entry.ts";
import {
  type AcceptedRepair,
  acceptedRepairs,
  obstacleTo,
  repairOf,
  type Standing,
  standingsOf,
} from "../../../review/standing.ts";
import { applyRepairs } from "../../../suggest/repair.ts";
import { lineText } from "./edit-line.ts";
import type { State } from "./state.ts";

/** What can be worked out from a state; worked out once, for the keys and for the view. */
export interface Situation {
  readonly state: State;
  readonly history: History;
  readonly standings: readonly Standing[];
  readonly accepted: readonly AcceptedRepair[];
  readonly openCount: number;
  readonly unsavedCount: number;
  /** The finding at the cursor; undefined only where there are no findings at all. */
  readonly current: Current | undefined;
}

/** The finding at the cursor and what is to become of it. */
export interface Current {
  readonly entry: Entry;
  readonly standing: Standing;
  /** What would stand there: written by hand, chosen, accepted before, or the best suggestion. */
  readonly replacement: string | undefined;
  readonly obstacle: AcceptedRepair | undefined;
}

const namesOf = (repairs: readonly AcceptedRepair[]): ReadonlySet<string> =>
  new Set(repairs.map(({ entry, replacement }) => JSON.stringify([entry.fingerprint, entry.occurrence, replacement])));

/** How many accepted repairs were added or taken back since the last saving. */
function unsavedCount({ entries }: State, { saved }: History, accepted: readonly AcceptedRepair[]): number {
  const now = namesOf(accepted);
  const then = namesOf(acceptedRepairs(entries, standingsOf(entries, saved)));
  const added = [...now].filter((name) => !then.has(name)).length;
  return added + [...then].filter((name) => !now.has(name)).length;
}

function replacementFor({ mode, choice }: State, { finding }: Entry, standing: Standing): string | undefined {
  if (mode.kind === "edit") return lineText(mode.line);
  if (choice !== undefined) return finding.suggestions[choice]?.replacement;
  return standing.kind === "accepted" ? standing.replacement : finding.suggestions[0]?.replacement;
}

function currentOf(
  state: State,
  standings: readonly Standing[],
  accepted: readonly AcceptedRepair[],
): Current | undefined {
  const entry = state.entries[state.cursor];
  const standing = standings[state.cursor];
  if (entry === undefined || standing === undefined) return undefined;
  const replacement = replacementFor(state, entry, standing);
  const obstacle = replacement === undefined ? undefined : obstacleTo(entry, replacement, accepted);
  return { entry, standing, replacement, obstacle };
}

/** Works out what there is to know of a state. */
export function situationOf(state: State): Situation {
  const history = historyOf(state.events);
  const standings = standingsOf(state.entries, history.decisions);
  const accepted = acceptedRepairs(state.entries, standings);
  return {
    state,
    history,
    standings,
    accepted,
    openCount: standings.filter(({ kind }) => kind === "open").length,
    unsavedCount: unsavedCount(state, history, accepted),
    current: currentOf(state, standings, accepted),
  };
}

/** How many open findings there are of each severity, gravest first; severities without any are left out. */
export function openBySeverity({ state, standings }: Situation): readonly (readonly [Severity, number])[] {
  const open = state.entries.filter((_, index) => standings[index]?.kind === "open");
  return SEVERITIES.toReversed()
    .map((severity) => [severity, open.filter(({ finding }) => finding.severity === severity).length] as const)
    .filter(([, count]) => count > 0);
}

/** A span of a text, counted from the start of a sentence in it and kept inside the sentence. */
function within(sentence: TextSpan, { start, end }: TextSpan): TextSpan {
  const length = sentence.end - sentence.start;
  const inside = (offset: number): number => Math.min(Math.max(offset - sentence.start, 0), length);
  return textSpan(inside(start), inside(end));
}

/** The sentence of a finding, as it is and as it would be with what is accepted and proposed. */
export interface Comparison {
  readonly original: string;
  readonly flaw: TextSpan;
  readonly corrected: string;
}

/** The current proposal counts unless the finding is ignored or its words are already taken. */
function repairsFor({ accepted, state }: Situation, current: Current): readonly AcceptedRepair[] {
  const { entry, standing, replacement, obstacle } = current;
  const others = accepted.filter((each) => each.entry !== entry && each.entry.pair === entry.pair);
  const isByHand = state.choice !== undefined || state.mode.kind === "edit";
  const isProposed = isByHand || standing.kind === "open" || standing.kind === "accepted";
  if (!isProposed || replacement === undefined || obstacle !== undefined) return others;
  return [...others, { ...repairOf(entry, replacement), entry }];
}

/** The sentence at the cursor, before and after. */
export function comparisonOf(situation: Situation, current: Current): Comparison {
  const { finding, pair } = current.entry;
  const { span } = finding.context;
  const inSentence = repairsFor(situation, current)
    .filter(({ entry }) => overlap(span, entry.finding.target.span) || contains(span, entry.finding.target.span))
    .map((repair) => ({ span: within(span, repair.span), replacement: repair.replacement }));
  const original = textIn(pair.target.text, span);
  return { original, flaw: within(span, finding.target.span), corrected: applyRepairs(original, inSentence) };
}
