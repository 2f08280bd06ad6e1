import { fail, ok, type Result } from "../core/result.ts";
import { type DecodedText, decode, encode } from "../readers/decode.ts";

/** A corrected text as bytes, written the way its file was. `path` is where they are going to stand. */
export function correctedBytes(path: string, text: string, written: DecodedText): Result<Uint8Array> {
  const { encoding, bom } = written;
  const bytes = encode(text, encoding, bom);
  const again = decode(path, bytes);
  if (again.kind === "ok" && again.value.text === text) return ok(bytes);
  return fail({
    where: path,
    what: `A correction has a character that ${encoding} cannot write.`,
    remedy: "Change the correction, or convert the file to UTF-8 first.",
  });
}
