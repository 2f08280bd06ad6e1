import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fail, ok, type Result } from "../core/result.ts";
import { readYaml } from "../text/yaml.ts";
import { type FactFile, factFile } from "./fact.ts";

/** Reads and checks files of knowledge. */
export function loadFactFiles(paths: readonly string[]): Result<readonly FactFile[]> {
  const files: FactFile[] = [];
  for (const path of paths) {
    if (!existsSync(path))
      return fail({ where: path, what: "There is no such file of knowledge.", remedy: "Check the path." });
    const read = readYaml(path, readFileSync(path, "utf8"), factFile);
    if (read.kind === "problem") return read;
    files.push(read.value);
  }
  return ok(files);
}

/** Reads and checks all knowledge files of a folder, in the order of their names. */
export const loadFacts = (folder: string): Result<readonly FactFile[]> =>
  loadFactFiles(
    existsSync(folder)
      ? readdirSync(folder)
          .filter((name) => name.endsWith(".yaml"))
          .sort()
          .map((name) => join(folder, name))
      : [],
  );
