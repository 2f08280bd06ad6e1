import type { Fact } from "../../../review/decision.ts";
import { editLine, lineText } from "./edit-line.ts";
import type { Current, Situation } from "./situation.ts";
import { type Event, REVIEW } from "./state.ts";

/** What a key asks for: an event of the screen, a decision to record, or a saving. */
export type Intent =
  | Event
  | { readonly kind: "decide"; readonly fact: Fact }
  | { readonly kind: "save"; readonly next: "stay" | "leave" };

const told = (note: string): Intent => ({ kind: "told", note });

const decide = (fact: Fact): Intent => ({ kind: "decide", fact });

const NOTHING_HERE = told("There are no findings.");

/** Says the same thing of the finding at the cursor, where there is one. */
const ofCurrent =
  (intent: (current: Current, situation: Situation) => Intent) =>
  (situation: Situation): Intent =>
    situation.current === undefined ? NOTHING_HERE : intent(situation.current, situation);

function acceptance({ entry, standing, obstacle }: Current, replacement: string, situation: Situation): Intent {
  const { fingerprint, occurrence, finding } = entry;
  if (obstacle !== undefined) {
    const number = situation.state.entries.indexOf(obstacle.entry) + 1;
    return told(`The accepted repair of finding ${number} takes these words. Undo or ignore that one first.`);
  }
  if (replacement === finding.target.text)
    return told("These are the words as they stand. Press i to ignore the finding.");
  if (standing.kind === "accepted" && standing.replacement === replacement) return { kind: "moved", to: "next-open" };
  return decide({ kind: "accepted", fingerprint, occurrence, replacement });
}

export const accept = ofCurrent((current, situation) =>
  current.replacement === undefined
    ? told("There is no suggestion. Press e to write one.")
    : acceptance(current, current.replacement, situation),
);

export const acceptWritten = ofCurrent((current, situation) => {
  const { mode } = situation.state;
  return mode.kind === "edit"
    ? acceptance(current, lineText(mode.line), situation)
    : { kind: "turned-to", mode: REVIEW };
});

export const beginEdit = ofCurrent(({ entry, replacement }) => ({
  kind: "turned-to",
  mode: { kind: "edit", line: editLine(replacement ?? entry.finding.target.text) },
}));

export const ignore = ofCurrent(({ entry, standing }) => {
  const { fingerprint, occurrence } = entry;
  if (standing.kind === "ignored" && standing.by === "finding") return { kind: "moved", to: "next-open" };
  return decide({ kind: "ignored", fingerprint, occurrence });
});

export const ignoreRule = ofCurrent(({ entry }) => {
  const { fingerprint, occurrence, finding } = entry;
  return decide({ kind: "ignored-rule", rule: finding.rule, fingerprint, occurrence });
});

export function choose(situation: Situation, name: string): Intent {
  const count = situation.current?.entry.finding.suggestions.length ?? 0;
  const suggestion = Number(name) - 1;
  return suggestion < count ? { kind: "chose", suggestion } : told(`There is no suggestion ${name}.`);
}

export function undo({ history }: Situation): Intent {
  const last = history.decisions.at(-1);
  return last === undefined ? told("There is nothing to undo.") : decide({ kind: "undone", decision: last.id });
}

export function redo({ history }: Situation): Intent {
  const last = history.undone.at(-1);
  return last === undefined ? told("There is nothing to redo.") : decide({ kind: "redone", decision: last.id });
}

export const save = ({ unsavedCount }: Situation): Intent =>
  unsavedCount === 0 ? told("There is nothing new to save.") : { kind: "save", next: "stay" };

export const quit = ({ unsavedCount }: Situation): Intent => ({
  kind: "turned-to",
  mode: { kind: unsavedCount === 0 ? "left" : "quit" },
});
