import { Box } from "ink";
import type { ReactNode } from "react";
import { cellWidth, cutEnd, cutStart } from "../../../text/cells.ts";
import { printable } from "../../../text/printable.ts";
import { Line, Paragraph } from "../../components/line.tsx";
import { Pieces } from "../../components/pieces.tsx";
import type { Piece } from "../../piece.ts";
import type { Palette } from "../../theme.ts";
import { correctedPieces, excerpt, originalPieces } from "./pieces.ts";
import { type Current, comparisonOf, type Situation } from "./situation.ts";
import { correctedTitle, evidenceWords, kindOf, replacementWords, standingWords } from "./wording.ts";

/** What every part of the screen is given. */
export interface Frame {
  readonly situation: Situation;
  readonly columns: number;
  readonly palette: Palette;
}

type CurrentFrame = Frame & { readonly current: Current };

/** Narrower terminals stack the two sentences. */
const SIDE_BY_SIDE = 100;
const BETWEEN = 3;
const LINES_OF_A_SENTENCE = 5;
const MOST_EVIDENCE = 4;

/** A title and a sentence. */
function Panel({
  title,
  pieces,
  columns,
  palette,
}: {
  readonly title: string;
  readonly pieces: readonly Piece[];
  readonly columns: number;
  readonly palette: Palette;
}): ReactNode {
  return (
    <Box flexDirection="column" flexShrink={0} width={columns}>
      <Line text={title} tone="strong" palette={palette} room="stays" cut="end" />
      <Pieces pieces={excerpt(pieces, columns * LINES_OF_A_SENTENCE)} columns={columns} palette={palette} />
    </Box>
  );
}

function Sentences({ situation, current, columns, palette }: CurrentFrame): ReactNode {
  const comparison = comparisonOf(situation, current);
  const isWide = columns >= SIDE_BY_SIDE;
  const width = isWide ? Math.floor((columns - BETWEEN) / 2) : columns;
  const left = `Translation, line ${current.entry.finding.target.line}`;
  const right = correctedTitle(situation, current);
  return (
    <Box flexDirection={isWide ? "row" : "column"} columnGap={BETWEEN} flexShrink={0}>
      <Panel title={left} pieces={originalPieces(comparison)} columns={width} palette={palette} />
      <Panel title={right} pieces={correctedPieces(comparison)} columns={width} palette={palette} />
    </Box>
  );
}

function Reasons({ situation, current, columns, palette }: CurrentFrame): ReactNode {
  const { finding, pair } = current.entry;
  const why = situation.state.rules.get(finding.rule)?.explanation ?? "";
  const reasons = [
    ...(why === "" ? [] : [`Why: ${why}`]),
    ...(pair.source === undefined ? [] : [`Source: ${pair.source.text}`]),
    ...finding.related.slice(0, MOST_EVIDENCE).map((evidence) => `Evidence: ${evidenceWords(evidence)}`),
  ];
  return [...new Set(reasons)].map((text) => (
    <Paragraph key={text} text={text} tone="same" palette={palette} room="yields" columns={columns} />
  ));
}

function Suggestions({ current, palette }: CurrentFrame): ReactNode {
  const { suggestions } = current.entry.finding;
  const none = "No suggestion. Press e to write one.";
  if (suggestions.length === 0) return <Line text={none} tone="same" palette={palette} room="stays" cut="end" />;
  return suggestions.slice(0, 9).map(({ replacement, why }, index) => {
    const isChosen = replacement === current.replacement;
    const words = `${isChosen ? "▸" : " "} ${index + 1} ${replacementWords(replacement)}`;
    const text = why === "" ? words : `${words} — ${why}`;
    const tone = isChosen ? "chosen" : "same";
    return <Line key={replacement} text={text} tone={tone} palette={palette} room="stays" cut="end" />;
  });
}

function EditField({ situation, columns, palette }: Frame): ReactNode {
  const { mode } = situation.state;
  if (mode.kind !== "edit") return null;
  const label = "Write: ";
  const room = columns - cellWidth(label) - 1;
  const before = cutStart(printable(mode.line.before), Math.ceil(room / 2));
  const pieces: readonly Piece[] = [
    { text: label, tone: "strong" },
    { text: before, tone: "same" },
    { text: "│", tone: "caret" },
    { text: cutEnd(printable(mode.line.after), room - cellWidth(before)), tone: "same" },
  ];
  return <Pieces pieces={pieces} columns={columns} palette={palette} />;
}

/** One finding: its sentence before and after, what is wrong, why, and what to do about it. */
export function FindingView(frame: CurrentFrame): ReactNode {
  const { situation, current, columns, palette } = frame;
  const { finding } = current.entry;
  const { before, after } = finding.context;
  const [sign, standing] = standingWords(current.standing, situation.state.entries);
  return (
    <Box flexDirection="column" flexGrow={1} flexShrink={1} overflow="hidden">
      {before !== "" && <Line text={before} tone="quiet" palette={palette} room="yields" cut="start" />}
      <Sentences {...frame} />
      {after !== "" && <Line text={after} tone="quiet" palette={palette} room="yields" cut="end" />}
      <Line text=" " tone="same" palette={palette} room="yields" cut="end" />
      <Line text={`${sign} ${standing} · ${kindOf(finding)}`} tone="quiet" palette={palette} room="stays" cut="end" />
      <Paragraph text={finding.message} tone="strong" palette={palette} room="stays" columns={columns} />
      <Reasons {...frame} />
      {situation.state.mode.kind === "edit" ? <EditField {...frame} /> : <Suggestions {...frame} />}
    </Box>
  );
}
