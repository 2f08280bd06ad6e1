import { availableParallelism } from "node:os";
import { type Command, InvalidArgumentError } from "commander";
import type { AuditMeans } from "./audit-paths.ts";
import { CACHE_FOLDER, openCache } from "./cache.ts";
import { numberBetween } from "./options.ts";
import { progressOn } from "./progress.ts";
import type { Terminal } from "./terminal.ts";

/** Options for the means of an audit, which change nothing in what it finds. */
export interface MeansOptions {
  readonly cache?: true;
  readonly cacheLocation?: string;
  readonly jobs: number;
  readonly allowPrivateHosts?: true;
  readonly maxSize: number;
  readonly timeout: number;
}

const MOST_JOBS = 64;
const MOST_REDIRECTS = 5;

function jobCount(written: string): number {
  if (written === "auto") return Math.min(MOST_JOBS, availableParallelism());
  const count = Number(written);
  if (Number.isInteger(count) && count >= 1 && count <= MOST_JOBS) return count;
  throw new InvalidArgumentError(
    `Give a whole number from 1 to ${MOST_JOBS}, or “auto” for as many as there are cores.`,
  );
}

/** Adds the options for large work and for the web. */
export const withMeansOptions = (command: Command): Command =>
  command
    .option("--cache", `keep results between runs, in ${CACHE_FOLDER}`)
    .option("--cache-location <folder>", "keep results between runs in this folder")
    .option("--jobs <count>", "audit large inputs on so many cores, or “auto”", jobCount, 1)
    .option("--max-size <megabytes>", "largest page or feed to fetch", numberBetween(0.001, 10_000), 20)
    .option("--timeout <seconds>", "longest time for fetching one", numberBetween(0.1, 3600), 30)
    .option("--allow-private-hosts", "also fetch from this machine and private networks");

/** The means that the options ask for. `close` says what went wrong with them. */
export function openMeans(options: MeansOptions, terminal: Terminal) {
  const { cacheLocation, jobs, maxSize, timeout, allowPrivateHosts } = options;
  const folder = cacheLocation ?? (options.cache === true ? CACHE_FOLDER : undefined);
  const cache = folder === undefined ? undefined : openCache(folder);
  const means: AuditMeans = {
    cache,
    jobCount: jobs,
    progress: progressOn(process.stderr, "Auditing"),
    web: {
      limits: { bytes: Math.round(maxSize * 1_000_000), seconds: timeout, redirects: MOST_REDIRECTS },
      privateHosts: allowPrivateHosts === true ? "allowed" : "refused",
      cache,
    },
  };
  const close = (): void => {
    for (const note of cache?.close() ?? []) terminal.complain(note);
  };
  return { means, close };
}
