import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { DETECTORS } from "../src/detectors/index.ts";
import { TOKEN_CLASS_NAMES } from "../src/detectors/token-class.ts";
import { RELATIONS } from "../src/knowledge/fact.ts";

const ROOT = join(import.meta.dirname, "..");
const page = readFileSync(join(ROOT, "CONTRIBUTING.md"), "utf8");
const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));

test.each([
  ["detector", Object.keys(DETECTORS)],
  ["token class", TOKEN_CLASS_NAMES],
  ["relation", RELATIONS],
  ["dependency", Object.keys(manifest.dependencies)],
])("CONTRIBUTING.md names every %s", (_, names) => {
  expect(names.filter((name) => !page.includes(`\`${name}\``) && !page.includes(`\`<${name}>\``))).toEqual([]);
});

test("CONTRIBUTING.md names only scripts that are there", () => {
  const named = [...page.matchAll(/npm run ([\w:-]+)/gu)].map((match) => match[1] ?? "");
  expect(named.filter((name) => !(name in manifest.scripts))).toEqual([]);
});
