import { type Finding, isOpen } from "../core/finding.ts";
import type { DocumentScore, Report, RuleSummary } from "../core/report.ts";
import { cellWidth, tidy } from "../text/cells.ts";
import { counted } from "./counted.ts";
import { type DocumentFindings, type FileFindings, filesOf, grouped, type SentenceFindings } from "./groups.ts";
import { hanging, type Line, paintLine, piece } from "./line.ts";
import { findingLines } from "./pretty-finding.ts";
import { sentenceLines } from "./pretty-sentence.ts";
import { summaryLines } from "./pretty-summary.ts";
import type { Surroundings } from "./reporter.ts";

const LEAST_WIDTH = 40;
/** Longer lines are hard to read; a wider terminal keeps its right side free. */
const MOST_WIDTH = 160;
const SIDE_BY_SIDE_WIDTH = 100;
const BLANK: Line = [];

function withinBounds({ widthInCells, layout, ...others }: Surroundings): Surroundings {
  const width = Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, Math.floor(widthInCells) || LEAST_WIDTH));
  return { ...others, widthInCells: width, layout: width < SIDE_BY_SIDE_WIDTH ? "stacked" : layout };
}

/** A title with a line to the right edge. */
function titleLines(title: string, { painter, widthInCells }: Surroundings): readonly Line[] {
  const lines = hanging([], [piece(tidy(title), painter.strong)], widthInCells);
  const last = lines.at(-1) ?? [];
  const rest = widthInCells - cellWidth(last.map(({ text }) => text).join("")) - 1;
  return rest < 3 ? lines : [...lines.slice(0, -1), [...last, piece(` ${"─".repeat(rest)}`, painter.faint)]];
}

function scoreNote(score: DocumentScore | undefined): string {
  if (score === undefined || score.score.kind === "too-short") return "";
  return ` · NPT ${score.score.npt.toFixed(1)}`;
}

/** Findings that are the first of their rule: they explain it. */
const firstOfRules = (findings: readonly Finding[]): ReadonlySet<Finding> =>
  new Set(grouped(findings, ({ rule }) => rule).map(([first]) => first));

interface Shown {
  readonly surroundings: Surroundings;
  readonly rules: ReadonlyMap<string, RuleSummary>;
  readonly explaining: ReadonlySet<Finding>;
}

function sentenceBlock(findings: SentenceFindings, { surroundings, rules, explaining }: Shown): readonly Line[] {
  const several = findings.length > 1;
  return [
    BLANK,
    ...sentenceLines(findings, surroundings),
    ...findings.flatMap((finding, index) => {
      const rule = rules.get(finding.rule);
      const explanation = explaining.has(finding) ? rule?.explanation : undefined;
      const number = several ? index + 1 : undefined;
      return [BLANK, ...findingLines(finding, { number, explanation, status: rule?.status }, surroundings)];
    }),
  ];
}

function documentBlock(documents: DocumentFindings, heading: string | undefined, shown: Shown): readonly Line[] {
  const { painter, widthInCells } = shown.surroundings;
  const title = heading === undefined ? [] : [BLANK, ...hanging([], [piece(heading, painter.heading)], widthInCells)];
  const rule: Line = [piece("  "), piece("┈".repeat(Math.min(24, widthInCells - 2)), painter.faint)];
  const blocks = documents.sentences.map((findings) => sentenceBlock(findings, shown));
  return [...title, ...blocks.flatMap((block, index) => (index === 0 ? block : [BLANK, rule, ...block]))];
}

function fileBlock(file: FileFindings, report: Report, surroundings: Surroundings): readonly Line[] {
  const input = report.inputs.find(({ path }) => path === file.path);
  const isSingle = file.documents.length === 1 && (input?.documentCount ?? 1) <= 1;
  const findings = file.documents.flatMap(({ sentences }) => sentences.flat());
  const rules = new Map(report.rules.map((rule) => [rule.id, rule]));
  const shown: Shown = { surroundings, rules, explaining: firstOfRules(findings) };
  const ofFile = report.documentScores.filter(({ path }) => path === file.path);
  const scores = new Map(ofFile.map((score) => [score.document, score]));
  const blocks = file.documents.map((each) => {
    const count = counted(each.sentences.flat().length, "finding");
    const note = scoreNote(scores.get(each.document));
    return documentBlock(each, isSingle ? undefined : `${tidy(each.document)} · ${count}${note}`, shown);
  });
  return [...titleLines(file.path, surroundings), ...blocks.flat(), BLANK, BLANK];
}

/** The report for people: each sentence beside its correction, then what is wrong with it, and a summary at the end. */
export function pretty(report: Report, wanted: Surroundings): string {
  const surroundings = withinBounds(wanted);
  const lines = [
    ...filesOf(report.findings.filter(isOpen)).flatMap((file) => fileBlock(file, report, surroundings)),
    ...titleLines("Summary", surroundings),
    ...summaryLines(report, surroundings),
  ];
  return lines.map((line) => `${paintLine(line).trimEnd()}\n`).join("");
}
