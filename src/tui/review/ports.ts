import type { Result } from "../../core/result.ts";
import type { Decision, Fact, ReviewEvent } from "../../review/decision.ts";
import type { Entry } from "../../review/entry.ts";
import type { FileEvent } from "../../review/sitting.ts";
import type { Reading } from "./files.ts";

/** A fact about a finding of one of the files. */
export interface FileFact {
  readonly file: number;
  readonly fact: Fact;
}

/** What a review may ask of the world. */
export interface Ports {
  /** Called before the screen shows the decisions; answers with the stamped events that the journals now hold. */
  readonly record: (facts: readonly FileFact[]) => Result<readonly FileEvent[]>;
  /** Writes the corrected text of a file. */
  readonly save: (file: number, decisions: readonly Decision[]) => Result<ReviewEvent>;
  /** The flaws that a sentence has once it is repaired, and did not have before. */
  readonly reaudit: (file: number, entry: Entry, repaired: string) => readonly string[];
  /** Reads and audits a file again. */
  readonly reread: (file: number) => Result<Reading>;
  /** Puts a rule on the list of what is ignored everywhere, or takes it off; answers with the list's path. */
  readonly ignoreEverywhere: (rule: string, change: "add" | "remove") => Result<string>;
  /** What a rule finds and why, as the command line explains it. */
  readonly explain: (rule: string) => string;
}
