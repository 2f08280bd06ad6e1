import type { Command } from "commander";
import { type Config, NO_CONFIG, type Override, SETTINGS, type SettingName } from "../../config/config.ts";
import { OPTION_OF } from "../configuration.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import { withGateOptions } from "../gate-options.ts";
import type { Terminal } from "../terminal.ts";
import { withAuditOptions } from "./check.ts";

interface Row {
  readonly name: string;
  readonly value: string;
  readonly origin: string;
}

const written = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

/** Whence the value of an option comes. */
function originOf(command: Command, name: SettingName, { settings }: Config): string {
  const attribute = OPTION_OF[name];
  const option = command.options.find((each) => each.attributeName() === attribute && !each.negate);
  switch (command.getOptionValueSource(attribute)) {
    case "cli":
      return `option ${option?.long ?? `--${attribute}`}`;
    case "config":
      return settings[name]?.origin ?? "default";
    default:
      return "default";
  }
}

function settingRows(command: Command, config: Config): readonly Row[] {
  return SETTINGS.map((name) => {
    const value: unknown = command.getOptionValue(OPTION_OF[name]);
    return { name, value: value === undefined ? "–" : written(value), origin: originOf(command, name, config) };
  });
}

const adjustmentRows = (rules: Config["rules"]): readonly Row[] =>
  rules.map(({ name, level, options, origin }) => ({
    name: `rules.${name}`,
    value: [level ?? "", Object.keys(options).length === 0 ? "" : JSON.stringify(options)].filter(Boolean).join(" "),
    origin,
  }));

function overrideRows({ origin, paths, items, settings, rules }: Override, index: number): readonly Row[] {
  const name = `overrides.${index + 1}`;
  const lasting = [
    ...(paths.length === 0 ? [] : [`paths ${paths.join(", ")}`]),
    ...Object.entries(items).map(([field, patterns]) => `${field} ${(patterns ?? []).join(", ")}`),
  ];
  return [
    { name, value: `for ${lasting.join("; ")}`, origin },
    ...Object.entries(settings).map(([key, value]) => ({ name: `${name}.${key}`, value: written(value), origin })),
    ...adjustmentRows(rules).map((row) => ({ ...row, name: `${name}.${row.name}` })),
  ];
}

function listRows({ knowledge, glossary, doNotTranslate }: Config): readonly Row[] {
  return [
    ...knowledge.map(({ value, origin }) => ({ name: "knowledge", value, origin })),
    ...glossary.map(({ value: { source, target, forbidden }, origin }) => ({
      name: "glossary",
      value: `${source ?? "–"} = ${target.join(", ")}${forbidden.length === 0 ? "" : `, not ${forbidden.join(", ")}`}`,
      origin,
    })),
    ...doNotTranslate.map(({ value: { term, renderings }, origin }) => ({
      name: "doNotTranslate",
      value: renderings.length === 0 ? term : `${term}, not ${renderings.join(", ")}`,
      origin,
    })),
  ];
}

function tableOf(rows: readonly Row[]): string {
  const width = (cellOf: (row: Row) => string): number => Math.max(0, ...rows.map((row) => cellOf(row).length));
  const [names, values] = [
    width(({ name }) => name),
    Math.min(
      48,
      width(({ value }) => value),
    ),
  ];
  return rows.map(({ name, value, origin }) => `${name.padEnd(names)}  ${value.padEnd(values)}  ${origin}\n`).join("");
}

const EXAMPLES = `
Examples:
  misrender config --print                     every value and where it comes from
  misrender config --print --fail-on minor     the same with an option, which wins
  misrender config --print --config ci/misrender.config.yaml`;

/** Adds the command `config`; `done` takes its exit code. */
export function addConfig(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  const command = program.command("config").summary("show the configuration that holds here");
  withGateOptions(withAuditOptions(command))
    .description("Shows every setting with its value and its origin: the default, a line of a file, or an option.")
    .option("--print", "print the values (this is what the command does anyway)")
    .addHelpText("after", EXAMPLES)
    .action((options: { readonly configuration?: Config }) => {
      const config = options.configuration ?? NO_CONFIG;
      const files = config.files.length === 0 ? "none" : config.files.join(", ");
      const rows = [
        ...settingRows(command, config),
        ...adjustmentRows(config.rules),
        ...listRows(config),
        ...config.overrides.flatMap(overrideRows),
      ];
      terminal.print(`configuration: ${files}\n\n${tableOf(rows)}`);
      done(EXIT.passed);
    });
}
