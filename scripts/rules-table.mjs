// Writes rules/README.md from the built rulebook; with --check it only says whether the file is up to date.
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const RULEBOOK = new URL("../dist/rulebook.json", import.meta.url);
const TABLE = new URL("../rules/README.md", import.meta.url);

function complain(text) {
  console.error(text);
  process.exitCode = 1;
}

/** Text that stays in one cell of a Markdown table. */
const cell = (text) => text.replace(/\s+/gu, " ").replace(/[\\|<>]/gu, "\\$&");

const rowOf = ({ id, category, severity, confidence, status, message }) =>
  [`[${id}](${id}.yaml)`, category.split("/")[1], severity, confidence.toFixed(2), status, cell(message)].join(" | ");

const tableOf = (rules) => `# The rules

Written by \`npm run rules:table\`; do not edit it by hand. A rule's folder is its MQM dimension. Stable rules run by default,
rules on trial only with \`--sensitivity deep\` or when named by \`--only\`. The confidence says how often a professional reviser
would agree; single findings may be less sure. The words in braces are filled in from the text.

${rules.length} rules, ${rules.filter(({ status }) => status === "stable").length} of them stable.

| rule | category | severity | confidence | status | what |
| - | - | - | - | - | - |
${rules.map((rule) => `| ${rowOf(rule)} |`).join("\n")}
`;

if (existsSync(RULEBOOK)) {
  const { rules } = JSON.parse(readFileSync(RULEBOOK, "utf8"));
  const table = tableOf(rules);
  const isUpToDate = existsSync(TABLE) && readFileSync(TABLE, "utf8") === table;
  if (!process.argv.includes("--check")) writeFileSync(TABLE, table);
  else if (!isUpToDate) complain("rules/README.md is out of date. Run “npm run rules:table” and commit it.");
} else complain("dist/rulebook.json is missing. Run “npm run build” first.");
