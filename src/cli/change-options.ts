import { relative } from "node:path";
import type { Command } from "commander";
import { fail, ok, type Result } from "../core/result.ts";
import { formatByEnding } from "../readers/index.ts";
import type { Changes } from "./changes.ts";
import { isWebAddress, STANDARD_INPUT } from "./inputs.ts";

/** Options that leave out what has not changed. */
export interface ChangeOptions {
  readonly since?: string;
  readonly changed?: true;
}

/** Adds the options for what has changed. */
export const withChangeOptions = (command: Command): Command =>
  command
    .option("--since <ref>", "only files and lines changed since a git commit, branch or tag")
    .option("--changed", "only files and lines changed since the last commit");

/** What is to be audited, and what has changed in it. */
export interface ChangedPaths {
  readonly paths: readonly string[];
  readonly changes: Changes | undefined;
}

/** The paths on the command line; with none, all changed texts below this folder, or standard input. */
export async function changedPaths(
  paths: readonly string[],
  { since, changed }: ChangeOptions,
): Promise<Result<ChangedPaths>> {
  if (since === undefined && changed === undefined)
    return ok({ paths: paths.length === 0 ? [STANDARD_INPUT] : paths, changes: undefined });
  const option = since === undefined ? "--changed" : "--since";
  if (since !== undefined && changed !== undefined)
    return fail({ where: "--since and --changed", what: "Only one of them can hold.", remedy: "Leave one out." });
  if (paths.includes(STANDARD_INPUT) || paths.some(isWebAddress))
    return fail({
      where: option,
      what: "Only files have changes.",
      remedy: "Name files or folders, or nothing at all.",
    });
  const { changesIn } = await import("./changes.ts");
  const changes = changesIn(process.cwd(), since);
  if (changes.kind === "problem") return changes;
  const here = changes.value.paths
    .filter((path) => formatByEnding(path) !== undefined)
    .map((path) => relative(process.cwd(), path))
    .filter((path) => !path.startsWith(".."));
  return ok({ paths: paths.length === 0 ? here : paths, changes: changes.value });
}
