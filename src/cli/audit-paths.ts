import type { DocumentAudit } from "../audit/run.ts";
import type { SourceFile } from "../core/document.ts";
import type { Fault } from "../core/report.ts";
import { ok, type Result } from "../core/result.ts";
import { expandPath, type InputOptions, openFile } from "./inputs.ts";
import type { AuditedFile } from "./report.ts";
import type { ChosenRules, RuleChoice } from "./rule-choice.ts";

/** How texts are read and judged: plain data, whatever command it is for. */
export interface AuditPlan {
  readonly choice: RuleChoice;
  readonly input: InputOptions;
  readonly leastConfidence: number;
}

/** What came of some paths: files that were judged, and those that could not be. */
export interface AuditedPaths {
  readonly audited: readonly AuditedFile[];
  readonly faults: readonly Fault[];
}

/** Judges the documents of a file. */
export type Auditor = (file: SourceFile) => readonly DocumentAudit[];

/** Compiles the rules and makes an auditor of them. The engine is not even loaded before. */
export async function openAuditor(rules: ChosenRules, { leastConfidence }: AuditPlan): Promise<Result<Auditor>> {
  const [{ compileEngine }, { auditFile }] = await Promise.all([import("./engine.ts"), import("../audit/run.ts")]);
  const engine = compileEngine(rules);
  return engine.kind === "problem" ? engine : ok((file) => auditFile(file, engine.value, leastConfidence));
}

/** The documents of a file, judged; the file's text is not kept. */
export const auditedFile = (file: SourceFile, audit: Auditor): AuditedFile => ({
  file: { path: file.path, format: file.format },
  documents: audit(file),
});

/** Reads and audits one file after the other, so that only one is in memory at a time. */
export async function auditPaths(
  paths: readonly string[],
  plan: AuditPlan,
  rules: ChosenRules,
): Promise<Result<AuditedPaths>> {
  const auditor = await openAuditor(rules, plan);
  if (auditor.kind === "problem") return auditor;
  const audited: AuditedFile[] = [];
  const faults: Fault[] = [];
  for (const path of paths) {
    const files = expandPath(path);
    if (files.kind === "problem") faults.push(files.problem);
    else
      for (const each of files.value) {
        const opened = await openFile(each, plan.input);
        if (opened.kind === "ok") audited.push(auditedFile(opened.value.file, auditor.value));
        else faults.push(opened.problem);
      }
  }
  return ok({ audited, faults });
}
