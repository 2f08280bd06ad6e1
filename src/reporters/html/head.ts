import { isOpen } from "../../core/finding.ts";
import type { Report, Score } from "../../core/report.ts";
import { SEVERITIES } from "../../core/severity.ts";
import { counted, number } from "../counted.ts";
import { htmlText } from "./text.ts";

const VERDICTS = { pass: "Passed", fail: "Failed", unjudged: "Not judged" } as const;

const tile = (name: string, value: string, look: string, title: string): string =>
  `<div class="tile ${look}"${title === "" ? "" : ` title="${htmlText(title)}"`}><dt>${name}</dt><dd>${value}</dd></div>`;

function scoreTiles(score: Score): readonly string[] {
  if (score.kind === "too-short")
    return [tile("Score", "too short", "words", `Fewer than ${score.neededWordCount} words say nothing of quality.`)];
  const { npt, rqs, cqs, wmt } = score;
  return [
    tile("NPT", npt.toFixed(1), "", "Normed penalty total: penalty points per 1,000 words"),
    tile("RQS", rqs.toFixed(1), "", "Raw quality score, at best 100"),
    ...(cqs === null ? [] : [tile("CQS", cqs.toFixed(1), "", "Calibrated quality score, at best 100")]),
    ...(wmt === null ? [] : [tile("WMT", wmt.toFixed(2), "", "Penalty per segment, at best 0")]),
  ];
}

function factLine({ inputs, findings }: Report): string {
  const total = (count: (input: Report["inputs"][number]) => number): number =>
    inputs.reduce((sum, input) => sum + count(input), 0);
  const open = findings.filter(isOpen).length;
  return [
    counted(inputs.length, "file"),
    counted(
      total(({ documentCount }) => documentCount),
      "item",
    ),
    counted(
      total(({ wordCount }) => wordCount),
      "word",
    ),
    counted(open, "finding"),
    ...(findings.length > open ? [`${number(findings.length - open)} suppressed`] : []),
  ].join(" · ");
}

const faultList = ({ faults }: Report): string =>
  faults.length === 0
    ? ""
    : `<section class="faults" aria-labelledby="faults"><h2 id="faults">Faults</h2><ul>${faults
        .map(
          ({ where, what, remedy }) => `<li><code>${htmlText(where)}</code> ${htmlText(what)} ${htmlText(remedy)}</li>`,
        )
        .join("")}</ul></section>`;

/** The verdict, what to do, and the counts and scores. */
export function headHtml(report: Report): string {
  const { verdict, findings, score } = report;
  const open = findings.filter(isOpen);
  const severities = SEVERITIES.toReversed().map((severity) => {
    const count = open.filter((finding) => finding.severity === severity).length;
    return tile(severity, number(count), count === 0 ? "none" : severity, "");
  });
  return `<header class="top">
<div class="bar"><p class="name">misrender</p><button id="theme" type="button" hidden>Dark</button></div>
<h1 class="${verdict.kind}">${VERDICTS[verdict.kind]}</h1>
<p class="summary">${htmlText(verdict.summary.replace(/^(?:Passed|Failed|Not judged):? /u, "").replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()))}</p>
<p class="facts">${factLine(report)}</p>
<dl class="tiles">${severities.join("")}${scoreTiles(score).join("")}</dl>
</header>
${faultList(report)}`;
}

/** What judged, and what was left out. */
export function footHtml({ tool, hashes, skippedRules }: Report): string {
  const skipped = skippedRules.length === 0 ? "" : ` ${counted(skippedRules.length, "rule")} did not run.`;
  return `<footer><p>${htmlText(tool.name)} ${htmlText(tool.version)} · rules <code>${htmlText(hashes.rules.slice(0, 12))}</code> · knowledge <code>${htmlText(hashes.knowledge.slice(0, 12))}</code>.${skipped} This page loads nothing and sends nothing.</p></footer>`;
}
