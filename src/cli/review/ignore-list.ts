import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ok, type Result } from "../../core/result.ts";
import { onDisk } from "../../review/disk.ts";
import { writeAtomically } from "../../review/write.ts";

const NAME = ".misrenderignore.yaml";
const REASON = "Ignored everywhere in a review.";

/** The nearest ignore file in a folder or above it; where there is none, the one to make in the folder. */
function ignoreFileFor(folder: string): string {
  for (let each = folder; ; each = dirname(each)) {
    const path = join(each, NAME);
    if (existsSync(path)) return path;
    if (dirname(each) === each) return join(folder, NAME);
  }
}

const entryOf = (rule: string, indent: string): string => `${indent}- rule: ${rule}\n${indent}  reason: ${REASON}\n`;

/** The list with one more entry at its end, written like those before it. */
function withEntry(text: string, rule: string): string {
  const indent = /^( *)- /mu.exec(text)?.[1] ?? "  ";
  const list = text.replace(/^ignores:[ \t]*(?:\[[ \t]*\])?[ \t]*$/mu, "ignores:");
  const begun = /^ignores:/mu.test(list) ? list : `${list}ignores:\n`;
  return `${begun.endsWith("\n") ? begun : `${begun}\n`}${entryOf(rule, indent)}`;
}

/** The list without an entry that a review wrote; entries of other hands stay. */
function withoutEntry(text: string, rule: string): string {
  const indent = /^( *)- /mu.exec(text)?.[1] ?? "  ";
  const left = text.replace(entryOf(rule, indent), "");
  return /^ *- /mu.test(left) ? left : left.replace(/^ignores:[ \t]*$/mu, "ignores: []");
}

/** Puts a rule on the list of what is ignored everywhere, or takes it off; answers with the list's path. */
export function changeIgnoreList(rule: string, change: "add" | "remove"): Result<string> {
  const path = ignoreFileFor(process.cwd());
  const read = onDisk(path, () => (existsSync(path) ? readFileSync(path, "utf8") : ""));
  if (read.kind === "problem") return read;
  const text = change === "add" ? withEntry(read.value, rule) : withoutEntry(read.value, rule);
  if (text === read.value) return ok(path);
  const written = writeAtomically(path, Buffer.from(text, "utf8"));
  return written.kind === "problem" ? written : ok(path);
}
