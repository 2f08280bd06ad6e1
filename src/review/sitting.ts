import type { ReviewEvent, Stamp } from "./decision.ts";
import { type Progress, progressAfter } from "./progress.ts";

/** A decision in the journal of one of the files. */
export interface Recorded {
  readonly file: number;
  readonly decision: string;
}

/** What was decided in one go; it is undone and redone as a whole. */
export interface Batch {
  readonly id: string;
  readonly parts: readonly Recorded[];
}

/** An event in the journal of one of the files. */
export interface FileEvent {
  readonly file: number;
  readonly event: ReviewEvent;
}

/** Several files under review at once, with one order of all decisions. */
export interface Sitting {
  readonly files: readonly Progress[];
  readonly done: readonly Batch[];
  /** The last of them is redone first. */
  readonly undone: readonly Batch[];
}

/** Puts parts into batches; those of one name that follow each other are one. */
function batches(parts: readonly (Recorded & Pick<Stamp, "batch">)[]): readonly Batch[] {
  const made: { readonly id: string; readonly parts: Recorded[] }[] = [];
  for (const { batch, file, decision } of parts) {
    const last = made.at(-1);
    if (last?.id === batch) last.parts.push({ file, decision });
    else made.push({ id: batch, parts: [{ file, decision }] });
  }
  return made;
}

/** The sitting that the journals of all files tell of together. */
export function sittingOf(files: readonly Progress[]): Sitting {
  const inOrder = (kind: "decisions" | "undone") =>
    files
      .flatMap(({ history }, file) => history[kind].map(({ id, time, batch }) => ({ file, decision: id, time, batch })))
      .sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
  return { files, done: batches(inOrder("decisions")), undone: batches(inOrder("undone").toReversed()) };
}

function eventsOf(events: readonly FileEvent[], file: number): readonly ReviewEvent[] {
  return events.filter((each) => each.file === file).map(({ event }) => event);
}

/** Moves a batch between the lists of what is done and what is undone. */
function shifted(from: readonly Batch[], to: readonly Batch[], names: ReadonlySet<string>) {
  const moved = from.filter(({ parts }) => parts.some(({ decision }) => names.has(decision)));
  return { from: moved.length === 0 ? from : from.filter((batch) => !moved.includes(batch)), to: [...to, ...moved] };
}

/** The sitting after events that were recorded in one go: decisions, or undoings, or redoings. */
export function sittingAfter(sitting: Sitting, events: readonly FileEvent[]): Sitting {
  const touched = new Set(events.map(({ file }) => file));
  const files = sitting.files.map((progress, file) =>
    touched.has(file) ? progressAfter(progress, eventsOf(events, file)) : progress,
  );
  const named = (kind: "undone" | "redone"): ReadonlySet<string> =>
    new Set(events.flatMap(({ event }) => (event.kind === kind ? [event.decision] : [])));
  const back = shifted(sitting.done, sitting.undone, named("undone"));
  const again = shifted(back.to, back.from, named("redone"));
  const decided = events.flatMap(({ file, event }) =>
    "fingerprint" in event ? [{ file, decision: event.id, batch: event.batch }] : [],
  );
  if (decided.length === 0) return { files, done: again.to, undone: again.from };
  return { files, done: [...again.to, ...batches(decided)], undone: [] };
}

/** The sitting with one file read anew. */
export const sittingWith = (sitting: Sitting, file: number, progress: Progress): Sitting =>
  sittingOf(sitting.files.with(file, progress));
