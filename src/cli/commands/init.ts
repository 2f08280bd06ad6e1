import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Command } from "commander";
import { describeProblem, fail, ok, type Result } from "../../core/result.ts";
import { BASELINE_NAME } from "../baseline.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import { type Start, type StartFile, startFiles, WORKFLOWS, type Workflow } from "../init-files.ts";
import { askForStart } from "../init-questions.ts";
import { language, oneOf, parseFailOn } from "../options.ts";
import type { Terminal } from "../terminal.ts";
import { TOOL } from "../tool.ts";

interface InitOptions {
  readonly sourceLang?: string;
  readonly failOn?: string;
  readonly ci?: Workflow;
  readonly baseline?: true;
  readonly force?: true;
  readonly yes?: true;
}

/** Whether a person is there to be asked. */
const isAttended = ({ yes }: InitOptions): boolean =>
  yes !== true && !process.env.CI && process.stdin.isTTY && process.stdout.isTTY;

const defaultWorkflow = (): Workflow => (existsSync(".gitlab-ci.yml") ? "gitlab" : "github");

/** Writes files, all or none: where one is there already, nothing is touched. */
function writeAll(files: readonly StartFile[], force: "overwrite" | "keep"): Result<true> {
  const present = force === "keep" ? files.find(({ path }) => existsSync(path)) : undefined;
  if (present !== undefined)
    return fail({
      where: present.path,
      what: "It is there already, so nothing was written.",
      remedy: "Edit it, or overwrite it with --force.",
    });
  for (const { path, text } of files) {
    try {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    } catch (error) {
      const what = `It could not be written: ${error instanceof Error ? error.message : String(error)}.`;
      return fail({ where: path, what, remedy: "Check the permissions of the folder." });
    }
  }
  return ok(true);
}

function tellFiles(files: readonly StartFile[]): string {
  const width = Math.max(...files.map(({ path }) => path.length));
  return files.map(({ path, purpose }) => `wrote ${path.padEnd(width)}  ${purpose}\n`).join("");
}

function nextSteps(files: readonly StartFile[], { paths, baseline }: Start): string {
  const texts = paths.join(" ");
  const added = [...files.map(({ path }) => path), ...(baseline === "write" ? [BASELINE_NAME] : [])];
  const accept = `  misrender baseline ${texts}    accept it, so that only what is new fails\n`;
  return `\nNext:\n  misrender check ${texts}       what is wrong today\n${baseline === "write" ? "" : accept}  git add ${added.join(" ")}\n`;
}

async function runInit(paths: readonly string[], options: InitOptions, terminal: Terminal): Promise<ExitCode> {
  const given: Start = {
    paths: paths.length === 0 ? ["."] : paths,
    sourceLanguage: options.sourceLang,
    failOn: options.failOn ?? "major",
    workflow: options.ci ?? defaultWorkflow(),
    baseline: options.baseline === true ? "write" : "leave",
    version: TOOL.version,
  };
  const start = isAttended(options) ? await askForStart(given) : given;
  if (start === undefined) {
    terminal.complain("Nothing was written.");
    return EXIT.unjudged;
  }
  const files = startFiles(start, BASELINE_NAME);
  const written = writeAll(files, options.force === true ? "overwrite" : "keep");
  if (written.kind === "problem") {
    terminal.complain(describeProblem(written.problem));
    return EXIT.unjudged;
  }
  terminal.print(tellFiles(files));
  const { writeFirstBaseline } = await import("./baseline.ts");
  const code =
    start.baseline === "write" ? await writeFirstBaseline(start.paths, start.sourceLanguage, terminal) : EXIT.passed;
  terminal.print(nextSteps(files, start));
  return code;
}

const EXAMPLES = `
Examples:
  misrender init feeds/                          a configuration and a check on GitHub
  misrender init articles/ --source-lang es --ci gitlab
  misrender init feeds/ --force                  overwrite what is there

On a terminal it asks; in CI, or with --yes, it takes options and defaults.`;

/** Adds the command `init`; `done` takes its exit code. */
export function addInit(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  program
    .command("init")
    .summary("start with a configuration and a check in CI")
    .description("Writes a configuration and a workflow that checks the texts. What is there is never overwritten.")
    .argument("[paths...]", "the texts that are to be checked (default: this folder)")
    .option("--source-lang <code>", "language the texts were translated from", language)
    .option(
      "--fail-on <severity>",
      "fail on findings this grave: minor, major, critical or never (default: major)",
      parseFailOn,
    )
    .option("--ci <where>", `${WORKFLOWS.join(", ")} (default: what the folder looks like)`, oneOf(WORKFLOWS))
    .option("--baseline", "also accept what is found today, so that only what is new fails")
    .option("--yes", "ask nothing")
    .option("--force", "overwrite files that are there")
    .addHelpText("after", EXAMPLES)
    .action(async (paths: readonly string[], options: InitOptions) => done(await runInit(paths, options, terminal)));
}
