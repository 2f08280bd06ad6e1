import type { Pair } from "../../core/document.ts";
import type { Standing } from "../../review/standing.ts";
import { wrap } from "../../text/wrap.ts";
import { BLANK, type Line, lineOf, type Piece, piece } from "../line.ts";
import type { Current } from "../review/current.ts";
import type { State } from "../review/state.ts";
import { marksOf, type Palette } from "../theme.ts";
import { marked } from "./marks.ts";
import type { Scene } from "./scene.ts";

const MARGIN = "  ";

/** A text longer than this is shown only around the mark that is looked at. */
const LONGEST = 20_000;

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly standing: Standing;
  readonly isHere: boolean;
}

/** The findings of a text, without those inside another; the one that is looked at always counts. */
function marksIn({ sitting }: State, current: Current, pair: Pair): readonly Mark[] {
  const progress = sitting.files[current.file];
  const places = current.document?.placesIn.get(pair) ?? [];
  const all = places.flatMap((place): Mark[] => {
    const entry = progress?.stock.entries[place];
    const standing = progress?.standings[place];
    if (entry === undefined || standing === undefined) return [];
    const { start, end } = entry.finding.target.span;
    return [{ start, end, standing, isHere: place === current.place }];
  });
  const kept: Mark[] = [];
  for (const mark of all.sort((a, b) => Number(b.isHere) - Number(a.isHere) || a.start - b.start || b.end - a.end))
    if (!kept.some((other) => mark.start < other.end && other.start < mark.end)) kept.push(mark);
  return kept.sort((a, b) => a.start - b.start);
}

function markPieces(words: string, { standing, isHere }: Mark, palette: Palette): readonly Piece[] {
  if (standing.kind === "accepted")
    return [
      ...marked(words, "removed", palette, isHere ? "selected" : "removed"),
      ...(standing.replacement.trim() === "" ? [] : [piece(" "), ...marked(standing.replacement, "added", palette)]),
    ];
  if (isHere) return marked(words, "flaw", palette, "selected");
  const [open, close] = marksOf(palette, "flaw");
  return standing.kind === "open" ? marked(words, "flaw", palette) : [piece(`${open}${words}${close}`, "quiet")];
}

/** One text with its marks, as lines, and the line on which the mark that is looked at begins. */
function pairLines(
  scene: Scene,
  current: Current,
  pair: Pair,
): { readonly lines: readonly Line[]; readonly here: number } {
  const { situation, columns, palette } = scene;
  const { text } = pair.target;
  const marks = marksIn(situation.state, current, pair);
  const focus = marks.find(({ isHere }) => isHere)?.start ?? 0;
  const from = text.length > LONGEST ? Math.max(0, focus - LONGEST / 2) : 0;
  const to = Math.min(text.length, from + LONGEST);
  const tone = pair.kind === "title" || pair.kind === "heading" ? "strong" : "same";
  const pieces: Piece[] = [];
  let at = from;
  let before = 0;
  for (const mark of marks) {
    if (mark.start < at || mark.end > to) continue;
    pieces.push(piece(text.slice(at, mark.start), tone));
    if (mark.isHere) before = pieces.length;
    pieces.push(...markPieces(text.slice(mark.start, mark.end), mark, palette));
    at = mark.end;
  }
  pieces.push(piece(text.slice(at, to), tone));
  const width = columns - MARGIN.length;
  const here = Math.max(0, wrap(pieces.slice(0, before + 1), width).length - 1);
  const isCurrent = current.entry.pair === pair;
  const lines = wrap(pieces, width).map((line, row) => [
    piece(isCurrent && row === here ? "▸ " : MARGIN, "accent"),
    ...line,
  ]);
  return { lines, here };
}

/** Lines around a text, made only as far as they are in sight. */
function around(scene: Scene, current: Current, scroll: number): readonly Line[] {
  const pairs = current.document?.pairs ?? [];
  const { height } = scene;
  const index = Math.max(0, pairs.indexOf(current.entry.pair));
  const own = pairLines(scene, current, current.entry.pair);
  let lines: readonly Line[] = [...own.lines, BLANK];
  let top = own.here - Math.floor(height / 3) + scroll;
  for (let above = index - 1; above >= 0 && top < 0; above -= 1) {
    const pair = pairs[above];
    if (pair === undefined) break;
    const more = [...pairLines(scene, current, pair).lines, BLANK];
    lines = [...more, ...lines];
    top += more.length;
  }
  top = Math.max(0, top);
  for (let below = index + 1; below < pairs.length && lines.length < top + height; below += 1) {
    const pair = pairs[below];
    if (pair !== undefined) lines = [...lines, ...pairLines(scene, current, pair).lines, BLANK];
  }
  top = Math.max(0, Math.min(top, lines.length - height));
  return lines.slice(top, top + height);
}

/** The whole text of the document with all its marks, around the finding at the cursor. */
export function documentLines(scene: Scene, scroll: number): readonly Line[] {
  const { current } = scene.situation;
  return current === undefined ? [lineOf("There is nothing to show.", "quiet")] : around(scene, current, scroll);
}
