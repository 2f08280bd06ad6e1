import { createRequire } from "node:module";
import { fail, ok, type Result } from "../core/result.ts";
import { lineIndex } from "../text/lines.ts";
import { walkXml } from "./xml.ts";

const require = createRequire(import.meta.url);

/** Elements may stand this deep in one another. */
const MAX_DEPTH = 256;

const CHUNK_UNITS = 65_536;

/** What is wrong with XML, and where. */
interface Fault {
  readonly what: string;
  readonly offset: number;
}

function parseFault(text: string): Fault | undefined {
  const { SaxesParser }: typeof import("saxes") = require("saxes");
  const parser = new SaxesParser({ position: false });
  let depth = 0;
  parser.on("opentag", () => {
    depth += 1;
    if (depth > MAX_DEPTH) throw new Error(`elements stand more than ${MAX_DEPTH} deep in one another`);
  });
  parser.on("closetag", () => {
    depth -= 1;
  });
  parser.on("doctype", (doctype) => {
    if (doctype.includes("[")) throw new Error("the DOCTYPE has definitions of its own, which are not read");
  });
  try {
    for (let start = 0; start < text.length; start += CHUNK_UNITS) parser.write(text.slice(start, start + CHUNK_UNITS));
    parser.close();
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message.replace(/\.$/u, "") : "it cannot be parsed";
    return { what: message, offset: Math.min(text.length, Math.max(0, parser.position - 1)) };
  }
}

const REFERENCE = /&(?:(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)?/gu;

/** The first `&` that begins nothing XML knows. It is the commonest fault, and the parser sees it late. */
function referenceFault(text: string): Fault | undefined {
  let fault: Fault | undefined;
  const search = (start: number, end: number): void => {
    if (fault !== undefined) return;
    for (const match of text.slice(start, end).matchAll(REFERENCE)) {
      if (match[0] !== "&") continue;
      const offset = start + match.index;
      const name = /^&[\p{L}\d]{1,40};/u.exec(text.slice(offset, offset + 42))?.[0];
      const what =
        name === undefined ? 'an "&" stands by itself, which is written "&amp;"' : `XML does not know ${name}`;
      fault = { what, offset };
      return;
    }
  };
  walkXml(text, {
    opened: (_name, _attributes, start, end) => search(start, end),
    closed: () => {},
    text: ({ kind, start, end }) => {
      if (kind === "text") search(start, end);
    },
  });
  return fault;
}

function faultOf(text: string): Fault | undefined {
  const parsed = parseFault(text);
  if (parsed === undefined) return undefined;
  const reference = referenceFault(text);
  return reference !== undefined && reference.offset <= parsed.offset ? reference : parsed;
}

/** Whether the text is well-formed XML without definitions of its own. */
export function checkXml(path: string, text: string): Result<true> {
  const fault = faultOf(text);
  if (fault === undefined) return ok(true);
  const { line, column } = lineIndex(text)(fault.offset);
  return fail({
    where: `${path}:${line}:${column}`,
    what: `This is not XML that can be read: ${fault.what}.`,
    remedy: "Correct the XML here, or ask whoever publishes it to.",
  });
}
