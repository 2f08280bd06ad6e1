import type { Decision, ReviewEvent } from "./decision.ts";
import { type History, historyAfter, historyOf } from "./history.ts";
import { nameOf, rulingOf, type Standing, type Stock, standingsIn, standingsWithin } from "./standing.ts";

/** How far the review of one file has come. */
export interface Progress {
  readonly stock: Stock;
  readonly history: History;
  readonly standings: readonly Standing[];
  /** Where each finding stood when the file was last saved. */
  readonly saved: readonly Standing[];
}

/** The progress after all events of a journal. */
export function progressOf(stock: Stock, events: readonly ReviewEvent[]): Progress {
  const history = historyOf(events);
  return {
    stock,
    history,
    standings: standingsIn(stock, history.decisions),
    saved: standingsIn(stock, history.saved),
  };
}

/** Decisions by their names: those of a history that events undo or redo. */
function decisionsById({ decisions, undone }: History): ReadonlyMap<string, Decision> {
  return new Map([...decisions, ...undone].map((decision) => [decision.id, decision]));
}

/** The findings that events may move; undefined where that may be any. */
function placesMoved({ stock, history }: Progress, events: readonly ReviewEvent[]): readonly number[] | undefined {
  const places = new Set<number>();
  const turnsBack = events.some(({ kind }) => kind === "undone" || kind === "redone");
  const known = turnsBack ? decisionsById(history) : new Map<string, Decision>();
  for (const event of events) {
    if (event.kind === "opened" || event.kind === "ignored-rule") return undefined;
    if (event.kind === "saved") continue;
    const isDecision = event.kind !== "undone" && event.kind !== "redone";
    const decision = isDecision ? event : known.get(event.decision);
    if (decision === undefined || decision.kind === "ignored-rule") return undefined;
    const place = stock.placeOf.get(nameOf(decision));
    if (place !== undefined) for (const each of stock.neighbours[place] ?? []) places.add(each);
  }
  return [...places].sort((a, b) => a - b);
}

/** The standings of some findings, worked out anew; those of all others are kept. */
function standingsMoved(progress: Progress, history: History, places: readonly number[]): readonly Standing[] {
  const { stock } = progress;
  const fingerprints = new Set(places.map((place) => stock.entries[place]?.fingerprint));
  const ruling = rulingOf(
    stock,
    history.decisions.filter(({ kind, fingerprint }) => kind === "ignored-rule" || fingerprints.has(fingerprint)),
  );
  const standings = [...progress.standings];
  const isDone = new Set<readonly number[]>();
  for (const place of places) {
    const group = stock.neighbours[place] ?? [];
    if (isDone.has(group)) continue;
    isDone.add(group);
    for (const [each, standing] of standingsWithin(stock, group, ruling)) standings[each] = standing;
  }
  return standings;
}

/** The progress after more events: only the texts they speak of are looked at again. */
export function progressAfter(progress: Progress, events: readonly ReviewEvent[]): Progress {
  const history = historyAfter(progress.history, events);
  const places = placesMoved(progress, events);
  const standings =
    places === undefined ? standingsIn(progress.stock, history.decisions) : standingsMoved(progress, history, places);
  if (events.some(({ kind }) => kind === "opened"))
    return { ...progress, history, standings, saved: standingsIn(progress.stock, history.saved) };
  return { ...progress, history, standings, saved: events.at(-1)?.kind === "saved" ? standings : progress.saved };
}

const replacementIn = (standing: Standing | undefined): string | undefined =>
  standing?.kind === "accepted" ? standing.replacement : undefined;

/** How many accepted repairs were added, changed or taken back since the last saving. */
export function unsavedCount({ standings, saved }: Progress): number {
  let count = 0;
  for (const [place, standing] of standings.entries())
    if (standing !== saved[place] && replacementIn(standing) !== replacementIn(saved[place])) count += 1;
  return count;
}
