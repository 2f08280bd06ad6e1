import { createHash } from "node:crypto";
import { fail, ok, type Result } from "../core/result.ts";
import type { WordUses } from "./symbols.ts";

/** What can be the matter at a place: nothing, a word lacking before it, it and its neighbour in the wrong order, it too much, another word or form meant. */
export const SLIPS = [
  "none",
  "noun-missing",
  "verb-missing",
  "function-word-missing",
  "order",
  "surplus",
  "function-word",
  "form",
] as const;
export type Slip = (typeof SLIPS)[number];

/** The grammar of a language in figures: what each word can be, and how much each run of symbols speaks for each slip. */
export interface Grammar extends WordUses {
  /** SHA-256, in hex, of all arrays. */
  readonly digest: string;
  readonly featureMarks: Uint16Array;
  /** Eight to a feature, in the order of `SLIPS`. */
  readonly featureWeights: Int8Array;
  readonly provenance: readonly string[];
}

/** Weights are kept in these parts of a nat. */
export const WEIGHT_PARTS = 40;

const MAGIC = "misrender grammar 1";
const ALIGNMENT = 8;
const ARRAYS = {
  wordMarks: Uint16Array,
  wordUses: Uint16Array,
  wordRanks: Uint16Array,
  featureMarks: Uint16Array,
  featureWeights: Int8Array,
} as const;
type ArrayName = keyof typeof ARRAYS;
const arrayNames = Object.keys(ARRAYS) as ArrayName[];

interface Head {
  readonly magic: string;
  readonly digest: string;
  readonly provenance: readonly string[];
  readonly lengths: readonly number[];
}

const aligned = (at: number): number => Math.ceil(at / ALIGNMENT) * ALIGNMENT;

/** A grammar as the bytes of its file: the length of a head in JSON, the head, then the arrays. */
export function grammarBytes(grammar: Omit<Grammar, "digest">): Uint8Array<ArrayBuffer> {
  const arrays = arrayNames.map((name) => grammar[name]);
  const body = new Uint8Array(arrays.reduce((size, { byteLength }) => size + aligned(byteLength), 0));
  let at = 0;
  for (const { buffer, byteOffset, byteLength } of arrays) {
    body.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += aligned(byteLength);
  }
  const digest = createHash("sha256").update(body).digest("hex");
  const lengths = arrays.map(({ length }) => length);
  const head: Head = { magic: MAGIC, digest, provenance: grammar.provenance, lengths };
  const text = new TextEncoder().encode(JSON.stringify(head));
  const bytes = new Uint8Array(aligned(4 + text.length) + body.length);
  new DataView(bytes.buffer).setUint32(0, text.length, true);
  bytes.set(text, 4);
  bytes.set(body, aligned(4 + text.length));
  return bytes;
}

function headOf(bytes: Uint8Array<ArrayBuffer>): Head | undefined {
  const length = bytes.length < ALIGNMENT ? 0 : new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  try {
    const head: Head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)));
    return head.magic === MAGIC ? head : undefined;
  } catch {
    return undefined;
  }
}

/** The grammar in the bytes of a file, without copying them. They must begin at a multiple of eight in their buffer. */
export function grammarIn(path: string, bytes: Uint8Array<ArrayBuffer>): Result<Grammar> {
  const head = headOf(bytes);
  const notAGrammar = fail({
    where: path,
    what: "This is no grammar in figures.",
    remedy: "Make one with “misrender train --grammar”.",
  });
  if (head === undefined) return notAGrammar;
  let at = bytes.byteOffset + aligned(4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true));
  const take = <Name extends ArrayName>(name: Name): Grammar[Name] => {
    const array = new ARRAYS[name](bytes.buffer, at, head.lengths[arrayNames.indexOf(name)] ?? 0);
    at += aligned(array.byteLength);
    return array as Grammar[Name];
  };
  try {
    return ok({
      digest: head.digest,
      provenance: head.provenance,
      wordMarks: take("wordMarks"),
      wordUses: take("wordUses"),
      wordRanks: take("wordRanks"),
      featureMarks: take("featureMarks"),
      featureWeights: take("featureWeights"),
    });
  } catch (error) {
    if (error instanceof RangeError) return notAGrammar;
    throw error;
  }
}
