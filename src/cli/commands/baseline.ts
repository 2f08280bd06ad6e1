import type { Command } from "commander";
import { isOpen } from "../../core/finding.ts";
import { describeProblem, ok, type Problem, type Result } from "../../core/result.ts";
import { acceptFindings, type Baseline, compareWithBaseline, pruneBaseline } from "../../gate/baseline.ts";
import { auditPaths } from "../audit-paths.ts";
import { BASELINE_NAME, openBaseline } from "../baseline.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import { openSuppressors, type SuppressOptions, withSuppressOptions } from "../gate-options.ts";
import { type MeansOptions, openMeans, withMeansOptions } from "../means.ts";
import { day } from "../options.ts";
import { openRules } from "../rule-choice.ts";
import { outlookFrom, suppress } from "../suppressions.ts";
import type { Terminal } from "../terminal.ts";
import { type AuditOptions, auditPlan, withAuditOptions } from "./check.ts";

interface BaselineOptions extends AuditOptions, SuppressOptions, MeansOptions {
  readonly output?: string;
  readonly reason?: string;
  readonly expires?: string;
  readonly prune?: true;
}

/** What became of a baseline. */
interface Outcome {
  readonly path: string;
  readonly before: Baseline;
  readonly after: Baseline;
  readonly staleCount: number;
  readonly faults: readonly Problem[];
}

const sum = (baseline: Baseline): number => baseline.reduce((total, { count }) => total + count, 0);

/** Audits the paths and works out the baseline that follows; nothing is written yet. */
async function nextBaseline(
  paths: readonly string[],
  options: BaselineOptions,
  terminal: Terminal,
): Promise<Result<Outcome>> {
  const configured = options.configuration?.settings.baseline?.value;
  const path = options.output ?? (typeof configured === "string" ? configured : BASELINE_NAME);
  const before = await openBaseline(path, "awaited");
  if (before.kind === "problem") return before;
  const plan = auditPlan(options);
  const rules = openRules(plan.choice);
  if (rules.kind === "problem") return rules;
  const suppressors = await openSuppressors(options, undefined, "everything");
  if (suppressors.kind === "problem") return suppressors;
  const { means, close } = openMeans(options, terminal);
  const outcome = await auditPaths({ paths, plan, rules: rules.value, means, changes: undefined });
  close();
  if (outcome.kind === "problem") return outcome;
  const { audited, faults } = suppress(outcome.value.audited, rules.value, suppressors.value);
  const { today } = suppressors.value;
  const findings = audited.flatMap(({ documents }) => documents.flatMap((each) => each.findings));
  const outlook = outlookFrom(path, audited, rules.value);
  const acceptance = { reason: options.reason ?? null, expires: options.expires ?? null, today };
  const { entries } = before.value;
  return ok({
    path,
    before: entries,
    after:
      options.prune === true
        ? pruneBaseline(entries, findings, outlook)
        : acceptFindings(entries, findings.filter(isOpen), outlook, acceptance),
    staleCount: compareWithBaseline(findings, before.value, outlook, today).stale.length,
    faults: [
      ...outcome.value.faults,
      ...faults,
      ...audited.flatMap((file) => file.documents.flatMap((each) => each.faults)),
    ],
  });
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

function tellOutcome({ path, before, after, staleCount }: Outcome, options: BaselineOptions): string {
  if (options.prune === true)
    return `${path}: ${counted(sum(before) - sum(after), "finding")} dropped that are gone, ${sum(after)} kept.\n`;
  const stale = staleCount === 0 ? "" : ` ${staleCount} of them are no longer found: --prune drops them.`;
  const isConfigured = options.configuration?.settings.baseline?.value === path;
  const next = isConfigured
    ? "“misrender check” now counts only what is new."
    : `Check against it with: misrender check --baseline ${path} …`;
  return `${path}: ${counted(sum(after), "finding")} known, ${Math.max(0, sum(after) - sum(before))} of them new.${stale}\n${next}\n`;
}

async function runBaseline(paths: readonly string[], options: BaselineOptions, terminal: Terminal): Promise<ExitCode> {
  const next = await nextBaseline(paths, options, terminal);
  const problems = next.kind === "problem" ? [next.problem] : next.value.faults;
  for (const problem of problems) terminal.complain(describeProblem(problem));
  if (next.kind === "problem") return EXIT.unjudged;
  if (problems.length > 0) {
    terminal.complain(`${next.value.path}: Nothing was written, because not everything could be audited.`);
    return EXIT.unjudged;
  }
  const [{ baselineText }, { writeAtomically }] = await Promise.all([
    import("../../gate/baseline-file.ts"),
    import("../../review/write.ts"),
  ]);
  const written = writeAtomically(next.value.path, new TextEncoder().encode(baselineText(next.value.after)));
  if (written.kind === "problem") {
    terminal.complain(describeProblem(written.problem));
    return EXIT.unjudged;
  }
  terminal.print(tellOutcome(next.value, options));
  return EXIT.passed;
}

/** Writes the first baseline of a project, as the command does without options. */
export const writeFirstBaseline = (
  paths: readonly string[],
  sourceLanguage: string | undefined,
  terminal: Terminal,
): Promise<ExitCode> =>
  runBaseline(
    paths,
    {
      scope: "article",
      sensitivity: "normal",
      only: [],
      skip: [],
      inlineIgnores: true,
      jobs: 1,
      maxSize: 50,
      timeout: 30,
      ...(sourceLanguage === undefined ? {} : { sourceLang: sourceLanguage }),
    },
    terminal,
  );

const EXAMPLES = `
Examples:
  misrender baseline feed.xml                                       accept what is found today
  misrender baseline feed.xml --reason "before March" --expires 2027-03-31
  misrender baseline feed.xml --prune                               drop what has been repaired, accept nothing
  misrender check feed.xml --baseline ${BASELINE_NAME}       only what is new counts

What the baseline knows already keeps its reason and its last day. An entry whose last day is over counts again.`;

/** Adds the command `baseline`; `done` takes its exit code. */
export function addBaseline(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  const command = program
    .command("baseline")
    .summary("accept today's findings, so that only new ones count")
    .argument("<paths...>", "files, folders, or - for standard input");
  withMeansOptions(withSuppressOptions(withAuditOptions(command)))
    .description("Writes down the findings of today; “misrender check --baseline” then counts only new ones.")
    .option("--output <file>", `the baseline (default: that of the configuration, or ${BASELINE_NAME})`)
    .option("--reason <text>", "why new entries are accepted")
    .option("--expires <date>", "the last day on which new entries hold, YYYY-MM-DD", day)
    .option("--prune", "only drop entries that are no longer found")
    .addHelpText("after", EXAMPLES)
    .action(async (paths: readonly string[], options: BaselineOptions) =>
      done(await runBaseline(paths, options, terminal)),
    );
}
