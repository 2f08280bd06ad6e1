import { Box, Text } from "ink";
import type { ReactNode } from "react";
import { cellWidth, cutStart } from "../../../text/cells.ts";
import { oneLine } from "../../../text/printable.ts";
import { KeyLine } from "../../components/key-line.tsx";
import { Line, Paragraph } from "../../components/line.tsx";
import { type Palette, styleOf } from "../../theme.ts";
import { FindingView, type Frame } from "./finding-view.tsx";
import { keysNow } from "./keys.ts";
import { HelpPage, ListPage, QuitPage } from "./pages.tsx";
import { situationOf } from "./situation.ts";
import type { State } from "./state.ts";
import { openOf, placeOf, positionOf } from "./wording.ts";

/** Lines above and below the body: two of header, a rule, a note, two of keys. */
const LINES_AROUND = 6;

function Header({ situation, columns, palette }: Frame): ReactNode {
  const position = positionOf(situation);
  const room = columns - cellWidth(position) - 2;
  return (
    <Box flexDirection="column" flexShrink={0}>
      <Box justifyContent="space-between" height={1}>
        <Text {...styleOf(palette, "strong")}>{cutStart(oneLine(placeOf(situation)), room)}</Text>
        <Text>{position}</Text>
      </Box>
      <Line text={openOf(situation)} tone="same" palette={palette} room="stays" cut="end" />
      <Line text={"─".repeat(columns)} tone="quiet" palette={palette} room="stays" cut="end" />
    </Box>
  );
}

function Body({ rows, ...frame }: Frame & { readonly rows: number }): ReactNode {
  const { situation, palette } = frame;
  const { current, state } = situation;
  switch (state.mode.kind) {
    case "review":
    case "edit":
      if (current !== undefined) return <FindingView {...frame} current={current} />;
      return (
        <Paragraph
          text="There is nothing to review in this file."
          tone="same"
          palette={palette}
          room="stays"
          columns={frame.columns}
        />
      );
    case "list":
      return <ListPage {...frame} height={Math.max(1, rows - LINES_AROUND)} />;
    case "help":
      return <HelpPage {...frame} />;
    case "quit":
      return <QuitPage {...frame} />;
    case "left":
      return null;
  }
}

/** The frame of a state: as wide and as high as it is told, whatever the texts are. */
export function ReviewView({
  state,
  columns,
  rows,
  palette,
}: {
  readonly state: State;
  readonly columns: number;
  readonly rows: number;
  readonly palette: Palette;
}): ReactNode {
  if (state.mode.kind === "left") return null;
  const situation = situationOf(state);
  const frame: Frame = { situation, columns, palette };
  return (
    <Box flexDirection="column" width={columns} height={rows}>
      <Header {...frame} />
      <Box flexDirection="column" flexGrow={1} flexShrink={1} overflow="hidden">
        <Body {...frame} rows={rows} />
      </Box>
      {state.note !== undefined && <Paragraph {...frame} text={`! ${state.note}`} tone="warning" room="stays" />}
      <KeyLine hints={keysNow(situation)} columns={columns} palette={palette} />
    </Box>
  );
}
