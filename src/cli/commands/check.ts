import type { Command } from "commander";
import { type Config, NO_CONFIG } from "../../config/config.ts";
import type { Report } from "../../core/report.ts";
import { describeProblem, ok, type Result } from "../../core/result.ts";
import { READERS } from "../../readers/index.ts";
import { REPORT_FORMATS, REPORTERS, type ReportFormat } from "../../reporters/index.ts";
import { type AuditPlan, auditPaths } from "../audit-paths.ts";
import { type ChangeOptions, changedPaths, withChangeOptions } from "../change-options.ts";
import { withConfigOptions } from "../configuration.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import { type GateOptions, reportOptions, withGateOptions } from "../gate-options.ts";
import { type MeansOptions, openMeans, withMeansOptions } from "../means.ts";
import { day, gathered, language, numberBetween, oneOf, parseSensitivity } from "../options.ts";
import { reportOn } from "../report.ts";
import { addJobSummary, formatLines, type ReportFile, reportFile, writeReports } from "../report-files.ts";
import { openRules, SENSITIVITIES, type Sensitivity } from "../rule-choice.ts";
import { type Configured, settingsOf } from "../settings.ts";
import { type Terminal, terminalSurroundings } from "../terminal.ts";

/** Options that say how texts are read and by which rules they are judged. */
export interface AuditOptions {
  readonly inputFormat?: string;
  readonly scope: "article" | "everything";
  readonly sourceLang?: string;
  readonly targetLang?: string;
  readonly asOf?: string;
  readonly only: readonly string[];
  readonly skip: readonly string[];
  readonly rules?: string;
  readonly table?: string;
  readonly sensitivity: Sensitivity;
  readonly minConfidence?: number;
  /** The configuration that was found, put there before the command runs. */
  readonly configuration?: Config;
}

interface CheckOptions extends AuditOptions, GateOptions, MeansOptions, ChangeOptions {
  readonly format?: ReportFormat;
  readonly report: readonly ReportFile[];
  readonly items?: true;
  readonly quiet?: true;
}

/** Adds the options shared by the commands that audit. */
export const withAuditOptions = (command: Command): Command =>
  withConfigOptions(command)
    .option(
      "--input-format <name>",
      "format of the input, where its name does not tell",
      oneOf(READERS.map(({ name }) => name)),
    )
    .option(
      "--scope <scope>",
      "of a web page: article or everything",
      oneOf(["article", "everything"] as const),
      "article",
    )
    .option("--source-lang <code>", "language the text was translated from", language)
    .option("--target-lang <code>", "language of the text", language)
    .option("--as-of <date>", "day the text speaks from, YYYY-MM-DD", day)
    .option("--only <names>", "only these rules, categories or dimensions (repeatable, commas)", gathered, [])
    .option("--skip <names>", "not these rules, categories or dimensions (repeatable, commas)", gathered, [])
    .option("--rules <folder>", "a folder of your own rules, beside the built-in ones")
    .option("--table <file>", "a table of statistics of your own (“misrender train”), instead of the built-in one")
    .option("--sensitivity <preset>", "gate, normal or deep", parseSensitivity, "normal")
    .option("--min-confidence <number>", "leave out findings below this confidence, 0 to 1", numberBetween(0, 1));

/** What a configuration adds to a plan. */
export const configured = ({
  knowledge,
  rules,
  glossary,
  doNotTranslate,
  overrides,
}: Config = NO_CONFIG): Configured => ({
  knowledge: knowledge.map(({ value }) => value),
  adjustments: rules,
  terms: { glossary: glossary.map(({ value }) => value), doNotTranslate: doNotTranslate.map(({ value }) => value) },
  overrides,
});

/** The plan that the options ask for. */
export function auditPlan(options: AuditOptions): AuditPlan {
  const { overrides, ...added } = configured(options.configuration);
  return {
    choice: {
      only: options.only,
      skip: options.skip,
      sensitivity: options.sensitivity,
      rulesFolder: options.rules,
      table: options.table,
      ...added,
    },
    input: {
      inputFormat: options.inputFormat,
      scope: options.scope,
      sourceLanguage: options.sourceLang,
      targetLanguage: options.targetLang,
      asOf: options.asOf,
    },
    leastConfidence: options.minConfidence ?? SENSITIVITIES[options.sensitivity].leastConfidence,
    overrides,
  };
}

async function makeReport(
  paths: readonly string[],
  options: CheckOptions,
  terminal: Terminal,
): Promise<Result<Report>> {
  const plan = auditPlan(options);
  const rules = openRules(plan.choice);
  if (rules.kind === "problem") return rules;
  const changed = await changedPaths(paths, options);
  if (changed.kind === "problem") return changed;
  const by = await reportOptions(options, changed.value.changes === undefined ? "everything" : "changes");
  if (by.kind === "problem") return by;
  const { means, close } = openMeans(options, terminal);
  const outcome = await auditPaths({ ...changed.value, plan, rules: rules.value, means });
  close();
  if (outcome.kind === "problem") return outcome;
  const settings = settingsOf(plan, changed.value.changes === undefined ? "all" : "changes");
  return ok(reportOn(outcome.value.audited, outcome.value.faults, rules.value, { ...by.value, settings }));
}

const exitCodeOf = ({ verdict }: Report): ExitCode => {
  switch (verdict.kind) {
    case "pass":
      return EXIT.passed;
    case "fail":
      return EXIT.failed;
    case "unjudged":
      return EXIT.unjudged;
  }
};

async function runCheck(paths: readonly string[], options: CheckOptions, terminal: Terminal): Promise<ExitCode> {
  const made = await makeReport(paths, options, terminal);
  if (made.kind === "problem") {
    terminal.complain(describeProblem(made.problem));
    return EXIT.unjudged;
  }
  const report = made.value;
  const format = options.format ?? "pretty";
  if (format !== "pretty" || options.quiet === true)
    for (const fault of report.faults) terminal.complain(describeProblem(fault));
  if (options.quiet !== true) {
    const write = await REPORTERS[format].load();
    terminal.print(
      write(report, { ...terminalSurroundings(terminal), items: options.items === true ? "listed" : "counted" }),
    );
  }
  const problems = await writeReports(report, options.report);
  const others = format === "github" ? await addJobSummary(report, process.env.GITHUB_STEP_SUMMARY) : [];
  for (const problem of [...problems, ...others]) terminal.complain(describeProblem(problem));
  return problems.length + others.length > 0 ? EXIT.unjudged : exitCodeOf(report);
}

const EXAMPLES = `
Formats:
${formatLines()}

Examples:
  misrender check article.txt                               findings side by side
  misrender check feed.xml --fail-on critical               gate a feed: exit code 1 when it fails
  misrender check page.html --source-lang es --format json  a report for programs
  misrender check feed.xml --report html=report.html --report sarif=report.sarif
  misrender check https://example.org/feed.xml --cache      a feed of the web, if it is new
  misrender check --since main                              of this branch, only the lines that changed
  misrender check dump.jsonl --jobs auto --cache            many texts, on all cores, only what is new
  cat rows.jsonl | misrender check --input-format jsonl --format jsonl -

Exit codes: 0 passed, 1 the gate failed, 2 something could not be judged.`;

/** Adds the command `check`; `done` takes its exit code. */
export function addCheck(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  const command = program
    .command("check")
    .summary("audit texts and gate on the result")
    .argument("[paths...]", "files, folders, web addresses, or - for standard input");
  withMeansOptions(withChangeOptions(withGateOptions(withAuditOptions(command))))
    .description("Audits machine-translated texts: what is wrong, why, and the likely correction.")
    .option("--format <format>", "to standard output: pretty, or one of the formats below", oneOf(REPORT_FORMATS))
    .option("--report <format=file>", "a report into a file, beside the output (repeatable)", reportFile, [])
    .option("--items", "list every document with its verdict: which items of a feed may be published")
    .option("--quiet", "no findings on standard output, only the exit code")
    .addHelpText("after", EXAMPLES)
    .action(async (paths: readonly string[], options: CheckOptions) => done(await runCheck(paths, options, terminal)));
}
