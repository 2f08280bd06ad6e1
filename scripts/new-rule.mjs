// Writes the skeleton of a rule: npm run new:rule accuracy/unit-changed
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const BUILT = new URL("../dist/", import.meta.url);
const RULES = new URL("../rules/", import.meta.url);

function refuse(what, remedy) {
  console.error(`${what} ${remedy}`);
  process.exit(2);
}

if (!existsSync(BUILT)) refuse("The program is not built.", "Run “npm run build” first.");
const { CATEGORIES, DIMENSIONS } = await import(new URL("core/mqm.js", BUILT));
const { nearestName } = await import(new URL("text/similarity.js", BUILT));

const [id = ""] = process.argv.slice(2);
const [dimension = "", name = "", ...rest] = id.split("/");
if (rest.length > 0 || !/^[a-z]+(?:-[a-z]+)*$/u.test(name))
  refuse(`“${id}” is no name of a rule.`, "Name it after the flaw: npm run new:rule accuracy/unit-changed");
if (!DIMENSIONS.includes(dimension)) {
  const nearest = nearestName(dimension, DIMENSIONS);
  const remedy = nearest === undefined ? `Use one of: ${DIMENSIONS.join(", ")}.` : `Did you mean “${nearest}”?`;
  refuse(`There is no dimension “${dimension}”.`, remedy);
}
const path = fileURLToPath(new URL(`${id}.yaml`, RULES));
if (existsSync(path)) refuse(`rules/${id}.yaml is there already.`, "Edit it, or choose another name.");

const categories = CATEGORIES.filter((category) => category.startsWith(`${dimension}/`)).map(
  (category) => category.split("/")[1],
);
const words = name.replaceAll("-", " ");

const skeleton = `detector: phrase # or pattern, regex, repetition, …: see CONTRIBUTING.md
options:
  phrases:
    - phrase: 'sample of ${words}'
      meaning: what the phrase means in good English
      suggest: ['good English']
category: ${categories[0]} # ${categories.join(" | ")}
severity: minor # neutral | minor | major | critical
confidence: 0.7 # how often a professional reviser would agree
status: trial # stable once its precision has been measured
message: '“{match}” is …; it probably means “{meaning}”.'
explanation: >-
  Why machine translation writes this, and why it matters.
sources: []
examples:
  bad:
    - target: 'Here is [[sample of ${words}]] in a sentence.'
      fixed: 'Here is good English in a sentence.'
    - target: 'And a [[sample of ${words}]] elsewhere.'
  good:
    - target: 'A sentence that nearly has ${words}.'
      because: 'The exception, in words.'
    - target: 'Another sentence that nearly has ${words}.'
      because: 'Another exception, in words.'
`;

mkdirSync(dirname(path), { recursive: true });
writeFileSync(path, skeleton, { flag: "wx" });
console.log(`rules/${id}.yaml is there. Make it say what you mean, then: npx vitest run test/rules.test.ts -t ${id}`);
