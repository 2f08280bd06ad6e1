import { tidy } from "../text/cells.ts";

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Escapes a stretch of printable text, spaces at its ends kept: it makes no markup and no link, and calls nobody by name. */
export const escapedMarkdown = (text: string): string =>
  text
    .replace(/[&<>]/gu, (sign) => ENTITIES[sign] ?? sign)
    .replace(/[\\`*_[\]#|~$]|^[-+=:]|(?<=^\d+)[.)]/gu, "\\$&")
    .replace(/[@#]|:(?=\/\/)|www(?=\.)/giu, "$&<!-- -->");

/** Any text on one line of Markdown. */
export const markdownText = (text: string): string => escapedMarkdown(tidy(text));
