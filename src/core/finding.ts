import type { Category } from "./mqm.ts";
import type { Severity } from "./severity.ts";
import type { FileSpan, TextSpan } from "./span.ts";

/** Where a stretch of text stands: in its document, in its segment and in its file. Lines and columns count from 1. */
export interface Place {
  readonly path: string;
  readonly document: string;
  readonly pair: string;
  readonly span: TextSpan;
  readonly file: FileSpan;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  /** The column after the last character. */
  readonly endColumn: number;
  readonly text: string;
}

/** Why a finding holds: a fact with its source, or another place in the text. */
export type Evidence =
  | { readonly kind: "fact"; readonly statement: string; readonly source: string }
  | { readonly kind: "place"; readonly note: string; readonly place: Place };

/** `safe`: there is one possible repair. `ask`: a person decides. */
export type Safety = "safe" | "ask";

/** A text that would stand in the place of the finding's span. */
export interface Suggestion {
  readonly replacement: string;
  readonly safety: Safety;
  readonly why: string;
}

/** The sentence a finding stands in. */
export interface Context {
  readonly text: string;
  readonly span: TextSpan;
  readonly before: string;
  readonly after: string;
}

/** Where somebody said that a finding is not to count. */
export const SUPPRESSED_BY = ["baseline", "inline", "ignore-file"] as const;

/** Why a finding does not count: it is shown, but neither gates nor scores. `expires` is the last day, as YYYY-MM-DD. */
export interface Suppression {
  readonly by: (typeof SUPPRESSED_BY)[number];
  readonly reason: string | null;
  readonly expires: string | null;
}

/** Whether a baseline knows a finding. */
export const BASELINE_STATES = ["new", "unchanged"] as const;

/** One flaw. `confidence` (0 to 1) says how often a professional reviser would agree. */
export interface Finding {
  readonly rule: string;
  readonly category: Category;
  readonly severity: Severity;
  readonly confidence: number;
  readonly message: string;
  readonly target: Place;
  readonly context: Context;
  readonly related: readonly Evidence[];
  readonly suggestions: readonly Suggestion[];
  /** Stays the same while the rule, the segment's texts and the marked words do. */
  readonly fingerprint: string;
  /** Null where the finding counts. */
  readonly suppression: Suppression | null;
  /** Null where there is no baseline. */
  readonly baselineState: (typeof BASELINE_STATES)[number] | null;
}

/** Whether a finding counts: nobody said that it is not to. */
export const isOpen = ({ suppression }: Finding): boolean => suppression === null;
