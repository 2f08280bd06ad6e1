import { once } from "node:events";
import { Command, CommanderError } from "commander";
import { describeProblem } from "../core/result.ts";
import { printable } from "../text/printable.ts";
import { configure } from "./configuration.ts";
import { EXIT, type ExitCode } from "./exit.ts";
import { processTerminal, type Terminal } from "./terminal.ts";
import { TOOL } from "./tool.ts";

const done = (code: ExitCode): void => {
  process.exitCode = code;
};

/** Adds some commands to the program; `done` takes the exit code. */
export type AddCommands = (program: Command, terminal: Terminal, done: (code: ExitCode) => void) => void;

/** Each command's own module: a command that is named needs no other. */
const COMMANDS: Readonly<Record<string, () => Promise<AddCommands>>> = {
  check: async () => (await import("./commands/check.ts")).addCheck,
  baseline: async () => (await import("./commands/baseline.ts")).addBaseline,
  compare: async () => (await import("./commands/compare.ts")).addCompare,
  fix: async () => (await import("./commands/fix.ts")).addFix,
  config: async () => (await import("./commands/config.ts")).addConfig,
  init: async () => (await import("./commands/init.ts")).addInit,
  verify: async () => (await import("./commands/verify.ts")).addVerify,
  rules: async () => (await import("./commands/rules.ts")).addRules,
  train: async () => (await import("./commands/train.ts")).addTrain,
  watch: async () => (await import("./commands/watch.ts")).addWatch,
};

/**
 * Does what the command line asks; the exit code is the process’s own. The review comes from outside, as what draws it can
 * only be loaded as an ES module.
 */
export async function run(review: () => Promise<AddCommands>): Promise<void> {
  // A reader that stops early (`| head`) is no failure of ours.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit(process.exitCode ?? EXIT.passed);
  });

  const program = new Command()
    .name(TOOL.name)
    .version(TOOL.version)
    .description("Audits machine-translated text the way a good desk editor would.")
    .showHelpAfterError("(--help shows the options)")
    .configureOutput({ writeErr: (text) => process.stderr.write(printable(text)) })
    .exitOverride();

  const terminal = processTerminal();

  program.hook("preAction", async (_, command) => {
    if (!command.options.some(({ long }) => long === "--config")) return;
    const config = await configure(command);
    if (config.kind === "ok") return;
    terminal.complain(describeProblem(config.problem));
    throw new CommanderError(EXIT.unjudged, "misrender.config", config.problem.what);
  });

  const commands = { ...COMMANDS, review };
  const named = Object.entries(commands).find(([name]) => name === process.argv[2])?.[1];
  for (const load of named === undefined ? Object.values(commands) : [named]) (await load())(program, terminal, done);

  try {
    await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) done(error.exitCode === 0 ? EXIT.passed : EXIT.unjudged);
    else {
      terminal.complain(
        `This is a mistake of misrender's own: ${error instanceof Error ? error.message : String(error)}`,
      );
      done(EXIT.unjudged);
    }
  }

  // All is said; the engine would only go on to optimise code that runs no more.
  for (const stream of [process.stdout, process.stderr]) if (stream.writableLength > 0) await once(stream, "drain");
}
