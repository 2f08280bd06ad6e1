// Prints how misrender and other open tools do on the samples of this project: npm run bench:peers [-- --folder DIR]
// The others are installed from the npm registry into a temporary folder (or DIR, where they stay), without running any script of theirs.
// All read the same plain text; misrender reads the files themselves, as it takes the article out of them, with the languages they come from.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { cleanTexts, faultyTexts } from "./peer-texts.mjs";
import { PACKAGES, pofilter, TOOLS } from "./peer-tools.mjs";

const LEAST_SECONDS = 3;
const COPIES = 5;
const { values } = parseArgs({ options: { folder: { type: "string" } } });
const folder = values.folder ?? mkdtempSync(join(tmpdir(), "misrender-peers-"));

/** Installs the packages and gives a way to import them. */
async function installed() {
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, "node_modules"))) {
    writeFileSync(
      join(folder, "package.json"),
      JSON.stringify({ private: true, type: "module", dependencies: PACKAGES }),
    );
    const words = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock", "--silent"];
    const { status, stderr } = spawnSync("npm", words, { cwd: folder, encoding: "utf8" });
    if (status !== 0) throw new Error(`The other tools could not be installed: ${stderr}`);
  }
  writeFileSync(join(folder, "load.mjs"), "export const load = (name) => import(name);\n");
  return (await import(pathToFileURL(join(folder, "load.mjs")).href)).load;
}

const touches = (a, b) => a.start < Math.max(b.end, b.start + 1) && b.start < Math.max(a.end, a.start + 1);
const oneSpace = (text) => text.replace(/\s+/gu, " ").trim();

/** Whether a flag offers what makes the text the same as the correction does, as its first suggestion or a later one. */
function isRight(text, flag, { start, end, right }) {
  const from = Math.min(flag.start, start);
  const to = Math.max(flag.end, end);
  const corrected = oneSpace(text.slice(from, start) + right + text.slice(end, to));
  return flag.replacements.some(
    (words) => oneSpace(text.slice(from, flag.start) + words + text.slice(flag.end, to)) === corrected,
  );
}

/** Words a second on one plain text, once it has been read for the first time. */
async function speed(text, lint) {
  await lint(text);
  const started = performance.now();
  let count = 0;
  do {
    await lint(text);
    count += 1;
  } while (performance.now() - started < LEAST_SECONDS * 1000);
  return (text.words * count * 1000) / (performance.now() - started);
}

/** The clean texts after each other, again and again with other numbers, so that no paragraph stands twice. */
function longText(clean) {
  const paragraphs = clean.flatMap(({ text }) => text.split("\n\n").filter(Boolean));
  const text = Array.from({ length: COPIES }, (_, copy) =>
    paragraphs.map((paragraph, index) => `Report ${copy * paragraphs.length + index + 1} came in. ${paragraph}`),
  )
    .flat()
    .join("\n\n");
  const file = { text };
  return { name: "long.txt", file, text, parts: [], words: text.split(/\s+/u).length };
}

async function measured(faulty, clean, lint, quick) {
  const total = { flags: 0, onFlaws: 0, hits: 0, corrected: 0, cleanFlags: 0 };
  for (const each of faulty) {
    const flags = await lint(each);
    total.flags += flags.length;
    total.onFlaws += flags.filter((flag) => each.defects.flat().some((stretch) => touches(flag, stretch))).length;
    total.hits += each.defects.filter((stretches) =>
      stretches.some((stretch) => flags.some((flag) => touches(flag, stretch))),
    ).length;
    total.corrected += each.corrections.filter((correction) =>
      flags.some((flag) => touches(flag, correction) && isRight(each.text, flag, correction)),
    ).length;
  }
  for (const each of clean) total.cleanFlags += (await lint(each)).length;
  return { ...total, speed: await speed(longText(clean), quick) };
}

/** misrender on the file itself, its flags placed in the plain text. */
async function ownLint() {
  const { auditor } = await import(new URL("../dist/index.js", import.meta.url));
  const judge = await auditor();
  return ({ name, file, parts }) => {
    const sourceLanguage = /\.([a-z]{2})\./u.exec(name)?.[1];
    const { findings } = judge(file.text, { name, ...(sourceLanguage === undefined ? {} : { sourceLanguage }) });
    return findings.flatMap(({ target, suggestions }) => {
      const part = parts.find((each) => each.document === target.document && each.pair === target.pair);
      if (part === undefined) return [];
      return {
        start: part.start + target.span.start,
        end: part.start + target.span.end,
        replacements: suggestions.map(({ replacement }) => replacement),
      };
    });
  };
}

const row = (cells) => `| ${cells.join(" | ")} |`;

try {
  const load = await installed();
  const [faulty, clean] = [await faultyTexts(), await cleanTexts()];
  const count = (name, texts = faulty) => texts.reduce((sum, each) => sum + each[name].length, 0);
  const cleanWords = clean.reduce((sum, { words }) => sum + words, 0);
  const show = (name, purpose, { flags, onFlaws, hits, corrected, cleanFlags, speed: wordsPerSecond }) =>
    console.log(
      row([
        name,
        purpose,
        `${flags}, ${onFlaws}`,
        `${hits} of ${count("defects")}`,
        `${corrected} of ${count("corrections")}`,
        ((cleanFlags * 1000) / cleanWords).toFixed(1),
        Number(wordsPerSecond.toPrecision(2)).toLocaleString("en"),
      ]),
    );
  console.log(
    row([
      "tool",
      "made for",
      "flags, of them on a flaw",
      "planted flaws touched",
      "right correction offered",
      "flags in 1,000 clean words",
      "words/s",
    ]),
  );
  console.log(row(Array.from({ length: 7 }, () => "-")));
  const { version } = JSON.parse(readFileSync("package.json", "utf8"));
  const own = await ownLint();
  show(`**misrender** ${version}`, "machine translation", await measured(faulty, clean, own, own));
  for (const { name, purpose, make } of TOOLS) {
    const lint = await make(load, folder);
    const quick = lint.quick ?? lint;
    const outcome = await measured(
      faulty,
      clean,
      ({ text }) => lint(text),
      ({ text }) => quick(text),
    );
    show(`${name} ${PACKAGES[name]}`, purpose, outcome);
  }
  const bilingual = faulty.find(({ name }) => name === "bilingual.jsonl");
  const parts = bilingual.parts.filter(({ source }) => source !== undefined);
  const po = pofilter(folder, parts);
  if (po === undefined) console.log("\npofilter is not installed (Debian: translate-toolkit): left out.");
  else {
    const isFlagged = ({ start }) =>
      parts.some(
        (part, index) => po.flags[index] > 0 && part.start <= start && start < part.start + part.target.text.length,
      );
    const hits = bilingual.defects.filter((stretches) => stretches.some(isFlagged)).length;
    const ownHits = bilingual.defects.filter((stretches) =>
      stretches.some((stretch) => own(bilingual).some((flag) => touches(flag, stretch))),
    ).length;
    console.log(
      `\nOn the ${parts.length} segments of samples/bilingual.jsonl with their sources: pofilter ${po.version} fails ${po.flags.filter(Boolean).length} segments (${po.flags.reduce((a, b) => a + b, 0)} checks), in which ${hits} of ${bilingual.defects.length} planted flaws stand; misrender raises ${own(bilingual).length} flags and touches ${ownHits}.`,
    );
  }
} finally {
  if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
}
