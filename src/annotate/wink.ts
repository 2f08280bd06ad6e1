import type { Buffer } from "node:buffer";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileModel, openModel, type Vocabulary } from "./model.ts";

interface Items {
  readonly out: (its: unknown, as?: unknown) => readonly string[];
}

/** The part of wink-nlp that the tagger uses. */
export interface Wink {
  readonly readDoc: (text: string) => { readonly tokens: () => Items };
  readonly its: Readonly<Record<"value" | "pos" | "lemma", unknown>>;
  readonly as: Readonly<Record<"array", unknown>>;
}

const require = createRequire(import.meta.url);
const MODEL = "wink-eng-lite-web-model/dist/";

/** The model's core, filed; made by the build, for to read it as the package has it takes 50 ms. */
const FILED_MODEL = new URL("../english.model", import.meta.url);

const readModel = (): Buffer =>
  fileModel(readFileSync(require.resolve(`${MODEL}languages/cur/models/eng-core-web-model.json`), "utf8"));

/** Writes the filed model: a step of the build. */
export const writeModel = (): void => writeFileSync(FILED_MODEL, readModel());

const NO_MACHINE = { machines: ['[100,0,{"0":{}},{},{},{}]'], setter: (): void => {} };

/** Loads wink-nlp (https://winkjs.org/wink-nlp/) with the parts of its English model that tag parts of speech. */
export function loadWink(): { readonly wink: Wink; readonly vocabulary: Vocabulary } {
  const core = openModel(existsSync(FILED_MODEL) ? readFileSync(FILED_MODEL) : readModel());
  const start: (model: object, pipe: readonly string[]) => Wink = require("wink-nlp");
  const wink = start(
    {
      core: () => core,
      sbd: require(`${MODEL}load-sbd-model.js`),
      pos: require(`${MODEL}load-pos-model.js`),
      ner: () => ({ machines: [], transformers: [] }),
      negation: () => NO_MACHINE,
      sa: () => NO_MACHINE,
      metaCER: () => ({ machines: "", transformers: [] }),
      featureFn: require(`${MODEL}feature.js`),
      addons: { lemmatize: require(`${MODEL}lemmatize.js`) },
    },
    ["pos"],
  );
  return { wink, vocabulary: core.features.lexeme };
}
