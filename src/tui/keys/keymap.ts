import { fail, ok, type Result } from "../../core/result.ts";
import { nearestName } from "../../text/similarity.ts";
import type { Intent } from "../review/intents.ts";
import type { ModeKind } from "../review/mode.ts";
import type { Situation } from "../review/situation.ts";
import type { Stroke } from "../terminal/strokes.ts";
import type { Binding } from "./binding.ts";
import { BROWSING } from "./browsing.ts";
import { clicked } from "./click.ts";
import { OVERLAYS } from "./overlays.ts";
import { WRITING } from "./writing.ts";

/** Every key of the review, the most wanted first: footer and help are made from this table. */
const BINDINGS: readonly Binding[] = [...WRITING, ...OVERLAYS, ...BROWSING];

/** Keys of the user's own, by action: `accept: [y]`. */
export type OwnKeys = Readonly<Record<string, readonly string[]>>;

/** A key and what it does. */
export interface Hint {
  readonly action: string;
  readonly label: string;
  readonly does: string;
}

/** A key with its action, as the help shows it. */
export interface HelpRow extends Hint {
  readonly names: readonly string[];
  readonly modes: readonly ModeKind[];
}

/** Which keys do what. */
export interface Keymap {
  /** What a stroke asks for; undefined where it means nothing. */
  readonly intentFor: (stroke: Stroke, situation: Situation) => Intent | undefined;
  /** The keys that do something now, the most wanted first. */
  readonly hintsFor: (situation: Situation) => readonly Hint[];
  readonly help: readonly HelpRow[];
}

const SIGNS: Readonly<Record<string, string>> = { up: "↑", down: "↓", left: "←", right: "→", escape: "esc" };

/** A key as people see it on the screen. */
const keyLabel = (name: string): string => SIGNS[name] ?? name;

const isTextMode = (mode: ModeKind): boolean => mode === "edit" || mode === "search" || mode === "help";

function textIntent(stroke: Stroke, { state }: Situation): Intent | undefined {
  const isWriting = isTextMode(state.mode.kind);
  if (stroke.kind === "paste")
    return isWriting
      ? { kind: "pasted", text: stroke.text }
      : { kind: "told", note: "Text was pasted where no text is asked for; nothing was done." };
  return stroke.kind === "key" && isWriting && stroke.text !== "" ? { kind: "typed", text: stroke.text } : undefined;
}

/** The numbers of the suggestions there are, as one label. */
function labelOf({ action, names }: Binding, { current }: Situation): string {
  if (action !== "choose") return keyLabel(names[0] ?? "");
  const count = current?.entry.finding.suggestions.length ?? names.length;
  return `${names[0]}-${names[Math.min(count, names.length) - 1]}`;
}

function keymapOf(all: readonly Binding[]): Keymap {
  const byMode = new Map<ModeKind, Map<string, Binding>>();
  for (const binding of all)
    for (const mode of binding.modes) {
      const keys = byMode.get(mode) ?? new Map<string, Binding>();
      for (const name of binding.names) if (!keys.has(name)) keys.set(name, binding);
      byMode.set(mode, keys);
    }
  const firstKey = (action: string): string => keyLabel(all.find((each) => each.action === action)?.names[0] ?? "");
  return {
    intentFor(stroke, situation) {
      if (stroke.kind === "click") return clicked(stroke, situation);
      const found = stroke.kind === "key" ? byMode.get(situation.state.mode.kind)?.get(stroke.name) : undefined;
      return found === undefined
        ? textIntent(stroke, situation)
        : found.intent(situation, String((stroke.kind === "key" ? found.names.indexOf(stroke.name) : 0) + 1));
    },
    hintsFor: (situation) =>
      all
        .filter(({ modes, isShown }) => modes.includes(situation.state.mode.kind) && isShown(situation))
        .map((binding) => {
          const label = labelOf(binding, situation);
          const { action, does, pair } = binding;
          return pair === undefined
            ? { action, label, does }
            : { action, label: `${label} ${firstKey(pair.with)}`, does: pair.does };
        }),
    help: all.map(({ action, names, does, modes }) => ({
      action,
      names,
      does,
      modes,
      label: action === "choose" ? `${names[0]}-${names.at(-1)}` : names.map(keyLabel).join(" "),
    })),
  };
}

/** The keys as they come. */
export const DEFAULT_KEYMAP: Keymap = keymapOf(BINDINGS);

const NAMED_KEY =
  /^(?:(?:ctrl-|alt-)*(?:up|down|left|right|home|end|enter|escape|tab|space|backspace|delete|pageup|pagedown|[a-z])|shift-tab|\P{C})$/u;

/** Two actions of one mode that want the same key, where one of them was given it by hand. */
function clash(all: readonly Binding[], own: OwnKeys): string | undefined {
  for (const binding of all) {
    if (own[binding.action] === undefined) continue;
    const other = all.find(
      (each) =>
        each !== binding &&
        own[each.action] !== undefined &&
        each.modes.some((mode) => binding.modes.includes(mode)) &&
        each.names.some((name) => binding.names.includes(name)),
    );
    if (other !== undefined) return `“${binding.action}” and “${other.action}” have a key in common.`;
  }
  return undefined;
}

/** The keys with the user's own: those given by hand are taken from all other actions. */
export function keymapWith(own: OwnKeys, where: string): Result<Keymap> {
  const actions = BINDINGS.map(({ action }) => action);
  for (const [action, names] of Object.entries(own)) {
    if (!actions.includes(action)) {
      const nearest = nearestName(action, actions);
      const remedy = nearest === undefined ? "The help (?) names all actions." : `Did you mean “${nearest}”?`;
      return fail({ where, what: `There is no action “${action}”.`, remedy });
    }
    const wrong = names.find((name) => !NAMED_KEY.test(name));
    if (wrong !== undefined)
      return fail({ where, what: `“${wrong}” is no key.`, remedy: "Write a, A, ctrl-r, alt-b, enter, pageup, tab …" });
  }
  const taken = (binding: Binding): ReadonlySet<string> =>
    new Set(
      BINDINGS.filter(
        (other) => other !== binding && own[other.action] && other.modes.some((mode) => binding.modes.includes(mode)),
      ).flatMap(({ action }) => own[action] ?? []),
    );
  const all = BINDINGS.map((binding) => {
    const others = taken(binding);
    return { ...binding, names: own[binding.action] ?? binding.names.filter((name) => !others.has(name)) };
  });
  const problem = clash(all, own);
  if (problem !== undefined) return fail({ where, what: problem, remedy: "Give each its own." });
  const dead = all.find(({ action, names }) => names.length === 0 && (action === "quit" || action === "help"));
  if (dead !== undefined) return fail({ where, what: `No key is left for “${dead.action}”.`, remedy: "Give it one." });
  return ok(keymapOf(all));
}
