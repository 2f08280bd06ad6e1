const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** How many words a text would have needed for a score. */
export interface Shortage {
  readonly wordCount: number;
  readonly neededWordCount: number;
}

/** A pass in words: what is left to look at, and whether a limit on scores had nothing to judge. */
export function explainPass(openCount: number, suppressedCount: number, shortage: Shortage | undefined): string {
  const known = suppressedCount === 0 ? "" : ` beside ${counted(suppressedCount, "suppressed finding")}`;
  const passed =
    openCount === 0
      ? `Passed: nothing to object to${known}.`
      : `Passed with ${counted(openCount, "finding")}${known} to look at with “misrender review” when there is time.`;
  return shortage === undefined
    ? passed
    : `${passed} No score was judged: ${counted(shortage.wordCount, "word")} are too few, ${shortage.neededWordCount} are needed.`;
}

/** A failure in words: why, and what to do. `new`: what a baseline knows is not counted. */
export function explainFail(reasons: readonly string[], counted: "all" | "new"): string {
  const lead = counted === "new" ? "Failed, not counting what the baseline knows" : "Failed";
  return `${lead}: ${reasons.join("; ")}. Correct the text with “misrender review”, or accept what is known with “misrender baseline”.`;
}

/** A verdict that cannot be given, in words. */
export const explainUnjudged = (faultCount: number): string =>
  `Not judged: ${counted(faultCount, "fault")} kept part of the text from being audited. Put that right and check again.`;
