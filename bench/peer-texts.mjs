// The samples as all tools of bench/peers.mjs read them: plain text, and in it the stretches where something is wrong.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const { openFile } = await import(new URL("../dist/cli/inputs.js", import.meta.url));

const SAMPLES = "samples";
const namesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();

/** The defects that were put into the samples when they were written, each as it stands in its file, by the file's name. */
function plantedDefects() {
  const sections = readFileSync(join(SAMPLES, "expected/defects.md"), "utf8")
    .split(/^## samples\//mu)
    .slice(1);
  return new Map(
    sections.map((section) => [
      section.split("\n", 1)[0].trim(),
      section
        .split("\n")
        .filter((line) => /^- (?:b\d+ )?`/u.test(line))
        .map((line) => [...line.split(" — ")[0].matchAll(/`([^`]+)`/gu)].map(([, words]) => words)),
    ]),
  );
}

/** The corrections that the tests of the samples name: where, what, and the words that are to stand there. */
const namedCorrections = (name) =>
  readFileSync(join(SAMPLES, "expected", `${name}.findings.txt`), "utf8")
    .trimEnd()
    .split("\n")
    .flatMap((line) => {
      const [, row, column, words, right] = /^(\d+):(\d+) \| .+? \| .+? \| ([\s\S]+) \| → (.*)$/u.exec(line) ?? [];
      return right === undefined ? [] : [{ row: Number(row), column: Number(column), words, right }];
    });

const startOfRow = (text, row) =>
  text
    .split("\n")
    .slice(0, row - 1)
    .reduce((sum, line) => sum + line.length + 1, 0);

/** All occurrences of some words in a text. */
function* occurrences(text, words) {
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + words.length)) yield at;
}

async function open(folder, name) {
  const opened = await openFile(join(folder, name), {
    inputFormat: undefined,
    scope: "article",
    sourceLanguage: undefined,
    targetLanguage: "en",
    asOf: undefined,
  });
  if (opened.kind === "problem") throw new Error(`${name}: ${opened.problem.what}`);
  const { file } = opened.value;
  let text = "";
  const parts = file.documents
    .flatMap(({ id, pairs }) => pairs.map((pair) => ({ document: id, pair })))
    .map(({ document, pair }) => {
      const start = text.length;
      text += `${pair.target.text}\n\n`;
      return { document, pair: pair.id, target: pair.target, source: pair.source?.text, start };
    });
  /** Where a stretch of the file stands in the plain text; undefined where no reader sees it. */
  const placed = (start, end) => {
    const touched = parts.flatMap((part) => {
      const inside = part.target.runs.filter(({ file: own }) => own.start < end && own.end > start);
      if (inside.length === 0) return [];
      const cut = (run, at) =>
        run.text.start + Math.min(Math.max(at - run.file.start, 0), run.text.end - run.text.start);
      return [{ start: part.start + cut(inside[0], start), end: part.start + cut(inside.at(-1), end) }];
    });
    return touched[0];
  };
  return {
    name,
    path: join(folder, name),
    file,
    text,
    parts,
    placed,
    words: text.split(/\s+/u).filter(Boolean).length,
  };
}

/** The texts with defects: plain text, defects (each one or more stretches) and corrections. */
export async function faultyTexts() {
  const planted = plantedDefects();
  const texts = await Promise.all(namesIn(SAMPLES).map((name) => open(SAMPLES, name)));
  return texts.map((each) => {
    const { text: whole } = each.file;
    const defects = (planted.get(each.name) ?? []).flatMap((all) => {
      const stretches = all.flatMap((words) =>
        [...occurrences(whole, words)].flatMap((at) => each.placed(at, at + words.length) ?? []),
      );
      return stretches.length === 0 ? [] : [stretches];
    });
    const corrections = namedCorrections(each.name).flatMap(({ row, column, words, right }) => {
      const at = startOfRow(whole, row) + column - 1;
      const stretch = each.placed(at, at + words.length);
      return stretch === undefined ? [] : [{ ...stretch, right }];
    });
    return { ...each, defects, corrections };
  });
}

/** The texts in which nothing is wrong. */
export const cleanTexts = () => {
  const folder = join(SAMPLES, "clean");
  return Promise.all(namesIn(folder).map((name) => open(folder, name)));
};
