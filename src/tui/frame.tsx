import { Box, Text } from "ink";
import { memo, type ReactNode } from "react";
import type { Line } from "./line.ts";
import type { Caret } from "./terminal/painter.ts";
import { type Palette, styleOf } from "./theme.ts";

/** A whole screen: lines that fit, and where text is written at the moment. */
export interface Frame {
  readonly lines: readonly Line[];
  readonly caret: Caret | undefined;
}

const Row = memo(({ line, palette }: { readonly line: Line; readonly palette: Palette }): ReactNode => {
  if (line.every(({ text }) => text.trim() === "")) return <Text> </Text>;
  return (
    <Text wrap="truncate-end">
      {line.map(({ text, tone }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name and no state
        <Text key={index} {...styleOf(palette, tone)}>
          {text}
        </Text>
      ))}
    </Text>
  );
});

/** Draws a frame. */
export function FrameView({ frame, palette }: { readonly frame: Frame; readonly palette: Palette }): ReactNode {
  return (
    <Box flexDirection="column">
      {frame.lines.map((line, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row of a screen is its place
        <Box key={row} height={1} flexShrink={0}>
          <Row line={line} palette={palette} />
        </Box>
      ))}
    </Box>
  );
}
