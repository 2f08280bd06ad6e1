/** Which finding is meant: the fingerprint, and how many findings before it in the file share it. */
export interface Mark {
  readonly fingerprint: string;
  readonly occurrence: number;
}

/** When a fact was noted, and the name by which later facts speak of it. Both come from outside. */
export interface Stamp {
  readonly id: string;
  readonly time: string;
}

type DecisionFact =
  | ({ readonly kind: "accepted"; readonly replacement: string } & Mark)
  | ({ readonly kind: "ignored" } & Mark)
  /** The rule is ignored from this finding on, but for findings decided by themselves. */
  | ({ readonly kind: "ignored-rule"; readonly rule: string } & Mark);

/** What an editor did, before it is stamped. */
export type Fact =
  | DecisionFact
  | { readonly kind: "undone"; readonly decision: string }
  | { readonly kind: "redone"; readonly decision: string };

/** What an editor decided on a finding, or on a rule from a finding on. */
export type Decision = DecisionFact & Stamp;

/** The file as it was when a review began. `hash` is of its bytes. */
export interface Opening {
  readonly kind: "opened";
  readonly file: string;
  readonly hash: string;
}

/** The accepted replacements were written to `path`: into the file under review itself, or into a copy. */
export interface Saving {
  readonly kind: "saved";
  readonly path: string;
  readonly to: "file" | "copy";
}

/** All that happens in a review, in the order it happened. Nothing is ever taken back; undoing is an event too. */
export type ReviewEvent = (Fact & Stamp) | (Saving & Stamp) | Opening;

/** A fact or a saving with its stamp. */
export const stamped = <Any extends Fact | Saving>(fact: Any, { id, time }: Stamp): Any & Stamp => ({
  ...fact,
  id,
  time,
});

/** What a review has come to: decisions that hold, those undone (the last of them is redone first), those saved. */
export interface History {
  readonly decisions: readonly Decision[];
  readonly undone: readonly Decision[];
  readonly saved: readonly Decision[];
  readonly opening: Opening | undefined;
  /** What was last saved into the file itself: when the file comes back changed, this is in it. */
  readonly settling: readonly Decision[] | undefined;
}

const NOTHING: History = { decisions: [], undone: [], saved: [], opening: undefined, settling: undefined };

const sameFingerprintBefore = (mark: Mark, other: Mark): boolean =>
  other.fingerprint === mark.fingerprint && other.occurrence < mark.occurrence;

/** Accepted replacements that now stand in the file are history; what is left is counted without their findings. */
function settled(decisions: readonly Decision[], inFile: readonly Decision[]): readonly Decision[] {
  const gone = inFile.filter(({ kind }) => kind === "accepted");
  const names = new Set(gone.map(({ id }) => id));
  return decisions
    .filter(({ id }) => !names.has(id))
    .map((decision) => {
      const shift = gone.filter((other) => sameFingerprintBefore(decision, other)).length;
      return { ...decision, occurrence: decision.occurrence - shift };
    });
}

function afterOpening(history: History, opening: Opening): History {
  const { decisions, settling } = history;
  if (history.opening === undefined) return { ...history, opening };
  if (history.opening.hash === opening.hash) {
    const isPutBack = settling !== undefined;
    return isPutBack ? { ...history, opening, saved: [], settling: undefined } : { ...history, opening };
  }
  const carried = settling === undefined ? decisions : settled(decisions, settling);
  return { decisions: carried, undone: [], saved: [], opening, settling: undefined };
}

function afterSaving(history: History, { to }: Saving): History {
  const { decisions, settling } = history;
  return { ...history, saved: decisions, settling: to === "file" ? decisions : settling };
}

function after(history: History, event: ReviewEvent): History {
  const { decisions, undone } = history;
  switch (event.kind) {
    case "accepted":
    case "ignored":
    case "ignored-rule":
      return { ...history, decisions: [...decisions, event], undone: [] };
    case "undone": {
      const last = decisions.find(({ id }) => id === event.decision);
      if (last === undefined) return history;
      return { ...history, decisions: decisions.filter((each) => each !== last), undone: [...undone, last] };
    }
    case "redone": {
      const again = undone.find(({ id }) => id === event.decision);
      if (again === undefined) return history;
      return { ...history, decisions: [...decisions, again], undone: undone.filter((each) => each !== again) };
    }
    case "saved":
      return afterSaving(history, event);
    case "opened":
      return afterOpening(history, event);
  }
}

/** What a review has come to after these events. */
export const historyOf = (events: readonly ReviewEvent[]): History => events.reduce(after, NOTHING);

/** The decisions that hold after these events, oldest first. */
export const decisionsOf = (events: readonly ReviewEvent[]): readonly Decision[] => historyOf(events).decisions;
