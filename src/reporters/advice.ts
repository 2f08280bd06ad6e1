import type { Finding } from "../core/finding.ts";
import { tidy } from "../text/cells.ts";

/** What is wrong and what to write instead, in one line. */
export function adviceOf({ message, suggestions }: Finding): string {
  const [best] = suggestions;
  if (best === undefined) return tidy(message);
  const advice = best.replacement === "" ? "Leave it out." : `Suggested: “${tidy(best.replacement)}”.`;
  return `${tidy(message)} ${advice}`;
}
