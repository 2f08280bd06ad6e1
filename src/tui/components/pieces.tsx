import { Box, Text } from "ink";
import type { ReactNode } from "react";
import { wrap } from "../../text/wrap.ts";
import type { Piece } from "../piece.ts";
import { type Palette, styleOf } from "../theme.ts";

/** Text in several tones, in as many lines as it takes. */
export function Pieces({
  pieces,
  columns,
  palette,
}: {
  readonly pieces: readonly Piece[];
  readonly columns: number;
  readonly palette: Palette;
}): ReactNode {
  return wrap(pieces, columns).map((line, row) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines and pieces have no other name and no state
    <Box key={row} flexShrink={0} height={1}>
      <Text wrap="truncate-end">
        {line.map(({ text, tone }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <Text key={index} {...styleOf(palette, tone)}>
            {text}
          </Text>
        ))}
      </Text>
    </Box>
  ));
}
