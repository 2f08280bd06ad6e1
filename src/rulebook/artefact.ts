import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ok, type Result } from "../core/result.ts";
import { loadFacts } from "../knowledge/load.ts";
import { loadCollocations, loadLexicons, loadRules } from "./load.ts";
import { type Rulebook, rulebookOf } from "./rulebook.ts";

/** The project's own rules, as a linguist edits them. */
export const OWN_RULES = fileURLToPath(new URL("../../rules/", import.meta.url));

/** The same, checked and compiled by the build into one file beside the program. */
export const ARTEFACT = fileURLToPath(new URL("../rulebook.json", import.meta.url));

/** Reads a folder of rules with its lexicons and knowledge from their YAML files. */
export function readRulebook(folder: string): Result<Rulebook> {
  const rules = loadRules(folder);
  if (rules.kind === "problem") return rules;
  const lexicons = loadLexicons(folder);
  if (lexicons.kind === "problem") return lexicons;
  const collocations = loadCollocations(folder);
  if (collocations.kind === "problem") return collocations;
  const facts = loadFacts(join(folder, "knowledge"));
  if (facts.kind === "problem") return facts;
  return ok(rulebookOf(rules.value, lexicons.value, collocations.value, facts.value));
}

function isFresh(): boolean {
  if (!existsSync(ARTEFACT)) return false;
  if (!existsSync(OWN_RULES)) return true;
  const built = statSync(ARTEFACT).mtimeMs;
  return readdirSync(OWN_RULES, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory() || entry.name.endsWith(".yaml"))
    .every((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs <= built);
}

/** The project's own rulebook: from the artefact when no rule has changed since the build, else from the rules themselves. */
export function ownRulebook(): Result<Rulebook> {
  if (!isFresh()) return readRulebook(OWN_RULES);
  const artefact: Rulebook = JSON.parse(readFileSync(ARTEFACT, "utf8"));
  return ok(artefact);
}
