import { fail, ok, type Result } from "../core/result.ts";
import { nearestName } from "../text/similarity.ts";
import { feed } from "./feed.ts";
import { html } from "./html.ts";
import { jsonl } from "./jsonl.ts";
import { markdown } from "./markdown.ts";
import { plain } from "./plain.ts";
import type { Reader } from "./reader.ts";

/** Every format that can be read. */
export const READERS: readonly Reader[] = [plain, markdown, html, feed, jsonl];

/** How a file of a format begins; the first that fits is meant. */
const BEGINNINGS: readonly { readonly pattern: RegExp; readonly reader: Reader }[] = [
  { pattern: /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*<(?:!doctype\s+html|html)\b/iu, reader: html },
  { pattern: /^\s*<(?:\?xml|rss|feed|rdf:RDF|atom:feed)\b/u, reader: feed },
  { pattern: /^\s*<(?:head|body|article|main|section|div|p|h[1-6]|table|ul|ol)\b/iu, reader: html },
  { pattern: /^\s*\{\s*(?:"[^"]{0,40}"\s*:\s*"[^"]*"\s*,\s*)*"version"\s*:\s*"https:\/\/jsonfeed\.org/u, reader: feed },
  { pattern: /^\s*\{[^\n]*\}\s*(?:\n|$)/u, reader: jsonl },
];

function readerNamed(name: string): Result<Reader> {
  const reader = READERS.find((candidate) => candidate.name === name.toLowerCase());
  if (reader !== undefined) return ok(reader);
  const names = READERS.map((candidate) => candidate.name);
  const nearest = nearestName(name, names);
  return fail({
    where: "--input-format",
    what: `There is no format "${name}".`,
    remedy: nearest === undefined ? `Choose one of ${names.join(", ")}.` : `Did you mean "${nearest}"?`,
  });
}

function readerByEnding(path: string): Reader | undefined {
  const name = (/^https?:/iu.test(path) ? path.replace(/[?#].*$/su, "") : path).toLowerCase();
  const fits = READERS.flatMap((reader) => reader.extensions.map((extension) => ({ reader, extension })));
  return fits
    .filter(({ extension }) => name.endsWith(extension))
    .sort((a, b) => b.extension.length - a.extension.length)[0]?.reader;
}

/** The name of the format that a file's ending stands for. */
export const formatByEnding = (path: string): string | undefined => readerByEnding(path)?.name;

const readerByBeginning = (text: string): Reader | undefined =>
  BEGINNINGS.find(({ pattern }) => pattern.test(text.slice(0, 65_536)))?.reader;

/** The name of the format that a text begins like. */
export const formatByBeginning = (text: string): string | undefined => readerByBeginning(text)?.name;

/** The reader for a file: by the format somebody named, else by the ending of its name, else by how its text begins. */
export function readerFor(path: string, text: string, formatName: string | undefined): Result<Reader> {
  if (formatName !== undefined) return readerNamed(formatName);
  return ok(readerByEnding(path) ?? readerByBeginning(text) ?? plain);
}
