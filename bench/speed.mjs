// Prints how fast `check` is: words per second over a generated corpus of 10 MB, the time from start to end on one article, and what a cache and a second core save.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const CORPUS_BYTES = 10_000_000;
const ARTICLE = "samples/border-talks.ar.txt";
const RUNS = 7;
const PARTS = 8;
const PART_PARAGRAPHS = 500;

/** Sentences of the clean samples in a fixed shuffle, with running numbers, so that no paragraph stands twice. */
function corpus() {
  const folder = "samples/clean";
  const sentences = readdirSync(folder)
    .flatMap((name) => readFileSync(join(folder, name), "utf8").split("\n"))
    .flatMap((line) => line.match(/[^.!?]+[.!?]["”’]?(?=\s|$)/gu) ?? []);
  let seed = 1;
  const next = () => (seed = (seed * 48271) % 2147483647);
  const paragraphs = [];
  for (let bytes = 0, number = 1; bytes < CORPUS_BYTES; number += 1) {
    const chosen = Array.from({ length: 4 }, () => sentences[next() % sentences.length].trim());
    const paragraph = `Report ${number} came in. ${chosen.join(" ")}`;
    paragraphs.push(paragraph);
    bytes += Buffer.byteLength(paragraph) + 2;
  }
  return paragraphs.join("\n\n");
}

function run(...args) {
  const started = process.hrtime.bigint();
  const { status } = spawnSync(process.execPath, [
    "dist/cli/main.js",
    "check",
    "--quiet",
    "--fail-on",
    "never",
    ...args,
  ]);
  if (status !== 0) throw new Error(`check ended with ${status}`);
  return Number(process.hrtime.bigint() - started) / 1e6;
}

const folder = mkdtempSync(join(tmpdir(), "misrender-bench-"));
try {
  const path = join(folder, "corpus.txt");
  const text = corpus();
  writeFileSync(path, text);
  const words = text.split(/\s+/u).length;
  const milliseconds = run(path);
  console.log(
    `corpus   ${words.toLocaleString("en")} words in ${(milliseconds / 1000).toFixed(1)} s: ${Math.round((words / milliseconds) * 1000).toLocaleString("en")} words/s, one core, start included`,
  );
  const times = Array.from({ length: RUNS }, () => run(ARTICLE)).sort((a, b) => a - b);
  console.log(
    `article  ${times[Math.floor(RUNS / 2)].toFixed(0)} ms from start to end (median of ${RUNS}; ${ARTICLE})`,
  );
  const parts = join(folder, "parts");
  mkdirSync(parts);
  const paragraphs = text.split("\n\n").slice(0, PART_PARAGRAPHS * PARTS);
  for (let part = 0; part < PARTS; part += 1)
    writeFileSync(
      join(parts, `${part}.txt`),
      paragraphs.slice(part * PART_PARAGRAPHS, (part + 1) * PART_PARAGRAPHS).join("\n\n"),
    );
  const seconds = (...args) => `${(run(parts, ...args) / 1000).toFixed(2)} s`;
  const kept = ["--cache-location", join(folder, "cache")];
  console.log(`cache    cold ${seconds(...kept)}, warm ${seconds(...kept)} (${PARTS} files)`);
  console.log(`jobs     1: ${seconds("--jobs", "1")}, 2: ${seconds("--jobs", "2")} (${PARTS} files)`);
} finally {
  rmSync(folder, { recursive: true });
}
