import { type Finding, isOpen } from "../core/finding.ts";
import type { DocumentScore, Report } from "../core/report.ts";
import { counted } from "./counted.ts";
import { gravest } from "./limit.ts";
import { documentTable, findingBlocks, markdownHead } from "./markdown.ts";

const MOST_DOCUMENTS = 50;
const MOST_FINDINGS = 50;
/** GitHub refuses a summary of more than 1 MiB from one step. */
const MOST_BYTES = 900_000;

const rest = (hidden: number, noun: string): readonly string[] =>
  hidden > 0 ? ["", `And ${counted(hidden, noun)}; a report has them all.`] : [];

/** Documents that fail before those that pass. */
const byNeed = (documents: readonly DocumentScore[]): readonly DocumentScore[] => [
  ...documents.filter(({ verdict }) => verdict.kind !== "pass"),
  ...documents.filter(({ verdict }) => verdict.kind === "pass"),
];

function written(report: Report, open: readonly Finding[], mostFindings: number): string {
  const shown = gravest(open, mostFindings);
  const documents = byNeed(report.documentScores).slice(0, MOST_DOCUMENTS);
  const lines = [
    ...markdownHead({ ...report, faults: report.faults.slice(0, MOST_DOCUMENTS) }),
    ...documentTable(documents),
    ...rest(report.documentScores.length - documents.length, "more document"),
    ...findingBlocks({ ...report, findings: shown }),
    ...rest(open.length - shown.length, "more finding"),
  ];
  return `${lines.join("\n")}\n`;
}

/** The gravest of a report as Markdown, short enough for the summary of a job on GitHub. */
export function jobSummary(report: Report): string {
  const open = report.findings.filter(isOpen);
  const long = written(report, open, MOST_FINDINGS);
  return Buffer.byteLength(long) <= MOST_BYTES ? long : written(report, open, 0);
}
