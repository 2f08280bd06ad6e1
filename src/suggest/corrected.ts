import type { Finding } from "../core/finding.ts";
import { overlap, type TextSpan, textSpan } from "../core/span.ts";
import { applyRepairs, type Repair, repair } from "./repair.ts";

/** The repairs of the best suggestions that do not overlap; the graver and surer finding goes first. */
function bestRepairs(text: string, findings: readonly Finding[], shift: number): readonly Repair[] {
  const chosen: Repair[] = [];
  const taken: TextSpan[] = [];
  const inOrder = [...findings].sort((a, b) => b.confidence - a.confidence);
  for (const { target, suggestions } of inOrder) {
    const best = suggestions[0];
    if (best === undefined) continue;
    const local = textSpan(target.span.start - shift, target.span.end - shift);
    const { span, replacement } = repair(text, local, best.replacement);
    if (taken.some((other) => overlap(other, span))) continue;
    taken.push(span);
    chosen.push({ span, replacement });
  }
  return chosen;
}

/** A sentence with the best suggestion of each finding in it. All findings must stand in the same sentence. */
export function correctedSentence(findings: readonly Finding[]): string {
  const context = findings[0]?.context;
  if (context === undefined) return "";
  return applyRepairs(context.text, bestRepairs(context.text, findings, context.span.start));
}
