import type { Command } from "commander";
import type { Config } from "../../config/config.ts";
import { describeProblem } from "../../core/result.ts";
import { counted } from "../../reporters/counted.ts";
import { oneLine } from "../../text/printable.ts";
import { withConfigOptions } from "../configuration.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import type { Terminal } from "../terminal.ts";
import { configured } from "./check.ts";

const EXAMPLES = `
Examples:
  misrender check feed.xml --report json=report.json
  misrender verify report.json
  misrender verify report.json < article.txt                 where the text came from standard input

Paths are taken as they were written in the report, from the folder you are in. Whether a finding is suppressed is not
verified: that depends on the day, the baseline and the ignore file.

Exit codes: 0 all is as recorded, 1 something differs, 2 it could not be verified.`;

interface VerifyOptions {
  readonly configuration?: Config;
}

async function runVerify(path: string, { configuration }: VerifyOptions, terminal: Terminal): Promise<ExitCode> {
  const { verifyReport } = await import("../verification.ts");
  const verification = await verifyReport(path, configured(configuration));
  if (verification.kind === "problem") {
    terminal.complain(describeProblem(verification.problem));
    return EXIT.unjudged;
  }
  const { findingCount, inputCount, differences } = verification.value;
  if (differences.length === 0) {
    const what = `${counted(findingCount, "finding")} in ${counted(inputCount, "file")}`;
    terminal.print(`Verified: ${what}, byte for byte as recorded, by the same rules and knowledge.\n`);
    return EXIT.passed;
  }
  terminal.print(differences.map((difference) => `${oneLine(difference)}\n`).join(""));
  terminal.print(`Not verified: ${counted(differences.length, "difference")}.\n`);
  return EXIT.failed;
}

/** Adds the command `verify`; `done` takes its exit code. */
export function addVerify(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  withConfigOptions(program.command("verify"))
    .summary("run the audit of a JSON report again and compare")
    .description(
      "Audits the texts of a JSON report again, as the report says, and confirms its findings byte for byte.",
    )
    .argument("<report>", "a report written with --report json or --format json")
    .addHelpText("after", EXAMPLES)
    .action(async (path: string, options: VerifyOptions) => done(await runVerify(path, options, terminal)));
}
