import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { CATEGORIES, type Category, DIMENSIONS } from "../core/mqm.ts";
import { fail, ok, type Result } from "../core/result.ts";
import { type CollocationFile, collocationFile } from "../detectors/collocation-lexicon.ts";
import { type ConfusionFile, confusionFile } from "../detectors/confusions.ts";
import { type LexiconFile, lexiconFile } from "../detectors/lexicon.ts";
import { loadFacts } from "../knowledge/load.ts";
import { nearestName } from "../text/similarity.ts";
import { readYaml } from "../text/yaml.ts";
import { checkOptions } from "./check.ts";
import type { Rule } from "./rule.ts";
import type { Sources } from "./rulebook.ts";
import { ruleFile } from "./schema.ts";

const yamlFiles = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(".yaml"))
        .sort()
        .map((name) => join(folder, name))
    : [];

function categoryOf(path: string, dimension: string, name: string): Result<Category> {
  const category = CATEGORIES.find((each) => each === `${dimension}/${name}`);
  if (category !== undefined) return ok(category);
  const known = CATEGORIES.filter((each) => each.startsWith(`${dimension}/`)).map((each) =>
    each.slice(dimension.length + 1),
  );
  const nearest = nearestName(name, known);
  const remedy = nearest === undefined ? `Use one of: ${known.join(", ")}.` : `Did you mean “${nearest}”?`;
  return fail({ where: path, what: `There is no category “${name}” in ${dimension}.`, remedy });
}

/** Reads one rule file; its dimension is the folder it stands in. */
function readRule(path: string, text: string, dimension: string): Result<Rule> {
  const read = readYaml(path, text, ruleFile);
  if (read.kind === "problem") return read;
  const category = categoryOf(path, dimension, read.value.category);
  if (category.kind === "problem") return category;
  const options = checkOptions(path, read.value);
  if (options.kind === "problem") return options;
  return ok({
    ...read.value,
    ...options.value,
    id: `${dimension}/${basename(path, ".yaml")}`,
    category: category.value,
    givenSeverity: undefined,
  });
}

/** Reads and checks all rules below a folder: `<dimension>/<rule>.yaml`. */
function loadRules(folder: string): Result<readonly Rule[]> {
  if (!existsSync(folder))
    return fail({ where: folder, what: "There is no such folder of rules.", remedy: "Check the path." });
  const rules: Rule[] = [];
  for (const dimension of DIMENSIONS)
    for (const path of yamlFiles(join(folder, dimension))) {
      const rule = readRule(path, readFileSync(path, "utf8"), dimension);
      if (rule.kind === "problem") return rule;
      rules.push(rule.value);
    }
  return ok(rules);
}

/** Reads and checks the lexicons of literal renderings of a folder of rules. */
function loadLexicons(folder: string): Result<readonly LexiconFile[]> {
  const lexicons: LexiconFile[] = [];
  for (const path of yamlFiles(join(folder, "lexicon"))) {
    const lexicon = readYaml(path, readFileSync(path, "utf8"), lexiconFile);
    if (lexicon.kind === "problem") return lexicon;
    lexicons.push(lexicon.value);
  }
  return ok(lexicons);
}

/** Reads and checks the words that do not go together of a folder of rules. */
function loadCollocations(folder: string): Result<readonly CollocationFile[]> {
  const files: CollocationFile[] = [];
  for (const path of yamlFiles(join(folder, "lexicon", "collocations"))) {
    const file = readYaml(path, readFileSync(path, "utf8"), collocationFile);
    if (file.kind === "problem") return file;
    files.push(file.value);
  }
  return ok(files);
}

/** Reads and checks the words of other languages that cover several English ones. */
function loadConfusions(folder: string): Result<readonly ConfusionFile[]> {
  const files: ConfusionFile[] = [];
  for (const path of yamlFiles(join(folder, "lexicon", "confusions"))) {
    const file = readYaml(path, readFileSync(path, "utf8"), confusionFile);
    if (file.kind === "problem") return file;
    files.push(file.value);
  }
  return ok(files);
}

/** Reads and checks a folder of rules with its lexicons and knowledge. */
export function loadSources(folder: string): Result<Sources> {
  const rules = loadRules(folder);
  if (rules.kind === "problem") return rules;
  const lexicons = loadLexicons(folder);
  if (lexicons.kind === "problem") return lexicons;
  const collocations = loadCollocations(folder);
  if (collocations.kind === "problem") return collocations;
  const confusions = loadConfusions(folder);
  if (confusions.kind === "problem") return confusions;
  const facts = loadFacts(join(folder, "knowledge"));
  if (facts.kind === "problem") return facts;
  return ok({
    rules: rules.value,
    lexicons: lexicons.value,
    collocations: collocations.value,
    confusions: confusions.value,
    facts: facts.value,
  });
}
