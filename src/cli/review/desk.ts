import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import type { DocumentAudit } from "../../audit/run.ts";
import type { Finding } from "../../core/finding.ts";
import { fail, ok, type Result } from "../../core/result.ts";
import { openJournal } from "../../review/journal.ts";
import type { Reading } from "../../tui/review/files.ts";
import type { AuditPlan } from "../audit-paths.ts";
import { type Auditor, openAuditor, openSharedDesk, ownDesk } from "../auditor.ts";
import { expandPath, type InputOptions, type OpenedFile, openBytes } from "../inputs.ts";
import { progressOn } from "../progress.ts";
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

/** What was read of a file, and the name of its bytes. */
type Read = Pick<DeskFile, "opened" | "hash">;

function readDeskFile(path: string, input: InputOptions): Result<Read> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const what = `It cannot be read: ${error instanceof Error ? error.message : String(error)}.`;
    return fail({ where: path, what, remedy: "Check the path." });
  }
  const opened = openBytes({ name: path, bytes, format: undefined, charset: undefined }, input);
  return opened.kind === "problem" ? opened : ok({ opened: opened.value, hash: hashOf(bytes) });
}

type FilePlaces = Pick<DeskFile, "path" | "output" | "journal">;

/** Lays an audited file on the desk, with its journal. */
function laid(
  places: FilePlaces,
  { opened, hash }: Read,
  documents: readonly DocumentAudit[],
  suppressors: Suppressors,
): Result<DeskFile> {
  const { path, output, journal } = places;
  const all = documents.flatMap((document) => document.findings);
  const findings = unignored(opened.file, all, suppressors);
  const events = findings.length === 0 ? ok([]) : openJournal(journal, { file: path, hash });
  if (events.kind === "problem") return events;
  const sizes = documents.map(({ document, wordCount, segmentCount }) => ({ document, wordCount, segmentCount }));
  const reading: Reading = { file: opened.file, findings, sizes, events: events.value, output };
  return ok({ ...places, opened, findings, reading, hash });
}

/** Reads and audits a file and opens its journal. */
export function openDeskFile(
  places: FilePlaces,
  { audit, input, suppressors }: Pick<Desk, "audit" | "input" | "suppressors">,
): Result<DeskFile> {
  const read = readDeskFile(places.path, input);
  return read.kind === "problem" ? read : laid(places, read.value, audit(read.value.opened.file), suppressors);
}

/**
 * Bytes from which on texts are audited in a thread of their own: what that took is given back before the review begins,
 * and a review may last hours.
 */
const MUCH = 1_000_000;

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
  const sizes = new Map(files.value.map((path) => [path, existsSync(path) ? statSync(path).size : 0]));
  const size = [...sizes.values()].reduce((sum, own) => sum + own, 0);
  const first = size < MUCH ? ok(ownDesk(auditor.value)) : await openSharedDesk({ ...plan, rules: rules.value }, 1);
  if (first.kind === "problem") return first;
  const progress = progressOn(process.stderr, "Auditing");
  let done = 0;
  const opened: DeskFile[] = [];
  try {
    for (const path of files.value) {
      const own = {
        path,
        output: outputFor(path, places, files.value.length),
        journal: places.journal ?? journalPlace(path),
      };
      const read = readDeskFile(path, plan.input);
      if (read.kind === "problem") return read;
      const documents = await first.value.audit(read.value.opened.file, (share) => {
        done += share * (sizes.get(path) ?? 0);
        progress.show(done / size);
      });
      if (documents.kind === "problem") return documents;
      const file = laid(own, read.value, documents.value, suppressors);
      if (file.kind === "problem") return file;
      opened.push(file.value);
    }
  } finally {
    progress.clear();
    await first.value.close();
  }
  return ok({ ...judging, files: opened, rules: rules.value });
}
