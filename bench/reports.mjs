// Prints how long the report files of a feed of 10,000 items take, beside the time of the audit itself.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { REPORTERS } from "../dist/reporters/index.js";
import { plainPainter } from "../dist/reporters/painter.js";

const ITEM_COUNT = 10_000;
const MOST_TIMES_AUDIT = 2;

const sentencesOf = (path) =>
  readFileSync(path, "utf8")
    .split("\n")
    .flatMap((line) => line.match(/[^.!?]+[.!?]["”’]?(?=\s|$)/gu) ?? [])
    .map((sentence) => sentence.trim());

const escaped = (text) => text.replace(/[&<>]/gu, (sign) => `&#${sign.charCodeAt(0)};`);

/** Items of three sentences of the clean samples and one of a sample with flaws, in a fixed shuffle. */
function feed() {
  const clean = readdirSync("samples/clean").flatMap((name) => sentencesOf(join("samples/clean", name)));
  const flawed = sentencesOf("samples/border-talks.ar.txt");
  let seed = 1;
  const next = (items) => {
    seed = (seed * 48271) % 2147483647;
    return items[seed % items.length];
  };
  const items = Array.from({ length: ITEM_COUNT }, (_, count) => {
    const text = [`Report ${count} came in.`, next(clean), next(flawed), next(clean), next(clean)].join(" ");
    return `<item><title>Report ${count}</title><guid>item-${count}</guid><description>${escaped(text)}</description></item>`;
  });
  return `<?xml version="1.0"?>\n<rss version="2.0"><channel><title>Desk</title>\n${items.join("\n")}\n</channel></rss>\n`;
}

function timed(work) {
  const started = process.hrtime.bigint();
  const value = work();
  return { value, milliseconds: Number(process.hrtime.bigint() - started) / 1e6 };
}

function check(...args) {
  const words = ["dist/cli/main.js", "check", "--quiet", "--fail-on", "never", ...args];
  const { status, stderr } = spawnSync(process.execPath, words, { encoding: "utf8" });
  if (status !== 0) throw new Error(`check ended with ${status}: ${stderr}`);
}

const folder = mkdtempSync(join(tmpdir(), "misrender-bench-"));
try {
  const path = join(folder, "feed.xml");
  const reportPath = join(folder, "report.json");
  writeFileSync(path, feed());
  const audit = timed(() => check(path)).milliseconds;
  check(path, "--report", `json=${reportPath}`);
  const report = JSON.parse(readFileSync(reportPath, "utf8"));
  console.log(
    `audit       ${(audit / 1000).toFixed(1)} s for ${ITEM_COUNT.toLocaleString("en")} items with ${report.findings.length.toLocaleString("en")} findings, one core, start included`,
  );
  const surroundings = { painter: plainPainter, widthInCells: 100, layout: "stacked", items: "counted" };
  let sum = 0;
  for (const [name, { load }] of Object.entries(REPORTERS)) {
    const write = await load();
    const { value, milliseconds } = timed(() => write(report, surroundings));
    sum += milliseconds;
    console.log(
      `${name.padEnd(11)} ${Math.round(milliseconds).toString().padStart(5)} ms, ${(Buffer.byteLength(value) / 1e6).toFixed(1)} MB`,
    );
  }
  const times = sum / audit;
  console.log(`all reports ${times.toFixed(2)} times the audit (at most ${MOST_TIMES_AUDIT})`);
  if (times > MOST_TIMES_AUDIT) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}
