import { cutEnd } from "../../text/cells.ts";
import { fitted, type Line, lineOf, piece, spread } from "../line.ts";
import { isNarrowed } from "../review/listing.ts";
import type { Situation } from "../review/situation.ts";
import { openBySeverity, scoreNow } from "../review/tally.ts";
import type { Scene } from "./scene.ts";
import { scoreWords } from "./wording.ts";

/** A screen with fewer rows has a header of one line. */
const LOW = 16;
const NARROW = 60;

/** Which finding of how many. */
function positionOf({ state: { listing, cursor, items } }: Situation): string {
  if (items.length === 0) return "no findings";
  const rank = listing.rankOf[cursor] ?? -1;
  const narrowed = isNarrowed(listing) ? ` · ${items.length} in all` : "";
  return rank < 0 ? `none of ${items.length} shown` : `${rank + 1} of ${listing.order.length}${narrowed}`;
}

/** The file, and the item where a file holds several. */
function placeLine({ state, current }: Situation, columns: number): Line {
  const file = state.files[current?.file ?? 0];
  const name = file?.path ?? "";
  const document = current?.document;
  if (document === undefined || file === undefined || file.documents.length === 1) return lineOf(name, "strong");
  const room = Math.max(10, Math.floor(columns / 3));
  const number = file.documents.indexOf(document) + 1;
  return [
    piece(name.length > room ? `…${name.slice(1 - room)}` : name, "strong"),
    piece(` · item ${number} of ${file.documents.length} · `, "quiet"),
    piece(cutEnd(document.title, columns)),
  ];
}

function scoreLine({ state, current }: Situation): string {
  if (current?.document === undefined) return "";
  return scoreWords(scoreNow(state, current.file, current.document));
}

/** What is open, gravest first. */
function openLine(situation: Situation): Line {
  const counts = openBySeverity(situation.tally);
  if (counts.length === 0) return lineOf("nothing open");
  const open = counts.flatMap(([severity, count]) => [
    piece(`  ${count}`, severity === "critical" || severity === "major" ? "strong" : "same"),
    piece(` ${severity}`, "quiet"),
  ]);
  return [piece("open", "quiet"), ...open];
}

function doneWords({ tally, state }: Situation): string {
  const decided = state.items.length - tally.openCount;
  const unsaved = tally.unsavedCount === 0 ? "" : ` · ${tally.unsavedCount} unsaved`;
  return `${decided} decided${unsaved}`;
}

/** Place and position, score and counts. */
export function headerLines({ situation, columns }: Scene, rows: number): readonly Line[] {
  const position = lineOf(positionOf(situation), "strong");
  const top = spread(placeLine(situation, columns), position, columns);
  if (rows < LOW) return [top];
  const score = scoreLine(situation);
  const lead: Line = columns < NARROW || score === "" ? [] : [piece(score), piece("   ")];
  const counts = spread([...lead, ...openLine(situation)], lineOf(doneWords(situation), "quiet"), columns);
  return [top, fitted(counts, columns), lineOf("─".repeat(columns), "quiet")];
}
