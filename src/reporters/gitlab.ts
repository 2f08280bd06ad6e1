import { createHash } from "node:crypto";
import { type Finding, isOpen } from "../core/finding.ts";
import type { Report } from "../core/report.ts";
import type { Severity } from "../core/severity.ts";
import { adviceOf } from "./advice.ts";
import { jsonText } from "./json-text.ts";
import { repositoryPath } from "./paths.ts";

const SEVERITY = { neutral: "info", minor: "minor", major: "major", critical: "critical" } as const satisfies Readonly<
  Record<Severity, string>
>;

/** The fingerprint of an issue: no two in a report are the same, or GitLab shows but one of them. */
function ownFingerprint({ target, fingerprint }: Finding, occurrences: Map<string, number>): string {
  const key = [target.path, fingerprint].join("\u0000");
  const count = (occurrences.get(key) ?? 0) + 1;
  occurrences.set(key, count);
  return createHash("sha256").update(`${key}\u0000${count}`).digest("hex").slice(0, 32);
}

/** GitLab's code quality report. Suppressed findings are left out: the format has no mark for them. */
export function gitlab({ findings }: Report): string {
  const occurrences = new Map<string, number>();
  const issues = findings.filter(isOpen).map((finding) => ({
    description: `“${finding.target.text}”: ${adviceOf(finding)}`,
    check_name: finding.rule,
    fingerprint: ownFingerprint(finding, occurrences),
    severity: SEVERITY[finding.severity],
    location: {
      path: repositoryPath(finding.target.path),
      lines: { begin: finding.target.line, end: finding.target.endLine },
    },
  }));
  return `${jsonText(issues, undefined, 2)}\n`;
}
