import { describeProblem } from "../../core/result.ts";
import type { FileEvent } from "../../review/sitting.ts";
import type { Keymap } from "../keys/keymap.ts";
import type { Stroke } from "../terminal/strokes.ts";
import { acceptedAround, sentenceWith } from "./current.ts";
import type { Event } from "./event.ts";
import type { Intent } from "./intents.ts";
import { pageOf } from "./mode.ts";
import type { FileFact, Ports } from "./ports.ts";
import { reduce } from "./reduce.ts";
import { situationOf } from "./situation.ts";
import type { State } from "./state.ts";
import { tallyOf } from "./tally.ts";

/** A review under way, which strokes move on. */
export interface Session {
  readonly state: () => State;
  readonly press: (strokes: readonly Stroke[]) => void;
  readonly happen: (event: Event) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

const told = (state: State, note: string): State => reduce(state, { kind: "told", note });

/** Repairs that are decided in one go are read again up to this number. */
const MOST_REAUDITED = 50;

/** Reads repaired sentences again; a repair that brings a new flaw is told of. */
function reaudited(state: State, events: readonly FileEvent[], { reaudit }: Ports): State {
  let next = state;
  for (const { file, event } of events.slice(0, MOST_REAUDITED)) {
    if (event.kind !== "accepted") continue;
    const place = state.sitting.files[file]?.stock.placeOf.get(`${event.fingerprint}:${event.occurrence}`);
    const index = state.items.findIndex((item) => item.file === file && item.place === place);
    const item = state.items[index];
    if (item === undefined) continue;
    const flaws = reaudit(file, item.entry, sentenceWith(item, acceptedAround(state, item)));
    if (flaws.length === 0 && !state.raised.has(index)) continue;
    next = reduce(next, { kind: "raised", item: index, flaws });
    if (flaws.length > 0)
      next = told(next, `The repair of finding ${index + 1} brings a new flaw: ${flaws.join(" ")} u takes it back.`);
  }
  return next;
}

/** Rules whose being ignored everywhere some facts begin or end. */
function listed(facts: readonly FileFact[], { sitting }: State, kind: "ignored-rule" | "undone" | "redone") {
  const rules = facts.flatMap(({ file, fact }) => {
    if (fact.kind !== kind) return [];
    if (fact.kind === "ignored-rule") return fact.scope === "everywhere" ? [fact.rule] : [];
    const history = sitting.files[file]?.history;
    const decision = [...(history?.decisions ?? []), ...(history?.undone ?? [])].find(({ id }) => id === fact.decision);
    return decision?.kind === "ignored-rule" && decision.scope === "everywhere" ? [decision.rule] : [];
  });
  return [...new Set(rules)];
}

function decided(state: State, { facts, note }: Intent & { readonly kind: "decide" }, ports: Ports): State {
  const began = [...listed(facts, state, "ignored-rule"), ...listed(facts, state, "redone")];
  let list = "";
  for (const rule of began) {
    const written = ports.ignoreEverywhere(rule, "add");
    if (written.kind === "problem") return told(state, describeProblem(written.problem));
    list = `${rule} is ignored everywhere from now on: ${written.value} says so.`;
  }
  const recorded = ports.record(facts);
  if (recorded.kind === "problem") {
    for (const rule of began) ports.ignoreEverywhere(rule, "remove");
    return told(state, describeProblem(recorded.problem));
  }
  for (const rule of listed(facts, state, "undone")) {
    const written = ports.ignoreEverywhere(rule, "remove");
    list = written.kind === "ok" ? `${rule} is off the list in ${written.value}.` : describeProblem(written.problem);
  }
  const page = reduce(state, { kind: "turned-to", mode: pageOf(state.mode) });
  const next = reduce(page, { kind: "recorded", events: recorded.value });
  const extra = [note ?? "", list, next.note ?? ""].filter((words) => words !== "").join(" ");
  return reaudited(extra === "" ? next : told(next, extra), recorded.value, ports);
}

/** Saves every file that has something unsaved; stops at the first that cannot be. */
function saved(state: State, next: "stay" | "leave", { save }: Ports): State {
  let now = reduce(state, { kind: "turned-to", mode: pageOf(state.mode) });
  const paths: string[] = [];
  for (const [file, count] of tallyOf(state).unsaved.entries()) {
    if (count === 0) continue;
    const outcome = save(file, now.sitting.files[file]?.history.decisions ?? []);
    if (outcome.kind === "problem") return told(now, describeProblem(outcome.problem));
    now = reduce(now, { kind: "recorded", events: [{ file, event: outcome.value }] });
    if (outcome.value.kind === "saved") paths.push(outcome.value.path);
  }
  if (paths.length > 1) now = told(now, `Saved ${paths.length} files: ${paths.join(", ")}.`);
  return next === "leave" ? reduce(now, { kind: "turned-to", mode: { kind: "left" } }) : now;
}

function reread(state: State, { reread: read }: Ports): State {
  if (state.changed.length === 0) return told(state, "No file has changed since it was read.");
  let next = state;
  for (const file of state.changed) {
    const outcome = read(file);
    if (outcome.kind === "problem") return told(next, describeProblem(outcome.problem));
    next = reduce(next, { kind: "reread", file, reading: outcome.value });
  }
  return next;
}

/** The state after what was asked for is done. */
function performed(intent: Intent, state: State, ports: Ports): State {
  if (intent.kind === "decide") return decided(state, intent, ports);
  if (intent.kind === "save") return saved(state, intent.next, ports);
  return intent.kind === "reread-changed" ? reread(state, ports) : reduce(state, intent);
}

/** The state after a stroke. */
export function pressed(state: State, stroke: Stroke, keymap: Keymap, ports: Ports): State {
  const intent = keymap.intentFor(stroke, situationOf(state));
  return intent === undefined ? state : performed(intent, state, ports);
}

/** Starts a review that keeps its one state here, so that keys never meet an older one. */
export function reviewSession(beginning: State, keymap: Keymap, ports: Ports): Session {
  let state = beginning;
  const listeners = new Set<() => void>();
  const show = (): void => {
    for (const listener of listeners) listener();
  };
  return {
    state: () => state,
    press(strokes) {
      state = strokes.reduce((now, stroke) => pressed(now, stroke, keymap, ports), state);
      show();
    },
    happen(event) {
      state = reduce(state, event);
      show();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
