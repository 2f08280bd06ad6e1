import { basename, dirname, relative, resolve } from "node:path";
import { ITEM_FIELDS, type ItemField } from "../core/document.ts";
import { DIMENSIONS } from "../core/mqm.ts";
import { fail, ok, type Result } from "../core/result.ts";
import type { GlossaryTerm, ProtectedTerm } from "../detectors/terms.ts";
import { type Located, readYamlWithLines } from "../text/yaml.ts";
import {
  type Config,
  mergeConfigs,
  NO_CONFIG,
  OVERRIDABLE,
  type Override,
  type RuleAdjustment,
  SETTINGS,
  type SettingName,
  type SettingValue,
  type Traced,
} from "./config.ts";
import { readText } from "./read-text.ts";
import { type ConfigFile, configFile, type OverrideInFile, type RuleSetting } from "./schema.ts";

/** Settings that are paths, seen from the folder of their file. */
const PATHS: ReadonlySet<string> = new Set(["baseline", "ignoreFile", "rulesFolder"]);

/** A file as it is being taken apart. */
interface Sheet {
  readonly path: string;
  readonly folder: string;
  readonly originOf: (place: readonly PropertyKey[]) => string;
}

const listOf = (written: string | readonly string[] | undefined): readonly string[] =>
  written === undefined ? [] : typeof written === "string" ? [written] : written;

/** A path of a sheet, as seen from the working directory. */
const fromHere = ({ folder }: Sheet, path: string): string => relative(process.cwd(), resolve(folder, path)) || ".";

/** Dimensions hold before categories, categories before rules: what is said more exactly wins, in whatever order it stands. */
function rank(name: string): number {
  if (DIMENSIONS.some((dimension) => dimension === name)) return 0;
  return 1;
}

function adjustments(
  written: Readonly<Record<string, RuleSetting>> | undefined,
  sheet: Sheet,
  place: readonly PropertyKey[],
): readonly RuleAdjustment[] {
  return Object.entries(written ?? {})
    .map(([name, setting]): RuleAdjustment => {
      const origin = sheet.originOf([...place, name]);
      if (typeof setting === "string") return { name, level: setting, options: {}, origin };
      return { name, level: setting.severity ?? null, options: setting.options ?? {}, origin };
    })
    .sort((a, b) => rank(a.name) - rank(b.name));
}

function overrideOf(written: OverrideInFile, index: number, sheet: Sheet): Override {
  const items: Partial<Record<ItemField, readonly string[]>> = {};
  for (const field of ITEM_FIELDS) {
    const patterns = written.items?.[field];
    if (patterns !== undefined) items[field] = listOf(patterns);
  }
  const settings = Object.fromEntries(
    OVERRIDABLE.flatMap((name) => (written[name] === undefined ? [] : [[name, written[name]]])),
  );
  return {
    origin: sheet.originOf(["overrides", index]),
    folder: sheet.folder,
    paths: listOf(written.paths),
    items,
    settings,
    rules: adjustments(written.rules, sheet, ["overrides", index, "rules"]),
  };
}

const traced = <Written, Value>(
  written: readonly Written[] | undefined,
  key: string,
  sheet: Sheet,
  meaning: (each: Written) => Value,
): readonly Traced<Value>[] =>
  (written ?? []).map((each, index) => ({ value: meaning(each), origin: sheet.originOf([key, index]) }));

const termOf = (written: NonNullable<ConfigFile["glossary"]>[number]): GlossaryTerm => ({
  source: written.source ?? null,
  target: listOf(written.target),
  forbidden: written.forbidden ?? [],
  matchCase: written.matchCase ?? false,
  note: written.note ?? "",
});

const protectedOf = (written: NonNullable<ConfigFile["doNotTranslate"]>[number]): ProtectedTerm =>
  typeof written === "string"
    ? { term: written, renderings: [] }
    : { term: written.term, renderings: written.renderings ?? [] };

/** What one file says by itself. */
function ownConfig(value: ConfigFile, sheet: Sheet): Config {
  const settings: Partial<Record<SettingName, Traced<SettingValue>>> = {};
  for (const name of SETTINGS) {
    const written = value[name];
    if (written === undefined) continue;
    const isPath = PATHS.has(name) && typeof written === "string";
    settings[name] = { value: isPath ? fromHere(sheet, written) : written, origin: sheet.originOf([name]) };
  }
  return {
    files: [sheet.path],
    settings,
    rules: adjustments(value.rules, sheet, ["rules"]),
    knowledge: traced(value.knowledge, "knowledge", sheet, (path) => fromHere(sheet, path)),
    glossary: traced(value.glossary, "glossary", sheet, termOf),
    doNotTranslate: traced(value.doNotTranslate, "doNotTranslate", sheet, protectedOf),
    overrides: (value.overrides ?? []).map((each, index) => overrideOf(each, index, sheet)),
  };
}

/** The checked content of a configuration file; of a package.json, what stands under its key. */
function readFile(path: string): Result<Located<ConfigFile>> {
  const text = readText(path);
  if (text.kind === "problem") return text;
  if (basename(path) !== "package.json") return readYamlWithLines(path, text.value, configFile);
  const read = readYamlWithLines(path, text.value, (z) => z.looseObject({ misrender: configFile(z) }));
  if (read.kind === "problem") return read;
  const { value, lineOf } = read.value;
  return ok({ value: value.misrender, lineOf: (place) => lineOf(["misrender", ...place]) });
}

/** Reads a configuration with all it extends. `chain` are the files that led to it. */
function readChained(path: string, chain: readonly string[]): Result<Config> {
  const full = resolve(path);
  const file = readFile(path);
  if (file.kind === "problem") return file;
  const { value, lineOf } = file.value;
  const sheet: Sheet = {
    path,
    folder: dirname(full),
    originOf: (place) => `${path}:${lineOf(place)}`,
  };
  let below = NO_CONFIG;
  for (const [index, each] of listOf(value.extends).entries()) {
    const next = fromHere(sheet, each);
    const where = sheet.originOf(["extends", index]);
    const before = [...chain, full];
    if (before.includes(resolve(next))) {
      const circle = [...before.slice(before.indexOf(resolve(next))), resolve(next)];
      const what = `The configurations extend each other in a circle: ${circle.map((link) => relative(process.cwd(), link)).join(" → ")}.`;
      return fail({ where, what, remedy: "Take one of them out." });
    }
    const read = readChained(next, before);
    if (read.kind === "problem") return read;
    below = mergeConfigs(below, read.value);
  }
  return ok(mergeConfigs(below, ownConfig(value, sheet)));
}

/** Reads a configuration file and all it extends. */
export const readConfig = (path: string): Result<Config> => readChained(path, []);
