/** Which finding is meant: the fingerprint, and how many findings before it in the file share it. */
export interface Mark {
  readonly fingerprint: string;
  readonly occurrence: number;
}

/** When a fact was noted, the name by which later facts speak of it, and the name of those that came in one go. */
export interface Stamp {
  readonly id: string;
  readonly time: string;
  readonly batch: string;
}

/** How far a rule is ignored: from a finding on, in the finding's document, or in all texts. */
export const SCOPES = ["onwards", "document", "everywhere"] as const;
export type Scope = (typeof SCOPES)[number];

type DecisionFact =
  | ({ readonly kind: "accepted"; readonly replacement: string } & Mark)
  | ({ readonly kind: "ignored" } & Mark)
  /** The flag is wrong: the text is right as it stands. */
  | ({ readonly kind: "rejected"; readonly reason: string } & Mark)
  /** The source desk is asked; the finding waits for its answer. */
  | ({ readonly kind: "asked"; readonly note: string } & Mark)
  /** The rule is ignored, but for findings decided by themselves. */
  | ({ readonly kind: "ignored-rule"; readonly rule: string; readonly scope: Scope; readonly document: string } & Mark);

/** What an editor did, before it is stamped. */
export type Fact =
  | DecisionFact
  | { readonly kind: "undone"; readonly decision: string }
  | { readonly kind: "redone"; readonly decision: string };

/** What an editor decided on a finding, or on a rule. */
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
export const stamped = <Any extends Fact | Saving>(fact: Any, { id, time, batch }: Stamp): Any & Stamp => ({
  ...fact,
  id,
  time,
  batch,
});
