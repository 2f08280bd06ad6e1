import type { Keymap } from "../keys/keymap.ts";
import type { Situation } from "../review/situation.ts";
import type { Palette } from "../theme.ts";

/** All that a view needs to know. `height` is that of the part of the screen it may fill. */
export interface Scene {
  readonly situation: Situation;
  readonly columns: number;
  readonly height: number;
  readonly palette: Palette;
  readonly keymap: Keymap;
  /** What a rule finds and why, as the command line explains it. */
  readonly explain: (rule: string) => string;
}
