import { fail, ok } from "../../src/core/result.ts";
import { type ReviewEvent, stamped } from "../../src/review/decision.ts";
import { DEFAULT_KEYMAP } from "../../src/tui/keys/keymap.ts";
import type { Reading } from "../../src/tui/review/files.ts";
import type { Ports } from "../../src/tui/review/ports.ts";
import { start } from "../../src/tui/review/reduce.ts";
import { pressed } from "../../src/tui/review/session.ts";
import { type State, standingAt } from "../../src/tui/review/state.ts";
import type { Stroke } from "../../src/tui/terminal/strokes.ts";
import { ODD_WORD, SAMPLE_FILE, SAMPLE_FINDINGS } from "../review/sample.ts";

const NAMES =
  /^(?:up|down|left|right|home|end|enter|escape|backspace|delete|tab|space|page(?:up|down)|(?:ctrl|alt)-.+)$/u;

/** A key by its name, or by the character it writes. */
export const stroke = (name: string): Stroke => ({
  kind: "key",
  name,
  text: name === "space" ? " " : NAMES.test(name) ? "" : name,
});

/** Keys by name, with a space between them; `_` is the space key. */
export const strokes = (names: string): readonly Stroke[] =>
  names
    .split(" ")
    .filter((name) => name !== "")
    .map((name) => stroke(name === "_" ? "space" : name));

/** A journal in memory. */
export interface Desk extends Ports {
  /** For each file, its events. */
  readonly journals: readonly ReviewEvent[][];
  readonly ignoredRules: string[];
}

/** Records and saves in memory, with ids that count. */
export function desk(fileCount = 1): Desk {
  const journals: ReviewEvent[][] = Array.from({ length: fileCount }, () => []);
  const ignoredRules: string[] = [];
  let count = 0;
  const stamp = (batch: string) => {
    const id = `e${count}`;
    count += 1;
    return { id, time: new Date(1_700_000_000_000 + count).toISOString(), batch };
  };
  const note = (file: number, event: ReviewEvent): ReviewEvent => {
    journals[file]?.push(event);
    return event;
  };
  return {
    journals,
    ignoredRules,
    record: (facts) => {
      const batch = `e${count}`;
      return ok(facts.map(({ file, fact }) => ({ file, event: note(file, stamped(fact, stamp(batch))) })));
    },
    save: (file) => ok(note(file, stamped({ kind: "saved", path: "out.txt", to: "copy" }, stamp("s")))),
    reaudit: (_, __, repaired) => (repaired.includes("bad") ? ["“bad” is odd here."] : []),
    reread: () => fail({ where: "ferry.txt", what: "It is gone.", remedy: "Put it back." }),
    ignoreEverywhere: (rule, change) => {
      if (change === "add") ignoredRules.push(rule);
      else ignoredRules.splice(ignoredRules.indexOf(rule), 1);
      return ok(".misrenderignore.yaml");
    },
    explain: (rule) =>
      `${rule}\nstyle/awkward · minor\n\nA word is odd here.\n\nWrong:\n  ✗ The boat [[eats]].\n  ✓ The boat sails.`,
  };
}

const FULL = fail({ where: "journal", what: "The disk is full.", remedy: "Make room." });

/** A disk on which nothing can be written. */
export const FULL_DISK: Ports = { ...desk(), record: () => FULL, save: () => FULL, ignoreEverywhere: () => FULL };

export const SIZE = { columns: 80, rows: 24 };

/** The sample as a file that was read and audited. */
export const reading = (events: readonly ReviewEvent[] = []): Reading => ({
  file: SAMPLE_FILE,
  findings: SAMPLE_FINDINGS,
  sizes: [{ document: "ferry.txt", wordCount: 220, segmentCount: 3 }],
  events,
  output: "ferry.txt",
});

/** The sample review before anything was done. */
export const fresh = (events: readonly ReviewEvent[] = [], size = SIZE): State =>
  start({ readings: [reading(events)], rules: [ODD_WORD], size });

/** The sample review after some keys. */
export const afterKeys = (names: string, ports: Ports = desk(), from: State = fresh()): State =>
  strokes(names).reduce((state, each) => pressed(state, each, DEFAULT_KEYMAP, ports), from);

/** A state in one line: where the cursor is, and how each finding stands. */
export function summary(state: State): string {
  const signs = state.items.map((_, index) => {
    const { kind } = standingAt(state, index);
    return kind === "open" ? "." : kind === "asked" ? "?" : kind.slice(0, 1);
  });
  return `${state.cursor + 1} ${signs.join("")} ${state.mode.kind}`;
}
