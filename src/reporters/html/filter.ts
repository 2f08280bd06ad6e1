import type { Finding } from "../../core/finding.ts";
import type { Report } from "../../core/report.ts";
import { SEVERITIES } from "../../core/severity.ts";
import { number } from "../counted.ts";
import { grouped } from "../groups.ts";
import { documentKey, type Indexes } from "./indexes.ts";
import { htmlText } from "./text.ts";

const MOST_ITEMS = 500;

const option = (value: number | string, name: string): string => `<option value="${value}">${htmlText(name)}</option>`;

const select = (id: string, name: string, options: readonly string[]): string =>
  `<label>${name} <select id="${id}" name="${id}"><option value="">all</option>${options.join("")}</select></label>`;

/** Names with how often they come up. */
function nameOptions(
  findings: readonly Finding[],
  nameOf: (finding: Finding) => string,
  indexes: ReadonlyMap<string, number>,
): readonly string[] {
  const counts = new Map(grouped(findings, nameOf).map((own) => [nameOf(own[0]), own.length]));
  return [...indexes].map(([name, index]) => option(index, `${name} (${number(counts.get(name) ?? 0)})`));
}

function itemOptions({ findings, documentScores }: Report, { documents }: Indexes): readonly string[] {
  const titles = new Map(
    documentScores.map(({ path, document, title }) => [documentKey(path, document), title ?? document]),
  );
  const byItem = [...grouped(findings, ({ target }) => documentKey(target.path, target.document))];
  return byItem
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST_ITEMS)
    .map((own) => {
      const key = documentKey(own[0].target.path, own[0].target.document);
      return option(documents.get(key) ?? 0, `${titles.get(key) ?? own[0].target.document} (${number(own.length)})`);
    });
}

function stateOptions({ findings }: Report): readonly string[] {
  const hasBaseline = findings.some(({ baselineState }) => baselineState !== null);
  const hasSuppressed = findings.some(({ suppression }) => suppression !== null);
  return [
    ...(hasSuppressed || hasBaseline ? [option("open", "counting")] : []),
    ...(hasBaseline ? [option("new", "new since the baseline")] : []),
    ...(hasSuppressed ? [option("suppressed", "suppressed")] : []),
  ];
}

/** Search, and filters by severity, category, rule, item and state. The script shows it. */
export function filterHtml(report: Report, indexes: Indexes): string {
  const { findings } = report;
  const severities = SEVERITIES.toReversed().flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    if (count === 0) return [];
    const index = SEVERITIES.indexOf(severity);
    return [
      `<label class="pill ${severity}"><input type="checkbox" name="severity" value="${index}" checked> ${severity} <span>${number(count)}</span></label>`,
    ];
  });
  const states = stateOptions(report);
  return `<form id="filter" role="search" aria-label="Findings" hidden>
<input id="search" name="search" type="search" aria-label="Search" placeholder="Search words, messages, items" autocomplete="off">
<fieldset><legend>Severity</legend>${severities.join("")}</fieldset>
${select(
  "category",
  "Category",
  nameOptions(findings, ({ category }) => category, indexes.categories),
)}
${select(
  "rule",
  "Rule",
  nameOptions(findings, ({ rule }) => rule, indexes.rules),
)}
${select("item", "Item", itemOptions(report, indexes))}
${states.length === 0 ? "" : select("state", "State", states)}
<button type="reset">Clear</button>
</form>`;
}
