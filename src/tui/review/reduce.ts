import type { RuleSummary } from "../../core/report.ts";
import { type FileEvent, sittingAfter, sittingOf, sittingWith } from "../../review/sitting.ts";
import { arrived, moved, nextAfter } from "./cursor.ts";
import { type Editor, type EditStep, edited } from "./editor.ts";
import type { Event } from "./event.ts";
import { filed, itemsOf, type Reading } from "./files.ts";
import { type Arrangement, AS_THEY_STAND, filterRows, type Listing, listingOf, toggled } from "./listing.ts";
import { FINDING, pageOf } from "./mode.ts";
import { type Size, type State, standingAt } from "./state.ts";

/** What a review begins with. */
export interface Beginning {
  readonly readings: readonly Reading[];
  readonly rules: readonly RuleSummary[];
  readonly size: Size;
}

/** Orders the findings anew. */
const listed = (state: Pick<State, "items" | "sitting">, arrangement: Arrangement): Listing =>
  listingOf(state.items, (index) => standingAt(state, index).kind, arrangement);

/** The state at the start, at the first finding that is still open. */
export function start({ readings, rules, size }: Beginning): State {
  const files = readings.map(filed);
  const sitting = sittingOf(files.map(({ progress }) => progress));
  const items = itemsOf(sitting.files);
  const known = { items, sitting };
  const state: State = {
    ...known,
    files: files.map(({ reviewed }) => reviewed),
    rules: new Map(rules.map((rule) => [rule.id, rule])),
    listing: listed(known, AS_THEY_STAND),
    cursor: 0,
    choice: undefined,
    mode: FINDING,
    note: undefined,
    seen: new Uint8Array(items.length),
    raised: new Map(),
    changed: [],
    size,
  };
  return arrived(state, nextAfter(state, -1, (index) => standingAt(state, index).kind === "open") ?? 0);
}

/** A decision moves on to the next open finding below; undoing and redoing move to where the decision was. */
function recorded(state: State, events: readonly FileEvent[]): State {
  const next: State = { ...state, sitting: sittingAfter(state.sitting, events), choice: undefined, note: undefined };
  // What is undone comes in turn, the first decision last.
  const first = events[0]?.event.kind === "undone" ? events.at(-1) : events[0];
  if (first === undefined) return state;
  const { event } = first;
  if (event.kind === "opened") return next;
  if (event.kind === "saved") return { ...next, note: `Saved to ${event.path}.` };
  if (event.kind === "undone" || event.kind === "redone") {
    const { decisions, undone } = state.sitting.files[first.file]?.history ?? { decisions: [], undone: [] };
    const mark = [...decisions, ...undone].find(({ id }) => id === event.decision);
    const place = next.sitting.files[first.file]?.stock.placeOf.get(`${mark?.fingerprint}:${mark?.occurrence}`);
    const index = next.items.findIndex((item) => item.file === first.file && item.place === place);
    return index < 0 ? next : { ...arrived(next, index), note: undefined };
  }
  const isOpen = (index: number): boolean => standingAt(next, index).kind === "open";
  const below = nextAfter(next, next.listing.rankOf[next.cursor] ?? -1, isOpen);
  if (below !== undefined) return arrived(next, below);
  const isDone = next.items.every((_, index) => !isOpen(index));
  return { ...next, note: isDone ? "Every finding is decided." : "No finding after this one is open." };
}

/** The findings of a file read anew take the place of the old ones; decisions find theirs by fingerprint. */
function reread(state: State, file: number, reading: Reading): State {
  const { reviewed, progress } = filed(reading);
  const sitting = sittingWith(state.sitting, file, progress);
  const items = itemsOf(sitting.files);
  const here = state.items[state.cursor];
  const same = items.findIndex((item) => item.file === here?.file && item.entry.fingerprint === here.entry.fingerprint);
  const next: State = {
    ...state,
    files: state.files.with(file, reviewed),
    sitting,
    items,
    listing: listed({ items, sitting }, state.listing),
    seen: new Uint8Array(items.length),
    raised: new Map(),
    changed: state.changed.filter((each) => each !== file),
    mode: pageOf(state.mode),
    cursor: 0,
  };
  return {
    ...arrived(next, Math.max(0, same)),
    note: `${reading.file.path} was read again: ${progress.stock.entries.length} findings; decisions on those that are still there hold.`,
  };
}

/** The cursor stays where it is if it can; else it goes to the nearest finding that is shown. */
function arranged(state: State, arrangement: Partial<Arrangement>): State {
  const listing = listed(state, { ...state.listing, ...arrangement });
  const next: State = { ...state, listing, note: undefined };
  if ((listing.rankOf[state.cursor] ?? -1) >= 0) return next;
  const near = listing.order.find((index) => index >= state.cursor) ?? listing.order.at(-1);
  return near === undefined ? next : arrived(next, near);
}

/** Takes a step of writing in whatever is written at the moment. */
function written(state: State, step: EditStep): State {
  const { mode } = state;
  if (!("editor" in mode)) return state;
  const editor: Editor = edited(mode.editor, step);
  if (mode.kind === "search") return arranged({ ...state, mode: { ...mode, editor } }, { query: editor.text });
  if (mode.kind === "help") return { ...state, mode: { ...mode, editor, scroll: 0 }, note: undefined };
  return { ...state, mode: { ...mode, editor }, note: undefined };
}

function ticked(state: State, index: number): State {
  const row = filterRows(state.items, (each) => standingAt(state, each).kind)[index];
  return row === undefined ? state : arranged(state, { filter: toggled(state.listing.filter, row) });
}

/** The search or the filter is given up: findings are chosen as they were. */
function rearranged(state: State): State {
  const { mode } = state;
  if (mode.kind !== "search" && mode.kind !== "filter") return state;
  const before = mode.kind === "search" ? { query: mode.before.query } : { filter: mode.before };
  return arranged({ ...state, mode: mode.back }, before);
}

function scrolled(state: State, by: number): State {
  const { mode } = state;
  if (mode.kind === "filter") {
    const count = filterRows(state.items, (index) => standingAt(state, index).kind).length;
    return { ...state, mode: { ...mode, row: Math.min(Math.max(0, mode.row + by), count - 1) } };
  }
  if (!("scroll" in mode)) return state;
  const scroll = mode.scroll + by;
  return { ...state, mode: { ...mode, scroll: mode.kind === "document" ? scroll : Math.max(0, scroll) } };
}

/** The state after an event. */
export function reduce(state: State, event: Event): State {
  switch (event.kind) {
    case "moved":
      return moved(state, event.to);
    case "pointed":
      return event.item < state.items.length ? arrived(state, event.item) : state;
    case "chose": {
      const count = state.items[state.cursor]?.entry.finding.suggestions.length ?? 0;
      return event.suggestion < count ? { ...state, choice: event.suggestion, note: undefined } : state;
    }
    case "turned-to":
      return { ...state, mode: event.mode, note: undefined };
    case "scrolled":
      return scrolled(state, event.by);
    case "arranged":
      return arranged(state, event.arrangement);
    case "ticked":
      return ticked(state, event.row);
    case "rearranged":
      return rearranged(state);
    case "recorded":
      return recorded(state, event.events);
    case "reread":
      return reread(state, event.file, event.reading);
    case "changed-on-disk":
      return { ...state, changed: event.files };
    case "raised":
      return { ...state, raised: new Map([...state.raised, [event.item, event.flaws]]) };
    case "resized":
      return { ...state, size: event.size };
    case "told":
      return { ...state, note: event.note };
    case "typed":
    case "pasted":
    case "erased":
    case "caret-moved":
    case "edit-undone":
    case "edit-redone":
      return written(state, event);
  }
}
