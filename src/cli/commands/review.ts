import type { Command } from "commander";
import { describeProblem } from "../../core/result.ts";
import type { Severity } from "../../core/severity.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import { type SuppressOptions, withSuppressOptions } from "../gate-options.ts";
import { oneOf } from "../options.ts";
import { exportFile } from "../review/export-kinds.ts";
import type { Terminal } from "../terminal.ts";
import { type AuditOptions, withAuditOptions } from "./check.ts";

const THEMES = ["auto", "dark", "light", "plain"] as const;

/** What the command line says of a review. */
export interface ReviewOptions extends AuditOptions, SuppressOptions {
  readonly output?: string;
  readonly journal?: string;
  readonly export: readonly string[];
  readonly rater: string;
  readonly system: string;
  readonly queue?: true | string;
  readonly failOn: Severity;
  readonly plain?: true;
  readonly keys?: string;
  readonly theme: (typeof THEMES)[number];
  readonly mouse?: true;
}

const EXAMPLES = `
Examples:
  misrender review article.txt                        corrects the file itself on saving
  misrender review page.html --output corrected.html  leaves the original alone
  misrender review feed.xml page.html articles/       several files in one sitting
  misrender review article.txt --plain                line by line, for screen readers and scripts
  misrender review article.txt --export errors.tsv    the confirmed errors as an MQM table
  misrender review feed.xml --queue routed            items into routed/publish, routed/review, routed/reject

Every decision is kept at once in <file>.misrender-review.jsonl; opening the file again goes on from there.`;

/** Adds the command `review`; `done` takes its exit code. */
export function addReview(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  withSuppressOptions(
    withAuditOptions(
      program
        .command("review")
        .summary("review findings side by side in the terminal")
        .argument("<paths...>", "the files or folders to review"),
    ),
  )
    .description("Shows finding by finding the original and the corrected sentence; accept, edit, ignore or undo.")
    .option("--output <path>", "save the corrected text there instead of into the file; a folder for several files")
    .option("--journal <file>", "where decisions are kept")
    .option("--export <file>", "afterwards: .tsv (MQM table), .jsonl (labels) or .json (precision)", exportFile, [])
    .option("--rater <name>", "who judges, for the MQM table", "desk")
    .option("--system <name>", "whose translation it is, for the MQM table", "translation")
    .option("--queue [folder]", "no review: route the items to publish, review and reject")
    .option(
      "--fail-on <severity>",
      "with --queue: open findings this grave go to review",
      oneOf<Severity>(["minor", "major", "critical"]),
      "major",
    )
    .option("--plain", "line by line instead of on the whole screen")
    .option("--keys <file>", "keys of your own: a YAML file such as “accept: y”")
    .option("--theme <name>", `colours for a background: ${THEMES.join(", ")}`, oneOf(THEMES), "auto")
    .option("--mouse", "let the mouse point and scroll")
    .addHelpText("after", EXAMPLES)
    .action(async (paths: readonly string[], options: ReviewOptions) => {
      const { review } = await import("../review/run.ts");
      const outcome = await review(paths, options, terminal);
      if (outcome.kind === "problem") terminal.complain(describeProblem(outcome.problem));
      done(outcome.kind === "problem" ? EXIT.unjudged : EXIT.passed);
    });
}
