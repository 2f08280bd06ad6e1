import type { RuleSummary } from "../core/report.ts";
import type { Severity } from "../core/severity.ts";
import { tidy } from "../text/cells.ts";
import { shortened } from "./limit.ts";
import { markdownText } from "./markdown-text.ts";

/** GitHub refuses a run with more rules. */
export const MOST_RULES = 25_000;
const MOST_NAME_LENGTH = 255;
const MOST_DESCRIPTION_LENGTH = 1024;

/** SARIF's word for a severity. */
export const LEVELS = {
  neutral: "note",
  minor: "warning",
  major: "error",
  critical: "error",
} as const satisfies Readonly<Record<Severity, string>>;

const RECOMMENDATIONS = { note: "recommendation", warning: "warning", error: "error" } as const;

/** `accuracy/number-changed` as NumberChanged. */
const nameOf = (id: string): string =>
  id
    .slice(id.lastIndexOf("/") + 1)
    .split("-")
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join("");

/** Text that is never empty: GitHub refuses empty descriptions. */
const described = (text: string, instead: string): string => shortened(tidy(text) || instead, MOST_DESCRIPTION_LENGTH);

/** A rule as SARIF's reportingDescriptor. Its tags are MQM's dimension and category. */
export function sarifRule({ id, category, severity, status, message, explanation }: RuleSummary) {
  const level = LEVELS[severity];
  const what = described(message.replace(/\{[\w-]+\}/gu, "…"), id);
  const why = described(explanation, what);
  return {
    id,
    name: shortened(nameOf(id), MOST_NAME_LENGTH),
    shortDescription: { text: what },
    fullDescription: { text: why },
    help: {
      text: `${what} ${why} MQM category: ${category}.`,
      markdown: `**${markdownText(what)}**\n\n${markdownText(why)}\n\nMQM category: \`${category}\``,
    },
    defaultConfiguration: { level },
    properties: {
      tags: ["MQM", category.slice(0, category.indexOf("/")), category, status],
      precision: status === "stable" ? "high" : "low",
      "problem.severity": RECOMMENDATIONS[level],
    },
  };
}
