import type { Fact, Mark, Scope } from "../../review/decision.ts";
import { obstacleTo } from "../../review/standing.ts";
import { acceptedAround, type Current } from "./current.ts";
import { editorOf } from "./editor.ts";
import type { Event } from "./event.ts";
import type { Item } from "./files.ts";
import { type Purpose, pageOf } from "./mode.ts";
import type { FileFact } from "./ports.ts";
import type { Situation } from "./situation.ts";
import { type State, standingAt } from "./state.ts";

/** What a key asks for: an event of the screen, decisions to record, a saving, or reading a file again. */
export type Intent =
  | Event
  | { readonly kind: "decide"; readonly facts: readonly FileFact[]; readonly note: string | undefined }
  | { readonly kind: "save"; readonly next: "stay" | "leave" }
  | { readonly kind: "reread-changed" };

const told = (note: string): Intent => ({ kind: "told", note });
const decide = (facts: readonly FileFact[], note?: string): Intent => ({ kind: "decide", facts, note });
const markOf = ({ entry: { fingerprint, occurrence } }: Item): Mark => ({ fingerprint, occurrence });

/** Says the same thing of the finding at the cursor, where there is one. */
const ofCurrent =
  (intent: (current: Current, situation: Situation) => Intent) =>
  (situation: Situation): Intent =>
    situation.current === undefined ? told("There are no findings.") : intent(situation.current, situation);

function acceptance(current: Current, replacement: string, { state }: Situation): Intent {
  const { file, entry, standing, obstacle } = current;
  if (obstacle !== undefined) {
    const number = state.items.findIndex((item) => item.entry === obstacle.entry) + 1;
    return told(`The accepted repair of finding ${number} takes these words. Undo or ignore that one first.`);
  }
  if (replacement === entry.finding.target.text)
    return told("These are the words as they stand. Press i to ignore the finding.");
  if (standing.kind === "accepted" && standing.replacement === replacement) return { kind: "moved", to: "next-open" };
  return decide([{ file, fact: { kind: "accepted", ...markOf(current), replacement } }]);
}

const NO_SUGGESTION = "There is no suggestion. Press e to write one.";

/** Accepts what is proposed. */
export const accept = ofCurrent((current, situation) =>
  current.replacement === undefined ? told(NO_SUGGESTION) : acceptance(current, current.replacement, situation),
);

/** Takes what was written: as the repair, as the reason, as the note. */
export const finishWriting = ofCurrent((current, situation) => {
  const { mode } = situation.state;
  if (mode.kind !== "edit") return { kind: "turned-to", mode: pageOf(mode) };
  const { file } = current;
  const text = mode.editor.text.trim();
  switch (mode.purpose) {
    case "repair":
      return acceptance(current, mode.editor.text, situation);
    case "reason":
      return decide([{ file, fact: { kind: "rejected", ...markOf(current), reason: text } }]);
    case "note":
      return text === ""
        ? told("Write what the source desk is to answer.")
        : decide([{ file, fact: { kind: "asked", ...markOf(current), note: text } }]);
  }
});

function textToStartWith({ standing, replacement, entry }: Current, purpose: Purpose): string {
  if (purpose === "repair") return replacement ?? entry.finding.target.text;
  if (purpose === "reason") return standing.kind === "rejected" ? standing.reason : "";
  return standing.kind === "asked" ? standing.note : "";
}

/** Opens the editor. */
export const beginWriting = (purpose: Purpose) =>
  ofCurrent((current, { state }) => ({
    kind: "turned-to",
    mode: { kind: "edit", purpose, editor: editorOf(textToStartWith(current, purpose)), back: pageOf(state.mode) },
  }));

/** Ignores one finding. */
export const ignore = ofCurrent((current) => {
  const { file, standing } = current;
  if (standing.kind === "ignored" && standing.by === "finding") return { kind: "moved", to: "next-open" };
  return decide([{ file, fact: { kind: "ignored", ...markOf(current) } }]);
});

/** Ignores the rule of a finding. */
export const ignoreRule = (scope: Scope) =>
  ofCurrent((current, { state }) => {
    const { rule, target } = current.entry.finding;
    const fact: Fact = { kind: "ignored-rule", rule, scope, document: target.document, ...markOf(current) };
    if (scope !== "everywhere") return decide([{ file: current.file, fact }]);
    return decide(state.files.map((_, file) => ({ file, fact })));
  });

/** Other open findings of the same rule on the same words. */
function alikeTo(state: State, current: Current): readonly Item[] {
  const { rule, target } = current.entry.finding;
  return state.items.filter(
    ({ entry }, index) =>
      entry.finding.rule === rule &&
      entry.finding.target.text === target.text &&
      entry !== current.entry &&
      standingAt(state, index).kind === "open",
  );
}

/** The decision on a finding, as it would be made on one that is alike. */
function sameDecision(state: State, { standing }: Current, replacement: string | undefined, item: Item): Fact[] {
  switch (standing.kind) {
    case "ignored":
      return [{ kind: "ignored", ...markOf(item) }];
    case "rejected":
      return [{ kind: "rejected", ...markOf(item), reason: standing.reason }];
    case "asked":
      return [{ kind: "asked", ...markOf(item), note: standing.note }];
    case "open":
    case "accepted":
    case "covered": {
      if (replacement === undefined || obstacleTo(item.entry, replacement, acceptedAround(state, item))) return [];
      return [{ kind: "accepted", ...markOf(item), replacement }];
    }
  }
}

/** Decides all that is alike in the same way; an open finding is accepted first. */
export const decideAlike = ofCurrent((current, situation) => {
  const { state } = situation;
  const { standing, replacement } = current;
  const here = standing.kind === "open" ? accept(situation) : undefined;
  if (here !== undefined && here.kind !== "decide") return here;
  const own = here?.facts ?? [];
  const others = alikeTo(state, current).flatMap((item) =>
    sameDecision(state, current, replacement, item).map((fact) => ({ file: item.file, fact })),
  );
  if (own.length + others.length === 0) return told("No open finding is like this one.");
  return decide([...own, ...others], `Decided alike: ${own.length + others.length}. u takes all of them back.`);
});

/** Chooses a suggestion by its number. */
export function choose({ current }: Situation, name: string): Intent {
  const count = current?.entry.finding.suggestions.length ?? 0;
  const suggestion = Number(name) - 1;
  return suggestion < count ? { kind: "chose", suggestion } : told(`There is no suggestion ${name}.`);
}

const turnBack = (list: "done" | "undone", kind: "undone" | "redone") => {
  return ({ state: { sitting } }: Situation): Intent => {
    const last = sitting[list].at(-1);
    if (last === undefined) return told(`There is nothing to ${kind === "undone" ? "undo" : "redo"}.`);
    // The last decision is undone first, and redone last.
    const parts = kind === "undone" ? last.parts.toReversed() : last.parts;
    return decide(parts.map(({ file, decision }) => ({ file, fact: { kind, decision } })));
  };
};

export const undo = turnBack("done", "undone");
export const redo = turnBack("undone", "redone");

/** Shows what would be saved, before it is. */
export const summarise = ({ state, tally }: Situation): Intent =>
  tally.unsavedCount === 0
    ? told("There is nothing new to save.")
    : { kind: "turned-to", mode: { kind: "summary", scroll: 0, back: pageOf(state.mode) } };

/** Leaves, but asks first where something is unsaved. */
export const quit = ({ state, tally }: Situation): Intent => ({
  kind: "turned-to",
  mode: tally.unsavedCount === 0 ? { kind: "left" } : { kind: "quit", back: pageOf(state.mode) },
});

/** Goes back to the page below. */
export const back = ({ state }: Situation): Intent => ({ kind: "turned-to", mode: pageOf(state.mode) });
