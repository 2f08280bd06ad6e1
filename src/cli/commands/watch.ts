import type { Command } from "commander";
import { NEEDED_WORD_COUNT } from "../../audit/score.ts";
import type { Fault, Report } from "../../core/report.ts";
import { describeProblem, fail, ok, type Result } from "../../core/result.ts";
import { REPORTERS } from "../../reporters/index.ts";
import { oneLine } from "../../text/printable.ts";
import { type AuditPlan, auditedFile } from "../audit-paths.ts";
import { type Auditor, auditSafely, openAuditor } from "../auditor.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import { openSuppressors } from "../gate-options.ts";
import { expandPath, isWebAddress, openFile, STANDARD_INPUT } from "../inputs.ts";
import { type AuditedFile, reportOn } from "../report.ts";
import { type ChosenRules, openRules } from "../rule-choice.ts";
import { settingsOf } from "../settings.ts";
import type { Suppressors } from "../suppressions.ts";
import { type Terminal, terminalSurroundings } from "../terminal.ts";
import { type AuditOptions, auditPlan, withAuditOptions } from "./check.ts";

/** Changes that come closer together than this are one. */
const PAUSE_IN_MS = 150;
const CLEAR_SCREEN = "\u001b[2J\u001b[3J\u001b[H";

/** What is watched, and what has come of it so far. */
interface Post {
  readonly paths: readonly string[];
  readonly rules: ChosenRules;
  readonly suppressors: Suppressors;
  readonly audit: Auditor;
  readonly plan: AuditPlan;
  readonly terminal: Terminal;
  readonly outcomes: Map<string, Result<AuditedFile>>;
}

async function openPost(paths: readonly string[], options: AuditOptions, terminal: Terminal): Promise<Result<Post>> {
  const unfit = paths.find((path) => path === STANDARD_INPUT || isWebAddress(path));
  if (unfit !== undefined)
    return fail({ where: unfit, what: "It cannot be watched.", remedy: "Name files or folders on this machine." });
  for (const path of paths) {
    const files = expandPath(path);
    if (files.kind === "problem") return files;
  }
  const plan = auditPlan(options);
  const rules = openRules(plan.choice);
  if (rules.kind === "problem") return rules;
  const audit = await openAuditor({ ...plan, rules: rules.value });
  if (audit.kind === "problem") return audit;
  const suppressors = await openSuppressors({ ...options, inlineIgnores: true }, undefined, "everything");
  if (suppressors.kind === "problem") return suppressors;
  return ok({
    paths,
    rules: rules.value,
    suppressors: suppressors.value,
    audit: audit.value,
    plan,
    terminal,
    outcomes: new Map(),
  });
}

async function auditFile(path: string, { plan, audit }: Post): Promise<Result<AuditedFile>> {
  const opened = await openFile(path, plan.input);
  if (opened.kind === "problem") return opened;
  const documents = auditSafely(audit, opened.value.file);
  return documents.kind === "problem" ? documents : ok(auditedFile(opened.value, documents.value));
}

/** Audits what is new or has changed, and forgets what is gone. Says what was removed. */
async function update(post: Post, changed: ReadonlySet<string>): Promise<readonly string[]> {
  const { paths, outcomes } = post;
  const before = [...outcomes.keys()];
  const current = new Map<string, Result<AuditedFile>>();
  for (const path of paths) {
    const files = expandPath(path);
    if (files.kind === "problem") current.set(path, files);
    else
      for (const file of files.value) {
        const known = changed.has(file) ? undefined : outcomes.get(file);
        current.set(file, known?.kind === "ok" ? known : await auditFile(file, post));
      }
  }
  outcomes.clear();
  for (const [path, outcome] of current) outcomes.set(path, outcome);
  return before.filter((path) => !current.has(path));
}

function reportOf({ outcomes, rules, suppressors, plan }: Post): Report {
  const audited: AuditedFile[] = [];
  const faults: Fault[] = [];
  for (const outcome of outcomes.values()) {
    if (outcome.kind === "ok") audited.push(outcome.value);
    else faults.push(outcome.problem);
  }
  return reportOn(audited, faults, rules, {
    policy: { failOn: "never", maxFindings: undefined, minScore: undefined, maxNpt: undefined, minCqs: undefined },
    calibration: undefined,
    neededWordCount: NEEDED_WORD_COUNT,
    wmt: "unwanted",
    suppressors,
    overrides: [],
    choose: () => [],
    settings: settingsOf(plan, "all"),
  });
}

async function show(post: Post, removed: readonly string[]): Promise<void> {
  const { terminal, outcomes } = post;
  const write = await REPORTERS.pretty.load();
  const notes = removed.map((path) => `${oneLine(path)} is gone.\n`).join("");
  const count = `${outcomes.size} ${outcomes.size === 1 ? "file" : "files"}`;
  const clear = terminal.kind === "terminal" ? CLEAR_SCREEN : "";
  const report = write(reportOf(post), terminalSurroundings(terminal));
  terminal.print(`${clear}${report}\n${notes}Watching ${count}. Ctrl-C ends it.\n`);
}

/** Waits for the signal to end. */
const untilEnded = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });

async function runWatch(paths: readonly string[], options: AuditOptions, terminal: Terminal): Promise<ExitCode> {
  const opened = await openPost(paths, options, terminal);
  if (opened.kind === "problem") {
    terminal.complain(describeProblem(opened.problem));
    return EXIT.unjudged;
  }
  const post = opened.value;
  const ended = untilEnded();
  const { watch } = await import("chokidar");
  let changed = new Set<string>();
  let working: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const work = async (): Promise<void> => {
    const now = changed;
    changed = new Set();
    await show(post, await update(post, now));
  };
  const watcher = watch([...paths], { ignoreInitial: true, ignored: (path) => /(?:^|[\\/])node_modules$/u.test(path) });
  watcher.on("all", (_, path) => {
    changed.add(path);
    clearTimeout(timer);
    timer = setTimeout(() => {
      working = working.then(work);
    }, PAUSE_IN_MS);
  });
  watcher.on("error", (error) => {
    const reason = error instanceof Error ? error.message : String(error);
    terminal.complain(`The system cannot watch everything: ${reason}. Name fewer files.`);
  });
  await new Promise<void>((resolve) => watcher.once("ready", () => resolve()));
  working = working.then(work);
  await ended;
  clearTimeout(timer);
  await watcher.close();
  return EXIT.passed;
}

const EXAMPLES = `
Examples:
  misrender watch article.txt                audits it again whenever it is saved
  misrender watch articles/ --only style     a folder, by some rules only

It goes on until Ctrl-C, whatever is wrong with the files; files may come and go.`;

/** Adds the command `watch`; `done` takes its exit code. */
export function addWatch(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  const command = program
    .command("watch")
    .summary("audit again whenever a file changes")
    .argument("<paths...>", "files or folders");
  withAuditOptions(command)
    .description("Audits texts, and audits them again whenever they change.")
    .addHelpText("after", EXAMPLES)
    .action(async (paths: readonly string[], options: AuditOptions) => done(await runWatch(paths, options, terminal)));
}
