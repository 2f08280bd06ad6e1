import { fail, ok, type Result } from "../core/result.ts";
import type { Zod } from "../text/schema.ts";
import type { Baseline, BaselineEntry } from "./baseline.ts";

/** The form of baselines that this version writes. */
const VERSION = 1;

const day = (z: Zod) => z.string().regex(/^\d{4}-\d{2}-\d{2}$/u, "a day is written YYYY-MM-DD");

const entrySchema = (z: Zod) =>
  z.strictObject({
    path: z.string().min(1).describe("Seen from the folder of the baseline."),
    document: z.string().describe("The document; of a feed, the GUID of the item."),
    rule: z.string().min(1),
    fingerprint: z.string().min(1),
    count: z.int().positive().describe("How many findings of the document are alike."),
    text: z.string().describe("The marked words, for people."),
    reason: z.string().nullable(),
    expires: day(z).nullable().describe("The last day on which the entry holds."),
  });

/** The form of a baseline file. */
export const baselineFile = (z: Zod) =>
  z
    .strictObject({ version: z.literal(VERSION), entries: z.array(entrySchema(z)) })
    .meta({ title: "misrender baseline", description: "Findings that are known, written by misrender baseline." });

const WRITE_ANEW = "Restore it from version control, or write it anew with “misrender baseline”.";

function parsedJson(path: string, text: string): Result<unknown> {
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    const what = `This is not valid JSON: ${error instanceof Error ? error.message : String(error)}.`;
    return fail({ where: path, what, remedy: WRITE_ANEW });
  }
}

const versionOf = (value: unknown): unknown =>
  typeof value === "object" && value !== null && "version" in value ? value.version : undefined;

/** Reads a baseline from the text of its file. */
export function readBaseline(path: string, text: string, z: Zod): Result<Baseline> {
  const parsed = parsedJson(path, text);
  if (parsed.kind === "problem") return parsed;
  const version = versionOf(parsed.value);
  if (typeof version === "number" && version > VERSION)
    return fail({
      where: path,
      what: `This baseline is of version ${version}; this misrender knows versions up to ${VERSION}.`,
      remedy: "Update misrender, or write the baseline anew with “misrender baseline”.",
    });
  const checked = baselineFile(z).safeParse(parsed.value);
  if (checked.success) return ok(checked.data.entries);
  const issue = checked.error.issues[0];
  const at = issue === undefined || issue.path.length === 0 ? "" : `“${issue.path.join(".")}”: `;
  return fail({ where: path, what: `This is no baseline. ${at}${issue?.message ?? ""}.`, remedy: WRITE_ANEW });
}

const ordered = ({
  path,
  document,
  rule,
  fingerprint,
  count,
  text,
  reason,
  expires,
}: BaselineEntry): BaselineEntry => ({
  path,
  document,
  rule,
  fingerprint,
  count,
  text,
  reason,
  expires,
});

/** The text of a baseline's file: one entry a line, so that changes read well. */
export function baselineText(baseline: Baseline): string {
  const lines = baseline.map((entry) => `    ${JSON.stringify(ordered(entry))}`);
  const entries = lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n  ]`;
  return `{\n  "version": ${VERSION},\n  "entries": ${entries}\n}\n`;
}
