import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ok, type Result } from "../core/result.ts";
import { loadSources } from "./load.ts";
import { type Rulebook, rulebookOf, type Sources } from "./rulebook.ts";

/** The project's own rules, as a linguist edits them. */
export const OWN_RULES = fileURLToPath(new URL("../../rules/", import.meta.url));

const artefact = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));

/** The same, checked by the build: filed for look-up, and as they were before that, for those who add their own. */
const ARTEFACTS = {
  rulebook: artefact("rulebook.json"),
  drawer: artefact("rulebook.drawer"),
  sources: artefact("rulebook-sources.json"),
} as const;

/** Writes what the build has checked. The rulebook comes last: it tells how fresh all are. */
export function writeArtefacts(sources: Sources, { drawer, ...rulebook }: Rulebook): void {
  writeFileSync(ARTEFACTS.sources, JSON.stringify(sources));
  writeFileSync(ARTEFACTS.drawer, drawer);
  writeFileSync(ARTEFACTS.rulebook, JSON.stringify(rulebook));
}

function areFresh(): boolean {
  if (!existsSync(ARTEFACTS.rulebook)) return false;
  if (!existsSync(OWN_RULES)) return true;
  const built = statSync(ARTEFACTS.rulebook).mtimeMs;
  return readdirSync(OWN_RULES, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory() || entry.name.endsWith(".yaml"))
    .every((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs <= built);
}

/** The project's own sources: as the build checked them when none has changed since, else from their files. */
export function ownSources(): Result<Sources> {
  if (!areFresh()) return loadSources(OWN_RULES);
  const sources: Sources = JSON.parse(readFileSync(ARTEFACTS.sources, "utf8"));
  return ok(sources);
}

/** The project's own rulebook, likewise. */
export function ownRulebook(): Result<Rulebook> {
  if (areFresh()) {
    const rulebook: Omit<Rulebook, "drawer"> = JSON.parse(readFileSync(ARTEFACTS.rulebook, "utf8"));
    return ok({ ...rulebook, drawer: readFileSync(ARTEFACTS.drawer) });
  }
  const sources = loadSources(OWN_RULES);
  return sources.kind === "problem" ? sources : rulebookOf(sources.value);
}
