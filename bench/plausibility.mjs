// Measures how well doubtful words are found: clean news with one word replaced, and words that editors replaced in machine translation.
// Needs the evaluation data, which is not part of the project: node bench/plausibility.mjs [--data FOLDER] [--table FILE]
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { splitSentences } from "../dist/annotate/sentences.js";
import { loadTagger } from "../dist/annotate/tagger.js";
import { rankReplacements } from "../dist/detectors/misfit-candidates.js";
import { loadTable, OWN_TABLE } from "../dist/plausibility/load.js";
import { openScorer } from "../dist/plausibility/scorer.js";
import { plainUnit } from "../dist/plausibility/units.js";
import { openSpelling } from "../dist/plausibility/vocabulary.js";
import { confusionOf } from "../dist/training/confusion.js";
import { randomFrom } from "../dist/training/random.js";

const { values } = parseArgs({
  options: { data: { type: "string", default: "evaluation" }, table: { type: "string", default: OWN_TABLE } },
});
const NEWS = join(values.data, "clean-news.jsonl");
const EDITS = join(values.data, "mlqe-pe-en.jsonl");
if (!existsSync(NEWS) || !existsSync(EDITS)) {
  console.log(`The evaluation data is not in ${values.data}: nothing was measured. --data says where it is.`);
  process.exit(0);
}

const read = loadTable(values.table);
if (read.kind === "problem") throw new Error(`${read.problem.where}: ${read.problem.what}`);
const table = read.value;
const scorer = openScorer(table);
const tag = loadTagger();
const spelling = openSpelling(table);
const confuse = confusionOf(table);
const random = randomFrom(20);
const randomHit = randomFrom(21);
const rows = (path) =>
  readFileSync(path, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));

function sentencesIn(text) {
  const tokens = tag(text);
  return splitSentences(text).map((span) =>
    tokens.filter(({ span: own }) => own.start >= span.start && own.start < span.end),
  );
}
const isRunning = (tokens) => /[.!?…]$/u.test(tokens.findLast(({ text }) => !/^["”’')]$/u.test(text))?.text ?? "");

const hits = [];
const HIT_SHARE = 0.15;

/** Notes where the right word stands in the list of what could stand at a token. */
function noteHit(scene, at, unit, right) {
  const ranked = rankReplacements(scorer.replacements(scene, at, unit), unit, (each) => scorer.spellingOf(each));
  hits.push(ranked.findIndex((each) => each.unit === right));
}

/** The probability that the token at an offset is the wrong word; `right` is the unit that should stand there. */
function doubtAt(text, offset, right) {
  const tokens = sentencesIn(text).find((each) => each.some(({ span }) => span.start === offset));
  if (tokens === undefined || !isRunning(tokens)) return 0;
  const scene = scorer.sceneOf(tokens);
  const at = tokens.findIndex(({ span }) => span.start === offset);
  const unit = at < scene.row.length ? plainUnit(table, tokens, scene.row, at) : 0;
  const doubt = unit === 0 ? 0 : scorer.doubt(scene, at, unit);
  if (right !== undefined && doubt > 0.2 && randomHit() < HIT_SHARE) noteHit(scene, at, unit, right);
  return doubt;
}

const groupOf = (unitClass) => (unitClass < 2 ? "nouns" : unitClass === 6 ? "adjectives" : "verbs");
const clean = [];
const tests = [];
let wordCount = 0;
for (const { target: text } of rows(NEWS)) {
  for (const tokens of sentencesIn(text)) {
    wordCount += tokens.filter(({ kind, spaceBefore }) => kind !== "mark" && spaceBefore).length;
    if (!isRunning(tokens)) continue;
    const scene = scorer.sceneOf(tokens);
    for (let at = 0; at < scene.row.length; at += 1) {
      const unit = plainUnit(table, tokens, scene.row, at);
      if (unit === 0) continue;
      const group = groupOf(table.unitClasses[unit]);
      clean.push({ group, probability: scorer.doubt(scene, at, unit), word: tokens[at].text, text });
      if (group === "nouns" && random() > 0.3) continue;
      for (const mistake of ["look-alike", "random"]) {
        const wrong = confuse(unit, mistake, random);
        if (wrong === 0) continue;
        const { start, end } = tokens[at].span;
        const word = spelling.of(table.unitWords[wrong]);
        const probability = doubtAt(
          text.slice(0, start) + word + text.slice(end),
          start,
          mistake === "look-alike" ? unit : undefined,
        );
        tests.push({ group, mistake, probability });
      }
    }
  }
}
const SAME = /(?:s|es|ed|d|ing|ly|er|est)$/u;
for (const { target: text, edits } of rows(EDITS)) {
  for (const { start, end, from, to } of edits) {
    if (from === undefined || to === undefined || !/^[a-z]{3,}$/u.test(from) || !/^[a-z]{3,}$/u.test(to)) continue;
    if (from.replace(SAME, "") === to.replace(SAME, "") || from.slice(0, 4) === to.slice(0, 4)) continue;
    const tokens = sentencesIn(text).find((each) => each.some(({ span }) => span.start === start && span.end === end));
    const token = tokens?.find(({ span }) => span.start === start);
    const group = { VERB: "verbs", ADJ: "adjectives", NOUN: "nouns" }[token?.partOfSpeech];
    if (group !== undefined) tests.push({ group, mistake: "post-edit", probability: doubtAt(text, start) });
  }
}

clean.sort((a, b) => b.probability - a.probability);
const percent = (part, whole) => `${((100 * part) / Math.max(1, whole)).toFixed(0).padStart(3)} %`;
console.log(`${wordCount} words of clean news, ${clean.length} of them judged; ${tests.length} replaced words`);
const MISTAKES = ["look-alike", "random", "post-edit"];
function table3(title, isCounted) {
  for (const perThousand of [0.3, 0.5, 1, 3]) {
    const cells = ["verbs", "adjectives", "nouns"].map((group) => {
      const alarms = clean.filter((each) => isCounted(each, group));
      const least = alarms[Math.round((perThousand * wordCount) / 1000)]?.probability ?? 0;
      const shares = MISTAKES.map((mistake) => {
        const own = tests.filter((test) => test.group === group && test.mistake === mistake);
        return percent(own.filter(({ probability }) => probability > least).length, own.length);
      });
      return `${group} ${shares.join(" ")} (> ${least.toFixed(2)})`;
    });
    console.log(`${title}, ${perThousand} in 1,000 words: ${cells.join("   ")}`);
  }
}
console.log(`found of ${MISTAKES.join(", ")}:`);
table3("false alarms of all words together", () => true);
table3("false alarms of each part of speech by itself", (each, group) => each.group === group);
console.log(
  `post-edits: ${["verbs", "adjectives", "nouns"].map((group) => `${group} ${tests.filter((test) => test.group === group && test.mistake === "post-edit").length}`).join(", ")}`,
);

console.log("reliability, where 18 words in 1,000 are wrong: confidence, share that is wrong, words");
const SHARE = 0.018;
const wrong = tests.filter(({ mistake }) => mistake !== "post-edit");
for (let least = 0.1; least < 0.95; least += 0.1) {
  const inBin = ({ probability }) => probability >= least && probability < least + 0.1;
  const [right, bad] = [clean.filter(inBin).length / clean.length, wrong.filter(inBin).length / wrong.length];
  const share = (bad * SHARE) / (bad * SHARE + right * (1 - SHARE));
  console.log(
    `  ${least.toFixed(1)}–${(least + 0.1).toFixed(1)}  ${share.toFixed(2)}  ${clean.filter(inBin).length + wrong.filter(inBin).length}`,
  );
}
const hitAt = (most) => percent(hits.filter((place) => place >= 0 && place < most).length, hits.length);
console.log(`right word of ${hits.length} look-alikes at 1, 3, 5: ${hitAt(1)} ${hitAt(3)} ${hitAt(5)}`);
for (const least of [0.25, 0.5, 0.75])
  console.log(
    `confidence ${least}: ${((1000 * clean.filter(({ probability }) => probability >= least).length) / wordCount).toFixed(2)} false alarms in 1,000 words`,
  );
if (process.env.SHOW)
  for (const { probability, word, text } of clean.slice(0, 60))
    console.log(probability.toFixed(2), word, "|", text.slice(0, 160));
