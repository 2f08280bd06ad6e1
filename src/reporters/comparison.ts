import type { ComparedSide, Comparison } from "../core/comparison.ts";
import type { Finding } from "../core/finding.ts";
import { padded, tidy } from "../text/cells.ts";
import { counted, number } from "./counted.ts";
import { jsonText } from "./json-text.ts";
import { hanging, type Line, paintLine, piece } from "./line.ts";
import type { Surroundings } from "./reporter.ts";

/** A comparison as one JSON object, described by `schema/comparison.schema.json`. */
export const comparisonJson = (comparison: Comparison): string => `${jsonText(comparison, undefined, 2)}\n`;

const MOST_WIDTH = 120;
/** Above this chance a difference is not taken for one. */
const DOUBTFUL = 0.05;
const BLANK: Line = [];

function sideLine(label: string, { path, wordCount, findingCount, score }: ComparedSide): readonly string[] {
  const npt = score.kind === "score" ? `NPT ${score.npt.toFixed(1)}` : "too short for a score";
  return [label, tidy(path), counted(wordCount, "word"), counted(findingCount, "finding"), npt];
}

/** The two versions below each other, in columns. */
function sidesLines(comparison: Comparison, { painter }: Surroundings): readonly Line[] {
  const rows = [sideLine("old", comparison.old), sideLine("new", comparison.new)];
  const widthOf = (column: number): number => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  return rows.map((row) =>
    row.map((cell, column) => piece(`${padded(cell, widthOf(column))}  `, column === 1 ? painter.place : undefined)),
  );
}

function findingLines(finding: Finding, { painter, widthInCells }: Surroundings): readonly Line[] {
  const { target, severity, message, suggestions } = finding;
  const best = suggestions[0];
  const place = `${tidy(target.path)}:${target.line}:${target.column}`;
  const words = target.text.trim() === "" ? "space" : `“${tidy(target.text)}”`;
  const after = best?.replacement === "" ? "removed" : `→ ${tidy(best?.replacement ?? "")}`;
  const repair = best === undefined ? [] : [piece(` ${after}`, painter.right)];
  return [
    ...hanging(
      [piece("  ")],
      [
        piece(place, painter.place),
        piece("  "),
        piece(severity, painter.severity(severity)),
        piece(`  ${tidy(target.document)}  `),
        piece(finding.rule, painter.faint),
      ],
      widthInCells,
    ),
    ...hanging([piece("    ")], [piece(words, painter.wrong), ...repair], widthInCells),
    ...hanging([piece("    ")], [piece(tidy(message))], widthInCells),
  ];
}

function listLines(title: string, findings: readonly Finding[], surroundings: Surroundings): readonly Line[] {
  const heading: Line = [piece(`${title}: ${number(findings.length)}`, surroundings.painter.heading)];
  return [BLANK, heading, ...findings.flatMap((finding) => findingLines(finding, surroundings))];
}

function alignedText({ documents, segments }: Comparison): string {
  const only = [
    ...(segments.removed > 0 ? [`${counted(segments.removed, "segment")} only in the old version`] : []),
    ...(segments.added > 0 ? [`${counted(segments.added, "segment")} only in the new version`] : []),
  ];
  const both = `${counted(segments.paired, "segment")} of ${counted(documents.paired, "document")} in both versions`;
  return `${[both, ...only].join(", ")}.`;
}

const signed = (value: number): string => `${value > 0 ? "+" : value < 0 ? "−" : ""}${Math.abs(value).toFixed(1)}`;

function verdictText({ difference, significance }: Comparison): string {
  if (difference === 0) return "The new version is as good as the old.";
  const head = `The new version is ${difference > 0 ? "worse" : "better"} than the old: NPT ${signed(difference)}`;
  if (significance.kind === "too-few") {
    const { unit, unitCount, neededUnitCount } = significance;
    return `${head}. Too little text to tell this from chance: ${counted(unitCount, unit)}, at least ${neededUnitCount} are needed.`;
  }
  const { low, high, pValue, sampleCount, unit, unitCount } = significance;
  const doubt = pValue < DOUBTFUL ? "this is hardly chance" : "this may well be chance";
  const basis = `95 % of ${number(sampleCount)} samples of ${counted(unitCount, unit)} lie from ${signed(low)} to ${signed(high)}, p = ${pValue.toFixed(3)}`;
  return `${head} (${basis}); ${doubt}.`;
}

/** Whether the new version is worse, and not by chance. With too little text to test, whether it is worse at all. */
export const isWorse = ({ difference, significance }: Comparison): boolean =>
  difference > 0 && (significance.kind === "too-few" || significance.pValue < DOUBTFUL);

/** A comparison for people: what is new, what is gone, and whether it matters. */
export function comparisonPretty(comparison: Comparison, wanted: Surroundings): string {
  const surroundings = { ...wanted, widthInCells: Math.max(40, Math.min(MOST_WIDTH, wanted.widthInCells)) };
  const { painter, widthInCells } = surroundings;
  const { introduced, fixed, unchanged, faults } = comparison;
  const lines: readonly Line[] = [
    ...sidesLines(comparison, surroundings),
    ...hanging([], [piece(alignedText(comparison), painter.faint)], widthInCells),
    ...listLines("Introduced", introduced, surroundings),
    ...listLines("Fixed", fixed, surroundings),
    BLANK,
    [piece(`Unchanged: ${number(unchanged.length)}`, painter.heading)],
    BLANK,
    ...hanging([], [piece(verdictText(comparison), painter.strong)], widthInCells),
    ...faults.flatMap(({ where, what, remedy }) =>
      hanging([piece("  ")], [piece(tidy(`${where}: ${what} ${remedy}`))], widthInCells),
    ),
  ];
  return lines.map((line) => `${paintLine(line).trimEnd()}\n`).join("");
}
