import { Box } from "ink";
import type { ReactNode } from "react";
import { Line, Paragraph } from "../../components/line.tsx";
import type { Palette } from "../../theme.ts";
import type { Frame } from "./finding-view.tsx";
import { allKeys, type KeyHint } from "./keys.ts";
import type { Situation } from "./situation.ts";
import { replacementWords, standingWords } from "./wording.ts";

/** The first of the rows to show so that the one at the cursor is in sight. */
export function firstRow(cursor: number, count: number, height: number): number {
  return Math.max(0, Math.min(cursor - Math.floor(height / 2), count - height));
}

function rowText({ state, standings }: Situation, index: number): string {
  const entry = state.entries[index];
  const standing = standings[index];
  if (entry === undefined || standing === undefined) return "";
  const { severity, target } = entry.finding;
  const [sign, words] = standingWords(standing, state.entries);
  const result = standing.kind === "accepted" ? `→ ${replacementWords(standing.replacement)}` : words;
  const number = String(index + 1).padStart(String(state.entries.length).length);
  return `${number} ${sign} ${severity.padEnd(8)} ‹${target.text}› ${result}`;
}

/** All findings, one a line. */
export function ListPage({ situation, palette, height }: Frame & { readonly height: number }): ReactNode {
  const { state } = situation;
  const first = firstRow(state.cursor, state.entries.length, height);
  return (
    <Box flexDirection="column" flexGrow={1} flexShrink={1} overflow="hidden">
      {state.entries.slice(first, first + height).map((entry, offset) => {
        const isHere = first + offset === state.cursor;
        const text = `${isHere ? "▸" : "·"} ${rowText(situation, first + offset)}`;
        const key = `${entry.fingerprint}:${entry.occurrence}`;
        return (
          <Line key={key} text={text} tone={isHere ? "chosen" : "same"} palette={palette} room="stays" cut="end" />
        );
      })}
    </Box>
  );
}

function KeyRows({ keys, palette }: { readonly keys: readonly KeyHint[]; readonly palette: Palette }): ReactNode {
  return keys.map(({ label, does }) => (
    <Line
      key={`${label} ${does}`}
      text={`${label.padEnd(10)}${does}`}
      tone="same"
      palette={palette}
      room="stays"
      cut="end"
    />
  ));
}

const MARKS = [
  "‹ › the flaw",
  "[ ] words that change",
  "○ open   ✓ accepted",
  "– ignored",
  "= covered by another repair",
];

/** From here on there is room for two columns of help. */
const TWO_COLUMNS = 72;

/** What the keys and the marks mean. */
export function HelpPage({ columns, palette }: Frame): ReactNode {
  const heading = (text: string): ReactNode => (
    <Line text={text} tone="strong" palette={palette} room="stays" cut="end" />
  );
  return (
    <Box
      flexDirection={columns < TWO_COLUMNS ? "column" : "row"}
      columnGap={4}
      flexGrow={1}
      flexShrink={1}
      overflow="hidden"
    >
      <Box flexDirection="column" flexShrink={0}>
        {heading("Keys")}
        <KeyRows keys={allKeys("review")} palette={palette} />
      </Box>
      <Box flexDirection="column" flexShrink={0}>
        {heading("Marks")}
        {MARKS.map((text) => (
          <Line key={text} text={text} tone="same" palette={palette} room="stays" cut="end" />
        ))}
        {heading("Keys while you write")}
        <KeyRows keys={allKeys("edit")} palette={palette} />
      </Box>
    </Box>
  );
}

/** Asked only when something is unsaved. */
export function QuitPage({ situation, columns, palette }: Frame): ReactNode {
  const { unsavedCount } = situation;
  const what = unsavedCount === 1 ? "One change is not saved yet." : `${unsavedCount} changes are not saved yet.`;
  return (
    <Box flexDirection="column" flexGrow={1} flexShrink={1} overflow="hidden">
      <Paragraph text={what} tone="strong" palette={palette} room="stays" columns={columns} />
      <Paragraph
        text="The journal keeps your decisions either way; the file has them only once you save."
        tone="same"
        palette={palette}
        room="stays"
        columns={columns}
      />
    </Box>
  );
}
