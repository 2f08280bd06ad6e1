import { Buffer } from "node:buffer";
import { ok, type Result } from "../../core/result.ts";
import { labelsOf } from "../../review/labels.ts";
import { mqmTsv } from "../../review/mqm-tsv.ts";
import { precisions } from "../../review/precision.ts";
import type { Progress } from "../../review/progress.ts";
import { writeAtomically } from "../../review/write.ts";
import type { Desk } from "./desk.ts";
import { endingOf } from "./export-kinds.ts";

/** Who judged, and whose translation. */
export interface Names {
  readonly system: string;
  readonly rater: string;
}

function exported(path: string, { files }: Desk, progress: readonly Progress[], names: Names): string {
  const ending = endingOf(path);
  if (ending === ".json") return `${JSON.stringify({ rules: precisions(progress) }, null, 2)}\n`;
  if (ending === ".jsonl")
    return files
      .flatMap((file, index) => {
        const own = progress[index];
        return own === undefined ? [] : labelsOf(file.path, own);
      })
      .map((label) => `${JSON.stringify(label)}\n`)
      .join("");
  const judged = files.flatMap(({ opened }, index) => {
    const own = progress[index];
    return own === undefined ? [] : [{ documents: opened.file.documents, progress: own }];
  });
  return mqmTsv(judged, names);
}

/** Writes what was decided into files. */
export function writeExports(
  paths: readonly string[],
  desk: Desk,
  progress: readonly Progress[],
  names: Names,
): Result<true> {
  for (const path of paths) {
    const written = writeAtomically(path, Buffer.from(exported(path, desk, progress, names), "utf8"));
    if (written.kind === "problem") return written;
  }
  return ok(true);
}
