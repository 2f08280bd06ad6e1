import type { Command } from "commander";
import { describeProblem, fail, ok, type Result } from "../../core/result.ts";
import type { Rule } from "../../rulebook/rule.ts";
import { nearestName } from "../../text/similarity.ts";
import { withConfigOptions } from "../configuration.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import { measuredPrecision } from "../measured.ts";
import { openRulebook } from "../rule-choice.ts";
import type { Terminal } from "../terminal.ts";

const inColumns = (rows: readonly (readonly string[])[]): string => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
};

const unmarked = (text: string): string => text.replace(/\[\[|\]\]/gu, "");

/** A rule as people read it: what it finds, why, how often it was right, and its examples. */
export function describeRule(rule: Rule): string {
  const measured = measuredPrecision(rule.id);
  const bad = rule.examples.bad.map(
    ({ target, fixed }) => `  ✗ ${target}${fixed === undefined ? "" : `\n  ✓ ${fixed}`}`,
  );
  const good = rule.examples.good.map(({ target, because }) => `  ✓ ${unmarked(target)}\n    ${because}`);
  return [
    rule.id,
    `${rule.category} · ${rule.severity} · confidence ${rule.confidence} · ${rule.status} · detector ${rule.detector}`,
    "",
    rule.message,
    rule.explanation.trim(),
    ...(rule.sources.length > 0 ? ["", `Sources: ${rule.sources.join("; ")}`] : []),
    ...(measured === undefined ? [] : ["", `Measured: ${measured}`]),
    "",
    "Wrong:",
    ...bad,
    "",
    "Right:",
    ...good,
    "",
  ].join("\n");
}

function findRule(rules: readonly Rule[], name: string): Result<Rule> {
  const rule = rules.find(({ id }) => id === name) ?? rules.find(({ id }) => id.endsWith(`/${name}`));
  if (rule !== undefined) return ok(rule);
  const nearest = nearestName(
    name,
    rules.map(({ id }) => id),
  );
  return fail({
    where: name,
    what: "There is no rule of this name.",
    remedy: nearest === undefined ? "“misrender rules” lists them." : `Did you mean “${nearest}”?`,
  });
}

/** Adds the commands `rules` and `explain`. */
export function addRules(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  const withRules = (folder: string | undefined, say: (rules: readonly Rule[]) => Result<string>): ExitCode => {
    const rulebook = openRulebook(folder, []);
    const said = rulebook.kind === "problem" ? rulebook : say(rulebook.value.rules);
    if (said.kind === "ok") terminal.print(said.value);
    else terminal.complain(describeProblem(said.problem));
    return said.kind === "ok" ? EXIT.passed : EXIT.unjudged;
  };
  withConfigOptions(program.command("rules").summary("list the rules"))
    .description("Lists all rules with category, severity and status.")
    .option("--rules <folder>", "a folder of your own rules, beside the built-in ones")
    .addHelpText("after", "\nExample:\n  misrender rules | grep accuracy")
    .action(({ rules }: { readonly rules?: string }) =>
      done(
        withRules(rules, (all) =>
          ok(
            `${inColumns(all.map(({ id, category, severity, status, confidence }) => [id, category, severity, status, confidence.toFixed(2)]))}\n`,
          ),
        ),
      ),
    );
  withConfigOptions(program.command("explain").summary("explain one rule"))
    .description("Shows what a rule finds, why, and its examples.")
    .argument("<rule>", "its name, with or without the dimension")
    .option("--rules <folder>", "a folder of your own rules, beside the built-in ones")
    .addHelpText("after", "\nExample:\n  misrender explain accuracy/government-misplaced")
    .action((name: string, { rules }: { readonly rules?: string }) =>
      done(
        withRules(rules, (all) => {
          const rule = findRule(all, name);
          return rule.kind === "problem" ? rule : ok(describeRule(rule.value));
        }),
      ),
    );
}
