import { type Evidence, type Finding, isOpen, type Suggestion } from "../../core/finding.ts";
import type { Report } from "../../core/report.ts";
import { SEVERITIES } from "../../core/severity.ts";
import { filesOf, type SentenceFindings } from "../groups.ts";
import { markedSentence } from "../marked.ts";
import { documentKey, type Indexes } from "./indexes.ts";
import { htmlPainter, htmlText, lineHtml } from "./text.ts";

const suggestionItem = ({ replacement, why }: Suggestion): string => {
  const words = replacement === "" ? "<em>leave it out</em>" : `<ins>${htmlText(replacement)}</ins>`;
  return `<li>${words}${why === "" ? "" : ` <small>${htmlText(why)}</small>`}</li>`;
};

const evidenceItem = (evidence: Evidence): string =>
  evidence.kind === "fact"
    ? `<li>${htmlText(evidence.statement)} <small>${htmlText(evidence.source)}</small></li>`
    : `<li>${htmlText(evidence.note)}: line ${evidence.place.line}, <q>${htmlText(evidence.place.text)}</q></li>`;

const items = (name: string, look: string, written: readonly string[]): string =>
  written.length === 0 ? "" : `<div class="${look}"><h4>${name}</h4><ul>${written.join("")}</ul></div>`;

function suppressionNote({ suppression }: Finding): string {
  if (suppression === null) return "";
  const reason = suppression.reason === null ? "" : `: ${htmlText(suppression.reason)}`;
  const until = suppression.expires === null ? "" : `, until ${htmlText(suppression.expires)}`;
  return ` <span class="tag">suppressed by ${htmlText(suppression.by)}${reason}${until}</span>`;
}

function findingItem(finding: Finding, count: number | undefined, { categories, rules, documents }: Indexes): string {
  const { rule, category, severity, confidence, message, target, related, suggestions, baselineState } = finding;
  const keys = [
    SEVERITIES.indexOf(severity),
    categories.get(category) ?? 0,
    rules.get(rule) ?? 0,
    documents.get(documentKey(target.path, target.document)) ?? 0,
    isOpen(finding) ? (baselineState === "new" ? "n" : "o") : "s",
  ];
  const isNew = baselineState === "new" ? ' <span class="tag">new</span>' : "";
  return `<li class="finding" data-keys="${keys.join(" ")}"><p class="message">${count === undefined ? "" : `<span class="count">${count}</span> `}<span class="badge ${severity}">${severity}</span> ${htmlText(message)}${isNew}${suppressionNote(finding)}</p><div class="more">${items("Suggested", "suggested", suggestions.map(suggestionItem))}${items("Evidence", "evidence", related.map(evidenceItem))}</div><p class="rule"><a href="#rule-${rules.get(rule) ?? 0}">${htmlText(rule)}</a> · ${Math.round(confidence * 100)} % sure · line ${target.line}, column ${target.column}</p></li>`;
}

function sentenceItem(findings: SentenceFindings, title: string, indexes: Indexes): string {
  const { original, corrected } = markedSentence(findings, htmlPainter);
  const [{ target }] = findings;
  const right =
    corrected === undefined
      ? '<p class="note">No repair is offered: look at the source.</p>'
      : lineHtml(corrected) === ""
        ? '<p class="note">Nothing is left of it.</p>'
        : `<p dir="auto">${lineHtml(corrected)}</p>`;
  return `<li class="sentence"><p class="where"><strong>${htmlText(title)}</strong> <span>${htmlText(target.path)}:${target.line}</span></p><div class="sides"><div><h3>Original</h3><p dir="auto">${lineHtml(original)}</p></div><div><h3>Corrected</h3>${right}</div></div><ol class="findings">${findings.map((finding, index) => findingItem(finding, findings.length > 1 ? index + 1 : undefined, indexes)).join("")}</ol></li>`;
}

/** Each sentence with findings, in the order of the texts. */
export function sentenceItems({ findings, documentScores }: Report, indexes: Indexes): readonly string[] {
  const titles = new Map(
    documentScores.map(({ path, document, title }) => [documentKey(path, document), title ?? document]),
  );
  return filesOf(findings).flatMap(({ path, documents }) =>
    documents.flatMap(({ document, sentences }) => {
      const title = titles.get(documentKey(path, document)) ?? document;
      return sentences.map((each) => sentenceItem(each, title, indexes));
    }),
  );
}

/** What the rules are about. */
export const rulesHtml = ({ rules }: Report, { rules: indexes }: Indexes): string =>
  rules.length === 0
    ? ""
    : `<section class="rules" aria-labelledby="rules"><h2 id="rules">What the rules say</h2><dl>${rules
        .map(
          ({ id, explanation, category, status }) =>
            `<dt id="rule-${indexes.get(id) ?? 0}">${htmlText(id)}</dt><dd>${htmlText(explanation)} <small>${htmlText(category)}${status === "trial" ? ", on trial" : ""}</small></dd>`,
        )
        .join("")}</dl></section>`;
