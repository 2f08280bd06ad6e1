import { type Finding, isOpen } from "../core/finding.ts";
import type { Report } from "../core/report.ts";
import type { Severity } from "../core/severity.ts";
import { tidy } from "../text/cells.ts";
import { adviceOf } from "./advice.ts";
import { counted } from "./counted.ts";
import { gravest } from "./limit.ts";
import { repositoryPath } from "./paths.ts";

/** GitHub shows so many annotations of a level from one step; more are lost without a word. */
const MOST_OF_LEVEL = 10;

const LEVELS = ["error", "warning", "notice"] as const;
type Level = (typeof LEVELS)[number];

const LEVEL_OF = { neutral: "notice", minor: "warning", major: "error", critical: "error" } as const satisfies Readonly<
  Record<Severity, Level>
>;

const escapedMessage = (text: string): string => tidy(text).replace(/[%\r\n]/gu, (sign) => encodeURIComponent(sign));

const escapedProperty = (text: string): string =>
  escapedMessage(text).replace(/[:,]/gu, (sign) => (sign === ":" ? "%3A" : "%2C"));

function command(level: Level, properties: Readonly<Record<string, string | number>>, message: string): string {
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapedProperty(String(value))}`);
  return `::${level} ${written.join(",")}::${escapedMessage(message)}`;
}

/** Columns are given where the words stand on one line: GitHub takes them for nothing else. */
function annotation(finding: Finding): string {
  const { path, line, endLine, column, endColumn, text } = finding.target;
  const columns = line === endLine ? { col: column, endColumn } : {};
  const properties = { file: repositoryPath(path), line, endLine, ...columns, title: finding.rule };
  return command(LEVEL_OF[finding.severity], properties, `“${text}”: ${adviceOf(finding)}`);
}

/** Workflow commands that make annotations on GitHub: the gravest ten of each level, and a word on what is left out. */
export function github({ findings, faults, verdict }: Report): string {
  const open = findings.filter(isOpen);
  const shown = new Set(
    LEVELS.flatMap((level) => {
      const room =
        level === "notice" ? MOST_OF_LEVEL - 1 : level === "error" ? MOST_OF_LEVEL - faults.length : MOST_OF_LEVEL;
      return gravest(
        open.filter(({ severity }) => LEVEL_OF[severity] === level),
        Math.max(0, room),
      );
    }),
  );
  const hidden = open.length - shown.size;
  const rest =
    hidden === 0
      ? []
      : [
          command(
            "notice",
            { title: "misrender" },
            `${counted(hidden, "more finding")} without an annotation: GitHub shows ${MOST_OF_LEVEL} of a level. A report has them all.`,
          ),
        ];
  const lines = [
    ...faults
      .slice(0, MOST_OF_LEVEL)
      .map(({ where, what, remedy }) => command("error", { title: where }, `${what} ${remedy}`)),
    ...open.filter((finding) => shown.has(finding)).map(annotation),
    ...rest,
    `misrender: ${tidy(verdict.summary)}`,
  ];
  return lines.map((line) => `${line}\n`).join("");
}
