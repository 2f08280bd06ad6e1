import { readFileSync } from "node:fs";
import { fail, ok, type Result } from "../../core/result.ts";
import type { Zod } from "../../text/schema.ts";
import { readYaml } from "../../text/yaml.ts";
import { DEFAULT_KEYMAP, type Keymap, keymapWith } from "../../tui/keys/keymap.ts";

const keysFile = (z: Zod) => z.record(z.string(), z.union([z.string(), z.array(z.string()).min(1)]));

/** The keys of a file such as `accept: y`, over those that come with the review. */
export function openKeymap(path: string | undefined): Result<Keymap> {
  if (path === undefined) return ok(DEFAULT_KEYMAP);
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const what = `It cannot be read: ${error instanceof Error ? error.message : String(error)}.`;
    return fail({ where: path, what, remedy: "Check the path." });
  }
  const read = readYaml(path, text, keysFile);
  if (read.kind === "problem") return read;
  const own = Object.entries(read.value).map(([action, names]) => [
    action,
    typeof names === "string" ? [names] : names,
  ]);
  return keymapWith(Object.fromEntries(own), path);
}
