import { padded } from "../../text/cells.ts";
import { fitted, type Line, lineOf, piece, widthOf } from "../line.ts";
import type { Heading, Listing } from "../review/listing.ts";
import { isNarrowed } from "../review/listing.ts";
import { type State, standingAt } from "../review/state.ts";
import type { Scene } from "./scene.ts";
import { counted, replacementWords, standingSign, standingWords } from "./wording.ts";

const WIDE = 110;
const FULL = 72;
const SEVERITY_WIDTH = 9;
const SHORT_SEVERITIES = { neutral: "neu ", minor: "min ", major: "maj ", critical: "crit" } as const;

/** The first of the rows to show so that the one at the cursor is in sight. */
export function firstRow(cursor: number, count: number, height: number): number {
  return Math.max(0, Math.min(cursor - Math.floor(height / 2), count - height));
}

/** What is shown, and in which order. */
function titleLine({ listing, items }: State, columns: number): Line {
  const { order, sort, grouping, filter, query } = listing;
  const shown =
    order.length === items.length
      ? counted(items.length, "finding", "findings")
      : `${order.length} of ${items.length} findings`;
  const ticked = [...filter.severities, ...filter.standings, ...filter.rules].join(", ");
  const parts = [
    sort === "text" ? "in the order of the text" : `by ${sort}`,
    ...(grouping === "none" ? [] : [`grouped by ${grouping}`]),
    ...(ticked === "" ? [] : [`only ${ticked}`]),
    ...(query.trim() === "" ? [] : [`with “${query.trim()}”`]),
  ];
  return fitted([piece(shown, "strong"), piece(` ${parts.join(" · ")}`, "quiet")], columns);
}

function findingRow(state: State, index: number, columns: number): Line {
  const { items, cursor } = state;
  const item = items[index];
  if (item === undefined) return [];
  const { finding } = item.entry;
  const standing = standingAt(state, index);
  const isHere = index === cursor;
  const look = isHere ? "accent" : "same";
  const number = String(index + 1).padStart(String(items.length).length);
  const repair = standing.kind === "accepted" ? standing.replacement : finding.suggestions[0]?.replacement;
  const arrow = repair === undefined ? "" : ` → ${replacementWords(repair)}`;
  const isDone = standing.kind !== "open";
  const outcome = isDone && standing.kind !== "accepted" ? `  ${standingWords(standing, state)}` : "";
  const lead: Line = [
    piece(`${isHere ? "▸" : " "} ${number} `, isHere ? "accent" : "quiet"),
    piece(`${standingSign(standing)} `, isDone ? "quiet" : look),
    piece(
      columns < FULL ? `${SHORT_SEVERITIES[finding.severity]} ` : padded(finding.severity, SEVERITY_WIDTH),
      isHere ? "accent" : "quiet",
    ),
    piece(`‹${finding.target.text}›`, isHere ? "accent" : isDone ? "quiet" : "same"),
    piece(`${arrow}${outcome}`, isHere ? "accent" : "quiet"),
  ];
  if (columns < WIDE) return fitted(lead, columns);
  const half = Math.floor(columns / 2);
  const left = fitted(lead, half);
  return fitted([...left, piece(" ".repeat(half - widthOf(left) + 2)), piece(finding.message, "quiet")], columns);
}

const headingRow = ({ label, count }: Heading, columns: number): Line =>
  fitted([piece(label, "strong"), piece(` ${count}`, "quiet")], columns);

/** The row of the listing at which the list begins, for a list of so many lines. */
export function listTop({ listing, cursor }: State, height: number): number {
  const row = Math.max(0, listing.rowOf[cursor] ?? 0);
  return firstRow(row, listing.rows.length, height);
}

const NOTHING = (listing: Listing): Line =>
  lineOf(isNarrowed(listing) ? "No finding is like that. 0 shows all again." : "There are no findings.", "quiet");

/** All findings, one a line, under a line that says which they are. Only those in sight are made. */
export function listLines({ situation: { state }, columns, height }: Scene): readonly Line[] {
  const { rows } = state.listing;
  const room = Math.max(1, height - 1);
  const top = listTop(state, room);
  const shown = rows
    .slice(top, top + room)
    .map((row) => (typeof row === "number" ? findingRow(state, row, columns) : headingRow(row, columns)));
  return [titleLine(state, columns), ...(rows.length === 0 ? [NOTHING(state.listing)] : shown)];
}
