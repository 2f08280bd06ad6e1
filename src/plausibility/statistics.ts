import type { Word } from "./reading.ts";
import { type Doubts, openScorer, type Scorer } from "./scorer.ts";
import type { Table } from "./table.ts";

/** The statistics of a language: opened when first asked. */
export interface Statistics {
  readonly scorer: () => Scorer;
  readonly doubtsIn: (tokens: readonly Word[]) => Doubts;
}

/** Statistics from a table that is read only when a text needs it. */
export function openStatistics(load: () => Table): Statistics {
  let opened: Scorer | undefined;
  const scorer = (): Scorer => {
    opened ??= openScorer(load());
    return opened;
  };
  return {
    scorer,
    doubtsIn: (tokens) => scorer().doubtsIn(tokens),
  };
}
