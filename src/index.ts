import { NEEDED_WORD_COUNT } from "./audit/score.ts";
import { auditedFile } from "./cli/audit-paths.ts";
import { openAuditor } from "./cli/auditor.ts";
import { configured } from "./cli/commands/check.ts";
import { openBytes } from "./cli/inputs.ts";
import { type AuditedFile, type ReportOptions, reportOn } from "./cli/report.ts";
import { openRules, SENSITIVITIES, type Sensitivity } from "./cli/rule-choice.ts";
import { settingsOf } from "./cli/settings.ts";
import { plainSurroundings } from "./cli/terminal.ts";
import type { Fault, Report } from "./core/report.ts";
import { describeProblem, type Result } from "./core/result.ts";
import type { Severity } from "./core/severity.ts";
import { REPORTERS, type ReportFormat } from "./reporters/index.ts";

export type { Context, Evidence, Finding, Place, Suggestion, Suppression } from "./core/finding.ts";
export type { Category } from "./core/mqm.ts";
export type { DocumentScore, Fault, Input, Report, RuleSummary, Score, Verdict } from "./core/report.ts";
export type { ReportFormat } from "./reporters/index.ts";
export type { Sensitivity, Severity };

/** What is to be known of a text. All of it may be left out. */
export interface TextOptions {
  /** What the text is called in the report. Its ending tells the format: `feed.rss`, `page.html`. */
  readonly name?: string;
  /** The format, where the name does not tell: `plain`, `markdown`, `html`, `feed`, `jsonl`. */
  readonly format?: string;
  /** Of a web page: the article (the default) or everything. */
  readonly scope?: "article" | "everything";
  /** ISO 639 codes of the language that was translated from, and of the text. */
  readonly sourceLanguage?: string;
  readonly targetLanguage?: string;
  /** The day the text speaks from, as YYYY-MM-DD. */
  readonly asOf?: string;
}

/** How texts are judged. The defaults are those of `misrender check`. */
export interface AuditOptions extends TextOptions {
  /** Rules, categories or dimensions: only these, and not these. */
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  readonly sensitivity?: Sensitivity;
  /** Leaves out findings below this confidence, 0 to 1. */
  readonly minConfidence?: number;
  /** A folder of rules beside the built-in ones. */
  readonly rulesFolder?: string;
  /** What the verdict goes by. */
  readonly failOn?: Severity | "never";
  readonly minScore?: number;
  readonly maxFindings?: number;
}

/** Judges one text after the other. What it is told of a text goes before what it was made with. */
export type Auditor = (text: string, about?: TextOptions) => Report;

function expected<Value>(result: Result<Value>): Value {
  if (result.kind === "problem") throw new Error(describeProblem(result.problem));
  return result.value;
}

/** What the verdict goes by, as the options say. */
const reportOptions = ({ failOn, minScore, maxFindings }: AuditOptions): ReportOptions => ({
  policy: { failOn: failOn ?? "major", minScore, maxFindings, maxNpt: undefined, minCqs: undefined },
  calibration: undefined,
  neededWordCount: NEEDED_WORD_COUNT,
  overrides: [],
  choose: () => [],
  suppressors: {
    inline: "honoured",
    sideIgnores: [],
    baseline: undefined,
    scope: "everything",
    today: new Date().toISOString().slice(0, 10),
  },
  wmt: "unwanted",
});

/** Loads the rules once, for many texts. Throws where there is no such rule, category or folder. */
export async function auditor(options: AuditOptions = {}): Promise<Auditor> {
  const { only = [], skip = [], sensitivity = "normal", rulesFolder, minConfidence } = options;
  const { overrides, ...added } = configured();
  const choice = { only, skip, sensitivity, rulesFolder, table: undefined, ...added };
  const rules = expected(openRules(choice));
  const leastConfidence = minConfidence ?? SENSITIVITIES[sensitivity].leastConfidence;
  const judge = expected(await openAuditor({ rules, choice, leastConfidence, overrides }));
  const by = reportOptions(options);
  return (text, about = {}) => {
    const told = { ...options, ...about };
    const { name = "text.txt", format, scope = "article", sourceLanguage, targetLanguage, asOf } = told;
    const input = { inputFormat: format, scope, sourceLanguage, targetLanguage, asOf };
    const settings = settingsOf({ choice, input, leastConfidence, overrides }, "all");
    const bytes = Buffer.from(text);
    const opened = openBytes({ name, bytes, format: undefined, charset: undefined }, input);
    const audited: AuditedFile[] = [];
    const faults: Fault[] = [];
    if (opened.kind === "problem") faults.push(opened.problem);
    else audited.push(auditedFile(opened.value, judge(opened.value.file)));
    return reportOn(audited, faults, rules, { ...by, settings });
  };
}

/** Audits one text. A text that cannot be read is a fault in the report; an option that cannot be right is thrown. */
export const audit = async (text: string, options: AuditOptions = {}): Promise<Report> =>
  (await auditor(options))(text);

/** A report in one of the formats of `misrender check`. */
export async function writeReport(report: Report, format: ReportFormat): Promise<string> {
  const write = await REPORTERS[format].load();
  return write(report, plainSurroundings);
}
