import { Buffer } from "node:buffer";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** Values of a feature, by number and by value. */
interface Feature {
  readonly list: string[];
  hash: Record<string, number>;
  intrinsicSize: number;
  index: number;
  maxIndex: number;
}
/** Where a feature stands in a packed word: `[slot, mask, shift, isNumber, isExtractable]`. */
type Layout = readonly [number, number, number, number, number];

interface Core {
  lexicon: Uint32Array;
  xpansions: Uint32Array | string;
  readonly packing: { readonly layout: Readonly<Record<string, Layout>>; efList: string[] };
  readonly pos: { readonly hash: Readonly<Record<string, number>> };
  readonly features: Record<string, Feature> & {
    readonly lexeme: Feature;
    readonly posClusters: { list: (string | ReadonlySet<number>)[] };
  };
}
interface Items {
  readonly out: (its: unknown, as?: unknown) => readonly string[];
}

/** The part of wink-nlp that the tagger uses. */
export interface Wink {
  readonly readDoc: (text: string) => { readonly tokens: () => Items };
  readonly its: Readonly<Record<"value" | "pos" | "lemma", unknown>>;
  readonly as: Readonly<Record<"array", unknown>>;
}

/** wink's words: those it came with, and after them the words of the texts it has read. */
export type Vocabulary = Pick<Feature, "list" | "hash" | "intrinsicSize">;

const require = createRequire(import.meta.url);
const MODEL = "wink-eng-lite-web-model/dist/";

function words(base64: string): Uint32Array {
  const bytes = new Uint8Array(Buffer.from(base64, "base64"));
  return new Uint32Array(bytes.buffer);
}

function numbered(list: readonly string[]): Record<string, number> {
  const hash: Record<string, number> = Object.create(null);
  list.forEach((value, number) => {
    hash[value] = number;
  });
  return hash;
}

/** The numbers of a list that is far longer than what most texts ask of it: a word is entered when it is asked for. */
function numberedOnDemand(list: readonly string[]): Record<string, number> {
  const numbers = new Map<string, number>();
  for (let number = 0; number < list.length; number += 1) numbers.set(list[number] ?? "", number);
  const shelf = new Proxy(Object.create(null), {
    get(_, value, asker: object) {
      const number = typeof value === "string" ? numbers.get(value) : undefined;
      if (number !== undefined)
        Object.defineProperty(asker, value, { value: number, writable: true, enumerable: true, configurable: true });
      return number;
    },
  });
  return Object.create(shelf);
}

/** Reads the model's core as its own loader does, in half the time: without a copy of it all, and its base64 past the JSON parser. */
function readCore(): Core {
  const file = readFileSync(require.resolve(`${MODEL}languages/cur/models/eng-core-web-model.json`));
  const key = '"lexicon":"';
  const from = file.indexOf(key) + key.length;
  const to = file.indexOf('"', from);
  const core: Core = JSON.parse(file.toString("utf8", 0, from) + file.toString("utf8", to));
  const { packing, features, pos } = core;
  core.lexicon = words(file.toString("latin1", from, to));
  if (typeof core.xpansions === "string") core.xpansions = words(core.xpansions);
  packing.efList = [];
  for (const [name, [, mask, shift, isNumber, isExtractable]] of Object.entries(packing.layout)) {
    const feature = features[name];
    if (isNumber === 0 && feature !== undefined) {
      feature.hash = numbered(feature.list);
      feature.intrinsicSize = feature.index = feature.list.length;
      feature.maxIndex = mask >>> shift;
    }
    if (isExtractable === 1) packing.efList.push(name);
  }
  const { lexeme, posClusters } = features;
  lexeme.hash = numberedOnDemand(lexeme.list);
  lexeme.intrinsicSize = lexeme.index = lexeme.list.length;
  posClusters.list = posClusters.list.map((tags) =>
    typeof tags === "string" ? new Set(tags.split("_").map((tag) => pos.hash[tag] ?? 0)) : tags,
  );
  return core;
}

const NO_MACHINE = { machines: ['[100,0,{"0":{}},{},{},{}]'], setter: (): void => {} };

/** Loads wink-nlp (https://winkjs.org/wink-nlp/) with the parts of its English model that tag parts of speech. */
export function loadWink(): { readonly wink: Wink; readonly vocabulary: Vocabulary } {
  const core = readCore();
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
