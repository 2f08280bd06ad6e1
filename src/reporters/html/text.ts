import { tidy } from "../../text/cells.ts";
import type { Line } from "../line.ts";
import { type Paint, type Painter, unpainted } from "../painter.ts";

const REFERENCES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Escapes printable text for an element or a quoted attribute. */
const escapedHtml = (text: string): string => text.replace(/[&<>"']/gu, (sign) => REFERENCES[sign] ?? sign);

/** Any text on one line of HTML, for an element or a quoted attribute. */
export const htmlText = (text: string): string => escapedHtml(tidy(text));

const between =
  (tag: string): Paint =>
  (text) =>
    `<${tag}>${text}</${tag}>`;

/** Paints with tags; the texts must be escaped before. */
export const htmlPainter: Painter = {
  strong: between("strong"),
  faint: between("sup"),
  heading: unpainted,
  place: unpainted,
  wrong: between("del"),
  right: between("ins"),
  doubted: between("mark"),
  severity: () => unpainted,
  marks: { wrong: ["", ""], right: ["", ""], doubted: ["", ""] },
};

/** A painted line as HTML. */
export const lineHtml = (line: Line): string => line.map(({ text, paint }) => paint(escapedHtml(text))).join("");
