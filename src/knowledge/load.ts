import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ok, type Result } from "../core/result.ts";
import { readYaml } from "../text/yaml.ts";
import { type FactFile, factFile } from "./fact.ts";

/** Reads and checks all knowledge files of a folder, in the order of their names. */
export function loadFacts(folder: string): Result<readonly FactFile[]> {
  if (!existsSync(folder)) return ok([]);
  const files: FactFile[] = [];
  for (const name of readdirSync(folder)
    .filter((each) => each.endsWith(".yaml"))
    .sort()) {
    const path = join(folder, name);
    const read = readYaml(path, readFileSync(path, "utf8"), factFile);
    if (read.kind === "problem") return read;
    files.push(read.value);
  }
  return ok(files);
}
