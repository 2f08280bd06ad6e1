import { statSync } from "node:fs";
import { inlineIgnores } from "../audit/inline.ts";
import type { Override } from "../config/config.ts";
import type { Fault } from "../core/report.ts";
import { ok, type Result } from "../core/result.ts";
import { commentsIn } from "../readers/comments.ts";
import { type Desk, openAuditor, openSharedDesk, ownDesk, type Standard } from "./auditor.ts";
import type { Cache } from "./cache.ts";
import type { Changes } from "./changes.ts";
import { expandPath, type InputBytes, type InputOptions, type OpenedFile, openBytes, readInput } from "./inputs.ts";
import { knownAudits } from "./known-audits.ts";
import { narrowed } from "./narrow.ts";
import type { Progress } from "./progress.ts";
import type { AuditedFile } from "./report.ts";
import type { ChosenRules, RuleChoice } from "./rule-choice.ts";
import type { WebOptions } from "./web/page.ts";

/** How texts are read and judged: plain data, whatever command it is for. */
export interface AuditPlan {
  readonly choice: RuleChoice;
  readonly input: InputOptions;
  readonly leastConfidence: number;
  /** Settings for some files or items. */
  readonly overrides: readonly Override[];
}

/** By what means an audit is done. They change nothing in what it finds. */
export interface AuditMeans {
  readonly cache: Cache | undefined;
  readonly jobCount: number;
  readonly progress: Progress;
  readonly web: WebOptions;
}

/** What is to be audited. */
export interface AuditOrder {
  readonly paths: readonly string[];
  readonly plan: AuditPlan;
  readonly rules: ChosenRules;
  readonly means: AuditMeans;
  /** Where only what has changed is wanted. */
  readonly changes: Changes | undefined;
}

/** What came of some paths: files that were judged, and those that could not be. */
export interface AuditedPaths {
  readonly audited: readonly AuditedFile[];
  readonly faults: readonly Fault[];
}

/** With less text than this, in bytes, further workers take longer to start than they save. */
const WORTH_SHARING = 200_000;

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/** Does work on items, a few at a time; the answers come in the order of the items. */
async function inTurns<Item, Answer>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Answer>,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  const left = items.entries();
  const goOn = async (): Promise<void> => {
    for (const [index, item] of left) answers[index] = await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, goOn));
  return answers;
}

async function openOwnDesk(standard: Standard): Promise<Result<Desk>> {
  const auditor = await openAuditor(standard);
  return auditor.kind === "problem" ? auditor : ok(ownDesk(auditor.value));
}

/** A desk that is opened when the first file needs it; where all results are known it never is. */
function deskForLater({ plan, rules, means }: AuditOrder, size: number) {
  const standard: Standard = { ...plan, rules };
  let opening: Promise<Result<Desk>> | undefined;
  const open = (atLeast: number): Promise<Result<Desk>> => {
    const isWorthSharing = means.jobCount > 1 && Math.max(size, atLeast) >= WORTH_SHARING;
    opening ??= isWorthSharing ? openSharedDesk(standard, means.jobCount) : openOwnDesk(standard);
    return opening;
  };
  const close = async (): Promise<Result<true>> => {
    const opened = await opening;
    if (opened?.kind === "problem") return opened;
    await opened?.value.close();
    return ok(true);
  };
  return { open, close };
}

/** The documents of a file, judged, and what its comments ignore; the file's text is not kept. */
export function auditedFile({ file, sha256 }: OpenedFile, documents: AuditedFile["documents"]): AuditedFile {
  const { path, format, text } = file;
  const { ignores, problems } = inlineIgnores(file, commentsIn(format, text));
  return { file: { path, format, sha256 }, documents, ignores, ignoreProblems: problems };
}

/** The files that paths on the command line stand for, in their order. */
const filesFor = (paths: readonly string[]): readonly Result<string>[] =>
  paths.flatMap((path) => {
    const files = expandPath(path);
    return files.kind === "problem" ? [files] : files.value.map(ok);
  });

/** Reads and audits files, as many at a time as there are workers. What is known from earlier runs is not audited again. */
export async function auditPaths(order: AuditOrder): Promise<Result<AuditedPaths>> {
  const { paths, plan, rules, means, changes } = order;
  const files = filesFor(paths).filter((file) => file.kind === "problem" || changes?.of(file.value) !== "nothing");
  const sizes = files.map((file) => (file.kind === "ok" ? sizeOf(file.value) : 0));
  const size = sizes.reduce((sum, each) => sum + each, 0);
  const desk = deskForLater(order, size);
  const known = means.cache === undefined ? undefined : knownAudits(means.cache, plan, rules);
  let done = 0;
  const auditInput = async (input: InputBytes): Promise<Result<AuditedFile>> => {
    const earlier = known?.find(input);
    if (earlier !== undefined) return ok(earlier);
    const opened = openBytes(input, plan.input);
    if (opened.kind === "problem") return opened;
    const { file } = opened.value;
    const ready = await desk.open(input.bytes.length);
    if (ready.kind === "problem") return ready;
    const documents = await ready.value.audit(file, (share) => {
      done += share * input.bytes.length;
      means.progress.show(done / Math.max(1, size));
    });
    if (documents.kind === "problem") return documents;
    const audited = auditedFile(opened.value, documents.value);
    known?.keep(input, audited);
    return ok(audited);
  };
  const outcomes = await inTurns(files, means.jobCount, async (file) => {
    if (file.kind === "problem") return file;
    const input = await readInput(file.value, plan.input, means.web);
    if (input.kind === "problem") return input;
    const audited = await auditInput(input.value);
    return audited.kind === "problem" || changes === undefined
      ? audited
      : ok(narrowed(audited.value, input.value, changes.of(file.value)));
  });
  means.progress.clear();
  const closed = await desk.close();
  if (closed.kind === "problem") return closed;
  return ok({
    audited: outcomes.flatMap((outcome) => (outcome.kind === "ok" ? [outcome.value] : [])),
    faults: outcomes.flatMap((outcome) => (outcome.kind === "problem" ? [outcome.problem] : [])),
  });
}
