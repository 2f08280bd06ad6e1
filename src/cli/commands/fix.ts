import { readFileSync } from "node:fs";
import type { Command } from "commander";
import type { Finding } from "../../core/finding.ts";
import type { Fault } from "../../core/report.ts";
import { describeProblem, fail, ok, type Result } from "../../core/result.ts";
import { reaches, type Severity } from "../../core/severity.ts";
import { type FixedText, fixText, type JudgeText } from "../../review/fix.ts";
import { writeAtomically } from "../../review/write.ts";
import { unifiedDiff } from "../../text/difference.ts";
import { printable } from "../../text/printable.ts";
import { type Auditor, openAuditor } from "../auditor.ts";
import { correctedBytes } from "../correction.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import { fixLines, fixSummary } from "../fix-summary.ts";
import { openSuppressors, type SuppressOptions, withSuppressOptions } from "../gate-options.ts";
import {
  expandPath,
  type InputOptions,
  type OpenedFile,
  openBytes,
  readInput,
  readText,
  STANDARD_INPUT,
} from "../inputs.ts";
import { parseFailOn } from "../options.ts";
import { openRules } from "../rule-choice.ts";
import { type Suppressors, unignored } from "../suppressions.ts";
import type { Terminal } from "../terminal.ts";
import { type AuditOptions, auditPlan, withAuditOptions } from "./check.ts";

interface FixOptions extends AuditOptions, SuppressOptions {
  readonly dryRun?: true;
  readonly unsafe?: true;
  readonly output?: string;
  readonly failOn: Severity | "never";
}

/** A file that was gone through. */
export interface FixedFile {
  readonly path: string;
  readonly fixed: FixedText;
  readonly faults: readonly Fault[];
}

/** How every file is gone through. */
interface Bench {
  readonly audit: Auditor;
  readonly suppressors: Suppressors;
  readonly input: InputOptions;
  readonly options: FixOptions;
  readonly terminal: Terminal;
}

/** Reads and judges one version of a file after the other, and keeps the faults of the last. */
function judging({ file }: OpenedFile, { audit, suppressors, input }: Bench) {
  let faults: readonly Fault[] = [];
  const judge: JudgeText = (text) => {
    const again = text === file.text ? ok(file) : readText(file.path, text, { ...input, inputFormat: file.format });
    if (again.kind === "problem") return again;
    const documents = audit(again.value);
    faults = documents.flatMap((document) => document.faults);
    const findings = documents.flatMap((document) => document.findings);
    return ok({ file: again.value, findings: unignored(again.value, findings, suppressors) });
  };
  return { judge, faults: () => faults };
}

function writeFixed(path: string, before: Uint8Array, bytes: Uint8Array, { options, terminal }: Bench): Result<true> {
  if (path === STANDARD_INPUT && options.output === undefined) {
    terminal.print(bytes);
    return ok(true);
  }
  if (options.output === undefined && !readFileSync(path).equals(before))
    return fail({
      where: path,
      what: "The file has been changed by somebody else in the meantime.",
      remedy: "Try again.",
    });
  return writeAtomically(options.output ?? path, bytes);
}

async function fixFile(path: string, bench: Bench): Promise<Result<FixedFile>> {
  const { options, terminal } = bench;
  const input = await readInput(path, bench.input, undefined);
  if (input.kind === "problem") return input;
  const opened = openBytes(input.value, bench.input);
  if (opened.kind === "problem") return opened;
  const { file, decoded } = opened.value;
  const { judge, faults } = judging(opened.value, bench);
  const fixed = fixText(file.text, judge, options.unsafe === true ? "best" : "safe");
  if (fixed.kind === "problem") return fixed;
  const { text } = fixed.value;
  if (options.dryRun === true) {
    const diff = text === file.text ? "" : unifiedDiff(file.path, file.text, text);
    terminal.print(terminal.kind === "terminal" ? printable(diff) : diff);
  } else if (text !== file.text || path === STANDARD_INPUT || options.output !== undefined) {
    const bytes = correctedBytes(options.output ?? file.path, text, decoded);
    const written = bytes.kind === "problem" ? bytes : writeFixed(path, input.value.bytes, bytes.value, bench);
    if (written.kind === "problem") return written;
  }
  return ok({ path: file.path, fixed: fixed.value, faults: faults() });
}

/** The files that are to be fixed, each once. */
function filesFor(paths: readonly string[], { output }: FixOptions): Result<readonly string[]> {
  const files: string[] = [];
  for (const path of paths) {
    const expanded = expandPath(path);
    if (expanded.kind === "problem") return expanded;
    files.push(...expanded.value);
  }
  const once = [...new Set(files)];
  return output === undefined || once.length === 1
    ? ok(once)
    : fail({
        where: "--output",
        what: `There are ${once.length} files to fix.`,
        remedy: "Name one file with --output.",
      });
}

function exitCodeOf(files: readonly FixedFile[], hasProblem: "problem" | "none", options: FixOptions): ExitCode {
  const { dryRun, failOn } = options;
  if (hasProblem === "problem" || files.some(({ faults }) => faults.length > 0)) return EXIT.unjudged;
  if (dryRun === true && files.some(({ fixed }) => fixed.applied.length > 0)) return EXIT.failed;
  const isGrave = ({ severity }: Finding): boolean => failOn !== "never" && reaches(severity, failOn);
  return files.some(({ fixed }) => fixed.remaining.some(isGrave)) ? EXIT.failed : EXIT.passed;
}

async function openBench(options: FixOptions, terminal: Terminal): Promise<Result<Bench>> {
  const plan = auditPlan(options);
  const rules = openRules(plan.choice);
  if (rules.kind === "problem") return rules;
  const audit = await openAuditor({ ...plan, rules: rules.value });
  if (audit.kind === "problem") return audit;
  const suppressors = await openSuppressors(options, undefined, "changes");
  if (suppressors.kind === "problem") return suppressors;
  return ok({ audit: audit.value, suppressors: suppressors.value, input: plan.input, options, terminal });
}

async function runFix(paths: readonly string[], options: FixOptions, terminal: Terminal): Promise<ExitCode> {
  const files = filesFor(paths, options);
  const bench = files.kind === "problem" ? files : await openBench(options, terminal);
  if (files.kind === "problem" || bench.kind === "problem") {
    if (bench.kind === "problem") terminal.complain(describeProblem(bench.problem));
    return EXIT.unjudged;
  }
  const isPrinting = options.dryRun === true || (paths.includes(STANDARD_INPUT) && options.output === undefined);
  const say = isPrinting ? terminal.complain : (line: string) => terminal.print(`${line}\n`);
  const done: FixedFile[] = [];
  let hasProblem: "problem" | "none" = "none";
  for (const path of files.value) {
    const fixed = await fixFile(path, bench.value);
    if (fixed.kind === "problem") {
      terminal.complain(describeProblem(fixed.problem));
      hasProblem = "problem";
      continue;
    }
    for (const fault of fixed.value.faults) terminal.complain(describeProblem(fault));
    if (!isPrinting) for (const line of fixLines(fixed.value)) say(line);
    done.push(fixed.value);
  }
  if (done.length > 0) say(fixSummary(done, options.dryRun === true ? "planned" : "made"));
  return exitCodeOf(done, hasProblem, options);
}

const EXAMPLES = `
Examples:
  misrender fix article.txt                       repairs that need no second look, into the file itself
  misrender fix articles/ --dry-run               what would change, as a patch; exit code 1 if anything would
  misrender fix page.html --output corrected.html the original stays as it is
  misrender fix feed.xml --unsafe                 the best suggestion of every finding
  cat article.txt | misrender fix - > fixed.txt

All that is not repaired stays byte for byte as it was. A repair that would raise another finding is not made.
Exit codes: 0 done, 1 something would change (--dry-run) or remains (--fail-on), 2 something could not be judged.`;

/** Adds the command `fix`; `done` takes its exit code. */
export function addFix(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  const command = program
    .command("fix")
    .summary("apply the suggestions that are safe")
    .argument("<paths...>", "files, folders, or - for standard input");
  withSuppressOptions(withAuditOptions(command))
    .description("Applies the suggestions marked safe: those of findings with one possible repair.")
    .option("--dry-run", "change nothing, print the changes as a unified diff")
    .option("--unsafe", "apply the best suggestion of every finding")
    .option("--output <file>", "write the corrected text there instead of into the file")
    .option(
      "--fail-on <severity>",
      "exit with 1 when findings this grave remain: minor, major, critical or never",
      parseFailOn,
      "never",
    )
    .addHelpText("after", EXAMPLES)
    .action(async (paths: readonly string[], options: FixOptions) => done(await runFix(paths, options, terminal)));
}
