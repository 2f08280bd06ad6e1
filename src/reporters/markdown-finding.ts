import { type Finding, isOpen } from "../core/finding.ts";
import type { SentenceFindings } from "./groups.ts";
import type { Line } from "./line.ts";
import { escapedMarkdown, markdownText } from "./markdown-text.ts";
import { markedSentence } from "./marked.ts";
import { type Paint, type Painter, unpainted } from "./painter.ts";

const between =
  (tag: string): Paint =>
  (text) =>
    `<${tag}>${text}</${tag}>`;

/** Paints with tags that Markdown lets through; the texts must be escaped before. */
const painter: Painter = {
  strong: between("strong"),
  faint: unpainted,
  heading: unpainted,
  place: unpainted,
  wrong: between("del"),
  right: between("ins"),
  doubted: between("em"),
  severity: () => unpainted,
  marks: { wrong: ["", ""], right: ["", ""], doubted: ["", ""] },
};

const lineText = (line: Line): string =>
  line
    .map(({ text, paint }) => paint(escapedMarkdown(text)))
    .join("")
    .trim();

/** What a finding says, beside its sentence. */
function findingItem(finding: Finding): string {
  const { severity, rule, target, message, related, suggestions, suppression } = finding;
  const mark = isOpen(finding)
    ? ""
    : ` · suppressed${suppression?.reason ? `: ${markdownText(suppression.reason)}` : ""}`;
  const others = suggestions.slice(0, 5).map(({ replacement }) => `“${markdownText(replacement)}”`);
  return [
    `- **${severity}** · line ${target.line} · “${markdownText(target.text)}”: ${markdownText(message)} (${markdownText(rule)})${mark}`,
    ...(others.length > 0 ? [`  - Suggested: ${others.join(", ")}`] : []),
    ...related.map((each) =>
      each.kind === "fact"
        ? `  - ${markdownText(each.statement)} (${markdownText(each.source)})`
        : `  - ${markdownText(each.note)}: line ${each.place.line}, “${markdownText(each.place.text)}”`,
    ),
  ].join("\n");
}

/** A sentence, its correction, and what is wrong with it. */
export function sentenceItems(findings: SentenceFindings): string {
  const { original, corrected } = markedSentence(findings, painter);
  const sides = corrected === undefined ? [lineText(original)] : [lineText(original), `→ ${lineText(corrected)}`];
  return [sides.map((side) => `> ${side}`).join("\n>\n"), "", ...findings.map(findingItem)].join("\n");
}
