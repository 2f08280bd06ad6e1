import { dirname, resolve } from "node:path";
import type { Ignore } from "../audit/ignore.ts";
import { ok, type Result } from "../core/result.ts";
import type { Checked, Zod } from "../text/schema.ts";
import { readYamlWithLines } from "../text/yaml.ts";
import { pathPattern } from "./patterns.ts";
import { readText } from "./read-text.ts";

const entry = (z: Zod) =>
  z.strictObject({
    rule: z.string().min(1).describe("A rule, a category or a dimension."),
    path: z.string().min(1).default("**").describe("A pattern of file names, seen from the folder of this file."),
    document: z.string().optional().describe("The document; of a feed, the GUID of the item."),
    text: z.string().min(1).optional().describe("The marked words, exactly."),
    fingerprint: z.string().min(1).optional(),
    reason: z.string().min(1).describe("Why the findings are right as they are."),
    expires: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/u, "a day is written YYYY-MM-DD")
      .optional()
      .describe("The last day on which it holds."),
  });

/** The form of an ignore file. */
export const ignoreFile = (z: Zod) =>
  z.strictObject({ ignores: z.array(entry(z)) }).meta({ title: "misrender ignores" });

type Entry = Checked<typeof entry>;

/** An ignore of the ignore file, and which files it speaks of. */
export interface SideIgnore {
  readonly ignore: Ignore;
  readonly speaksOf: (path: string) => boolean;
}

function sideIgnore(path: string, line: number, written: Entry): Result<SideIgnore> {
  const { rule, document = null, text = null, fingerprint = null, reason, expires = null } = written;
  const speaksOf = pathPattern(`${path}:${line}`, written.path, dirname(resolve(path)));
  if (speaksOf.kind === "problem") return speaksOf;
  const reach = { kind: "matching", document, text, fingerprint } as const;
  return ok({ ignore: { by: "ignore-file", path, line, rule, reason, expires, reach }, speaksOf: speaksOf.value });
}

/** Reads the ignores of an ignore file. */
export function readIgnoreFile(path: string): Result<readonly SideIgnore[]> {
  const text = readText(path);
  if (text.kind === "problem") return text;
  const read = readYamlWithLines(path, text.value, ignoreFile);
  if (read.kind === "problem") return read;
  const { value, lineOf } = read.value;
  const ignores: SideIgnore[] = [];
  for (const [index, written] of value.ignores.entries()) {
    const ignore = sideIgnore(path, lineOf(["ignores", index]), written);
    if (ignore.kind === "problem") return ignore;
    ignores.push(ignore.value);
  }
  return ok(ignores);
}
