import { type State, standingAt } from "./state.ts";

/** Where a key may lead from a finding. */
export type Direction =
  | "next"
  | "previous"
  | "next-open"
  | "previous-open"
  | "next-unseen"
  | "next-item"
  | "previous-item"
  | "next-page"
  | "previous-page"
  | "first"
  | "last";

type Test = (index: number) => boolean;

/** Lines of a list page that are no findings. */
const LINES_AROUND = 6;

/** The first finding below a rank that is wanted. */
export function nextAfter({ listing: { order } }: State, rank: number, isWanted: Test): number | undefined {
  for (let at = rank + 1; at < order.length; at += 1) {
    const index = order[at];
    if (index !== undefined && isWanted(index)) return index;
  }
  return undefined;
}

function lastBefore({ listing: { order } }: State, rank: number, isWanted: Test): number | undefined {
  for (let at = rank - 1; at >= 0; at -= 1) {
    const index = order[at];
    if (index !== undefined && isWanted(index)) return index;
  }
  return undefined;
}

/** The state with the cursor at a finding. */
export function arrived(state: State, index: number): State {
  const { mode, seen } = state;
  const isNew = seen[index] === 0;
  const page = mode.kind === "document" ? { ...mode, scroll: 0 } : mode;
  const looked = isNew ? Uint8Array.from(seen) : seen;
  if (isNew) looked[index] = 1;
  return { ...state, cursor: index, choice: undefined, note: undefined, mode: page, seen: looked };
}

const to = (state: State, index: number | undefined, orElse: string): State =>
  index === undefined ? { ...state, note: orElse } : arrived(state, index);

function byRank(state: State, rank: number): State {
  const { order } = state.listing;
  const index = order[Math.min(Math.max(0, rank), order.length - 1)];
  return index === undefined
    ? { ...state, note: "No finding is shown: press f or / to show more." }
    : arrived(state, index);
}

const itemNameAt = ({ items }: State, index: number): string => {
  const item = items[index];
  return `${item?.file}\n${item?.entry.finding.target.document}`;
};

/** The state after moving. */
export function moved(state: State, direction: Direction): State {
  const rank = state.listing.rankOf[state.cursor] ?? -1;
  const isOpen: Test = (index) => standingAt(state, index).kind === "open";
  const isElsewhere: Test = (index) => itemNameAt(state, index) !== itemNameAt(state, state.cursor);
  const page = Math.max(1, state.size.rows - LINES_AROUND);
  switch (direction) {
    case "next":
      return byRank(state, rank + 1);
    case "previous":
      return byRank(state, rank - 1);
    case "first":
      return byRank(state, 0);
    case "last":
      return byRank(state, state.listing.order.length - 1);
    case "next-page":
      return byRank(state, rank + page);
    case "previous-page":
      return byRank(state, rank - page);
    case "next-open":
      return to(state, nextAfter(state, rank, isOpen), "No finding after this one is open.");
    case "previous-open":
      return to(state, lastBefore(state, rank, isOpen), "No finding before this one is open.");
    case "next-unseen": {
      const isUnseen: Test = (index) => state.seen[index] === 0;
      const index = nextAfter(state, rank, isUnseen) ?? nextAfter(state, -1, isUnseen);
      return to(state, index, "You have looked at every finding.");
    }
    case "next-item":
      return to(state, nextAfter(state, rank, isElsewhere), "There is no item after this one.");
    case "previous-item":
      return to(state, lastBefore(state, rank, isElsewhere), "There is no item before this one.");
  }
}
