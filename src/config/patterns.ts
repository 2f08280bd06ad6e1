import { relative, resolve, sep } from "node:path";
import picomatch from "picomatch";
import { fail, ok, type Result } from "../core/result.ts";

/** Whether a path is none of a file: standard input, or an address. */
const isNoFile = (path: string): boolean => path.startsWith("<") || /^https?:/u.test(path);

/** A test whether paths, seen from the working directory, fit a pattern that is seen from `folder`. */
export function pathPattern(where: string, pattern: string, folder: string): Result<(path: string) => boolean> {
  try {
    const fits = picomatch(pattern, { dot: true, strictBrackets: true });
    return ok((path) => fits(isNoFile(path) ? path : relative(folder, resolve(path)).replaceAll(sep, "/")));
  } catch (error) {
    const what = `“${pattern}” is no pattern of file names: ${error instanceof Error ? error.message : String(error)}.`;
    return fail({
      where,
      what,
      remedy: "Write it like feeds/**/*.xml, with a \\ before a bracket that is meant as such.",
    });
  }
}
