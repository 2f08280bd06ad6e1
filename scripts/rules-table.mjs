// Writes rules/README.md and a page for each rule from the built rulebook; with --check it only says what is out of date.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = new URL("../", import.meta.url);
const RULEBOOK = new URL("dist/rulebook.json", ROOT);
const PAGES = "docs/rules";

function complain(text) {
  console.error(text);
  process.exitCode = 1;
}

/** Text that stays in one cell of a Markdown table. */
const cell = (text) => text.replace(/\s+/gu, " ").replace(/[\\|<>]/gu, "\\$&");

const rowOf = ({ id, category, severity, confidence, status, message }) =>
  [
    `[${id}](../${PAGES}/${id}.md)`,
    category.split("/")[1],
    severity,
    confidence.toFixed(2),
    status,
    cell(message),
  ].join(" | ");

const tableOf = (rules) => `# The rules

Written by \`npm run rules:table\`; do not edit it by hand. A rule's folder is its MQM dimension. Stable rules run by default,
rules on trial only with \`--sensitivity deep\` or when named by \`--only\`. The confidence says how often a professional reviser
would agree; single findings may be less sure. The words in braces are filled in from the text. Each rule has a page with its
examples, wrong and right.

${rules.length} rules, ${rules.filter(({ status }) => status === "stable").length} of them stable.

| rule | category | severity | confidence | status | what |
| - | - | - | - | - | - |
${rules.map((rule) => `| ${rowOf(rule)} |`).join("\n")}
`;

/** The paths of the pages that are there. */
const pagesThere = () =>
  existsSync(new URL(PAGES, ROOT))
    ? readdirSync(new URL(PAGES, ROOT), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(fileURLToPath(ROOT).length).replaceAll("\\", "/"))
    : [];

/** Each path that is to be there, with its text. */
async function filesOf(rules) {
  const { rulePage } = await import("./rule-page.mjs");
  const pages = rules.map((rule) => [`${PAGES}/${rule.id}.md`, rulePage(rule)]);
  return new Map([["rules/README.md", tableOf(rules)], ...pages]);
}

function write(path, text) {
  mkdirSync(dirname(fileURLToPath(new URL(path, ROOT))), { recursive: true });
  writeFileSync(new URL(path, ROOT), text);
}

if (existsSync(RULEBOOK)) {
  const files = await filesOf(JSON.parse(readFileSync(RULEBOOK, "utf8")).rules);
  const isStale = ([path, text]) =>
    !existsSync(new URL(path, ROOT)) || readFileSync(new URL(path, ROOT), "utf8") !== text;
  const stale = [...files].filter(isStale);
  const orphans = pagesThere().filter((path) => !files.has(path));
  if (process.argv.includes("--check")) {
    for (const [path] of stale) complain(`${path} is out of date. Run “npm run rules:table” and commit it.`);
    for (const path of orphans)
      complain(`${path} is of no rule. Run “npm run rules:table” and commit that it is gone.`);
  } else {
    for (const [path, text] of stale) write(path, text);
    for (const path of orphans) rmSync(new URL(path, ROOT));
  }
} else complain("dist/rulebook.json is missing. Run “npm run build” first.");
