import type { Key } from "ink";
import { fail, ok } from "../../src/core/result.ts";
import { type ReviewEvent, stamped } from "../../src/review/decision.ts";
import { type Ports, pressed } from "../../src/tui/screens/review/session.ts";
import { situationOf } from "../../src/tui/screens/review/situation.ts";
import { type State, start } from "../../src/tui/screens/review/state.ts";
import type { Stroke } from "../../src/tui/screens/review/strokes.ts";
import { ODD_WORD, SAMPLE_FILE, SAMPLE_FINDINGS } from "../review/sample.ts";

const NAMES = new Set(["up", "down", "left", "right", "home", "end", "enter", "escape", "backspace", "ctrl-r"]);

/** A key by its name, or by the character it writes. */
export const stroke = (name: string): Stroke => ({ name, text: NAMES.has(name) ? "" : name });

/** Keys by name, with a space between them; `_` is the space key. */
export const strokes = (names: string): readonly Stroke[] =>
  names
    .split(" ")
    .filter((name) => name !== "")
    .map((name) => stroke(name === "_" ? " " : name));

/** A key as Ink tells of it. */
export const inkKey = (flags: Partial<Key> = {}): Key => ({
  upArrow: false,
  downArrow: false,
  leftArrow: false,
  rightArrow: false,
  pageDown: false,
  pageUp: false,
  home: false,
  end: false,
  return: false,
  escape: false,
  ctrl: false,
  shift: false,
  tab: false,
  backspace: false,
  delete: false,
  meta: false,
  super: false,
  hyper: false,
  capsLock: false,
  numLock: false,
  ...flags,
});

/** A journal in memory. */
export interface Desk extends Ports {
  readonly journal: ReviewEvent[];
}

/** Records and saves in memory, with ids that count. */
export function desk(): Desk {
  const journal: ReviewEvent[] = [];
  const note = (event: ReviewEvent) => {
    journal.push(event);
    return ok(event);
  };
  const stamp = () => ({ id: `e${journal.length}`, time: "2024-05-01T10:00:00Z" });
  return {
    journal,
    record: (fact) => note(stamped(fact, stamp())),
    save: () => note(stamped({ kind: "saved", path: "out.txt", to: "copy" }, stamp())),
  };
}

/** A disk on which nothing can be written. */
export const FULL_DISK: Ports = {
  record: () => fail({ where: "journal", what: "The disk is full.", remedy: "Make room." }),
  save: () => fail({ where: "out.txt", what: "The disk is full.", remedy: "Make room." }),
};

/** The sample review before anything was done. */
export const fresh = (events: readonly ReviewEvent[] = []): State =>
  start({ file: SAMPLE_FILE, findings: SAMPLE_FINDINGS, rules: [ODD_WORD], events });

/** The sample review after some keys. */
export const afterKeys = (names: string, ports: Ports = desk(), from: State = fresh()): State =>
  strokes(names).reduce((state, key) => pressed(state, key, ports), from);

/** A state in one line: where the cursor is, and how each finding stands. */
export function summary(state: State): string {
  const signs = situationOf(state).standings.map(({ kind }) => (kind === "open" ? "." : kind.slice(0, 1)));
  return `${state.cursor + 1} ${signs.join("")} ${state.mode.kind}`;
}
