import { appendFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Report } from "../core/report.ts";
import { fail, type Problem, type Result } from "../core/result.ts";
import { REPORT_FORMATS, REPORTERS, type ReportFormat } from "../reporters/index.ts";
import { onDisk } from "../review/disk.ts";
import { writeAtomically } from "../review/write.ts";
import { oneOf } from "./options.ts";
import { plainSurroundings } from "./terminal.ts";

/** A report that goes into a file. */
export interface ReportFile {
  readonly format: ReportFormat;
  readonly path: string;
}

/** Reads one more `FORMAT=FILE`; without a file the format's usual one is taken. */
export function reportFile(written: string, before: readonly ReportFile[]): readonly ReportFile[] {
  const cut = written.indexOf("=");
  const format = oneOf(REPORT_FORMATS)(cut < 0 ? written : written.slice(0, cut));
  const path = cut < 0 ? "" : written.slice(cut + 1);
  return [...before, { format, path: path === "" ? REPORTERS[format].file : path }];
}

/** All formats with what they are good for, a line each. */
export const formatLines = (): string => {
  const width = Math.max(...REPORT_FORMATS.map((name) => name.length));
  return REPORT_FORMATS.map((name) => `  ${name.padEnd(width)}  ${REPORTERS[name].purpose}`).join("\n");
};

/** Why a report may not go into a file, if it may not. */
function collision(path: string, report: Report, before: readonly ReportFile[]): Problem | undefined {
  const isSame = (other: string): boolean => resolve(other) === resolve(path);
  if (report.inputs.some((input) => isSame(input.path)))
    return { where: path, what: "It is one of the texts that were audited.", remedy: "Name another file." };
  if (before.some((each) => isSame(each.path)))
    return { where: path, what: "Another report goes there already.", remedy: "Name another file." };
  return undefined;
}

async function writeReport(report: Report, { format, path }: ReportFile): Promise<Result<unknown>> {
  const write = await REPORTERS[format].load();
  return writeAtomically(path, Buffer.from(write(report, plainSurroundings)));
}

/** Writes reports into their files, each as a whole or not at all, and says which could not be written. */
export async function writeReports(report: Report, wanted: readonly ReportFile[]): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const [index, each] of wanted.entries()) {
    const trouble = collision(each.path, report, wanted.slice(0, index));
    const done = trouble === undefined ? await writeReport(report, each) : fail(trouble);
    if (done.kind === "problem")
      problems.push({ ...done.problem, what: `The report could not be written. ${done.problem.what}` });
  }
  return problems;
}

/** Adds the gravest findings to the summary of the job, where GitHub has a file for it. */
export async function addJobSummary(report: Report, path: string | undefined): Promise<readonly Problem[]> {
  if (path === undefined || path === "") return [];
  const { jobSummary } = await import("../reporters/job-summary.ts");
  const done = onDisk(path, () => appendFileSync(path, jobSummary(report)));
  return done.kind === "ok"
    ? []
    : [{ ...done.problem, what: `The job summary could not be written. ${done.problem.what}` }];
}
