import type { Direction } from "../review/cursor.ts";
import { editorOf } from "../review/editor.ts";
import type { Intent } from "../review/intents.ts";
import * as intents from "../review/intents.ts";
import { GROUPINGS, isNarrowed, NO_FILTER, SORTS } from "../review/listing.ts";
import { FINDING, type Mode, type Page, pageOf } from "../review/mode.ts";
import type { Situation } from "../review/situation.ts";
import { always, type Binding, bindings, hasFinding, never } from "./binding.ts";

const move = (to: Direction) => (): Intent => ({ kind: "moved", to });
const turnTo = (mode: Mode) => (): Intent => ({ kind: "turned-to", mode });
const over =
  (mode: (back: Page, situation: Situation) => Mode) =>
  (situation: Situation): Intent => ({ kind: "turned-to", mode: mode(pageOf(situation.state.mode), situation) });

const suggestionCount = ({ current }: Situation): number => current?.entry.finding.suggestions.length ?? 0;
const hasSeveral = ({ state }: Situation): boolean => state.listing.order.length > 1;
const canAccept = ({ current }: Situation): boolean =>
  current?.replacement !== undefined && current.obstacle === undefined && current.standing.kind !== "accepted";
const hasItems = ({ state }: Situation): boolean =>
  state.files.length > 1 || state.files.some(({ documents }) => documents.length > 1);
const isList = ({ state }: Situation): boolean => state.mode.kind === "list";
const isFinding = ({ state }: Situation): boolean => state.mode.kind === "finding";

const following = <Name>(names: readonly Name[], now: Name): Name =>
  names[(names.indexOf(now) + 1) % names.length] ?? now;

const PAGES = ["finding", "list", "document"] as const;

/** What is decided on a finding. */
const DECIDING = bindings(PAGES, [
  { action: "accept", names: ["a"], does: "accept", isShown: canAccept, intent: intents.accept },
  { action: "ignore", names: ["i"], does: "ignore", isShown: hasFinding, intent: intents.ignore },
  { action: "edit", names: ["e"], does: "edit", isShown: hasFinding, intent: intents.beginWriting("repair") },
  {
    action: "choose",
    names: ["1", "2", "3", "4", "5", "6", "7", "8", "9"],
    does: "choose",
    isShown: (now) => suggestionCount(now) > 1 && isFinding(now),
    intent: intents.choose,
  },
  {
    action: "accept-alike",
    names: ["=", "A"],
    does: "all alike",
    isShown: hasFinding,
    intent: intents.decideAlike,
  },
]);

/** Where keys lead. */
const MOVING = bindings(PAGES, [
  {
    action: "next",
    names: ["j", "down"],
    does: "next finding",
    pair: { with: "previous", does: "down, up" },
    isShown: hasSeveral,
    intent: move("next"),
  },
  { action: "previous", names: ["k", "up"], does: "previous finding", isShown: never, intent: move("previous") },
  {
    action: "next-open",
    names: ["n"],
    does: "next open finding",
    pair: { with: "previous-open", does: "next open" },
    isShown: ({ tally }) => tally.openCount > 0,
    intent: move("next-open"),
  },
  {
    action: "previous-open",
    names: ["p"],
    does: "previous open finding",
    isShown: never,
    intent: move("previous-open"),
  },
]);

const UNDOING = bindings(PAGES, [
  {
    action: "undo",
    names: ["u"],
    does: "undo",
    isShown: ({ state }) => state.sitting.done.length > 0,
    intent: intents.undo,
  },
  {
    action: "redo",
    names: ["ctrl-r"],
    does: "redo",
    isShown: ({ state }) => state.sitting.undone.length > 0,
    intent: intents.redo,
  },
  {
    action: "save",
    names: ["s"],
    does: "save",
    isShown: ({ tally }) => tally.unsavedCount > 0,
    intent: intents.summarise,
  },
  {
    action: "reread",
    names: ["r"],
    does: "read the changed file again",
    isShown: ({ state }) => state.changed.length > 0,
    intent: () => ({ kind: "reread-changed" }),
  },
]);

const SHOWING = bindings(PAGES, [
  {
    action: "open",
    names: ["enter"],
    does: "open the finding",
    isShown: (now) => !isFinding(now),
    intent: turnTo(FINDING),
  },
  {
    action: "list",
    names: ["l"],
    does: "list",
    isShown: (now) => !isList(now) && hasFinding(now),
    intent: turnTo({ kind: "list" }),
  },
  {
    action: "filter",
    names: ["f"],
    does: "filter",
    isShown: hasFinding,
    intent: over((back, { state }) => ({ kind: "filter", row: 0, before: state.listing.filter, back })),
  },
  {
    action: "search",
    names: ["/"],
    does: "search",
    isShown: hasFinding,
    intent: ({ state }) => ({
      kind: "turned-to",
      mode: { kind: "search", editor: editorOf(state.listing.query), before: state.listing, back: { kind: "list" } },
    }),
  },
  {
    action: "sort",
    names: ["o"],
    does: "change the order",
    isShown: isList,
    intent: ({ state }) => ({ kind: "arranged", arrangement: { sort: following(SORTS, state.listing.sort) } }),
  },
  {
    action: "group",
    names: ["t"],
    does: "group",
    isShown: isList,
    intent: ({ state }) => ({
      kind: "arranged",
      arrangement: { grouping: following(GROUPINGS, state.listing.grouping) },
    }),
  },
  {
    action: "show-all",
    names: ["0"],
    does: "show all again",
    isShown: ({ state }) => isNarrowed(state.listing),
    intent: () => ({ kind: "arranged", arrangement: { filter: NO_FILTER, query: "" } }),
  },
  {
    action: "document",
    names: ["d"],
    does: "document",
    isShown: (now) => hasFinding(now) && now.state.mode.kind !== "document",
    intent: turnTo({ kind: "document", scroll: 0 }),
  },
  {
    action: "rule",
    names: ["x"],
    does: "rule",
    isShown: hasFinding,
    intent: over((back) => ({ kind: "rule", scroll: 0, back })),
  },
  {
    action: "ignore-rule",
    names: ["I"],
    does: "ignore the rule …",
    isShown: hasFinding,
    intent: over((back) => ({ kind: "scope", back })),
  },
  {
    action: "wrong-flag",
    names: ["w"],
    does: "wrong flag",
    isShown: hasFinding,
    intent: intents.beginWriting("reason"),
  },
  {
    action: "note",
    names: ["m"],
    does: "note to the desk",
    isShown: hasFinding,
    intent: intents.beginWriting("note"),
  },
  {
    action: "next-item",
    names: ["]"],
    does: "next item",
    pair: { with: "previous-item", does: "next, previous item" },
    isShown: hasItems,
    intent: move("next-item"),
  },
  { action: "previous-item", names: ["["], does: "previous item", isShown: never, intent: move("previous-item") },
  {
    action: "next-unseen",
    names: ["tab"],
    does: "next not seen yet",
    isShown: hasSeveral,
    intent: move("next-unseen"),
  },
  { action: "first", names: ["g", "home"], does: "first finding", isShown: never, intent: move("first") },
  { action: "last", names: ["G", "end"], does: "last finding", isShown: never, intent: move("last") },
  {
    action: "next-page",
    names: ["pagedown", "ctrl-f"],
    does: "a page down",
    isShown: never,
    intent: move("next-page"),
  },
  {
    action: "previous-page",
    names: ["pageup", "ctrl-b"],
    does: "a page up",
    isShown: never,
    intent: move("previous-page"),
  },
]);

const DOCUMENT = bindings(
  ["document"],
  [
    {
      action: "scroll-down",
      names: ["space", "ctrl-d"],
      does: "scroll down",
      pair: { with: "scroll-up", does: "scroll" },
      intent: ({ state }) => ({ kind: "scrolled", by: Math.max(1, Math.floor(state.size.rows / 2)) }),
    },
    {
      action: "scroll-up",
      names: ["-", "ctrl-u"],
      does: "scroll up",
      isShown: never,
      intent: ({ state }) => ({ kind: "scrolled", by: -Math.max(1, Math.floor(state.size.rows / 2)) }),
    },
  ],
);

const LEAVING = bindings(PAGES, [
  { action: "close", names: ["escape"], does: "back to the finding", isShown: never, intent: turnTo(FINDING) },
  {
    action: "help",
    names: ["?"],
    does: "help",
    isShown: always,
    intent: over((back) => ({ kind: "help", editor: editorOf(""), scroll: 0, back })),
  },
  { action: "quit", names: ["q", "ctrl-c"], does: "quit", intent: intents.quit },
]);

/** The keys of the pages on which findings are looked through, the most wanted first. */
export const BROWSING: readonly Binding[] = [...DECIDING, ...MOVING, ...UNDOING, ...DOCUMENT, ...SHOWING, ...LEAVING];
