import { availableParallelism } from "node:os";
import { type Command, InvalidArgumentError } from "commander";
import type { AuditMeans } from "./audit-paths.ts";
import { CACHE_FOLDER, openCache } from "./cache.ts";
import { progressOn } from "./progress.ts";
import type { Terminal } from "./terminal.ts";

/** Options that make an audit faster and change nothing in what it finds. */
export interface MeansOptions {
  readonly cache?: true;
  readonly cacheLocation?: string;
  readonly jobs: number;
}

const MOST_JOBS = 64;

function jobCount(written: string): number {
  if (written === "auto") return Math.min(MOST_JOBS, availableParallelism());
  const count = Number(written);
  if (Number.isInteger(count) && count >= 1 && count <= MOST_JOBS) return count;
  throw new InvalidArgumentError(
    `Give a whole number from 1 to ${MOST_JOBS}, or “auto” for as many as there are cores.`,
  );
}

/** Adds the options for large work. */
export const withMeansOptions = (command: Command): Command =>
  command
    .option("--cache", `keep results between runs, in ${CACHE_FOLDER}`)
    .option("--cache-location <folder>", "keep results between runs in this folder")
    .option("--jobs <count>", "audit large inputs on so many cores, or “auto”", jobCount, 1);

/** The means that the options ask for. `close` says what went wrong with them. */
export function openMeans({ cache, cacheLocation, jobs }: MeansOptions, terminal: Terminal) {
  const folder = cacheLocation ?? (cache === true ? CACHE_FOLDER : undefined);
  const means: AuditMeans = {
    cache: folder === undefined ? undefined : openCache(folder),
    jobCount: jobs,
    progress: progressOn(process.stderr, "Auditing"),
  };
  const close = (): void => {
    for (const note of means.cache?.close() ?? []) terminal.complain(note);
  };
  return { means, close };
}
