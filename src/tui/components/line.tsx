import { Box, Text } from "ink";
import type { ReactNode } from "react";
import { oneLine, printable } from "../../text/printable.ts";
import { type Palette, styleOf, type Tone } from "../theme.ts";
import { Pieces } from "./pieces.tsx";

/** Whether text gives up its lines when the screen is low. */
export type Room = "yields" | "stays";

interface Words {
  readonly text: string;
  readonly tone: Tone;
  readonly palette: Palette;
  readonly room: Room;
}

/** Only what yields is clipped: in Ink the innermost clip is the only one, and the body has one of its own. */
const YIELDING = { yields: { flexShrink: 1, overflow: "hidden" }, stays: { flexShrink: 0 } } as const;

/** One line, cut where there is no more room. Its spaces stay; nothing unprintable gets through. */
export function Line({ text, tone, palette, room, cut }: Words & { readonly cut: "start" | "end" }): ReactNode {
  return (
    <Box {...YIELDING[room]} height={1} minHeight={0}>
      <Text wrap={cut === "start" ? "truncate-start" : "truncate-end"} {...styleOf(palette, tone)}>
        {printable(text.replace(/[^\S ]+/gu, " "))}
      </Text>
    </Box>
  );
}

/** Text of any length. */
export function Paragraph({ text, tone, palette, room, columns }: Words & { readonly columns: number }): ReactNode {
  return (
    <Box {...YIELDING[room]} flexDirection="column">
      <Pieces pieces={[{ text: oneLine(text), tone }]} columns={columns} palette={palette} />
    </Box>
  );
}
