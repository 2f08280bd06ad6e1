import type { AppliedFix } from "../review/fix.ts";
import { oneLine } from "../text/printable.ts";
import type { FixedFile } from "./commands/fix.ts";

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

function fixLine({ finding, replacement }: AppliedFix): string {
  const { path, line, column, text } = finding.target;
  const words = text.trim() === "" ? "space" : `“${oneLine(text)}”`;
  const after = replacement === "" ? "removed" : `→ “${oneLine(replacement)}”`;
  return `${oneLine(path)}:${line}:${column}  ${words} ${after}  ${finding.rule}`;
}

/** What was done to a file, a line a repair, in the order of the text. */
export function fixLines({ path, fixed }: FixedFile): readonly string[] {
  const refused = fixed.refused.length;
  return [
    ...fixed.applied.map(fixLine),
    ...(refused === 0
      ? []
      : [`${oneLine(path)}: ${counted(refused, "repair")} not made, as another finding would have come of it.`]),
  ];
}

/** What was changed in all, and what is left to do. */
export function fixSummary(files: readonly FixedFile[], tense: "planned" | "made"): string {
  const changed = files.filter(({ fixed }) => fixed.applied.length > 0);
  const repairs = changed.reduce((sum, { fixed }) => sum + fixed.applied.length, 0);
  const left = files.filter(({ fixed }) => fixed.remaining.length > 0);
  const remaining = left.reduce((sum, { fixed }) => sum + fixed.remaining.length, 0);
  const verb = tense === "planned" ? "would be made" : "made";
  const done =
    repairs === 0 ? "Nothing to repair" : `${counted(repairs, "repair")} ${verb} in ${counted(changed.length, "file")}`;
  const first = left[0]?.path;
  const next =
    first === undefined
      ? "no finding remains."
      : `${counted(remaining, "finding")} ${remaining === 1 ? "needs" : "need"} a person: misrender review ${oneLine(first)}`;
  return `${done}; ${next}`;
}
