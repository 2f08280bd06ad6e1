// Measures every rule on machine translation that professionals have marked, and on clean text, and writes rules/measured.json, which
// `explain`, the review and the pages of the rules show. Needs data that is not part of the project: npm run bench:quality -- --data FOLDER
// A flag is right when it touches anything that a person has marked. People mark a few flaws of a sentence, not all, so
// that this is a lower bound; what flags of the same length would get anywhere in their segments stands beside it.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

const MARKED = ["mqm-zh-en-wmt23", "mqm-zh-en", "mqm-bio-en", "mlqe-pe-en"];
const CLEAN = ["clean-news", "clean-bilingual", "mqm-clean"];

const { values } = parseArgs({ options: { data: { type: "string", default: "evaluation" } } });
const fileOf = (name) => join(values.data, `${name}.jsonl`);
const missing = [...MARKED, ...CLEAN].find((name) => !existsSync(fileOf(name)));
if (missing !== undefined) {
  console.log(`${fileOf(missing)} is not there: nothing was measured. --data says where the data is.`);
  process.exit(0);
}

const linesOf = (text) =>
  text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/**
 * The segments of a set. Offsets of marks are in code points there, here in UTF-16 units; what two people have read stands
 * there twice, here once with the marks of both.
 */
function segmentsOf(name) {
  const segments = new Map();
  for (const row of linesOf(readFileSync(fileOf(name), "utf8"))) {
    const { id, set, lang = "en", system, doc = id, seg = id, source, target } = row;
    const characters = Array.from(target);
    const unitsBefore = (count) => characters.slice(0, count).join("").length;
    const marks = (row.errors ?? []).map(({ start, end }) => [unitsBefore(start), unitsBefore(end)]);
    const group = [set, lang, system, doc].join("|");
    const known = segments.get(`${group}|${seg}|${target}`);
    known?.marks.push(...marks);
    if (known !== undefined) continue;
    const input = { id, group, text: target, lang, ...(source ? { source } : {}) };
    segments.set(`${group}|${seg}|${target}`, { target, isClean: row.clean === true, marks, input });
  }
  return [...segments.values()];
}

/** The findings in segments, by default as well as those of rules on trial. */
function findingsIn(segments) {
  const check = (...more) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["dist/cli/main.js", "check", "--input-format", "jsonl", "--format", "jsonl", "--fail-on", "never", ...more, "-"],
      { input: segments.map(({ input }) => JSON.stringify(input)).join("\n"), encoding: "utf8", maxBuffer: 1e9 },
    );
    if (status !== 0) throw new Error(stderr);
    return linesOf(stdout);
  };
  return [...check(), ...check("--sensitivity", "deep").filter(({ rule }) => trial.has(rule))];
}

const { rules } = JSON.parse(readFileSync("dist/rulebook.json", "utf8"));
const trial = new Set(rules.filter(({ status }) => status === "trial").map(({ id }) => id));
const touches = (marks, start, end) => marks.some(([from, to]) => from < end && start < to);

/** How many places out of all where a flag of this length could stand touch a mark. */
function chanceOf({ target, marks }, length) {
  const places = target.length - length + 1;
  let right = 0;
  for (let start = 0; start < places; start += 1) right += Number(touches(marks, start, start + length));
  return places > 0 ? right / places : 1;
}

const measured = new Map();
const noteOf = (rule) => {
  const note = measured.get(rule) ?? { flags: 0, right: 0, chance: 0, clean: 0 };
  measured.set(rule, note);
  return note;
};
const words = { marked: 0, clean: 0 };
for (const name of [...MARKED, ...CLEAN]) {
  const kind = CLEAN.includes(name) ? "clean" : "marked";
  const segments = segmentsOf(name).filter(({ isClean }) => name !== "mqm-clean" || isClean);
  const byId = new Map(segments.map((segment) => [segment.input.id, segment]));
  words[kind] += segments.reduce((sum, { target }) => sum + target.split(/\s+/u).length, 0);
  for (const { id, rule, start, end } of findingsIn(segments)) {
    const note = noteOf(rule);
    const segment = byId.get(id);
    if (kind === "clean") note.clean += 1;
    else {
      note.flags += 1;
      note.right += Number(touches(segment.marks, start, end));
      note.chance += chanceOf(segment, end - start);
    }
  }
  console.log(`${name}: ${segments.length} segments`);
}

const sorted = [...measured].sort(([a], [b]) => (a < b ? -1 : 1));
const shown = Object.fromEntries(
  sorted.map(([rule, note]) => [rule, { ...note, chance: Number(note.chance.toFixed(1)) }]),
);
writeFileSync("rules/measured.json", `${JSON.stringify({ words, rules: shown }, undefined, 2)}\n`);
const sum = (key, chosen) => chosen.reduce((total, [, note]) => total + note[key], 0);
const stable = sorted.filter(([rule]) => !trial.has(rule));
console.log(
  `stable rules: ${sum("flags", stable)} flags, ${sum("right", stable)} right (by chance ${sum("chance", stable).toFixed(0)}); ${sum("clean", stable)} in ${words.clean} words of clean text`,
);
