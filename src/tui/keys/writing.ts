import type { CaretStep, EditStep } from "../review/editor.ts";
import type { Intent } from "../review/intents.ts";
import * as intents from "../review/intents.ts";
import type { Situation } from "../review/situation.ts";
import { editorWidth } from "../screens/editor-width.ts";
import { type Binding, bindings, never } from "./binding.ts";

const step = (edit: EditStep) => (): Intent => edit;
const caret =
  (to: CaretStep) =>
  ({ state }: Situation): Intent => ({ kind: "caret-moved", to, widthInCells: editorWidth(state.size) });
const isEditing = ({ state }: Situation): boolean => state.mode.kind === "edit";

const TEXTS = ["edit", "search", "help"] as const;

const FINISHING: readonly Binding[] = [
  ...bindings(
    ["edit"],
    [
      { action: "finish", names: ["enter"], does: "accept", intent: intents.finishWriting },
      { action: "cancel", names: ["escape", "ctrl-c"], does: "leave as it was", intent: intents.back },
      {
        action: "line-break",
        names: ["alt-enter", "ctrl-j"],
        does: "new line",
        isShown: never,
        intent: step({ kind: "typed", text: "\n" }),
      },
      { action: "line-up", names: ["up"], does: "line up", isShown: never, intent: caret("up") },
      { action: "line-down", names: ["down"], does: "line down", isShown: never, intent: caret("down") },
    ],
  ),
  ...bindings(
    ["search"],
    [
      { action: "finish-search", names: ["enter", "down", "tab"], does: "to the findings", intent: intents.back },
      {
        action: "cancel-search",
        names: ["escape", "ctrl-c"],
        does: "forget it",
        intent: () => ({ kind: "rearranged" }),
      },
    ],
  ),
  ...bindings(
    ["help"],
    [
      { action: "close-help", names: ["escape", "enter", "?", "ctrl-c"], does: "back", intent: intents.back },
      {
        action: "help-down",
        names: ["down", "pagedown", "tab"],
        does: "scroll down",
        pair: { with: "help-up", does: "scroll" },
        intent: () => ({ kind: "scrolled", by: 3 }),
      },
      {
        action: "help-up",
        names: ["up", "pageup"],
        does: "scroll up",
        isShown: never,
        intent: () => ({ kind: "scrolled", by: -3 }),
      },
    ],
  ),
];

/** The keys with which text is written, beside those that write themselves. */
export const WRITING: readonly Binding[] = [
  ...FINISHING,
  ...bindings(TEXTS, [
    {
      action: "caret-left",
      names: ["left", "ctrl-b"],
      does: "character left",
      pair: { with: "caret-right", does: "move" },
      isShown: isEditing,
      intent: caret("left"),
    },
    {
      action: "caret-right",
      names: ["right", "ctrl-f"],
      does: "character right",
      isShown: never,
      intent: caret("right"),
    },
    {
      action: "word-left",
      names: ["ctrl-left", "alt-left", "alt-b"],
      does: "word left",
      isShown: never,
      intent: caret("word-left"),
    },
    {
      action: "word-right",
      names: ["ctrl-right", "alt-right", "alt-f"],
      does: "word right",
      isShown: never,
      intent: caret("word-right"),
    },
    {
      action: "text-start",
      names: ["home", "ctrl-a"],
      does: "start of the text",
      isShown: never,
      intent: caret("start"),
    },
    { action: "text-end", names: ["end", "ctrl-e"], does: "end of the text", isShown: never, intent: caret("end") },
    {
      action: "erase-left",
      names: ["backspace"],
      does: "erase",
      isShown: never,
      intent: step({ kind: "erased", what: "left" }),
    },
    {
      action: "erase-right",
      names: ["delete", "ctrl-d"],
      does: "erase to the right",
      isShown: never,
      intent: step({ kind: "erased", what: "right" }),
    },
    {
      action: "erase-word",
      names: ["ctrl-w", "alt-backspace"],
      does: "erase a word",
      isShown: isEditing,
      intent: step({ kind: "erased", what: "word" }),
    },
    {
      action: "erase-to-start",
      names: ["ctrl-u"],
      does: "erase all before",
      isShown: isEditing,
      intent: step({ kind: "erased", what: "to-start" }),
    },
    {
      action: "erase-to-end",
      names: ["ctrl-k"],
      does: "erase all after",
      isShown: never,
      intent: step({ kind: "erased", what: "to-end" }),
    },
    {
      action: "undo-writing",
      names: ["ctrl-z", "ctrl-_"],
      does: "undo",
      isShown: isEditing,
      intent: step({ kind: "edit-undone" }),
    },
    { action: "redo-writing", names: ["ctrl-y"], does: "redo", isShown: never, intent: step({ kind: "edit-redone" }) },
  ]),
];
