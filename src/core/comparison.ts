import type { Finding } from "./finding.ts";
import type { Fault, Score } from "./report.ts";

/** One of two versions of a text, as it was audited. */
export interface ComparedSide {
  readonly path: string;
  readonly documentCount: number;
  readonly segmentCount: number;
  readonly wordCount: number;
  readonly findingCount: number;
  readonly score: Score;
}

/** What the samples of a bootstrap are drawn from. */
export const BOOTSTRAP_UNITS = ["document", "segment"] as const;
export type BootstrapUnit = (typeof BOOTSTRAP_UNITS)[number];

/** Whether a difference may be chance: paired bootstrap resampling. Source: Koehn 2004, https://aclanthology.org/W04-3250/. */
export type Significance =
  | {
      readonly kind: "too-few";
      readonly unit: BootstrapUnit;
      readonly unitCount: number;
      readonly neededUnitCount: number;
    }
  | {
      readonly kind: "tested";
      readonly unit: BootstrapUnit;
      readonly unitCount: number;
      readonly sampleCount: number;
      readonly seed: number;
      /** Where 95 % of the samples have the difference. */
      readonly low: number;
      readonly high: number;
      /** How often chance alone makes a difference of either sign out of none. */
      readonly pValue: number;
    };

/** How two versions of a text differ in what is wrong with them. */
export interface Comparison {
  readonly schemaVersion: "1";
  readonly tool: { readonly name: string; readonly version: string };
  readonly hashes: { readonly rules: string; readonly knowledge: string };
  readonly old: ComparedSide;
  readonly new: ComparedSide;
  /** Documents and segments that stand in both, and in one only. */
  readonly documents: { readonly paired: number; readonly removed: number; readonly added: number };
  readonly segments: { readonly paired: number; readonly removed: number; readonly added: number };
  readonly introduced: readonly Finding[];
  readonly fixed: readonly Finding[];
  /** As they stand in the new version. */
  readonly unchanged: readonly Finding[];
  /** Normed penalty total of the new version less that of the old, over what stands in both: above 0 is worse. */
  readonly difference: number;
  readonly significance: Significance;
  readonly faults: readonly Fault[];
}
