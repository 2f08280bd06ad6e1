import { existsSync, readFileSync } from "node:fs";
import { fail, ok, type Result } from "../core/result.ts";
import type { OpenedBaseline } from "./suppressions.ts";

/** The name of a baseline where nobody gives another. */
export const BASELINE_NAME = "misrender.baseline.json";

/** Reads and checks a baseline; what reads it is loaded only now. One that is awaited need not be there yet: nothing is known. */
export async function openBaseline(path: string, presence: "needed" | "awaited"): Promise<Result<OpenedBaseline>> {
  if (!existsSync(path) && presence === "awaited") return ok({ path, entries: [] });
  if (!existsSync(path))
    return fail({
      where: path,
      what: "There is no such baseline.",
      remedy: "Write it with “misrender baseline PATH…”, or check the path.",
    });
  const [{ readBaseline }, { zod }] = await Promise.all([
    import("../gate/baseline-file.ts"),
    import("../text/schema.ts"),
  ]);
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const what = `The baseline cannot be read: ${error instanceof Error ? error.message : String(error)}.`;
    return fail({ where: path, what, remedy: "Check its permissions." });
  }
  const entries = readBaseline(path, text, zod());
  return entries.kind === "problem" ? entries : ok({ path, entries: entries.value });
}
