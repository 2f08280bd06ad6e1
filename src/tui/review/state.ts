import type { RuleSummary } from "../../core/report.ts";
import type { Sitting } from "../../review/sitting.ts";
import type { Standing } from "../../review/standing.ts";
import type { Item, ReviewedFile } from "./files.ts";
import type { Listing } from "./listing.ts";
import type { Mode } from "./mode.ts";

/** How large the screen is, in cells. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** A review under way. Whatever can be worked out from this is not in it, but for the listing. */
export interface State {
  readonly files: readonly ReviewedFile[];
  readonly items: readonly Item[];
  readonly rules: ReadonlyMap<string, RuleSummary>;
  readonly sitting: Sitting;
  readonly listing: Listing;
  /** The finding that is looked at; 0 where there are none. */
  readonly cursor: number;
  /** The suggestion chosen by hand for the finding at the cursor. */
  readonly choice: number | undefined;
  readonly mode: Mode;
  readonly note: string | undefined;
  /** For each finding, 1 once it was looked at. */
  readonly seen: Uint8Array;
  /** Flaws that accepted repairs brought into their sentences, by finding. */
  readonly raised: ReadonlyMap<number, readonly string[]>;
  /** Files that somebody else changed since they were read. */
  readonly changed: readonly number[];
  readonly size: Size;
}

/** Where a finding stands. */
export function standingAt({ items, sitting }: Pick<State, "items" | "sitting">, index: number): Standing {
  const item = items[index];
  const standing = item === undefined ? undefined : sitting.files[item.file]?.standings[item.place];
  if (standing === undefined) throw new Error(`There is no finding ${index}.`);
  return standing;
}
