import { fail, ok, type Result } from "../../core/result.ts";
import { formatByBeginning } from "../../readers/index.ts";

/** What a server says of a text: the format it is in, where it says so, and the encoding. */
export interface ContentType {
  readonly format: string | undefined;
  readonly charset: string | undefined;
}

/** Formats by media type; `undefined` where the text itself has to tell. */
const FORMATS: Readonly<Record<string, string | undefined>> = {
  "text/html": "html",
  "application/rss+xml": "feed",
  "application/atom+xml": "feed",
  "application/rdf+xml": "feed",
  "application/feed+json": "feed",
  "application/x-ndjson": "jsonl",
  "application/jsonl": "jsonl",
  "text/markdown": "markdown",
  "text/plain": undefined,
  "application/json": undefined,
  "application/octet-stream": undefined,
  "": undefined,
};
const XML = ["application/xml", "text/xml", "application/xhtml+xml"];

/** Reads a Content-Type header. What is no text is refused. */
export function readContentType(header: string, bytes: Uint8Array, where: string): Result<ContentType> {
  const [media = "", ...parameters] = header.split(";").map((part) => part.trim());
  const type = media.toLowerCase();
  const charset = parameters
    .map((parameter) => /^charset\s*=\s*["']?([\w.:-]+)/iu.exec(parameter)?.[1])
    .find((name) => name !== undefined);
  if (XML.includes(type)) {
    const beginning = Buffer.from(bytes.subarray(0, 4096)).toString("latin1");
    return ok({ format: formatByBeginning(beginning) === "html" ? "html" : "feed", charset });
  }
  if (type in FORMATS) return ok({ format: FORMATS[type], charset });
  return fail({
    where,
    what: `The server sends it as ${type.replace(/[^\w./+-]/gu, "?")}, which is no text.`,
    remedy: "Name a page or a feed; if it is one after all, say which with --input-format.",
  });
}
