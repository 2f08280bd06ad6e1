import type { Escaping } from "../core/document.ts";

const REFERENCES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

const withReferences = (text: string): string => text.replace(/[&<>]/gu, (sign) => REFERENCES[sign] ?? sign);

/** Text of an element (never of an attribute: readers take none) or of a JSON string, without its quotes. */
const WRITERS: Readonly<Record<Escaping, (text: string) => string>> = {
  xml: withReferences,
  html: withReferences,
  json: (text) => JSON.stringify(text).slice(1, -1),
};

/** A text as its file writes it. The outermost escaping comes first in the list and is done last. */
export const escaped = (text: string, escaping: readonly Escaping[]): string =>
  escaping.reduceRight((written, kind) => WRITERS[kind](written), text);
