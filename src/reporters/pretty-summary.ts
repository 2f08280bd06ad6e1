import type { Finding } from "../core/finding.ts";
import type { Report, Score } from "../core/report.ts";
import { SEVERITIES } from "../core/severity.ts";
import { padded, tidy } from "./cells.ts";
import { counted, number } from "./counted.ts";
import { grouped } from "./groups.ts";
import type { Surroundings } from "./reporter.ts";
import { hanging, type Line, piece } from "./wrap.ts";

const LABEL_WIDTH = 12;
const MOST_RULES = 10;
const MOST_NAMES = 5;
const BLANK: Line = [];

/** Rows under one label; the label stands at the first. */
function rows(label: string, texts: readonly Line[], { painter, widthInCells }: Surroundings): readonly Line[] {
  const lines = texts.flatMap((text, index) =>
    hanging([piece("  "), piece(padded(index === 0 ? label : "", LABEL_WIDTH), painter.faint)], text, widthInCells),
  );
  return lines.length === 0 ? [] : [BLANK, ...lines];
}

/** Counts below each other, each with its name. */
const column = (counts: readonly number[]): ((count: number) => string) => {
  const width = Math.max(...counts.map((count) => number(count).length), 1);
  return (count) => `${number(count).padStart(width)}  `;
};

function severityRows(findings: readonly Finding[], { painter }: Surroundings): readonly Line[] {
  if (findings.length === 0) return [[piece("none")]];
  const present = SEVERITIES.toReversed().flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [{ severity, count }];
  });
  const shown = column(present.map(({ count }) => count));
  return present.map(({ severity, count }) => [
    piece(shown(count), painter.strong),
    piece(severity, painter.severity(severity)),
  ]);
}

function ruleRows(findings: readonly Finding[], { painter }: Surroundings): readonly Line[] {
  const byRule = [...grouped(findings, ({ rule }) => rule)].sort((a, b) => b.length - a.length);
  const shown = column(byRule.map(({ length }) => length));
  const top = byRule
    .slice(0, MOST_RULES)
    .map((each): Line => [piece(shown(each.length), painter.strong), piece(tidy(each[0].rule))]);
  const rest = byRule.length - MOST_RULES;
  return rest > 0 ? [...top, [piece(`and ${counted(rest, "more rule")}`, painter.faint)]] : top;
}

function scoreRows(score: Score, { painter }: Surroundings): readonly Line[] {
  if (score.kind === "too-short")
    return [[piece(`too short to judge (${number(score.wordCount)} of ${number(score.neededWordCount)} words)`)]];
  const values: readonly (readonly [name: string, value: number | null, digits: number, meaning: string])[] = [
    [
      "NPT",
      score.npt,
      1,
      `penalty points per 1,000 words (${number(score.penaltyPoints)} in ${counted(score.wordCount, "word")})`,
    ],
    ["RQS", score.rqs, 1, "raw quality score, at best 100"],
    ["CQS", score.cqs, 1, "calibrated quality score, at best 100"],
    ["WMT", score.wmt, 2, "penalty per segment, at best 0"],
  ];
  const given = values.flatMap(([name, value, digits, meaning]) =>
    value === null ? [] : [{ name, value: value.toFixed(digits), meaning }],
  );
  const width = Math.max(...given.map(({ value }) => value.length));
  return given.map(({ name, value, meaning }) => [
    piece(`${name}  ${value.padStart(width)}`, painter.strong),
    piece("  "),
    piece(meaning, painter.faint),
  ]);
}

function skippedRows({ skippedRules }: Report, { painter }: Surroundings): readonly Line[] {
  return grouped(skippedRules, ({ reason }) => reason).map((skipped) => {
    const names = skipped.slice(0, MOST_NAMES).map(({ rule }) => tidy(rule));
    const rest = skipped.length - names.length;
    const reason = tidy(skipped[0].reason).replace(/[.:]$/u, "");
    return [
      piece(`${counted(skipped.length, "rule")}: ${reason}`),
      piece(` (${names.join(", ")}${rest > 0 ? ` and ${number(rest)} more` : ""})`, painter.faint),
    ];
  });
}

const faultRows = ({ faults }: Report, { painter }: Surroundings): readonly Line[] =>
  faults.map(({ where, what, remedy }) => [
    piece(tidy(where), painter.place),
    piece(`  ${tidy(what)} `),
    piece(tidy(remedy), painter.faint),
  ]);

function verdictRow({ verdict, findings, faults }: Report, { painter }: Surroundings): Line {
  switch (verdict.kind) {
    case "pass":
      if (findings.length === 0) return [piece("Passed", painter.right), piece(": nothing to object to.")];
      return [
        piece("Passed", painter.right),
        piece(`. Look at ${findings.length === 1 ? "the finding" : "the findings"} with `),
        piece("misrender review", painter.strong),
        piece(" when there is time."),
      ];
    case "fail":
      return [
        piece("Failed", painter.wrong),
        piece(`: ${verdict.reasons.map(tidy).join("; ")}. Correct the text with `),
        piece("misrender review", painter.strong),
        piece(", or accept what is known with "),
        piece("misrender baseline", painter.strong),
        piece("."),
      ];
    case "unjudged":
      return [
        piece("Not judged", painter.wrong),
        piece(
          faults.length > 0
            ? `: ${counted(faults.length, "fault")} kept part of the text from being audited.`
            : `: ${verdict.reasons.map(tidy).join("; ")}.`,
        ),
        piece(" Put that right and check again."),
      ];
  }
}

function auditedRow({ inputs, tool, hashes }: Report, { painter }: Surroundings): readonly Line[] {
  const total = (count: (input: Report["inputs"][number]) => number): number =>
    inputs.reduce((sum, input) => sum + count(input), 0);
  const documents = counted(
    total(({ documentCount }) => documentCount),
    "document",
  );
  const words = counted(
    total(({ wordCount }) => wordCount),
    "word",
  );
  const by = `${tidy(tool.name)} ${tidy(tool.version)}, rules ${tidy(hashes.rules).slice(0, 8)}, knowledge ${tidy(hashes.knowledge).slice(0, 8)}`;
  return [[piece(`${counted(inputs.length, "file")}, ${documents}, ${words}`)], [piece(by, painter.faint)]];
}

/** The end of the report: counts, scores, what was left out, and what to do now. */
export const summaryLines = (report: Report, surroundings: Surroundings): readonly Line[] => [
  ...rows("audited", auditedRow(report, surroundings), surroundings),
  ...rows("findings", severityRows(report.findings, surroundings), surroundings),
  ...rows("by rule", ruleRows(report.findings, surroundings), surroundings),
  ...rows("score", scoreRows(report.score, surroundings), surroundings),
  ...rows("skipped", skippedRows(report, surroundings), surroundings),
  ...rows("faults", faultRows(report, surroundings), surroundings),
  ...rows("verdict", [verdictRow(report, surroundings)], surroundings),
];
