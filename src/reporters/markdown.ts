import { isOpen } from "../core/finding.ts";
import type { DocumentScore, Report, Score } from "../core/report.ts";
import { SEVERITIES } from "../core/severity.ts";
import { number } from "./counted.ts";
import { type DocumentFindings, filesOf } from "./groups.ts";
import { sentenceItems } from "./markdown-finding.ts";
import { markdownText } from "./markdown-text.ts";

const VERDICTS = { pass: "✅ passed", fail: "❌ failed", unjudged: "⚠️ not judged" } as const;

const scoreText = (score: Score): string =>
  score.kind === "too-short" ? "too short" : `${score.rqs.toFixed(1)} (NPT ${score.npt.toFixed(1)})`;

const row = (cells: readonly (string | number)[]): string =>
  `| ${cells.map((cell) => (typeof cell === "number" ? number(cell) : cell)).join(" | ")} |`;

/** Verdict and counts: what a reader wants to know first. */
export function markdownHead({ verdict, findings, inputs, faults, score }: Report): readonly string[] {
  const open = findings.filter(isOpen);
  const of = (severity: string): number => open.filter((finding) => finding.severity === severity).length;
  const total = (count: (input: Report["inputs"][number]) => number): number =>
    inputs.reduce((sum, input) => sum + count(input), 0);
  const severities = SEVERITIES.toReversed();
  return [
    `# misrender: ${VERDICTS[verdict.kind]}`,
    "",
    markdownText(verdict.summary),
    "",
    row(["documents", "words", ...severities, "suppressed", "score"]),
    row(["-:", "-:", ...severities.map(() => "-:"), "-:", "-:"]),
    row([
      total(({ documentCount }) => documentCount),
      total(({ wordCount }) => wordCount),
      ...severities.map(of),
      findings.length - open.length,
      scoreText(score),
    ]),
    ...(faults.length === 0 ? [] : ["", "## Faults", ""]),
    ...faults.map(
      ({ where, what, remedy }) => `- ${markdownText(where)}: ${markdownText(what)} ${markdownText(remedy)}`,
    ),
  ];
}

const documentRow = ({ path, document, title, verdict, findingCount, score }: DocumentScore): string =>
  row([VERDICTS[verdict.kind], markdownText(title ?? document), markdownText(path), findingCount, scoreText(score)]);

/** A table of documents; none where there is only one. */
export const documentTable = (documents: readonly DocumentScore[]): readonly string[] =>
  documents.length < 2
    ? []
    : [
        "",
        "## Documents",
        "",
        row(["verdict", "document", "file", "findings", "score"]),
        row(["-", "-", "-", "-:", "-:"]),
        ...documents.map(documentRow),
      ];

const documentBlocks = ({ document, sentences }: DocumentFindings, title: string | null): readonly string[] => [
  "",
  `### ${markdownText(title ?? document)}`,
  ...sentences.flatMap((findings) => ["", sentenceItems(findings)]),
];

/** Every finding with its sentence, by file and document. */
export function findingBlocks({ findings, documentScores }: Report): readonly string[] {
  const titles = new Map(documentScores.map(({ path, document, title }) => [JSON.stringify([path, document]), title]));
  return filesOf(findings).flatMap(({ path, documents }) => [
    "",
    `## ${markdownText(path)}`,
    ...documents.flatMap((each) => documentBlocks(each, titles.get(JSON.stringify([path, each.document])) ?? null)),
  ]);
}

/** The report as Markdown, for comments and wikis. */
export const markdown = (report: Report): string =>
  `${[...markdownHead(report), ...documentTable(report.documentScores), ...findingBlocks(report)].join("\n")}\n`;
