import type { ItemField } from "../core/document.ts";
import type { Severity } from "../core/severity.ts";
import type { GlossaryTerm, ProtectedTerm } from "../detectors/terms.ts";
import type { ConfigFile } from "./schema.ts";

/** A value and where it was written, as `file:line`. */
export interface Traced<Value> {
  readonly value: Value;
  readonly origin: string;
}

/** Keys of a configuration that hold one value; a later one replaces it. */
export const SETTINGS = [
  "sourceLanguage",
  "targetLanguage",
  "asOf",
  "inputFormat",
  "scope",
  "sensitivity",
  "minConfidence",
  "failOn",
  "maxFindings",
  "minScore",
  "maxNpt",
  "minCqs",
  "passingThreshold",
  "acceptedPoints",
  "minWords",
  "wmt",
  "baseline",
  "ignoreFile",
  "inlineIgnores",
  "rulesFolder",
] as const satisfies readonly (keyof ConfigFile)[];
export type SettingName = (typeof SETTINGS)[number];
export type SettingValue = NonNullable<ConfigFile[SettingName]>;

/** What is said of a rule, a category or a dimension. */
export interface RuleAdjustment {
  readonly name: string;
  readonly level: "off" | "on" | Severity | null;
  readonly options: Readonly<Record<string, unknown>>;
  readonly origin: string;
}

/** What an override may set. */
export const OVERRIDABLE = [
  "sourceLanguage",
  "targetLanguage",
  "asOf",
  "sensitivity",
  "minConfidence",
  "failOn",
  "maxFindings",
  "minScore",
  "maxNpt",
  "minCqs",
] as const satisfies readonly SettingName[];
type OverridableName = (typeof OVERRIDABLE)[number];

/** Settings for some files or some items of feeds. */
export interface Override {
  readonly origin: string;
  /** The folder from which `paths` are seen. */
  readonly folder: string;
  readonly paths: readonly string[];
  readonly items: Readonly<Partial<Record<ItemField, readonly string[]>>>;
  readonly settings: Readonly<Pick<ConfigFile, OverridableName>>;
  readonly rules: readonly RuleAdjustment[];
}

/** A configuration with all it extends: plain values, each with its origin. */
export interface Config {
  /** The files it was put together from, the last one winning. */
  readonly files: readonly string[];
  readonly settings: Readonly<Partial<Record<SettingName, Traced<SettingValue>>>>;
  /** In the order in which they hold; later ones win. */
  readonly rules: readonly RuleAdjustment[];
  readonly knowledge: readonly Traced<string>[];
  readonly glossary: readonly Traced<GlossaryTerm>[];
  readonly doNotTranslate: readonly Traced<ProtectedTerm>[];
  readonly overrides: readonly Override[];
}

/** A configuration that says nothing. */
export const NO_CONFIG: Config = {
  files: [],
  settings: {},
  rules: [],
  knowledge: [],
  glossary: [],
  doNotTranslate: [],
  overrides: [],
};

/** One configuration upon another: single values are replaced, lists go on. */
export const mergeConfigs = (below: Config, above: Config): Config => ({
  files: [...below.files, ...above.files],
  settings: { ...below.settings, ...above.settings },
  rules: [...below.rules, ...above.rules],
  knowledge: [...below.knowledge, ...above.knowledge],
  glossary: [...below.glossary, ...above.glossary],
  doNotTranslate: [...below.doNotTranslate, ...above.doNotTranslate],
  overrides: [...below.overrides, ...above.overrides],
});
