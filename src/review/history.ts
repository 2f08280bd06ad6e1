import type { Decision, Opening, ReviewEvent } from "./decision.ts";

/** What a review has come to: decisions that hold, those undone (the last of them is redone first), those saved. */
export interface History {
  readonly decisions: readonly Decision[];
  readonly undone: readonly Decision[];
  readonly saved: readonly Decision[];
  readonly opening: Opening | undefined;
  /** What was last saved into the file itself: when the file comes back changed, this is in it. */
  readonly settling: readonly Decision[] | undefined;
}

/** A review in which nothing has happened yet. */
export const NO_HISTORY: History = { decisions: [], undone: [], saved: [], opening: undefined, settling: undefined };

/** A history while events are added to it: its lists may grow, but not those it began with. */
type Draft = { -readonly [Key in keyof History]: History[Key] } & { decisions: Decision[]; undone: Decision[] };

/** Accepted replacements that now stand in the file are history; what is left is counted without their findings. */
function settled(decisions: readonly Decision[], inFile: readonly Decision[]): Decision[] {
  const gone = inFile.filter(({ kind }) => kind === "accepted");
  const names = new Set(gone.map(({ id }) => id));
  const goneAt = new Map<string, number[]>();
  for (const { fingerprint, occurrence } of gone)
    goneAt.set(fingerprint, [...(goneAt.get(fingerprint) ?? []), occurrence]);
  return decisions
    .filter(({ id }) => !names.has(id))
    .map((decision) => {
      const before = goneAt.get(decision.fingerprint)?.filter((occurrence) => occurrence < decision.occurrence);
      return before === undefined ? decision : { ...decision, occurrence: decision.occurrence - before.length };
    });
}

function open(draft: Draft, opening: Opening): void {
  const { settling } = draft;
  const before = draft.opening;
  draft.opening = opening;
  if (before === undefined) return;
  if (before.hash === opening.hash) {
    if (settling !== undefined) draft.saved = [];
  } else {
    if (settling !== undefined) draft.decisions = settled(draft.decisions, settling);
    draft.undone = [];
    draft.saved = [];
  }
  draft.settling = undefined;
}

/** Takes a decision out of a list; it is most often near the end. */
function takeFrom(decisions: Decision[], id: string): Decision | undefined {
  const place = decisions.findLastIndex((decision) => decision.id === id);
  return place < 0 ? undefined : decisions.splice(place, 1)[0];
}

function add(draft: Draft, event: ReviewEvent): void {
  switch (event.kind) {
    case "accepted":
    case "ignored":
    case "rejected":
    case "asked":
    case "ignored-rule":
      draft.decisions.push(event);
      draft.undone = [];
      return;
    case "undone": {
      const last = takeFrom(draft.decisions, event.decision);
      if (last !== undefined) draft.undone.push(last);
      return;
    }
    case "redone": {
      const again = takeFrom(draft.undone, event.decision);
      if (again !== undefined) draft.decisions.push(again);
      return;
    }
    case "saved":
      draft.saved = [...draft.decisions];
      if (event.to === "file") draft.settling = draft.saved;
      return;
    case "opened":
      open(draft, event);
  }
}

/** What a review has come to after more events. */
export function historyAfter(history: History, events: readonly ReviewEvent[]): History {
  const draft: Draft = { ...history, decisions: [...history.decisions], undone: [...history.undone] };
  for (const event of events) add(draft, event);
  return draft;
}

/** What a review has come to after these events. */
export const historyOf = (events: readonly ReviewEvent[]): History => historyAfter(NO_HISTORY, events);

/** The decisions that hold after these events, oldest first. */
export const decisionsOf = (events: readonly ReviewEvent[]): readonly Decision[] => historyOf(events).decisions;
