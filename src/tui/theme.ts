import type { TextProps } from "ink";

type Style = Pick<TextProps, "color" | "bold" | "dimColor" | "underline">;

/** What a stretch of text is on a screen. Each is marked by signs or words too; none is told by its style alone. */
const COLOURED = {
  same: {},
  flaw: { color: "red", bold: true },
  removed: { color: "red" },
  added: { color: "green", bold: true },
  quiet: { dimColor: true },
  strong: { bold: true },
  chosen: { color: "cyan", bold: true },
  caret: { color: "cyan" },
  warning: { color: "yellow" },
} as const satisfies Record<string, Style>;

export type Tone = keyof typeof COLOURED;

/** `plain` is for NO_COLOR and for terminals without styles. */
export const PALETTES = ["coloured", "plain"] as const;
export type Palette = (typeof PALETTES)[number];

const PLAIN: Style = {};

/** The style of a tone in a palette. */
export const styleOf = (palette: Palette, tone: Tone): Style => (palette === "plain" ? PLAIN : COLOURED[tone]);
