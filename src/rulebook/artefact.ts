import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ok, type Result } from "../core/result.ts";
import { loadSources } from "./load.ts";
import { type Rulebook, rulebookOf, type Sources } from "./rulebook.ts";

/** The project's own rules, as a linguist edits them. */
export const OWN_RULES = fileURLToPath(new URL("../../rules/", import.meta.url));

/** The same, checked by the build: filed for look-up, and as they were before that, for those who add their own. */
export const ARTEFACTS = {
  rulebook: fileURLToPath(new URL("../rulebook.json", import.meta.url)),
  sources: fileURLToPath(new URL("../rulebook-sources.json", import.meta.url)),
} as const;

function isFresh(path: string): boolean {
  if (!existsSync(path)) return false;
  if (!existsSync(OWN_RULES)) return true;
  const built = statSync(path).mtimeMs;
  return readdirSync(OWN_RULES, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory() || entry.name.endsWith(".yaml"))
    .every((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs <= built);
}

/** The project's own sources: as the build checked them when none has changed since, else from their files. */
export function ownSources(): Result<Sources> {
  if (!isFresh(ARTEFACTS.sources)) return loadSources(OWN_RULES);
  const sources: Sources = JSON.parse(readFileSync(ARTEFACTS.sources, "utf8"));
  return ok(sources);
}

/** The project's own rulebook, likewise. */
export function ownRulebook(): Result<Rulebook> {
  if (isFresh(ARTEFACTS.rulebook)) {
    const rulebook: Rulebook = JSON.parse(readFileSync(ARTEFACTS.rulebook, "utf8"));
    return ok(rulebook);
  }
  const sources = loadSources(OWN_RULES);
  return sources.kind === "problem" ? sources : rulebookOf(sources.value);
}
