// Makes rules/words/languages.words, by which words of other languages are told; CONTRIBUTING.md says what it needs.
//   node scripts/languages.mjs FOLDER_OF_ELD
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { fillDictionary } from "../dist/plausibility/dictionary.js";
import { LANGUAGES, MOST_LIKE } from "../dist/plausibility/languages.js";

const folder = resolve(process.argv[2] ?? "node_modules/eld", "src");
const load = (path) => import(pathToFileURL(join(folder, path)).href);
const { ngramsData } = await load("ngrams/medium.js");
const { dictionary } = await load("dictionary.js");

// eld writes each byte beyond ASCII as a letter of its own choice.
const beyondAscii = Object.entries(dictionary).filter(([byte, letter]) => Number(byte) >= 128 && letter !== " ");
const bytes = new Map(beyondAscii.map(([byte, letter]) => [letter, String.fromCharCode(Number(byte))]));
const plain = (ngram) => Array.from(ngram, (letter) => bytes.get(letter) ?? letter).join("");

/** eld leaves 53 out of every weight; the greatest are about 255. */
const likenessOf = (weight) => Math.max(1, Math.min(MOST_LIKE, Math.round((weight + 53) / 17)));

const entries = [];
for (const [ngram, weights] of Object.entries(ngramsData.ngrams))
  for (const [number, weight] of Object.entries(weights)) {
    const language = ngramsData.languages[number];
    if (LANGUAGES.includes(language)) entries.push([`${language}${plain(ngram)}`, likenessOf(weight)]);
  }
const file = fillDictionary(entries);
writeFileSync(fileURLToPath(new URL("../rules/words/languages.words", import.meta.url)), file);
console.log(`${entries.length} pieces, ${file.length} bytes`);
