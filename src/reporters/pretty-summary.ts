import { type Finding, isOpen, type Suppression } from "../core/finding.ts";
import type {
  DocumentScore,
  DoubtRate,
  LapsedSuppression,
  LapsedSuppressions,
  Report,
  Score,
  Verdict,
} from "../core/report.ts";
import { SEVERITIES } from "../core/severity.ts";
import { padded, tidy } from "../text/cells.ts";
import { counted, number } from "./counted.ts";
import { grouped } from "./groups.ts";
import { hanging, type Line, piece } from "./line.ts";
import type { Surroundings } from "./reporter.ts";

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

/** “3 times the rate of edited news”; what may be chance is not called more. */
function againstEdited({ low, perThousand, editedPerThousand }: DoubtRate): string {
  if (low <= editedPerThousand) return `edited news has ${editedPerThousand}; that may be chance`;
  const times = Math.round((2 * perThousand) / editedPerThousand) / 2;
  return `${times} times the rate of edited news`;
}

function doubtRows({ doubt }: Report, { painter }: Surroundings): readonly Line[] {
  if (doubt === null) return [];
  const { count, perThousand, low, high, editedPerThousand } = doubt;
  const rate = `${perThousand.toFixed(1)} in 1,000 words hardly fit`;
  const range = `95 %: ${low.toFixed(1)}–${high.toFixed(1)}`;
  const isLess = perThousand <= editedPerThousand;
  const against = isLess ? "no more than in edited news" : againstEdited(doubt);
  return [[piece(rate, painter.strong), piece(`  (${number(count)}; ${range}): ${against}`)]];
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

const STANDING = {
  pass: "may be published",
  fail: "held back",
  unjudged: "not judged",
} as const satisfies Record<Verdict["kind"], string>;

/** A document by name, with its verdict and what stands against it. */
function itemRow({ document, title, verdict }: DocumentScore, { painter }: Surroundings): Line {
  const name = title === null ? tidy(document) : `${tidy(document)}  ${tidy(title)}`;
  const paint = verdict.kind === "pass" ? painter.right : painter.wrong;
  const reasons = verdict.kind === "pass" ? "" : `  ${verdict.reasons.map(tidy).join("; ")}`;
  return [piece(padded(STANDING[verdict.kind], 18), paint), piece(name), piece(reasons, painter.faint)];
}

/** How many documents may be published by themselves; each by name where that is wanted. */
function itemRows({ documentScores }: Report, surroundings: Surroundings): readonly Line[] {
  if (documentScores.length < 2 && surroundings.items === "counted") return [];
  const passed = documentScores.filter(({ verdict }) => verdict.kind === "pass").length;
  const count: Line = [piece(`${number(passed)} of ${counted(documentScores.length, "document")} may be published`)];
  return surroundings.items === "counted"
    ? [count]
    : [count, ...documentScores.map((each) => itemRow(each, surroundings))];
}

const LEADS = { pass: "Passed", fail: "Failed", unjudged: "Not judged" } as const satisfies Record<
  Verdict["kind"],
  string
>;

/** The verdict in its own words, its first word and the names of commands painted. */
function verdictRow({ verdict }: Report, { painter }: Surroundings): Line {
  const lead = LEADS[verdict.kind];
  const summary = tidy(verdict.summary);
  const rest = summary.startsWith(lead) ? summary.slice(lead.length) : `: ${summary}`;
  const pieces = rest.split(/“(misrender [^”]*)”/u);
  return [
    piece(lead, verdict.kind === "pass" ? painter.right : painter.wrong),
    ...pieces.map((each, index) => (index % 2 === 1 ? piece(each, painter.strong) : piece(each))),
  ];
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

const BY: Readonly<Record<Suppression["by"], string>> = {
  baseline: "known to the baseline",
  inline: "ignored in the text",
  "ignore-file": "ignored by the ignore file",
};

function suppressedRows({ findings }: Report): readonly Line[] {
  const suppressed = findings.flatMap(({ suppression }) => suppression ?? []);
  const shown = column(grouped(suppressed, ({ by }) => by).map(({ length }) => length));
  return grouped(suppressed, ({ by }) => by).map((each) => [piece(`${shown(each.length)}${BY[each[0].by]}`)]);
}

const LAPSED = {
  unused: "ignores nothing",
  stale: "is no longer found",
  expired: "has expired",
} as const satisfies Record<keyof LapsedSuppressions, string>;

function lapsedRows({ suppressions }: Report, { painter }: Surroundings): readonly Line[] {
  const { unused, expired, stale } = suppressions;
  const rowOf = ({ path, line, rule, of }: LapsedSuppression, what: string): Line => [
    piece(tidy(line === null ? path : `${path}:${line}`), painter.place),
    piece(`  ${tidy(rule)}${of.text === null ? "" : ` on “${tidy(of.text)}”`} ${what}`),
  ];
  return [
    ...unused.map((each) => rowOf(each, LAPSED.unused)),
    ...expired.map((each) => rowOf(each, LAPSED.expired)),
    ...stale.slice(0, MOST_NAMES).map((each) => rowOf(each, LAPSED.stale)),
    ...(stale.length > MOST_NAMES
      ? [[piece(`and ${number(stale.length - MOST_NAMES)} more that are no longer found`, painter.faint)]]
      : []),
  ];
}

/** The end of the report: counts, scores, what was left out, and what to do now. */
export const summaryLines = (report: Report, surroundings: Surroundings): readonly Line[] => [
  ...rows("audited", auditedRow(report, surroundings), surroundings),
  ...rows("findings", severityRows(report.findings.filter(isOpen), surroundings), surroundings),
  ...rows("by rule", ruleRows(report.findings.filter(isOpen), surroundings), surroundings),
  ...rows("suppressed", suppressedRows(report), surroundings),
  ...rows("lapsed", lapsedRows(report, surroundings), surroundings),
  ...rows("score", scoreRows(report.score, surroundings), surroundings),
  ...rows("in doubt", doubtRows(report, surroundings), surroundings),
  ...rows("items", itemRows(report, surroundings), surroundings),
  ...rows("skipped", skippedRows(report, surroundings), surroundings),
  ...rows("faults", faultRows(report, surroundings), surroundings),
  ...rows("verdict", [verdictRow(report, surroundings)], surroundings),
];
