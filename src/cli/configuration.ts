import type { Command } from "commander";
import { type Config, NO_CONFIG, SETTINGS, type SettingName } from "../config/config.ts";
import { nearestConfig } from "../config/find.ts";
import { ok, type Result } from "../core/result.ts";

/** Which option of the command line says the same as a setting. */
export const OPTION_OF: Readonly<Record<SettingName, string>> = {
  sourceLanguage: "sourceLang",
  targetLanguage: "targetLang",
  asOf: "asOf",
  inputFormat: "inputFormat",
  scope: "scope",
  sensitivity: "sensitivity",
  minConfidence: "minConfidence",
  failOn: "failOn",
  maxFindings: "maxFindings",
  minScore: "minScore",
  maxNpt: "maxNpt",
  minCqs: "minCqs",
  passingThreshold: "passingThreshold",
  acceptedPoints: "acceptedPoints",
  minWords: "minWords",
  wmt: "wmt",
  baseline: "baseline",
  ignoreFile: "ignoreFile",
  inlineIgnores: "inlineIgnores",
  rulesFolder: "rules",
};

/** Settings that only concern commands that gate: others give their options another meaning. */
const OF_THE_GATE: ReadonlySet<SettingName> = new Set<SettingName>(["failOn", "baseline"]);
const GATE_OPTION = "minScore";

const hasOption = (command: Command, name: string): boolean =>
  command.options.some((option) => option.attributeName() === name);

/** Options that say where the configuration is. */
export const withConfigOptions = (command: Command): Command =>
  command
    .option("--config <file>", "the configuration, instead of the nearest misrender.config.yaml or .json")
    .option("--no-config", "no configuration");

/** Reads the configuration for a command: the one it names, the nearest, or none. What reads it is loaded only if there is one. */
async function openConfig(named: unknown): Promise<Result<Config>> {
  if (named === false) return ok(NO_CONFIG);
  const found = typeof named === "string" ? ok(named) : nearestConfig(process.cwd());
  if (found.kind === "problem") return found;
  if (found.value === undefined) return ok(NO_CONFIG);
  const { readConfig } = await import("../config/read.ts");
  return readConfig(found.value);
}

/** Gives a command the values of the configuration for all that its command line does not say. */
export async function configure(command: Command): Promise<Result<Config>> {
  const config = await openConfig(command.getOptionValue("config"));
  if (config.kind === "problem") return config;
  for (const name of SETTINGS) {
    const setting = config.value.settings[name];
    const option = OPTION_OF[name];
    if (setting === undefined || !hasOption(command, option)) continue;
    if (OF_THE_GATE.has(name) && !hasOption(command, GATE_OPTION)) continue;
    if (command.getOptionValueSource(option) !== "cli")
      command.setOptionValueWithSource(option, setting.value, "config");
  }
  command.setOptionValueWithSource("configuration", config.value, "config");
  return config;
}
