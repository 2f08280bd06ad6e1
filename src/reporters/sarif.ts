import type { Fault, Input, Report } from "../core/report.ts";
import { number } from "./counted.ts";
import { jsonText } from "./json-text.ts";
import { gravest } from "./limit.ts";
import { pathUri } from "./paths.ts";
import { plainMessage, sarifResult } from "./sarif-result.ts";
import { MOST_RULES, sarifRule } from "./sarif-rule.ts";

/** GitHub refuses a run with more. */
const MOST_RESULTS = 25_000;

const faultNotification = ({ where, what, remedy }: Fault) => ({
  level: "error",
  message: plainMessage(`${where}: ${what} ${remedy}`),
});

const cutNotification = (kept: number, all: number) => ({
  level: "warning",
  message: plainMessage(
    `The ${number(kept)} gravest of ${number(all)} findings are listed: GitHub takes no more in one run.`,
  ),
});

const artifact = ({ path, format, sha256 }: Input) => ({
  location: { uri: pathUri(path) },
  hashes: { "sha-256": sha256 },
  properties: { format },
});

/** The report as SARIF 2.1.0, within the limits of GitHub's code scanning. Offsets are UTF-16 code units of the decoded file. */
export function sarif(report: Report): string {
  const { tool, hashes, inputs, faults, score, verdict } = report;
  const findings = gravest(report.findings, MOST_RESULTS);
  const cut =
    findings.length < report.findings.length ? [cutNotification(findings.length, report.findings.length)] : [];
  const rules = report.rules.slice(0, MOST_RULES);
  const context = {
    formats: new Map(inputs.map(({ path, format }) => [path, format])),
    artifactIndexes: new Map(inputs.map(({ path }, index) => [path, index])),
    ruleIndexes: new Map(rules.map(({ id }, index) => [id, index])),
    occurrences: new Map<string, number>(),
    suppressions: report.findings.some(({ suppression }) => suppression !== null) ? "some" : "none",
  } as const;
  const run = {
    tool: {
      driver: { name: tool.name, version: tool.version, semanticVersion: tool.version, rules: rules.map(sarifRule) },
    },
    columnKind: "utf16CodeUnits",
    invocations: [
      {
        executionSuccessful: faults.length === 0,
        toolExecutionNotifications: [...faults.map(faultNotification), ...cut],
      },
    ],
    artifacts: inputs.map(artifact),
    results: findings.map((finding) => sarifResult(finding, context)),
    properties: { hashes, score, verdict },
  };
  const log = { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] };
  return `${jsonText(log, undefined, 2)}\n`;
}
