import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import type { Finding } from "../../core/finding.ts";
import { fail, ok, type Result } from "../../core/result.ts";
import { openJournal } from "../../review/journal.ts";
import type { Reading } from "../../tui/review/files.ts";
import type { AuditPlan } from "../audit-paths.ts";
import { type Auditor, openAuditor } from "../auditor.ts";
import { expandPath, type InputOptions, type OpenedFile, openBytes } from "../inputs.ts";
import { type ChosenRules, openRules } from "../rule-choice.ts";
import { type Suppressors, unignored } from "../suppressions.ts";
import { journalPlace } from "./journal-place.ts";

/** A file on the desk: as it was read, and where its decisions and its corrected text go. */
export interface DeskFile {
  readonly path: string;
  readonly output: string;
  readonly journal: string;
  readonly opened: OpenedFile;
  readonly findings: readonly Finding[];
  readonly reading: Reading;
  /** Of the bytes that were read. */
  readonly hash: string;
}

/** What is under review, and what judges it. */
export interface Desk {
  readonly files: readonly DeskFile[];
  readonly rules: ChosenRules;
  readonly audit: Auditor;
  readonly input: InputOptions;
  /** What says of findings that they need no review. */
  readonly suppressors: Suppressors;
}

/** Where things are to be kept. */
export interface Places {
  readonly output: string | undefined;
  readonly journal: string | undefined;
}

/** The name of a content. */
export const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

function outputFor(path: string, { output }: Places, fileCount: number): string {
  if (output === undefined) return path;
  const isFolder = fileCount > 1 || (existsSync(output) && statSync(output).isDirectory());
  return isFolder ? join(output, basename(path)) : output;
}

/** Reads and audits a file and opens its journal. */
export function openDeskFile(
  places: Pick<DeskFile, "path" | "output" | "journal">,
  { audit, input, suppressors }: Pick<Desk, "audit" | "input" | "suppressors">,
): Result<DeskFile> {
  const { path, output, journal } = places;
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const what = `It cannot be read: ${error instanceof Error ? error.message : String(error)}.`;
    return fail({ where: path, what, remedy: "Check the path." });
  }
  const opened = openBytes({ name: path, bytes, format: undefined, charset: undefined }, input);
  if (opened.kind === "problem") return opened;
  const documents = audit(opened.value.file);
  const all = documents.flatMap((document) => document.findings);
  const findings = unignored(opened.value.file, all, suppressors);
  const hash = hashOf(bytes);
  const events = findings.length === 0 ? ok([]) : openJournal(journal, { file: path, hash });
  if (events.kind === "problem") return events;
  const sizes = documents.map(({ document, wordCount, segmentCount }) => ({ document, wordCount, segmentCount }));
  const reading: Reading = { file: opened.value.file, findings, sizes, events: events.value, output };
  return ok({ ...places, opened: opened.value, findings, reading, hash });
}

function pathsOf(paths: readonly string[]): Result<readonly string[]> {
  const all: string[] = [];
  for (const path of paths) {
    const expanded = expandPath(path);
    if (expanded.kind === "problem") return expanded;
    all.push(...expanded.value);
  }
  return ok([...new Set(all)]);
}

/** Reads and audits all files that are to be reviewed. */
export async function openDesk(
  paths: readonly string[],
  plan: AuditPlan,
  places: Places,
  suppressors: Suppressors,
): Promise<Result<Desk>> {
  const files = pathsOf(paths);
  if (files.kind === "problem") return files;
  if (places.journal !== undefined && files.value.length > 1)
    return fail({ where: "--journal", what: "Each file has a journal of its own.", remedy: "Review one file." });
  const rules = openRules(plan.choice);
  if (rules.kind === "problem") return rules;
  const auditor = await openAuditor({ ...plan, rules: rules.value });
  if (auditor.kind === "problem") return auditor;
  const judging = { audit: auditor.value, input: plan.input, suppressors };
  const opened: DeskFile[] = [];
  for (const path of files.value) {
    const own = {
      path,
      output: outputFor(path, places, files.value.length),
      journal: places.journal ?? journalPlace(path),
    };
    const file = openDeskFile(own, judging);
    if (file.kind === "problem") return file;
    opened.push(file.value);
  }
  return ok({ ...judging, files: opened, rules: rules.value });
}
