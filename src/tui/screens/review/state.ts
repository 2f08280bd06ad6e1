import type { SourceFile } from "../../../core/document.ts";
import type { Finding } from "../../../core/finding.ts";
import type { RuleSummary } from "../../../core/report.ts";
import { decisionsOf, type Mark, type ReviewEvent } from "../../../review/decision.ts";
import { type Entry, entriesOf, isMarked } from "../../../review/entry.ts";
import { standingsOf } from "../../../review/standing.ts";
import { type EditLine, type EditStep, edited } from "./edit-line.ts";

/** What the screen is for at the moment. `left`: the review is over. */
export type Mode =
  | { readonly kind: "review" }
  | { readonly kind: "edit"; readonly line: EditLine }
  | { readonly kind: "list" }
  | { readonly kind: "help" }
  | { readonly kind: "quit" }
  | { readonly kind: "left" };

export type Direction = "next" | "previous" | "next-open" | "previous-open" | "first" | "last";

/** Something that happened on the screen. */
export type Event =
  | { readonly kind: "moved"; readonly to: Direction }
  | { readonly kind: "chose"; readonly suggestion: number }
  | { readonly kind: "turned-to"; readonly mode: Mode }
  | { readonly kind: "recorded"; readonly event: ReviewEvent }
  | { readonly kind: "told"; readonly note: string }
  | EditStep;

/** A review under way. All that can be worked out from this is in `situation.ts`. */
export interface State {
  readonly path: string;
  readonly entries: readonly Entry[];
  readonly rules: ReadonlyMap<string, RuleSummary>;
  readonly events: readonly ReviewEvent[];
  readonly cursor: number;
  /** The suggestion chosen by hand for the finding at the cursor. */
  readonly choice: number | undefined;
  readonly mode: Mode;
  readonly note: string | undefined;
}

/** What a review begins with. */
export interface Beginning {
  readonly file: SourceFile;
  readonly findings: readonly Finding[];
  readonly rules: readonly RuleSummary[];
  readonly events: readonly ReviewEvent[];
}

export const REVIEW: Mode = { kind: "review" };

type Test = (index: number) => boolean;

function firstFrom(from: number, count: number, isWanted: Test): number | undefined {
  for (let index = Math.max(0, from); index < count; index += 1) if (isWanted(index)) return index;
  return undefined;
}

function lastUpTo(from: number, isWanted: Test): number | undefined {
  for (let index = from; index >= 0; index -= 1) if (isWanted(index)) return index;
  return undefined;
}

function openTest({ entries, events }: Pick<State, "entries" | "events">): Test {
  const standings = standingsOf(entries, decisionsOf(events));
  return (index) => standings[index]?.kind === "open";
}

/** The state at the start, at the first finding that is still open. */
export function start({ file, findings, rules, events }: Beginning): State {
  const entries = entriesOf(file, findings);
  return {
    path: file.path,
    entries,
    rules: new Map(rules.map((rule) => [rule.id, rule])),
    events,
    cursor: firstFrom(0, entries.length, openTest({ entries, events })) ?? 0,
    choice: undefined,
    mode: REVIEW,
    note: undefined,
  };
}

const at = (state: State, cursor: number): State => ({ ...state, cursor, choice: undefined, note: undefined });

function moved(state: State, to: Direction): State {
  const { cursor, entries } = state;
  const end = Math.max(0, entries.length - 1);
  switch (to) {
    case "next":
      return at(state, Math.min(cursor + 1, end));
    case "previous":
      return at(state, Math.max(cursor - 1, 0));
    case "first":
      return at(state, 0);
    case "last":
      return at(state, end);
    case "next-open": {
      const next = firstFrom(cursor + 1, entries.length, openTest(state));
      return next === undefined ? { ...state, note: "No finding after this one is open." } : at(state, next);
    }
    case "previous-open": {
      const previous = lastUpTo(cursor - 1, openTest(state));
      return previous === undefined ? { ...state, note: "No finding before this one is open." } : at(state, previous);
    }
  }
}

/** A decision moves on to the next open finding below; undoing and redoing move to where the decision was. */
function recorded(state: State, event: ReviewEvent): State {
  const events = [...state.events, event];
  const next = { ...state, events, choice: undefined, note: undefined };
  if (event.kind === "opened") return next;
  if (event.kind === "saved") return { ...next, note: `Saved to ${event.path}.` };
  if (event.kind === "undone" || event.kind === "redone") {
    const decision = state.events.find((each) => "id" in each && each.id === event.decision);
    return decision !== undefined && "fingerprint" in decision ? at(next, placeOf(next, decision)) : next;
  }
  const isOpen = openTest(next);
  const below = firstFrom(state.cursor + 1, state.entries.length, isOpen);
  if (below !== undefined) return at(next, below);
  const isDone = lastUpTo(state.cursor, isOpen) === undefined;
  return { ...next, note: isDone ? "Every finding is decided." : "No finding after this one is open." };
}

function placeOf({ entries, cursor }: State, mark: Mark): number {
  const place = entries.findIndex((entry) => isMarked(entry, mark));
  return place < 0 ? cursor : place;
}

/** The state after an event. */
export function reduce(state: State, event: Event): State {
  switch (event.kind) {
    case "moved":
      return moved(state, event.to);
    case "chose": {
      const count = state.entries[state.cursor]?.finding.suggestions.length ?? 0;
      return event.suggestion < count ? { ...state, choice: event.suggestion, note: undefined } : state;
    }
    case "turned-to":
      return { ...state, mode: event.mode, note: undefined };
    case "recorded":
      return recorded(state, event.event);
    case "told":
      return { ...state, note: event.note };
    case "typed":
    case "erased":
    case "caret-moved": {
      const { mode } = state;
      return mode.kind === "edit"
        ? { ...state, mode: { kind: "edit", line: edited(mode.line, event) }, note: undefined }
        : state;
    }
  }
}
