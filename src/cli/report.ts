import type { DocumentAudit } from "../audit/run.ts";
import { type Calibration, NEEDED_WORD_COUNT, scoreOf } from "../audit/score.ts";
import type { SourceFile } from "../core/document.ts";
import { type Finding, isOpen } from "../core/finding.ts";
import type { DocumentScore, Fault, Report, RuleSummary, Score } from "../core/report.ts";
import { judge, type Policy } from "../gate/judge.ts";
import type { ChosenRules } from "./rule-choice.ts";
import { TOOL } from "./tool.ts";

/** What a report is made by. */
export interface ReportOptions {
  readonly policy: Omit<Policy, "trialRules">;
  readonly calibration: Calibration | undefined;
  readonly wmt: "wanted" | "unwanted";
}

/** A file's documents, judged. */
export interface AuditedFile {
  readonly file: Pick<SourceFile, "path" | "format">;
  readonly documents: readonly DocumentAudit[];
}

const sum = <Item>(items: readonly Item[], count: (item: Item) => number): number =>
  items.reduce((total, item) => total + count(item), 0);

function scoreOfDocuments(documents: readonly DocumentAudit[], { calibration, wmt }: ReportOptions): Score {
  return scoreOf(
    documents.flatMap(({ findings }) => findings.filter(isOpen)),
    {
      wordCount: sum(documents, ({ wordCount }) => wordCount),
      segmentCount: sum(documents, ({ segmentCount }) => segmentCount),
      neededWordCount: NEEDED_WORD_COUNT,
      calibration,
      wmt,
    },
  );
}

/** What a report or a review says of the rules that raised some findings. */
export function ruleSummaries({ rules }: ChosenRules, findings: readonly Finding[]): readonly RuleSummary[] {
  const raised = new Set(findings.map(({ rule }) => rule));
  return rules
    .filter(({ id }) => raised.has(id))
    .map(({ id, category, severity, status, message, explanation }) => ({
      id,
      category,
      severity,
      status,
      message,
      explanation,
    }));
}

/** How one document did, judged as if it stood alone. */
function documentScore(
  path: string,
  audit: DocumentAudit,
  options: ReportOptions & { readonly policy: Policy },
): DocumentScore {
  const { document, title, findings, faults } = audit;
  const score = scoreOfDocuments([audit], options);
  const openCount = findings.filter(isOpen).length;
  return {
    path,
    document,
    title: title ?? null,
    score,
    findingCount: openCount,
    suppressedCount: findings.length - openCount,
    verdict: judge(findings, score, faults, options.policy),
  };
}

/** The report on audited files. */
export function reportOn(
  audited: readonly AuditedFile[],
  faults: readonly Fault[],
  chosen: ChosenRules,
  options: ReportOptions,
): Report {
  const documents = audited.flatMap((each) => each.documents);
  const findings = documents.flatMap((each) => each.findings);
  const trialRules = new Set(chosen.rules.filter(({ status }) => status === "trial").map(({ id }) => id));
  const policy: Policy = { ...options.policy, trialRules };
  const allFaults = [...faults, ...documents.flatMap((each) => each.faults)];
  const score = scoreOfDocuments(documents, options);
  return {
    schemaVersion: "1",
    tool: TOOL,
    hashes: { ...chosen.source.hashes, statistics: chosen.table.digest },
    inputs: audited.map(({ file, documents: own }) => ({
      ...file,
      documentCount: own.length,
      wordCount: sum(own, ({ wordCount }) => wordCount),
    })),
    rules: ruleSummaries(chosen, findings),
    findings,
    skippedRules: chosen.skippedRules,
    faults: allFaults,
    score,
    documentScores: audited.flatMap(({ file, documents: own }) =>
      own.map((each) => documentScore(file.path, each, { ...options, policy })),
    ),
    suppressions: { unused: [], stale: [], expired: [] },
    verdict: judge(findings, score, allFaults, policy),
  };
}
