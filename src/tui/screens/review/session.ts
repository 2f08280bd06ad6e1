import { describeProblem, type Result } from "../../../core/result.ts";
import type { Decision, Fact, ReviewEvent } from "../../../review/decision.ts";
import type { Intent } from "./intents.ts";
import { intentFor } from "./keys.ts";
import { situationOf } from "./situation.ts";
import { type Event, REVIEW, reduce, type State } from "./state.ts";
import { isPasted, type Stroke } from "./strokes.ts";

/** What a review may ask of the world. Both answer with the stamped event that the journal now holds. */
export interface Ports {
  /** Called before the screen shows the decision. */
  readonly record: (fact: Fact) => Result<ReviewEvent>;
  readonly save: (decisions: readonly Decision[]) => Result<ReviewEvent>;
}

/** A review under way, which keys move on. */
export interface Session {
  readonly state: () => State;
  readonly press: (strokes: readonly Stroke[]) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

function outcomeOf(result: Result<ReviewEvent>): Event {
  if (result.kind === "ok") return { kind: "recorded", event: result.value };
  return { kind: "told", note: describeProblem(result.problem) };
}

/** Does what an intent asks for and says what happened. */
function perform(intent: Intent, state: State, { record, save }: Ports): readonly Event[] {
  if (intent.kind === "decide") {
    const outcome = outcomeOf(record(intent.fact));
    return outcome.kind === "recorded" ? [{ kind: "turned-to", mode: REVIEW }, outcome] : [outcome];
  }
  if (intent.kind === "save") {
    const outcome = outcomeOf(save(situationOf(state).history.decisions));
    const leaves = outcome.kind === "recorded" && intent.next === "leave";
    return leaves ? [outcome, { kind: "turned-to", mode: { kind: "left" } }] : [outcome];
  }
  return [intent];
}

/** The state after a key. */
export function pressed(state: State, stroke: Stroke, ports: Ports): State {
  const intent = intentFor(stroke, situationOf(state));
  return intent === undefined ? state : perform(intent, state, ports).reduce(reduce, state);
}

const PASTED: Event = { kind: "told", note: "Text was pasted where no text is asked for; nothing was done." };

/** Starts a review that keeps its one state here, so that keys never meet an older one. */
export function reviewSession(beginning: State, ports: Ports): Session {
  let state = beginning;
  const listeners = new Set<() => void>();
  return {
    state: () => state,
    press(strokes) {
      const isMisplaced = isPasted(strokes) && state.mode.kind !== "edit";
      state = isMisplaced ? reduce(state, PASTED) : strokes.reduce((now, stroke) => pressed(now, stroke, ports), state);
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
