import { createHash } from "node:crypto";
import type { Report } from "../core/report.ts";
import { counted } from "./counted.ts";
import { chartsHtml } from "./html/charts.ts";
import { filterHtml } from "./html/filter.ts";
import { rulesHtml, sentenceItems } from "./html/findings.ts";
import { footHtml, headHtml } from "./html/head.ts";
import { indexesOf } from "./html/indexes.ts";
import { SCRIPT } from "./html/script.ts";
import { STYLE } from "./html/style.ts";

/** So many sentences stand in the page itself; the script brings in the others. */
const FIRST_SENTENCES = 50;

const sourceHash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** Nothing is loaded, and nothing runs but the page's own style and script. */
const POLICY = [
  "default-src 'none'",
  `style-src ${sourceHash(STYLE)}`,
  `script-src ${sourceHash(SCRIPT)}`,
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

function findingsHtml(report: Report): readonly string[] {
  const indexes = indexesOf(report);
  const sentences = sentenceItems(report, indexes);
  const rest = sentences.slice(FIRST_SENTENCES);
  return [
    '<main id="main">',
    chartsHtml(report, indexes),
    `<section id="findings" aria-labelledby="findings-name"><div class="findings-head"><h2 id="findings-name">Findings</h2><p id="count" class="note" role="status">${counted(report.findings.length, "finding")}</p></div>`,
    sentences.length === 0 ? '<p class="note">Nothing was found.</p>' : filterHtml(report, indexes),
    '<ol id="list">',
    ...sentences.slice(0, FIRST_SENTENCES),
    "</ol>",
    ...(rest.length === 0
      ? []
      : [
          `<noscript><p class="note">${counted(rest.length, "more sentence")} can be seen where scripts may run.</p></noscript>`,
          '<template id="rest">',
          ...rest,
          "</template>",
        ]),
    '<button id="more" type="button" hidden>Show more</button>',
    "</section>",
    rulesHtml(report, indexes),
    "</main>",
  ];
}

/** The report as one page for a browser: it filters and searches, prints, and neither loads nor sends anything. */
export function html(report: Report): string {
  const lines = [
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<link rel="icon" href="data:,">',
    "<title>misrender report</title>",
    `<style>${STYLE}</style>`,
    "</head>",
    "<body>",
    '<a class="skip" href="#main">To the findings</a>',
    '<div class="page">',
    headHtml(report),
    ...findingsHtml(report),
    footHtml(report),
    "</div>",
    `<script>${SCRIPT}</script>`,
    "</body>",
    "</html>",
  ];
  return `${lines.join("\n")}\n`;
}
