import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fail, ok, type Result } from "../core/result.ts";

const IGNORE_FILE = ".misrenderignore.yaml";

/** A folder and all above it, nearest first. */
function* foldersAbove(folder: string): Generator<string> {
  yield folder;
  const above = dirname(folder);
  if (above !== folder) yield* foldersAbove(above);
}

/** The nearest ignore file in a folder or above it, as seen from the folder. */
export function nearestIgnoreFile(folder: string): string | undefined {
  for (const each of foldersAbove(folder)) {
    const path = join(each, IGNORE_FILE);
    if (existsSync(path)) return relative(folder, path);
  }
  return undefined;
}

const CONFIGS = ["misrender.config.yaml", "misrender.config.json"] as const;

/** Whether a package.json has a key of ours. */
function hasKey(path: string): boolean {
  const text = existsSync(path) ? readFileSync(path, "utf8") : "";
  if (!text.includes('"misrender"')) return false;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && "misrender" in value;
  } catch {
    return false;
  }
}

/** The nearest configuration in a folder or above it, as seen from the folder. Two in one folder are one too many. */
export function nearestConfig(folder: string): Result<string | undefined> {
  for (const each of foldersAbove(folder)) {
    const found = [
      ...CONFIGS.map((name) => join(each, name)).filter((path) => existsSync(path)),
      ...[join(each, "package.json")].filter(hasKey),
    ].map((path) => relative(folder, path));
    const [first, second] = found;
    if (first !== undefined && second !== undefined)
      return fail({
        where: second,
        what: `There is another configuration beside it: ${first}.`,
        remedy: "Keep one of them, or name one with --config.",
      });
    if (first !== undefined) return ok(first);
  }
  return ok(undefined);
}
