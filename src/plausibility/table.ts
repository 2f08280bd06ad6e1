import { createHash } from "node:crypto";
import { fail, ok, type Result } from "../core/result.ts";

/** The parts of a table, each one array. Words are numbered from 1; 0 is a word that is not in the table. */
const SECTIONS = {
  /** All spellings in one string of bytes, where each begins, its word's number, and the hash slots that lead to them. */
  spellingBytes: Uint8Array,
  spellingStarts: Uint32Array,
  spellingWords: Uint16Array,
  spellingSlots: Int32Array,
  /** Of each word: its vector and the vector's scale, how rare it is, how rare a word unseen after it is (both in tenths of nats). */
  vectors: Int8Array,
  vectorScales: Float32Array,
  rarity: Uint8Array,
  backoff: Uint8Array,
  /** What kinds of object each verb takes, after WordNet's frames. */
  frames: Uint8Array,
  /** Units are words in one use: their word, class and base form, and the unit of each word as noun, verb and adjective. */
  unitWords: Uint16Array,
  unitClasses: Uint8Array,
  unitLemmas: Uint16Array,
  unitsOfWords: Uint16Array,
  unitRarity: Uint8Array,
  outputs: Int8Array,
  outputScales: Float32Array,
  biases: Float32Array,
  /** For every class some units that stand for the rest, and how many of the class each stands for (logarithm). */
  samples: Uint16Array,
  sampleWeights: Float32Array,
  /** The context model's two layers. */
  hidden: Int8Array,
  hiddenScales: Float32Array,
  hiddenBiases: Float32Array,
  projection: Float32Array,
  projectionBiases: Float32Array,
  /** What pairs of words were seen together, hashed. */
  pairMarks: Uint16Array,
  pairValues: Int8Array,
  /** Three classifiers, by what a glance, all but the context model, and all of it say; and what turns their outcome into a probability:
   * the least outcomes of the first two that leave doubt, then scale and shift of the third. */
  glanceWeights: Float32Array,
  doubtWeights: Float32Array,
  verdictWeights: Float32Array,
  calibration: Float32Array,
} as const;

type Sections = { readonly [Name in keyof typeof SECTIONS]: InstanceType<(typeof SECTIONS)[Name]> };
type SectionName = keyof Sections;

/** What a table says of itself. */
export interface TableHeader {
  readonly seed: number;
  /** What it was derived from. */
  readonly provenance: readonly string[];
  /** How many words in 1,000 of clean text are in doubt, and of how many words that was measured. */
  readonly cleanRate: { readonly perThousand: number; readonly wordCount: number };
}

/** Statistics of the language: words, vectors, counts and the weights that judge by them. */
export interface Table extends Sections {
  readonly header: TableHeader;
}

const MAGIC = "misrender table";
const VERSION = 1;
const ALIGNMENT = 8;

interface Layout {
  readonly magic: string;
  readonly version: number;
  /** SHA-256, in hex, of all sections. */
  readonly digest: string;
  readonly header: TableHeader;
  readonly sections: Readonly<Record<string, readonly [start: number, length: number]>>;
}

const aligned = (at: number): number => Math.ceil(at / ALIGNMENT) * ALIGNMENT;
const sectionNames = Object.keys(SECTIONS) as SectionName[];

/** A table as the bytes of its file: the length of the layout, the layout as JSON, then the arrays. */
export function tableBytes(table: Table): Uint8Array {
  const places: Record<string, readonly [number, number]> = {};
  let size = 0;
  for (const name of sectionNames) {
    places[name] = [size, table[name].length];
    size = aligned(size + table[name].byteLength);
  }
  const sections = new Uint8Array(size);
  for (const name of sectionNames) {
    const { buffer, byteOffset, byteLength } = table[name];
    sections.set(new Uint8Array(buffer, byteOffset, byteLength), places[name]?.[0] ?? 0);
  }
  const digest = createHash("sha256").update(sections).digest("hex");
  const layout: Layout = { magic: MAGIC, version: VERSION, digest, header: table.header, sections: places };
  const text = new TextEncoder().encode(JSON.stringify(layout));
  const first = aligned(4 + text.length);
  const bytes = new Uint8Array(first + size);
  new DataView(bytes.buffer).setUint32(0, text.length, true);
  bytes.set(text, 4);
  bytes.set(sections, first);
  return bytes;
}

const notATable = (path: string): Result<never> =>
  fail({ where: path, what: "This is no table of statistics.", remedy: "Make one with “misrender train”." });

function layoutOf(bytes: Uint8Array<ArrayBuffer>): { readonly layout: Layout; readonly first: number } | undefined {
  if (bytes.length < ALIGNMENT) return undefined;
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  if (length > bytes.length) return undefined;
  try {
    const layout: Layout = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)));
    return layout.magic === MAGIC ? { layout, first: aligned(4 + length) } : undefined;
  } catch {
    return undefined;
  }
}

/** The table in the bytes of a file, without copying them. They must begin at a multiple of eight in their buffer. */
export function tableIn(path: string, bytes: Uint8Array<ArrayBuffer>): Result<Table> {
  const read = layoutOf(bytes);
  if (read === undefined) return notATable(path);
  const { layout, first } = read;
  if (layout.version !== VERSION)
    return fail({
      where: path,
      what: `The table has version ${layout.version}; this program reads version ${VERSION}.`,
      remedy: "Make it anew with “misrender train”.",
    });
  const view = <Name extends SectionName>(name: Name): Sections[Name] => {
    const [start, length] = layout.sections[name] ?? [0, 0];
    return new SECTIONS[name](bytes.buffer, bytes.byteOffset + first + start, length) as Sections[Name];
  };
  try {
    const sections = Object.fromEntries(sectionNames.map((name) => [name, view(name)]));
    return ok({ header: layout.header, ...(sections as Sections) });
  } catch (error) {
    if (error instanceof RangeError) return notATable(path);
    throw error;
  }
}

/** The digest of a table, from the first bytes of its file. */
export function digestIn(path: string, head: Uint8Array<ArrayBuffer>): Result<string> {
  const read = layoutOf(head);
  return read === undefined ? notATable(path) : ok(read.layout.digest);
}
