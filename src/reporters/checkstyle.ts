import { type Finding, isOpen } from "../core/finding.ts";
import type { Report } from "../core/report.ts";
import type { Severity } from "../core/severity.ts";
import { adviceOf } from "./advice.ts";
import { grouped } from "./groups.ts";
import { repositoryPath } from "./paths.ts";
import { xmlTag } from "./xml-text.ts";

const SEVERITY = { neutral: "info", minor: "warning", major: "error", critical: "error" } as const satisfies Readonly<
  Record<Severity, string>
>;

const errorTag = (finding: Finding): string =>
  `    <${xmlTag("error", {
    line: finding.target.line,
    column: finding.target.column,
    severity: SEVERITY[finding.severity],
    message: `“${finding.target.text}”: ${adviceOf(finding)}`,
    source: `misrender.${finding.rule}`,
  })}/>`;

/** Checkstyle XML. Suppressed findings are left out: the format has no mark for them. */
export function checkstyle({ findings }: Report): string {
  const files = grouped(findings.filter(isOpen), ({ target }) => target.path).flatMap((own) => [
    `  <${xmlTag("file", { name: repositoryPath(own[0].target.path) })}>`,
    ...own.map(errorTag),
    "  </file>",
  ]);
  return `${['<?xml version="1.0" encoding="UTF-8"?>', '<checkstyle version="4.3">', ...files, "</checkstyle>"].join("\n")}\n`;
}
