import { existsSync } from "node:fs";
import type { Command } from "commander";
import { NEEDED_WORD_COUNT } from "../audit/score.ts";
import type { Config } from "../config/config.ts";
import { nearestIgnoreFile } from "../config/find.ts";
import { fail, ok, type Result } from "../core/result.ts";
import type { Severity } from "../core/severity.ts";
import { openBaseline } from "./baseline.ts";
import { numberBetween, parseFailOn } from "./options.ts";
import type { ReportOptions } from "./report.ts";
import type { Suppressors } from "./suppressions.ts";

/** Options that say what does not count. */
export interface SuppressOptions {
  readonly ignoreFile?: string;
  readonly inlineIgnores: boolean;
  readonly configuration?: Config;
}

/** Options that say what a text must live up to. */
export interface GateOptions extends SuppressOptions {
  readonly failOn: Severity | "never";
  readonly maxFindings?: number;
  readonly minScore?: number;
  readonly maxNpt?: number;
  readonly minCqs?: number;
  readonly passingThreshold?: number;
  readonly acceptedPoints?: number;
  readonly minWords: number;
  readonly wmt?: true;
  readonly baseline?: string;
}

const count = numberBetween(0, Number.MAX_SAFE_INTEGER);
const score = numberBetween(-Number.MAX_VALUE, 100);

/** Adds the options that say what does not count. */
export const withSuppressOptions = (command: Command): Command =>
  command
    .option("--ignore-file <file>", "what to ignore, instead of the nearest .misrenderignore.yaml")
    .option("--no-inline-ignores", "let no comment in a text ignore anything");

/** Adds the options of the gate. */
export const withGateOptions = (command: Command): Command =>
  withSuppressOptions(
    command
      .option(
        "--fail-on <severity>",
        "fail on findings this grave: minor, major, critical or never",
        parseFailOn,
        "major",
      )
      .option("--max-findings <count>", "fail above this number of findings", count)
      .option("--min-score <number>", "fail below this raw quality score (RQS)", score)
      .option("--max-npt <number>", "fail above this many penalty points per 1,000 words", numberBetween(0, 25_000))
      .option("--min-cqs <number>", "fail below this calibrated quality score", score)
      .option(
        "--passing-threshold <number>",
        "passing threshold of the calibrated score (with --accepted-points)",
        numberBetween(0, 100),
      )
      .option("--accepted-points <number>", "penalty points accepted per 1,000 words", numberBetween(0.001, 1000))
      .option("--min-words <count>", "fewer words are too short for a score", count, NEEDED_WORD_COUNT)
      .option("--wmt", "also score as WMT does: average penalty per segment")
      .option("--baseline <file>", "findings that are known and do not count"),
  );

const today = (): string => new Date().toISOString().slice(0, 10);

/** What says of findings that they do not count; `baseline` is the path of a baseline to hold them against. */
export async function openSuppressors(
  { ignoreFile, inlineIgnores, configuration }: SuppressOptions,
  baseline: string | undefined,
  scope: Suppressors["scope"],
): Promise<Result<Suppressors>> {
  const isConfigured = baseline !== undefined && baseline === configuration?.settings.baseline?.value;
  const isThere = baseline !== undefined && (!isConfigured || existsSync(baseline));
  const opened = isThere ? await openBaseline(baseline, "needed") : undefined;
  if (opened?.kind === "problem") return opened;
  const found = ignoreFile ?? nearestIgnoreFile(process.cwd());
  const ignores = found === undefined ? undefined : (await import("../config/ignore-file.ts")).readIgnoreFile(found);
  if (ignores?.kind === "problem") return ignores;
  return ok({
    inline: inlineIgnores ? "honoured" : "refused",
    sideIgnores: ignores?.value ?? [],
    baseline: opened?.value,
    scope,
    today: today(),
  });
}

/** What a report is made by, as the options say. */
export async function reportOptions(options: GateOptions, scope: Suppressors["scope"]): Promise<Result<ReportOptions>> {
  const { failOn, maxFindings, minScore, maxNpt, minCqs, passingThreshold, acceptedPoints, minWords } = options;
  const calibration =
    passingThreshold !== undefined && acceptedPoints !== undefined ? { passingThreshold, acceptedPoints } : undefined;
  if (calibration === undefined && [minCqs, passingThreshold, acceptedPoints].some((each) => each !== undefined))
    return fail({
      where: minCqs === undefined ? "the calibrated score" : "--min-cqs",
      what: "A calibrated score needs a passing threshold and accepted points.",
      remedy: "Give both --passing-threshold and --accepted-points.",
    });
  const suppressors = await openSuppressors(options, options.baseline, scope);
  if (suppressors.kind === "problem") return suppressors;
  const overrides = options.configuration?.overrides ?? [];
  const choose =
    overrides.length === 0 ? ok(() => []) : (await import("../config/overrides.ts")).compileOverrides(overrides);
  if (choose.kind === "problem") return choose;
  return ok({
    overrides,
    choose: choose.value,
    policy: { failOn, maxFindings, minScore, maxNpt, minCqs },
    calibration,
    neededWordCount: minWords,
    wmt: options.wmt === true ? "wanted" : "unwanted",
    suppressors: suppressors.value,
  });
}
