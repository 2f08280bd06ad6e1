import { readFileSync } from "node:fs";
import type { Report } from "../core/report.ts";
import { fail, ok, type Result } from "../core/result.ts";
import { KEYS } from "../reporters/json.ts";
import { jsonText } from "../reporters/json-text.ts";
import { reportSchema } from "../reporters/report-schema.ts";
import { onDisk } from "../review/disk.ts";
import { auditPaths } from "./audit-paths.ts";
import { STANDARD_INPUT } from "./inputs.ts";
import { SILENT } from "./progress.ts";
import type { AuditedFile } from "./report.ts";
import { openRules } from "./rule-choice.ts";
import { type Configured, planOf, settingsOf } from "./settings.ts";
import { TOOL } from "./tool.ts";
import type { WebOptions } from "./web/page.ts";

/** What of a report a second audit can find again. */
type Recorded = Pick<Report, "tool" | "hashes" | "settings" | "inputs"> & { readonly findings: readonly string[] };

/** What came of auditing again. */
export interface Verification {
  readonly findingCount: number;
  readonly inputCount: number;
  /** A line for each thing that is not as it was recorded. */
  readonly differences: readonly string[];
}

/** A finding as the report writes it. Whether it is suppressed depends on the day and on other files, and is left out. */
const written = (finding: object): string => jsonText({ ...finding, suppression: null, baselineState: null }, KEYS, 0);

/** Reads the JSON report of an earlier audit. */
function readReport(path: string): Result<Recorded> {
  const text = onDisk(path, () => readFileSync(path, "utf8"));
  if (text.kind === "problem")
    return fail({ where: path, what: "The report cannot be read.", remedy: "Check the path." });
  let value: unknown;
  try {
    value = JSON.parse(text.value);
  } catch {
    return fail({ where: path, what: "This is not JSON.", remedy: "Write one with: misrender check … --report json" });
  }
  const report = reportSchema.safeParse(value);
  if (report.success) return ok({ ...report.data, findings: report.data.findings.map(written) });
  const [issue] = report.error.issues;
  return fail({
    where: `${path}: ${issue?.path.join(".") || "the whole"}`,
    what: `This is not a report that this version can read: ${issue?.message ?? "unknown form"}.`,
    remedy: "Write it anew with: misrender check … --report json",
  });
}

const changedValue = (name: string, before: string, now: string): readonly string[] =>
  before === now ? [] : [`${name}: recorded ${before}, now ${now}`];

function inputDifferences(before: Recorded["inputs"], now: readonly AuditedFile[]): readonly string[] {
  return before.flatMap(({ path, format, sha256 }, index) => {
    const file = now[index]?.file;
    if (file === undefined) return [];
    return [
      ...changedValue(`${path}: SHA-256 of the text`, sha256, file.sha256),
      ...changedValue(`${path}: format`, format, file.format),
    ];
  });
}

/** A finding in a few words. */
function named(finding: string): string {
  const { rule, target } = JSON.parse(finding);
  return `${target.path}:${target.line}:${target.column} ${rule} “${target.text}”`;
}

/** Findings that only one side has. Where both have the same, their order must be the same too. */
function findingDifferences(
  before: readonly string[],
  now: readonly string[],
  { part }: Recorded["settings"],
): readonly string[] {
  const [was, is] = [new Set(before), new Set(now)];
  const gone = before.filter((finding) => !is.has(finding)).map((finding) => `only in the report: ${named(finding)}`);
  if (part === "changes") return gone;
  const come = now.filter((finding) => !was.has(finding)).map((finding) => `only found now: ${named(finding)}`);
  if (gone.length + come.length > 0) return [...gone, ...come];
  const isSame = before.length === now.length && before.every((finding, index) => finding === now[index]);
  return isSame ? [] : ["the findings are the same, but not in the same order or number"];
}

/** How pages are fetched again; they are seldom what they were. */
const WEB: WebOptions = {
  limits: { bytes: 20_000_000, seconds: 30, redirects: 5 },
  privateHosts: "refused",
  cache: undefined,
};

/** Audits again what a report is about, as the report says it was audited, and compares. */
export async function verifyReport(path: string, configured: Configured): Promise<Result<Verification>> {
  const recorded = readReport(path);
  if (recorded.kind === "problem") return recorded;
  const { tool, hashes, settings, inputs, findings } = recorded.value;
  const plan = planOf(settings, configured, path);
  if (plan.kind === "problem") return plan;
  const rules = openRules(plan.value.choice);
  if (rules.kind === "problem") return rules;
  const outcome = await auditPaths({
    paths: inputs.map((input) => (input.path === "<stdin>" ? STANDARD_INPUT : input.path)),
    plan: plan.value,
    rules: rules.value,
    means: { cache: undefined, jobCount: 1, progress: SILENT, web: WEB },
    changes: undefined,
  });
  if (outcome.kind === "problem") return outcome;
  const { audited, faults } = outcome.value;
  const documents = audited.flatMap((file) => file.documents);
  const [fault] = [...faults, ...documents.flatMap((document) => document.faults)];
  if (fault !== undefined) return fail(fault);
  const { configuration } = settingsOf(plan.value, settings.part);
  const now = documents.flatMap((document) => document.findings.map(written));
  return ok({
    findingCount: findings.length,
    inputCount: inputs.length,
    differences: [
      ...changedValue("version", tool.version, TOOL.version),
      ...changedValue("hash of the rules", hashes.rules, rules.value.source.hashes.rules),
      ...changedValue("hash of the knowledge", hashes.knowledge, rules.value.source.hashes.knowledge),
      ...changedValue("hash of the statistics", hashes.statistics, rules.value.table.digest),
      ...changedValue("hash of the configuration", settings.configuration ?? "none", configuration ?? "none"),
      ...inputDifferences(inputs, audited),
      ...findingDifferences(findings, now, settings),
    ],
  });
}
