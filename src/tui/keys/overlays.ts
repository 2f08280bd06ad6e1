import type { Intent } from "../review/intents.ts";
import * as intents from "../review/intents.ts";
import { NO_FILTER } from "../review/listing.ts";
import type { Situation } from "../review/situation.ts";
import { type Binding, bindings, never } from "./binding.ts";

const scroll =
  (sign: 1 | -1, lines: (rows: number) => number) =>
  ({ state }: Situation): Intent => ({ kind: "scrolled", by: sign * Math.max(1, lines(state.size.rows)) });
const byLine = (): number => 1;
const byPage = (rows: number): number => rows - 8;

const SCOPE = bindings(
  ["scope"],
  [
    { action: "ignore-once", names: ["i"], does: "only this finding", intent: intents.ignore },
    { action: "ignore-in-document", names: ["d"], does: "in this document", intent: intents.ignoreRule("document") },
    {
      action: "ignore-onwards",
      names: ["o"],
      does: "in this file, from here on",
      intent: intents.ignoreRule("onwards"),
    },
    { action: "ignore-everywhere", names: ["e"], does: "everywhere", intent: intents.ignoreRule("everywhere") },
    { action: "cancel-ignoring", names: ["escape", "q", "ctrl-c"], does: "back", intent: intents.back },
  ],
);

const FILTER = bindings(
  ["filter"],
  [
    {
      action: "tick",
      names: ["space", "x"],
      does: "tick",
      intent: ({ state }) => ({ kind: "ticked", row: state.mode.kind === "filter" ? state.mode.row : 0 }),
    },
    {
      action: "filter-down",
      names: ["j", "down"],
      does: "down",
      pair: { with: "filter-up", does: "down, up" },
      intent: scroll(1, byLine),
    },
    { action: "filter-up", names: ["k", "up"], does: "up", isShown: never, intent: scroll(-1, byLine) },
    { action: "apply-filter", names: ["enter", "f", "q"], does: "show these", intent: intents.back },
    {
      action: "clear-filter",
      names: ["0"],
      does: "show all",
      intent: () => ({ kind: "arranged", arrangement: { filter: NO_FILTER } }),
    },
    {
      action: "cancel-filter",
      names: ["escape", "ctrl-c"],
      does: "forget it",
      intent: () => ({ kind: "rearranged" }),
    },
  ],
);

const READING = bindings(
  ["rule", "summary"],
  [
    {
      action: "line-forward",
      names: ["j", "down"],
      does: "down",
      pair: { with: "line-back", does: "scroll" },
      intent: scroll(1, byLine),
    },
    { action: "line-back", names: ["k", "up"], does: "up", isShown: never, intent: scroll(-1, byLine) },
    {
      action: "page-forward",
      names: ["space", "pagedown"],
      does: "a page down",
      isShown: never,
      intent: scroll(1, byPage),
    },
    { action: "page-back", names: ["-", "pageup"], does: "a page up", isShown: never, intent: scroll(-1, byPage) },
  ],
);

const SAVING = bindings(
  ["summary"],
  [{ action: "write", names: ["s", "enter"], does: "save", intent: () => ({ kind: "save", next: "stay" }) }],
);

const CLOSING = bindings(
  ["rule", "summary"],
  [{ action: "close-page", names: ["escape", "q", "x", "ctrl-c"], does: "back", intent: intents.back }],
);

const QUIT = bindings(
  ["quit"],
  [
    { action: "save-and-quit", names: ["s"], does: "save and quit", intent: () => ({ kind: "save", next: "leave" }) },
    {
      action: "quit-unsaved",
      names: ["q", "ctrl-c"],
      does: "quit without saving",
      intent: () => ({ kind: "turned-to", mode: { kind: "left" } }),
    },
    { action: "stay", names: ["escape"], does: "stay", intent: intents.back },
  ],
);

/** The keys of what lies over a page. */
export const OVERLAYS: readonly Binding[] = [...SCOPE, ...FILTER, ...SAVING, ...READING, ...CLOSING, ...QUIT];
