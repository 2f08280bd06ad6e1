import { createHash, randomUUID } from "node:crypto";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import type { Command } from "commander";
import { describeProblem, fail, ok, type Result } from "../../core/result.ts";
import { applyDecisions } from "../../review/apply.ts";
import { type Decision, type Fact, type ReviewEvent, stamped } from "../../review/decision.ts";
import { appendEvent, journalPath, openJournal } from "../../review/journal.ts";
import { writeAtomically } from "../../review/write.ts";
import type { ReviewInput } from "../../tui/app.tsx";
import { openAuditor } from "../auditor.ts";
import { correctedBytes } from "../correction.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import { type OpenedFile, openFile } from "../inputs.ts";
import { ruleSummaries } from "../report.ts";
import { openRules } from "../rule-choice.ts";
import type { Terminal } from "../terminal.ts";
import { type AuditOptions, auditPlan, withAuditOptions } from "./check.ts";

interface ReviewOptions extends AuditOptions {
  readonly output?: string;
  readonly journal?: string;
}

interface Desk {
  readonly path: string;
  readonly output: string;
  readonly journal: string;
  readonly opened: OpenedFile;
  readonly findings: ReviewInput["findings"];
  readonly hash: string;
}

const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const stamp = () => ({ id: randomUUID(), time: new Date().toISOString() });
const samePlace = (a: string, b: string): boolean =>
  existsSync(a) && existsSync(b) && realpathSync(a) === realpathSync(b);

function recordIn(journal: string, fact: Fact): Result<ReviewEvent> {
  const event = stamped(fact, stamp());
  const written = appendEvent(journal, event);
  return written.kind === "problem" ? written : ok(event);
}

function save(desk: Desk, decisions: readonly Decision[]): Result<ReviewEvent> {
  const isSameFile = samePlace(desk.path, desk.output);
  if (isSameFile && hashOf(readFileSync(desk.path)) !== desk.hash)
    return fail({
      where: desk.path,
      what: "The file has been changed by somebody else since the review began.",
      remedy: "Quit and open it again: your decisions are in the journal.",
    });
  const { file, decoded } = desk.opened;
  const bytes = correctedBytes(desk.output, applyDecisions(file, desk.findings, decisions), decoded);
  if (bytes.kind === "problem") return bytes;
  const written = writeAtomically(desk.output, bytes.value);
  if (written.kind === "problem") return written;
  const event = stamped({ kind: "saved", path: desk.output, to: isSameFile ? "file" : "copy" } as const, stamp());
  const noted = appendEvent(desk.journal, event);
  return noted.kind === "problem" ? noted : ok(event);
}

async function openDesk(
  path: string,
  options: ReviewOptions,
): Promise<Result<{ readonly desk: Desk; readonly rules: ReviewInput["rules"] }>> {
  const plan = auditPlan(options);
  const rules = openRules(plan.choice);
  if (rules.kind === "problem") return rules;
  const opened = await openFile(path, plan.input);
  if (opened.kind === "problem") return opened;
  const auditor = await openAuditor({ rules: rules.value, leastConfidence: plan.leastConfidence });
  if (auditor.kind === "problem") return auditor;
  const documents = auditor.value(opened.value.file);
  const findings = documents.flatMap((document) => document.findings);
  const desk: Desk = {
    path,
    output: options.output ?? path,
    journal: options.journal ?? journalPath(path),
    opened: opened.value,
    findings,
    hash: hashOf(readFileSync(path)),
  };
  return ok({ desk, rules: ruleSummaries(rules.value, findings) });
}

async function review(path: string, options: ReviewOptions, terminal: Terminal): Promise<Result<true>> {
  if (!process.stdin.isTTY || !process.stdout.isTTY)
    return fail({
      where: path,
      what: "A review needs a terminal.",
      remedy: "“misrender check” prints the findings instead.",
    });
  const opened = await openDesk(path, options);
  if (opened.kind === "problem") return opened;
  const { desk, rules } = opened.value;
  if (desk.findings.length === 0) {
    terminal.print(`${path}: nothing to review.\n`);
    return ok(true);
  }
  const events = openJournal(desk.journal, { file: path, hash: desk.hash });
  if (events.kind === "problem") return events;
  const { runReview } = await import("../../tui/app.tsx");
  const outcome = await runReview({
    file: desk.opened.file,
    findings: desk.findings,
    rules,
    events: events.value,
    record: (fact) => recordIn(desk.journal, fact),
    save: (decisions) => save(desk, decisions),
    palette: terminal.colourLevel === 0 ? "plain" : "coloured",
    terminal: { stdin: process.stdin, stdout: process.stdout },
  });
  const unsaved =
    outcome.unsavedCount === 0 ? "" : `, ${outcome.unsavedCount} not saved yet (they are kept in ${desk.journal})`;
  terminal.print(`${path}: ${outcome.acceptedCount} accepted, ${outcome.openCount} open${unsaved}.\n`);
  return ok(true);
}

const EXAMPLES = `
Examples:
  misrender review article.txt                        corrects the file itself on saving
  misrender review page.html --output corrected.html  leaves the original alone

Every decision is kept at once in <file>.misrender-review.jsonl; opening the file again goes on from there.`;

/** Adds the command `review`; `done` takes its exit code. */
export function addReview(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  withAuditOptions(
    program
      .command("review")
      .summary("review findings side by side in the terminal")
      .argument("<path>", "the file to review"),
  )
    .description("Shows finding by finding the original and the corrected sentence; accept, edit, ignore or undo.")
    .option("--output <file>", "save the corrected text there instead of into the file")
    .option("--journal <file>", "where decisions are kept")
    .addHelpText("after", EXAMPLES)
    .action(async (path: string, options: ReviewOptions) => {
      const outcome = await review(path, options, terminal);
      if (outcome.kind === "problem") terminal.complain(describeProblem(outcome.problem));
      done(outcome.kind === "problem" ? EXIT.unjudged : EXIT.passed);
    });
}
