import type { Finding } from "../core/finding.ts";
import { SEVERITY_POINTS } from "../core/severity.ts";

/** A text of at most so many code units; what is cut ends in an ellipsis, and no character is cut in two. */
export function shortened(text: string, mostLength: number): string {
  if (text.length <= mostLength) return text;
  return `${text.slice(0, mostLength - 1).replace(/[\ud800-\udbff]$/u, "")}…`;
}

/** The gravest and, among them, surest findings, at most so many, in the order in which they stood. */
export function gravest(findings: readonly Finding[], mostCount: number): readonly Finding[] {
  if (findings.length <= mostCount) return findings;
  const byGravity = findings
    .map((finding, index) => ({ finding, index }))
    .sort(
      (a, b) =>
        SEVERITY_POINTS[b.finding.severity] - SEVERITY_POINTS[a.finding.severity] ||
        b.finding.confidence - a.finding.confidence ||
        a.index - b.index,
    );
  return byGravity
    .slice(0, mostCount)
    .sort((a, b) => a.index - b.index)
    .map(({ finding }) => finding);
}
