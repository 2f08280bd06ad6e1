import { type Finding, isOpen } from "../../core/finding.ts";
import type { DocumentScore, Report } from "../../core/report.ts";
import { SEVERITIES } from "../../core/severity.ts";
import { counted, number } from "../counted.ts";
import { grouped } from "../groups.ts";
import { documentKey, type Indexes } from "./indexes.ts";
import { htmlText } from "./text.ts";

const MOST_CATEGORIES = 12;
const FIRST_ITEMS = 8;
const MOST_ITEMS = 1000;
const BAR_WIDTH = 100;

interface Stretch {
  readonly look: string;
  readonly width: number;
}

/** A bar of stretches, each with its look. Numbers beside it say the same. */
function bar(stretches: readonly Stretch[]): string {
  let at = 0;
  const parts = stretches
    .filter(({ width }) => width > 0)
    .map(({ look, width }) => {
      const rect = `<rect class="${look}" x="${at.toFixed(2)}" width="${width.toFixed(2)}" height="8"/>`;
      at += width;
      return rect;
    });
  return `<svg viewBox="0 0 ${BAR_WIDTH} 8" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="${BAR_WIDTH}" height="8"/>${parts.join("")}</svg>`;
}

const severityStretches = (findings: readonly Finding[], most: number): readonly Stretch[] =>
  SEVERITIES.toReversed().map((severity) => ({
    look: severity,
    width: (BAR_WIDTH * findings.filter((finding) => finding.severity === severity).length) / most,
  }));

/** How many findings each category has, by severity; a bar leads to its findings. */
function categoryChart({ findings }: Report, { categories }: Indexes): string {
  const byCategory = [...grouped(findings.filter(isOpen), ({ category }) => category)].sort(
    (a, b) => b.length - a.length,
  );
  const most = byCategory[0]?.length ?? 1;
  const rows = byCategory.slice(0, MOST_CATEGORIES).map((own) => {
    const [dimension = "", name = ""] = own[0].category.split("/");
    return `<li><a href="#category=${categories.get(own[0].category) ?? 0}"><span class="label">${htmlText(name.replaceAll("-", " "))} <small>${htmlText(dimension.replaceAll("-", " "))}</small></span>${bar(severityStretches(own, most))}<span class="count">${number(own.length)}</span></a></li>`;
  });
  const hidden = byCategory.length - MOST_CATEGORIES;
  const rest = hidden > 0 ? `<p class="note">And ${counted(hidden, "more category").replace(/ys$/u, "ies")}.</p>` : "";
  return `<section class="panel" aria-labelledby="by-category"><h2 id="by-category">Findings by category</h2>${
    rows.length === 0 ? '<p class="note">Nothing was found.</p>' : `<ol class="bars">${rows.join("")}</ol>${rest}`
  }</section>`;
}

const VERDICTS = { pass: "passed", fail: "failed", unjudged: "not judged" } as const;
const NEED = { unjudged: 0, fail: 1, pass: 2 } as const;
const pointsOf = ({ score }: DocumentScore): number => (score.kind === "score" ? score.npt : -1);

/** Items that fail first, then the worst scores, then the most findings. */
const byNeed = (documents: readonly DocumentScore[]): readonly DocumentScore[] =>
  [...documents].sort(
    (a, b) =>
      NEED[a.verdict.kind] - NEED[b.verdict.kind] || pointsOf(b) - pointsOf(a) || b.findingCount - a.findingCount,
  );

function itemRow(each: DocumentScore, worst: number, { documents }: Indexes): string {
  const { path, document, title, verdict, findingCount, suppressedCount, score } = each;
  const index = documents.get(documentKey(path, document)) ?? 0;
  const name = `${htmlText(title ?? document)}`;
  const link = findingCount + suppressedCount > 0 ? `<a href="#item=${index}">${name}</a>` : name;
  const chart =
    score.kind === "too-short"
      ? `<td class="note" colspan="3">too short for a score</td>`
      : `<td class="chart">${bar([{ look: "points", width: (BAR_WIDTH * Math.max(0, score.npt)) / worst }])}</td><td class="number">${score.npt.toFixed(1)}</td><td class="number">${score.rqs.toFixed(1)}</td>`;
  return `<tr><td><span class="verdict ${verdict.kind}">${VERDICTS[verdict.kind]}</span></td><th scope="row">${link}<small>${htmlText(path)}</small></th><td class="number">${number(findingCount)}</td>${chart}</tr>`;
}

const itemTable = (rows: readonly string[]): string =>
  `<table><thead><tr><th scope="col">Verdict</th><th scope="col">Item</th><th scope="col" class="number">Findings</th><td></td><th scope="col" class="number"><abbr title="Normed penalty total: penalty points per 1,000 words">NPT</abbr></th><th scope="col" class="number"><abbr title="Raw quality score, at best 100">RQS</abbr></th></tr></thead><tbody>${rows.join("")}</tbody></table>`;

const CLASSES = [
  ["RQS 100", 100],
  ["99 to 100", 99],
  ["95 to 99", 95],
  ["90 to 95", 90],
  ["below 90", Number.NEGATIVE_INFINITY],
] as const;

/** How many items score how well; only where there are too many to look at each. */
function spreadChart(documents: readonly DocumentScore[]): string {
  if (documents.length <= FIRST_ITEMS) return "";
  const scores = documents.flatMap(({ score }) => (score.kind === "score" ? [score.rqs] : []));
  const counts = CLASSES.map(([name, least], index) => {
    const below = CLASSES[index - 1]?.[1] ?? Number.POSITIVE_INFINITY;
    return { name, count: scores.filter((rqs) => rqs >= least && rqs < below).length };
  });
  const all = [...counts, { name: "too short", count: documents.length - scores.length }];
  const most = Math.max(1, ...all.map(({ count }) => count));
  const rows = all.map(
    ({ name, count }) =>
      `<li><span class="label">${name}</span>${bar([{ look: "points", width: (BAR_WIDTH * count) / most }])}<span class="count">${number(count)}</span></li>`,
  );
  return `<ol class="bars spread">${rows.join("")}</ol>`;
}

/** The items with their verdicts and scores, those in need first. */
function itemChart({ documentScores }: Report, indexes: Indexes): string {
  const sorted = byNeed(documentScores);
  const worst = Math.max(1, ...sorted.slice(0, MOST_ITEMS).map(pointsOf));
  const rows = sorted.slice(0, MOST_ITEMS).map((each) => itemRow(each, worst, indexes));
  const others = rows.slice(FIRST_ITEMS);
  const hidden = sorted.length - rows.length;
  const more =
    others.length === 0
      ? ""
      : `<details><summary>${counted(others.length, "more item")}</summary>${itemTable(others)}</details>`;
  const note = hidden > 0 ? `<p class="note">${counted(hidden, "item")} in less need are left out.</p>` : "";
  return `<section class="panel wide" aria-labelledby="by-item"><h2 id="by-item">Score by item</h2>${spreadChart(documentScores)}${itemTable(rows.slice(0, FIRST_ITEMS))}${more}${note}</section>`;
}

/** Both charts. */
export const chartsHtml = (report: Report, indexes: Indexes): string =>
  `<div class="panels">${categoryChart(report, indexes)}${itemChart(report, indexes)}</div>`;
