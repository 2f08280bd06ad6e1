const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** A pass in words: what is left to look at. */
export function explainPass(openCount: number, suppressedCount: number): string {
  if (openCount > 0)
    return `Passed with ${counted(openCount, "finding")} to look at with “misrender review” when there is time.`;
  return suppressedCount === 0
    ? "Passed: nothing to object to."
    : `Passed: nothing to object to beside ${counted(suppressedCount, "suppressed finding")}.`;
}

/** A failure in words: why, and what to do. */
export const explainFail = (reasons: readonly string[]): string =>
  `Failed: ${reasons.join("; ")}. Correct the text with “misrender review”, or accept what is known with “misrender baseline”.`;

/** A verdict that cannot be given, in words. */
export const explainUnjudged = (faultCount: number): string =>
  `Not judged: ${counted(faultCount, "fault")} kept part of the text from being audited. Put that right and check again.`;
