import { Buffer } from "node:buffer";
import { wordHash } from "../text/hash.ts";

/** Values of a feature, by number and by value. */
interface Feature {
  list: string[];
  hash: Record<string, number>;
  intrinsicSize: number;
  index: number;
  maxIndex: number;
}
/** Where a feature stands in a packed word: `[slot, mask, shift, isNumber, isExtractable]`. */
type Layout = readonly [number, number, number, number, number];

/** The core of wink's English model, as wink-nlp takes it. */
export interface Core {
  lexicon: Uint32Array | string;
  xpansions: Uint32Array | string;
  readonly packing: { readonly layout: Readonly<Record<string, Layout>>; efList: string[] };
  readonly pos: { readonly hash: Readonly<Record<string, number>> };
  readonly features: Record<string, Feature> & {
    readonly lexeme: Feature;
    readonly posClusters: { list: (string | ReadonlySet<number>)[] };
  };
}

/** wink's words: those it came with, and after them the words of the texts it has read. */
export type Vocabulary = Pick<Feature, "list" | "hash" | "intrinsicSize">;

/** Sizes at the head of a filed model: bytes of lexicon and of JSON, words, slots of the words' hash table. */
const HEAD_IN_WORDS = 4;
const bytesOf = (numbers: Uint32Array): Buffer => Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);

function numbersOf(base64: string): Uint32Array {
  const bytes = new Uint8Array(Buffer.from(base64, "base64"));
  return new Uint32Array(bytes.buffer);
}

/** The slots of a hash table of words with open addressing: the number of a word and one, or nothing. */
function slotted(words: readonly string[]): Uint32Array {
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(words.length * 2)));
  for (const [number, word] of words.entries()) {
    let slot = wordHash(word) % slots.length;
    while (slots[slot] !== 0) slot = (slot + 1) % slots.length;
    slots[slot] = number + 1;
  }
  return slots;
}

/**
 * Files the model's core, as the package has it in JSON, so that nothing is read before a text asks for it: the lexicon in
 * numbers, the words by a hash table, all else as JSON.
 */
export function fileModel(json: string): Buffer {
  const core: Core = JSON.parse(json);
  const lexicon = typeof core.lexicon === "string" ? numbersOf(core.lexicon) : core.lexicon;
  const words = core.features.lexeme.list;
  const slots = slotted(words);
  const ends = new Uint32Array(words.length);
  let end = 0;
  for (const [number, word] of words.entries()) {
    end += Buffer.byteLength(word);
    ends[number] = end;
  }
  core.lexicon = "";
  core.features.lexeme.list = [];
  const rest = Buffer.from(JSON.stringify(core));
  const head = Uint32Array.of(lexicon.byteLength, rest.length, words.length, slots.length);
  return Buffer.concat([...[head, lexicon, slots, ends].map(bytesOf), rest, Buffer.from(words.join(""))]);
}

/** The words of a filed model by number and by text: what is asked for is read, and then remembered where wink looks for it. */
function wordsOnDemand(slots: Uint32Array, ends: Uint32Array, text: Buffer): Pick<Feature, "list" | "hash"> {
  const wordOf = (number: number): string => text.toString("utf8", ends[number - 1] ?? 0, ends[number]);
  const numberOf = (word: string): number | undefined => {
    for (let slot = wordHash(word) % slots.length; ; slot = (slot + 1) % slots.length) {
      const number = (slots[slot] ?? 0) - 1;
      if (number < 0) return undefined;
      if (wordOf(number) === word) return number;
    }
  };
  const keep = <Value>(owner: object, key: string, value: Value): Value => {
    Object.defineProperty(owner, key, { value, writable: true, enumerable: true, configurable: true });
    return value;
  };
  const hash = new Proxy(Object.create(null), {
    get(_, word, asker: object) {
      const number = typeof word === "string" ? numberOf(word) : undefined;
      return number === undefined ? undefined : keep(asker, String(word), number);
    },
  });
  const list = new Proxy(Array.prototype, {
    get(methods, key, asker: object) {
      const isNumber = typeof key === "string" && /^\d+$/u.test(key) && Number(key) < ends.length;
      return isNumber ? keep(asker, key, wordOf(Number(key))) : Reflect.get(methods, key);
    },
  });
  return { hash: Object.create(hash), list: Object.setPrototypeOf(new Array(ends.length), list) };
}

function numbered(list: readonly string[]): Record<string, number> {
  const hash: Record<string, number> = Object.create(null);
  list.forEach((value, number) => {
    hash[value] = number;
  });
  return hash;
}

/** Opens what `fileModel` has made, and completes it as wink's own loader would. */
export function openModel(bytes: Buffer): Core {
  const buffer =
    bytes.byteOffset % Uint32Array.BYTES_PER_ELEMENT === 0 ? bytes : Buffer.from(new Uint8Array(bytes).buffer);
  let at = buffer.byteOffset;
  const numbers = (count: number): Uint32Array => {
    const view = new Uint32Array(buffer.buffer, at, count);
    at += view.byteLength;
    return view;
  };
  const [lexiconSize = 0, restSize = 0, wordCount = 0, slotCount = 0] = numbers(HEAD_IN_WORDS);
  const lexicon = numbers(lexiconSize / Uint32Array.BYTES_PER_ELEMENT);
  const [slots, ends] = [numbers(slotCount), numbers(wordCount)];
  const rest = at - buffer.byteOffset;
  const core: Core = JSON.parse(buffer.toString("utf8", rest, rest + restSize));
  Object.assign(core.features.lexeme, wordsOnDemand(slots, ends, buffer.subarray(rest + restSize)));
  core.lexicon = lexicon;
  if (typeof core.xpansions === "string") core.xpansions = numbersOf(core.xpansions);
  const { packing, features, pos } = core;
  packing.efList = [];
  for (const [name, [, mask, shift, isNumber, isExtractable]] of Object.entries(packing.layout)) {
    const feature = features[name];
    if (isNumber === 0 && feature !== undefined) {
      if (feature !== features.lexeme) feature.hash = numbered(feature.list);
      feature.intrinsicSize = feature.index = feature.list.length;
      feature.maxIndex = mask >>> shift;
    }
    if (isExtractable === 1) packing.efList.push(name);
  }
  const { lexeme, posClusters } = features;
  lexeme.intrinsicSize = lexeme.index = lexeme.list.length;
  posClusters.list = posClusters.list.map((tags) =>
    typeof tags === "string" ? new Set(tags.split("_").map((tag) => pos.hash[tag] ?? 0)) : tags,
  );
  return core;
}
