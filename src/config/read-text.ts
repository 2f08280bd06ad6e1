import { readFileSync } from "node:fs";
import { fail, ok, type Result } from "../core/result.ts";

/** The text of a file that somebody named or that was found. */
export function readText(path: string): Result<string> {
  try {
    return ok(readFileSync(path, "utf8"));
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    const what = isMissing
      ? "There is no such file."
      : `It cannot be read: ${error instanceof Error ? error.message : String(error)}.`;
    return fail({ where: path, what, remedy: isMissing ? "Check the path." : "Check its permissions." });
  }
}
