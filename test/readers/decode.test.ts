import { Buffer } from "node:buffer";
import fc from "fast-check";
import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { describeProblem } from "../../src/core/result.ts";
import { decode, encode } from "../../src/readers/decode.ts";
import { unwrapped } from "./support.ts";

const RUSSIAN = "Совет города решил закрыть старый мост на ремонт до конца лета, сообщила газета во вторник вечером.";
const ARABIC = "قال رئيس البلدية إن الجسر القديم سيغلق حتى نهاية الصيف، وإن السكان سيستخدمون الطريق الجديد.";
const FRENCH = "Le maire a déclaré que le vieux pont resterait fermé jusqu’à la fin de l’été, à cause des dégâts.";

const WRITTEN: readonly (readonly [string, string, string])[] = [
  ["windows-1251", RUSSIAN, "windows-1251"],
  ["koi8-r", RUSSIAN, "koi8-r"],
  ["windows-1256", ARABIC, "windows-1256"],
  ["windows-1252", FRENCH, "windows-1252"],
  ["gbk", "市政府决定关闭旧桥进行维修,直到夏天结束,当地报纸周二晚间报道说。", "gb18030"],
  ["utf-8", ARABIC, "utf-8"],
  ["utf-16le", FRENCH, "utf-16le"],
  ["utf-16be", FRENCH, "utf-16be"],
];

test.each(WRITTEN)("text in %s is recognised without a declaration", (encoding, text, found) => {
  const bytes = iconv.encode(text, encoding);
  expect(unwrapped(decode("a.txt", bytes))).toEqual({ text, encoding: found, bom: "unmarked" });
});

test.each(["utf-8", "utf-16le", "utf-16be"])("a byte-order mark of %s is no text, but is remembered", (encoding) => {
  const bytes = encode("Grüße\r\n", encoding, "marked");
  const decoded = unwrapped(decode("a.txt", bytes));
  expect(decoded).toEqual({ text: "Grüße\r\n", encoding, bom: "marked" });
  expect(Buffer.from(encode(decoded.text, decoded.encoding, decoded.bom)).equals(bytes)).toBe(true);
});

test.each([
  ["<?xml version='1.0' encoding='ISO-8859-2'?><a>żółw</a>", "iso-8859-2"],
  ['<html><head><meta charset="windows-1250"></head>żółw</html>', "windows-1250"],
  ['<meta http-equiv="Content-Type" content="text/html; charset=koi8-r"><p>да</p>', "koi8-r"],
])("the encoding declared in %s is used", (text, encoding) => {
  expect(unwrapped(decode("a", iconv.encode(text, encoding)))).toEqual({ text, encoding, bom: "unmarked" });
});

const REFUSED: readonly (readonly [string, Uint8Array, string])[] = [
  ["no bytes", new Uint8Array(), "a: The file is empty. Give a file that holds text."],
  ["white space", Buffer.from(" \r\n\t"), "a: The file is empty but for white space. Give a file that holds text."],
  [
    "a zero byte",
    Buffer.from("abc\0def, and more"),
    "a: This is not a text file: the byte at offset 3 is zero. Give a file of text.",
  ],
  [
    "control characters",
    Buffer.from("\x01\x02\x03\x04 a"),
    "a: This is not a text file: it is full of control characters. Give a file of text.",
  ],
  [
    "a broken byte in declared UTF-8",
    Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="UTF-8"?><a>é'),
      Buffer.from([0xe9]),
      Buffer.from("</a>"),
    ]),
    "a: The byte 0xE9 at offset 43 is not valid UTF-8. Repair the byte, or convert the file to UTF-8 from the encoding it is really in.",
  ],
  [
    "a broken byte after a mark",
    Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0xff]),
    "a: The byte 0xFF at offset 4 is not valid UTF-8. Repair the byte, or convert the file to UTF-8 from the encoding it is really in.",
  ],
  [
    "a broken byte among much UTF-8",
    Buffer.concat([Buffer.from("�äöüß"), Buffer.from([0xff])]),
    "a: The byte 0xFF at offset 11 is not valid UTF-8. Repair the byte, or convert the file to UTF-8 from the encoding it is really in.",
  ],
  [
    "an unknown declared encoding",
    Buffer.from('<?xml version="1.0" encoding="x-klingon"?><a/>'),
    'a: The file says that its encoding is "x-klingon", which is not known here. Convert the file to UTF-8 and correct its declaration.',
  ],
];

test.each(REFUSED)("%s is refused", (_, bytes, message) => {
  const result = decode("a", bytes);
  expect(result.kind === "problem" ? describeProblem(result.problem) : "it was read").toBe(message);
});

test("any bytes are either text or a problem", () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void decode("a", bytes)));
});

test("any text in UTF-8 comes back byte for byte", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", minLength: 1 }), (text) => {
      const bytes = Buffer.from(text, "utf8");
      const decoded = decode("a", bytes);
      if (decoded.kind === "problem") return;
      const { encoding, bom } = decoded.value;
      expect(Buffer.from(encode(decoded.value.text, encoding, bom)).equals(bytes)).toBe(true);
    }),
  );
});
