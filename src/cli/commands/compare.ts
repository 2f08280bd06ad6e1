import { relative } from "node:path";
import type { Command } from "commander";
import type { DocumentAudit } from "../../audit/run.ts";
import { NEEDED_WORD_COUNT, scoreOf } from "../../audit/score.ts";
import { BOOTSTRAP_UNITS, type BootstrapUnit, type ComparedSide, type Comparison } from "../../core/comparison.ts";
import type { Document } from "../../core/document.ts";
import { type Finding, isOpen } from "../../core/finding.ts";
import type { Fault } from "../../core/report.ts";
import { describeProblem, ok, type Result } from "../../core/result.ts";
import type { ComparedDocument } from "../../gate/compare.ts";
import { type Auditor, auditSafely, openAuditor } from "../auditor.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import { expandPath, type InputOptions, openFile } from "../inputs.ts";
import { numberBetween, oneOf } from "../options.ts";
import { openRules } from "../rule-choice.ts";
import { type Terminal, terminalSurroundings } from "../terminal.ts";
import { TOOL } from "../tool.ts";
import { type AuditOptions, auditPlan, withAuditOptions } from "./check.ts";

interface CompareOptions extends AuditOptions {
  readonly format: "pretty" | "json";
  readonly unit?: BootstrapUnit;
  readonly samples: number;
  readonly seed: number;
  readonly failOnWorse?: true;
}

/** One version, read and judged. */
interface Version {
  readonly path: string;
  readonly documents: readonly ComparedDocument[];
  readonly faults: readonly Fault[];
}

function comparedDocument(
  { pairs }: Document,
  { document, segments, findings }: DocumentAudit,
  names: ComparedDocument["names"],
): ComparedDocument {
  const byPair = new Map<string, Finding[]>();
  for (const finding of findings.filter(isOpen))
    byPair.set(finding.target.pair, [...(byPair.get(finding.target.pair) ?? []), finding]);
  const compared = pairs.map(({ id, target }, index) => ({
    id,
    text: target.text,
    wordCount: segments[index]?.wordCount ?? 0,
    findings: byPair.get(id) ?? [],
  }));
  return { id: document, names, segments: compared };
}

/** In a folder, a document is known by the path of its file below it, too. */
const nameWithin = (root: string, path: string, document: string): string =>
  root === path ? document : `${relative(root, path)}\u0000${document}`;

async function openVersion(root: string, input: InputOptions, audit: Auditor): Promise<Result<Version>> {
  const paths = expandPath(root);
  if (paths.kind === "problem") return paths;
  const documents: ComparedDocument[] = [];
  const faults: Fault[] = [];
  for (const path of paths.value) {
    const opened = await openFile(path, input);
    if (opened.kind === "problem") return opened;
    const { file } = opened.value;
    const audited = auditSafely(audit, file);
    if (audited.kind === "problem") return audited;
    const names = file.format === "jsonl" ? "given" : "counted";
    for (const [index, each] of audited.value.entries()) {
      const document = file.documents[index];
      if (document === undefined) continue;
      const compared = comparedDocument(document, each, names);
      documents.push({ ...compared, id: nameWithin(root, path, compared.id) });
      faults.push(...each.faults);
    }
  }
  return ok({ path: root, documents, faults });
}

function sideOf({ path, documents }: Version): ComparedSide {
  const segments = documents.flatMap((document) => document.segments);
  const findings = segments.flatMap((segment) => segment.findings);
  const wordCount = segments.reduce((sum, segment) => sum + segment.wordCount, 0);
  return {
    path,
    documentCount: documents.length,
    segmentCount: segments.length,
    wordCount,
    findingCount: findings.length,
    score: scoreOf(findings, {
      wordCount,
      segmentCount: segments.length,
      neededWordCount: NEEDED_WORD_COUNT,
      calibration: undefined,
      wmt: "unwanted",
    }),
  };
}

async function makeComparison(oldPath: string, newPath: string, options: CompareOptions): Promise<Result<Comparison>> {
  const plan = auditPlan(options);
  const rules = openRules(plan.choice);
  if (rules.kind === "problem") return rules;
  const auditor = await openAuditor({ ...plan, rules: rules.value });
  if (auditor.kind === "problem") return auditor;
  const old = await openVersion(oldPath, plan.input, auditor.value);
  if (old.kind === "problem") return old;
  const now = await openVersion(newPath, plan.input, auditor.value);
  if (now.kind === "problem") return now;
  const { compare } = await import("../../gate/compare.ts");
  const { unit, samples, seed } = options;
  return ok({
    schemaVersion: "1",
    tool: TOOL,
    hashes: rules.value.source.hashes,
    old: sideOf(old.value),
    new: sideOf(now.value),
    ...compare(old.value.documents, now.value.documents, { unit, sampleCount: samples, seed }),
    faults: [...old.value.faults, ...now.value.faults],
  });
}

async function runCompare(
  oldPath: string,
  newPath: string,
  options: CompareOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const made = await makeComparison(oldPath, newPath, options);
  if (made.kind === "problem") {
    terminal.complain(describeProblem(made.problem));
    return EXIT.unjudged;
  }
  const { comparisonJson, comparisonPretty, isWorse } = await import("../../reporters/comparison.ts");
  const comparison = made.value;
  terminal.print(
    options.format === "json"
      ? comparisonJson(comparison)
      : comparisonPretty(comparison, terminalSurroundings(terminal)),
  );
  if (comparison.faults.length > 0) return EXIT.unjudged;
  return options.failOnWorse === true && isWorse(comparison) ? EXIT.failed : EXIT.passed;
}

const EXAMPLES = `
Examples:
  misrender compare monday.xml tuesday.xml                     two days of a feed
  misrender compare engine-a/ engine-b/ --format json          two engines, file by file
  misrender compare old.jsonl new.jsonl --fail-on-worse        exit code 1 if the new one is worse

Documents belong together by their names (a feed's GUIDs, paths below two folders), segments by their names or by
order and likeness. Whether a difference in score may be chance is told by paired bootstrap resampling (Koehn 2004),
over documents where there are at least 20 in both versions, else over segments. The samples are the same every time.
Exit codes: 0 compared, 1 worse (--fail-on-worse), 2 something could not be judged.`;

/** Adds the command `compare`; `done` takes its exit code. */
export function addCompare(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  const command = program
    .command("compare")
    .summary("compare two versions: what is introduced, fixed, unchanged")
    .argument("<old>", "a file or folder")
    .argument("<new>", "the same, of the other engine or day");
  withAuditOptions(command)
    .description("Audits two versions of a text and says what is new, what is gone, and whether it matters.")
    .option("--format <format>", "pretty or json", oneOf(["pretty", "json"] as const), "pretty")
    .option("--unit <unit>", "draw samples of documents or segments: document or segment", oneOf(BOOTSTRAP_UNITS))
    .option("--samples <count>", "how many samples to draw", numberBetween(1000, 1_000_000), 1000)
    .option("--seed <number>", "start of the sequence of samples", numberBetween(0, 4_294_967_295), 1)
    .option("--fail-on-worse", "exit with 1 when the new version is worse and this is hardly chance")
    .addHelpText("after", EXAMPLES)
    .action(async (oldPath: string, newPath: string, options: CompareOptions) =>
      done(await runCompare(oldPath, newPath, options, terminal)),
    );
}
