import { Buffer, isUtf8 } from "node:buffer";
import { createRequire } from "node:module";
import { fail, ok, type Result } from "../core/result.ts";
import {
  canonicalName,
  declaredEncoding,
  firstBadByte,
  likelyEncodings,
  nearlyUtf8,
  unmarkedUtf16,
} from "./encoding.ts";

const require = createRequire(import.meta.url);

/** Loaded when the first file needs it: most are UTF-8. */
const legacy = (): typeof import("iconv-lite") => require("iconv-lite");

/** The text of a file, and how its bytes wrote it. Line ends stay as they are; the byte-order mark is not text. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
  readonly bom: "marked" | "unmarked";
}

type Bom = DecodedText["bom"];

const MARKS: readonly { readonly encoding: string; readonly bytes: readonly number[] }[] = [
  { encoding: "utf-8", bytes: [0xef, 0xbb, 0xbf] },
  { encoding: "utf-16le", bytes: [0xff, 0xfe] },
  { encoding: "utf-16be", bytes: [0xfe, 0xff] },
];

const CONTROLS_ALLOWED = 0.02;

const hexadecimal = (byte: number | undefined): string =>
  `0x${(byte ?? 0).toString(16).toUpperCase().padStart(2, "0")}`;

const binary = (path: string, evidence: string): Result<never> =>
  fail({ where: path, what: `This is not a text file: ${evidence}.`, remedy: "Give a file of text." });

function badByte(path: string, bytes: Uint8Array, offset: number, encoding: string): Result<never> {
  return fail({
    where: path,
    what: `The byte ${hexadecimal(bytes[offset])} at offset ${offset} is not valid ${encoding}.`,
    remedy: "Repair the byte, or convert the file to UTF-8.",
  });
}

function decodeUtf8(path: string, bytes: Uint8Array, bom: Bom, base: number): Result<DecodedText> {
  if (isUtf8(bytes)) {
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    return ok({ text, encoding: "utf-8", bom });
  }
  const lossy = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const offset = firstBadByte(bytes, lossy);
  return fail({
    where: path,
    what: `The byte ${hexadecimal(bytes[offset])} at offset ${base + offset} is not valid UTF-8.`,
    remedy: "Repair the byte, or convert the file to UTF-8 from the encoding it is really in.",
  });
}

function decodeUtf16(path: string, bytes: Uint8Array, encoding: string, bom: Bom): Result<DecodedText> {
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes("\0") ? binary(path, "it holds zero characters") : ok({ text, encoding, bom });
  } catch {
    return fail({
      where: path,
      what: `The file is marked as ${encoding.toUpperCase()}, but has half a character in it.`,
      remedy: "Save it again as UTF-8.",
    });
  }
}

/** Decodes an encoding of one or two bytes a letter; bytes that mean nothing in it are refused, not replaced. */
function decodeLegacy(path: string, bytes: Uint8Array, encoding: string): Result<DecodedText> {
  const text = legacy().decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding, {
    stripBOM: false,
  });
  const wrong = text.indexOf("\uFFFD");
  if (wrong < 0) return ok({ text, encoding, bom: "unmarked" });
  return badByte(path, bytes, legacy().encode(text.slice(0, wrong), encoding).length, encoding);
}

function decodeDeclared(path: string, bytes: Uint8Array, encoding: string): Result<DecodedText> {
  if (encoding === "utf-8") return decodeUtf8(path, bytes, "unmarked", 0);
  if (legacy().encodingExists(encoding)) return decodeLegacy(path, bytes, encoding);
  return fail({
    where: path,
    what: `The file says that its encoding is "${encoding}", which is not known here.`,
    remedy: "Convert the file to UTF-8 and correct its declaration.",
  });
}

function decodeUndeclared(path: string, bytes: Uint8Array): Result<DecodedText> {
  const lossy = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  if (nearlyUtf8(lossy)) return decodeUtf8(path, bytes, "unmarked", 0);
  for (const encoding of likelyEncodings(bytes)) {
    const decoded = decodeLegacy(path, bytes, encoding);
    if (decoded.kind === "ok") return decoded;
  }
  return badByte(path, bytes, firstBadByte(bytes, lossy), "UTF-8, nor is the file in any other encoding known here");
}

function controlShare(bytes: Uint8Array): number {
  const sample = bytes.subarray(0, 65_536);
  let controls = 0;
  for (const byte of sample) {
    if (byte < 0x20 ? byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d : byte === 0x7f) controls += 1;
  }
  return controls / sample.length;
}

function decodeUnmarked(path: string, bytes: Uint8Array, named: string | undefined): Result<DecodedText> {
  const zero = bytes.indexOf(0);
  if (zero >= 0) {
    const encoding = unmarkedUtf16(bytes);
    if (encoding !== undefined) return decodeUtf16(path, bytes, encoding, "unmarked");
    return binary(path, `the byte at offset ${zero} is zero`);
  }
  if (controlShare(bytes) > CONTROLS_ALLOWED) return binary(path, "it is full of control characters");
  const declared = namedEncoding(named) ?? declaredEncoding(bytes);
  if (declared !== undefined) return decodeDeclared(path, bytes, declared);
  return isUtf8(bytes) ? decodeUtf8(path, bytes, "unmarked", 0) : decodeUndeclared(path, bytes);
}

function decodeMarked(path: string, bytes: Uint8Array, named: string | undefined): Result<DecodedText> {
  const mark = MARKS.find((candidate) => candidate.bytes.every((byte, index) => bytes[index] === byte));
  if (mark === undefined) return decodeUnmarked(path, bytes, named);
  const rest = bytes.subarray(mark.bytes.length);
  if (mark.encoding !== "utf-8") return decodeUtf16(path, rest, mark.encoding, "marked");
  if (rest.includes(0)) return binary(path, `the byte at offset ${rest.indexOf(0) + 3} is zero`);
  return decodeUtf8(path, rest, "marked", mark.bytes.length);
}

/** An encoding that somebody beside the file named, where it is one that is known here. */
function namedEncoding(name: string | undefined): string | undefined {
  const encoding = name === undefined ? undefined : canonicalName(name);
  return encoding === undefined || encoding === "utf-8" || legacy().encodingExists(encoding) ? encoding : undefined;
}

/** Turns the bytes of a file into text, or says why they are none. */
export const decode = (path: string, bytes: Uint8Array): Result<DecodedText> => decodeAs(path, bytes, undefined);

/** The same for bytes that came with the name of their encoding. A byte-order mark knows better, the name knows better than the text. */
export function decodeAs(path: string, bytes: Uint8Array, named: string | undefined): Result<DecodedText> {
  const decoded = decodeMarked(path, bytes, named);
  if (decoded.kind === "problem" || /\S/u.test(decoded.value.text)) return decoded;
  const what = bytes.length === 0 ? "The file is empty." : "The file is empty but for white space.";
  return fail({ where: path, what, remedy: "Give a file that holds text." });
}

function encodeText(text: string, encoding: string): Uint8Array {
  if (encoding === "utf-8") return Buffer.from(text, "utf8");
  if (encoding === "utf-16le") return Buffer.from(text, "utf16le");
  if (encoding === "utf-16be") return Buffer.from(text, "utf16le").swap16();
  return legacy().encode(text, encoding);
}

/** Turns a text into bytes again, the way `decode` found it written. */
export function encode(text: string, encoding: string, bom: Bom): Uint8Array {
  const mark = bom === "marked" ? (MARKS.find((candidate) => candidate.encoding === encoding)?.bytes ?? []) : [];
  const body = encodeText(text, encoding);
  return mark.length === 0 ? body : Buffer.concat([Uint8Array.from(mark), body]);
}
