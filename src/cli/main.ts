#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import { printable } from "../text/printable.ts";
import { addCheck } from "./commands/check.ts";
import { addFix } from "./commands/fix.ts";
import { addReview } from "./commands/review.ts";
import { addRules } from "./commands/rules.ts";
import { EXIT, type ExitCode } from "./exit.ts";
import { processTerminal } from "./terminal.ts";
import { TOOL } from "./tool.ts";

const done = (code: ExitCode): void => {
  process.exitCode = code;
};

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
addCheck(program, terminal, done);
addReview(program, terminal, done);
addFix(program, terminal, done);
addRules(program, terminal, done);

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
