import { Buffer } from "node:buffer";
import { createRequire } from "node:module";

const guesser = (): typeof import("chardet") => require("chardet");

const require = createRequire(import.meta.url);

/** Loaded when the first file needs it: most are UTF-8. */
const legacy = (): typeof import("iconv-lite") => require("iconv-lite");

/** How many bytes at the start of a file may declare its encoding. */
const DECLARATION_BYTES = 2048;

/** How many bytes are enough to recognise an encoding by its letters. */
const SAMPLE_BYTES = 65_536;

const XML_DECLARATION = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/u;
const META_CHARSET = /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/iu;

/** Names that mean a wider encoding in practice (as the WHATWG Encoding Standard has it). */
const WIDER: Readonly<Record<string, string>> = {
  "iso-8859-1": "windows-1252",
  latin1: "windows-1252",
  "us-ascii": "windows-1252",
  ascii: "windows-1252",
  "iso-8859-9": "windows-1254",
  gb2312: "gbk",
  "ks_c_5601-1987": "euc-kr",
  utf8: "utf-8",
};

/** The one name this station uses for an encoding. */
export function canonicalName(name: string): string {
  const lower = name.toLowerCase();
  return WIDER[lower] ?? lower;
}

/** The encoding that an XML declaration or an HTML `meta` element names, in lower case. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, DECLARATION_BYTES)).toString("latin1");
  if (!/^\s*</u.test(start)) return undefined;
  const name = XML_DECLARATION.exec(start)?.[1] ?? META_CHARSET.exec(start)?.[1];
  if (name === undefined) return undefined;
  const canonical = canonicalName(name);
  // A declaration that can be read byte by byte does not stand in UTF-16.
  return canonical.startsWith("utf-16") ? "utf-8" : canonical;
}

/** UTF-16 without a mark betrays itself: every other byte of its spaces, digits and line ends is zero. */
export function unmarkedUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const sample = bytes.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  const many = sample.length / 8;
  if (odd > many && even === 0) return "utf-16le";
  return even > many && odd === 0 ? "utf-16be" : undefined;
}

/** The legacy encodings that the letters of the file speak for, most likely first. */
export function likelyEncodings(bytes: Uint8Array): readonly string[] {
  const first = Math.max(0, bytes.findIndex((byte) => byte > 0x7f) - 1024);
  const sample = bytes.subarray(first, first + SAMPLE_BYTES);
  const names = guesser()
    .analyse(sample)
    .filter(({ confidence }) => confidence >= 10)
    .map(({ name }) => canonicalName(name))
    .filter((name) => !name.startsWith("utf-") && legacy().encodingExists(name));
  return [...new Set([...names, "windows-1252"])];
}

/** The offset of the first byte that cannot be UTF-8. `lossy` is the text with U+FFFD in place of what is wrong. */
export function firstBadByte(bytes: Uint8Array, lossy: string): number {
  let byteOffset = 0;
  let from = 0;
  for (let at = lossy.indexOf("\uFFFD"); at >= 0; at = lossy.indexOf("\uFFFD", from)) {
    byteOffset += Buffer.byteLength(lossy.slice(from, at));
    const written = bytes[byteOffset] === 0xef && bytes[byteOffset + 1] === 0xbf && bytes[byteOffset + 2] === 0xbd;
    if (!written) return byteOffset;
    byteOffset += 3;
    from = at + 1;
  }
  return byteOffset;
}

/** Whether a text that is not quite UTF-8 was meant to be. Letters of other encodings seldom make UTF-8 by accident. */
export function nearlyUtf8(lossy: string): boolean {
  let wrong = 0;
  let right = 0;
  for (const [match] of lossy.matchAll(/[^\0-\u{7F}]/gu)) {
    if (match === "\uFFFD") wrong += 1;
    else right += 1;
  }
  return right > 0 && right >= wrong;
}
