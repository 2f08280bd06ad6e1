import { doubtRate } from "../audit/doubt.ts";
import type { Ignore } from "../audit/ignore.ts";
import type { DocumentAudit } from "../audit/run.ts";
import { type Calibration, scoreOf } from "../audit/score.ts";
import type { Override } from "../config/config.ts";
import type { OverrideChoice } from "../config/overrides.ts";
import { type Finding, isOpen } from "../core/finding.ts";
import type { DocumentScore, DoubtRate, Fault, Input, Report, RuleSummary, Score } from "../core/report.ts";
import type { Problem } from "../core/result.ts";
import { type JudgedPart, judge, judgeAll, type Policy } from "../gate/judge.ts";
import type { ChosenRules } from "./rule-choice.ts";
import { type Suppressors, suppress } from "./suppressions.ts";
import { TOOL } from "./tool.ts";

/** What a report is made by. */
export interface ReportOptions {
  readonly policy: Omit<Policy, "trialRules">;
  readonly calibration: Calibration | undefined;
  /** A text with fewer words gets no score. */
  readonly neededWordCount: number;
  readonly wmt: "wanted" | "unwanted";
  readonly suppressors: Suppressors;
  /** Limits for some files or items. */
  readonly overrides: readonly Override[];
  readonly choose: OverrideChoice;
}

/** A file's documents, judged. */
export interface AuditedFile {
  readonly file: Pick<Input, "path" | "format" | "sha256">;
  readonly documents: readonly DocumentAudit[];
  /** Ignores in the comments of the file, and comments that want to be one but are not. */
  readonly ignores: readonly Ignore[];
  readonly ignoreProblems: readonly Problem[];
}

const sum = <Item>(items: readonly Item[], count: (item: Item) => number): number =>
  items.reduce((total, item) => total + count(item), 0);

function scoreOfDocuments(documents: readonly DocumentAudit[], options: ReportOptions): Score {
  const { calibration, neededWordCount, wmt } = options;
  return scoreOf(
    documents.flatMap(({ findings }) => findings.filter(isOpen)),
    {
      wordCount: sum(documents, ({ wordCount }) => wordCount),
      segmentCount: sum(documents, ({ segmentCount }) => segmentCount),
      neededWordCount,
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

const LIMITS = ["maxFindings", "minScore", "maxNpt", "minCqs"] as const;

/** A document with its score and the policy that holds for it. */
function judgedPart(path: string, audit: DocumentAudit, policy: Policy, options: ReportOptions): JudgedPart {
  const { document, fields, findings, faults } = audit;
  let failOn = policy.failOn;
  let own: JudgedPart["own"] = { maxFindings: undefined, minScore: undefined, maxNpt: undefined, minCqs: undefined };
  for (const number of options.choose(path, document, fields)) {
    const settings = options.overrides[number]?.settings;
    failOn = settings?.failOn ?? failOn;
    for (const limit of LIMITS) own = { ...own, [limit]: settings?.[limit] ?? own[limit] };
  }
  const merged = Object.fromEntries(LIMITS.map((limit) => [limit, own[limit] ?? policy[limit]]));
  const score = scoreOfDocuments([audit], options);
  return { name: document, findings, faults, score, own, policy: { ...policy, ...merged, failOn } };
}

/** How one document did, judged as if it stood alone. */
function documentScore(path: string, { document, title }: DocumentAudit, part: JudgedPart): DocumentScore {
  const { findings, faults, score, policy } = part;
  const openCount = findings.filter(isOpen).length;
  return {
    path,
    document,
    title: title ?? null,
    score,
    findingCount: openCount,
    suppressedCount: findings.length - openCount,
    verdict: judge(findings, score, faults, policy),
  };
}

/** How many words are in doubt in all documents together; nothing where one was not looked at. */
function doubtOf(documents: readonly DocumentAudit[]): DoubtRate | null {
  if (documents.some(({ doubtCount }) => doubtCount === undefined)) return null;
  return doubtRate(
    sum(documents, ({ doubtCount }) => doubtCount ?? 0),
    sum(documents, ({ wordCount }) => wordCount),
  );
}

/** The report on audited files. */
export function reportOn(
  files: readonly AuditedFile[],
  unread: readonly Fault[],
  chosen: ChosenRules,
  options: ReportOptions & Pick<Report, "settings">,
): Report {
  const { audited, faults, lapsed } = suppress(files, chosen, options.suppressors);
  const documents = audited.flatMap((each) => each.documents);
  const findings = documents.flatMap((each) => each.findings);
  const trialRules = new Set(chosen.rules.filter(({ status }) => status === "trial").map(({ id }) => id));
  const policy: Policy = { ...options.policy, trialRules };
  const allFaults = [...unread, ...faults, ...documents.flatMap((each) => each.faults)];
  const score = scoreOfDocuments(documents, options);
  const parts = audited.map(({ file, documents: own }) =>
    own.map((each) => judgedPart(file.path, each, policy, options)),
  );
  return {
    schemaVersion: "1",
    tool: TOOL,
    hashes: { ...chosen.source.hashes, statistics: chosen.table.digest },
    settings: options.settings,
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
    doubt: doubtOf(documents),
    documentScores: audited.flatMap(({ file, documents: own }, at) =>
      own.flatMap((each, index) => {
        const part = parts[at]?.[index];
        return part === undefined ? [] : [documentScore(file.path, each, part)];
      }),
    ),
    suppressions: lapsed,
    verdict: judgeAll(parts.flat(), score, allFaults, policy),
  };
}
