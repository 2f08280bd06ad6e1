import { type Current, currentOf } from "./current.ts";
import type { State } from "./state.ts";
import { type Tally, tallyOf } from "./tally.ts";

/** What can be worked out from a state; worked out once, for the keys and for the view. */
export interface Situation {
  readonly state: State;
  readonly tally: Tally;
  /** The finding at the cursor; undefined only where there are no findings at all. */
  readonly current: Current | undefined;
}

/** Works out what there is to know of a state. */
export const situationOf = (state: State): Situation => ({ state, tally: tallyOf(state), current: currentOf(state) });
