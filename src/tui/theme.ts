import type { TextProps } from "ink";

type Style = Pick<TextProps, "color" | "bold" | "dimColor" | "underline" | "strikethrough" | "inverse">;

/** What a stretch of text is on a screen. None is told by its colour alone: a sign, a word or a line under it says the same. */
export const TONES = ["same", "quiet", "strong", "accent", "selected", "flaw", "removed", "added", "warning"] as const;
export type Tone = (typeof TONES)[number];

/** `dark` and `light` are named after the background; `plain` is for NO_COLOR and for terminals without styles. */
export const PALETTES = ["dark", "light", "plain"] as const;
export type Palette = (typeof PALETTES)[number];

/** One accent beside red and green, which mean gone and new. */
const coloured = (accent: string, warning: string): Readonly<Record<Tone, Style>> => ({
  same: {},
  quiet: { dimColor: true },
  strong: { bold: true },
  accent: { color: accent, bold: true },
  selected: { color: accent, inverse: true },
  flaw: { color: "red", bold: true, underline: true },
  removed: { color: "red", strikethrough: true },
  added: { color: "green", bold: true, underline: true },
  warning: { color: warning },
});

const UNSTYLED: Style = {};
const STYLES = { dark: coloured("cyan", "yellow"), light: coloured("blue", "magenta") };

/** The style of a tone in a palette. */
export const styleOf = (palette: Palette, tone: Tone): Style =>
  palette === "plain" ? UNSTYLED : STYLES[palette][tone];

type Marks = readonly [open: string, close: string];

/** Signs around marked words: where styles are missing, they say what is gone and what is new. */
export const marksOf = (palette: Palette, tone: "flaw" | "removed" | "added"): Marks => {
  if (tone === "flaw") return ["‹", "›"];
  if (palette !== "plain") return ["", ""];
  return tone === "removed" ? ["[-", "-]"] : ["{+", "+}"];
};
