import type { EditStep } from "./edit-line.ts";
import type { Intent } from "./intents.ts";
import * as intents from "./intents.ts";
import type { Situation } from "./situation.ts";
import { type Direction, type Mode, REVIEW } from "./state.ts";
import type { Stroke } from "./strokes.ts";

type ModeKind = Mode["kind"];

/** A key or several that do the same, where they do it, and when the footer shows them. */
interface Binding {
  readonly names: readonly string[];
  readonly label: string;
  readonly does: string;
  readonly modes: readonly ModeKind[];
  readonly isShown: (situation: Situation) => boolean;
  readonly intent: (situation: Situation, name: string) => Intent;
}

const always = (): boolean => true;
const never = (): boolean => false;
const move = (to: Direction) => (): Intent => ({ kind: "moved", to });
const turnTo = (mode: Mode) => (): Intent => ({ kind: "turned-to", mode });
const edit = (step: EditStep) => (): Intent => step;
const hasFinding = ({ current }: Situation): boolean => current !== undefined;
const suggestionCount = ({ current }: Situation): number => current?.entry.finding.suggestions.length ?? 0;
const canAccept = ({ current }: Situation): boolean =>
  current?.replacement !== undefined && current.obstacle === undefined;

const BROWSE: readonly ModeKind[] = ["review", "list"];

/** Every key of the screen, the most wanted first: the footer shows as many as it has room for. */
const BINDINGS: readonly Binding[] = [
  { names: ["a"], label: "a", does: "accept", modes: ["review"], isShown: canAccept, intent: intents.accept },
  { names: ["i"], label: "i", does: "ignore", modes: ["review"], isShown: hasFinding, intent: intents.ignore },
  { names: ["e"], label: "e", does: "edit", modes: ["review"], isShown: hasFinding, intent: intents.beginEdit },
  {
    names: ["1", "2", "3", "4", "5", "6", "7", "8", "9"],
    label: "1-9",
    does: "choose",
    modes: ["review"],
    isShown: (situation) => suggestionCount(situation) > 1,
    intent: intents.choose,
  },
  {
    names: ["j", "down"],
    label: "j k",
    does: "down, up",
    modes: BROWSE,
    isShown: ({ state }) => state.entries.length > 1,
    intent: move("next"),
  },
  { names: ["k", "up"], label: "k", does: "up", modes: BROWSE, isShown: never, intent: move("previous") },
  {
    names: ["n"],
    label: "n p",
    does: "next, previous open",
    modes: BROWSE,
    isShown: ({ openCount }) => openCount > 0,
    intent: move("next-open"),
  },
  { names: ["p"], label: "p", does: "previous open", modes: BROWSE, isShown: never, intent: move("previous-open") },
  {
    names: ["u"],
    label: "u",
    does: "undo",
    modes: ["review"],
    isShown: ({ history }) => history.decisions.length > 0,
    intent: intents.undo,
  },
  {
    names: ["ctrl-r"],
    label: "ctrl-r",
    does: "redo",
    modes: ["review"],
    isShown: ({ history }) => history.undone.length > 0,
    intent: intents.redo,
  },
  {
    names: ["s"],
    label: "s",
    does: "save",
    modes: ["review"],
    isShown: ({ unsavedCount }) => unsavedCount > 0,
    intent: intents.save,
  },
  {
    names: ["I"],
    label: "I",
    does: "ignore this rule from here on",
    modes: ["review"],
    isShown: hasFinding,
    intent: intents.ignoreRule,
  },
  { names: ["l"], label: "l", does: "list", modes: ["review"], isShown: hasFinding, intent: turnTo({ kind: "list" }) },
  { names: ["home", "g"], label: "g G", does: "first, last", modes: BROWSE, isShown: never, intent: move("first") },
  { names: ["end", "G"], label: "G", does: "last", modes: BROWSE, isShown: never, intent: move("last") },
  {
    names: ["enter", "l", "escape"],
    label: "enter",
    does: "open",
    modes: ["list"],
    isShown: always,
    intent: turnTo(REVIEW),
  },
  { names: ["enter"], label: "enter", does: "accept", modes: ["edit"], isShown: always, intent: intents.acceptWritten },
  {
    names: ["escape"],
    label: "escape",
    does: "leave as it was",
    modes: ["edit"],
    isShown: always,
    intent: turnTo(REVIEW),
  },
  {
    names: ["backspace"],
    label: "backspace",
    does: "delete",
    modes: ["edit"],
    isShown: never,
    intent: edit({ kind: "erased" }),
  },
  {
    names: ["left"],
    label: "← →",
    does: "move the caret",
    modes: ["edit"],
    isShown: always,
    intent: edit({ kind: "caret-moved", to: "left" }),
  },
  {
    names: ["right"],
    label: "→",
    does: "right",
    modes: ["edit"],
    isShown: never,
    intent: edit({ kind: "caret-moved", to: "right" }),
  },
  {
    names: ["home", "up"],
    label: "home",
    does: "start",
    modes: ["edit"],
    isShown: never,
    intent: edit({ kind: "caret-moved", to: "start" }),
  },
  {
    names: ["end", "down"],
    label: "end",
    does: "end",
    modes: ["edit"],
    isShown: never,
    intent: edit({ kind: "caret-moved", to: "end" }),
  },
  {
    names: ["s"],
    label: "s",
    does: "save and quit",
    modes: ["quit"],
    isShown: always,
    intent: () => ({ kind: "save", next: "leave" }),
  },
  {
    names: ["q"],
    label: "q",
    does: "quit without saving",
    modes: ["quit"],
    isShown: always,
    intent: turnTo({ kind: "left" }),
  },
  { names: ["escape"], label: "escape", does: "stay", modes: ["quit"], isShown: always, intent: turnTo(REVIEW) },
  { names: ["?"], label: "?", does: "help", modes: BROWSE, isShown: always, intent: turnTo({ kind: "help" }) },
  {
    names: ["?", "escape", "enter", "q"],
    label: "escape",
    does: "back",
    modes: ["help"],
    isShown: always,
    intent: turnTo(REVIEW),
  },
  { names: ["q"], label: "q", does: "quit", modes: BROWSE, isShown: always, intent: intents.quit },
];

/** A key as the footer and the help name it. */
export interface KeyHint {
  readonly label: string;
  readonly does: string;
}

const inMode = (mode: ModeKind): readonly Binding[] => BINDINGS.filter(({ modes }) => modes.includes(mode));

/** What a key asks for in a situation; undefined where it means nothing. */
export function intentFor({ name, text }: Stroke, situation: Situation): Intent | undefined {
  const mode = situation.state.mode.kind;
  const binding = inMode(mode).find(({ names }) => names.includes(name));
  if (binding !== undefined) return binding.intent(situation, name);
  return mode === "edit" && text !== "" ? { kind: "typed", text } : undefined;
}

/** The keys that do something now, the most wanted first. */
export const keysNow = (situation: Situation): readonly KeyHint[] =>
  inMode(situation.state.mode.kind).filter(({ isShown }) => isShown(situation));

/** All keys that the help shows, for looking at findings and for editing. */
export const allKeys = (mode: "review" | "edit"): readonly KeyHint[] =>
  inMode(mode).filter(({ label }) => !["k", "p", "G", "→"].includes(label));
