import type { Evidence, Finding, Place, Suggestion } from "../core/finding.ts";
import type { Category } from "../core/mqm.ts";
import type { RuleStatus } from "../core/report.ts";
import { cellWidth, padded, tidy } from "../text/cells.ts";
import { hanging, type Line, type Piece, piece } from "./line.ts";
import type { Painter } from "./painter.ts";
import type { Surroundings } from "./reporter.ts";

const INDENT_WIDTH = 2;
const BODY_WIDTH = 5;
const LABEL_WIDTH = 9;
const MOST_REPLACEMENT_WIDTH = 24;

/** What stands around a finding in its block; the number where the sentence has several. */
export interface FindingSetting {
  readonly number: number | undefined;
  readonly explanation: string | undefined;
  readonly status: RuleStatus | undefined;
}

const placeText = ({ path, line, column }: Place): string => `${tidy(path)}:${line}:${column}`;

function headLines(
  { target, severity, rule, confidence }: Finding,
  { number, status }: FindingSetting,
  { painter, widthInCells }: Surroundings,
): readonly Line[] {
  const lead = [
    piece(" ".repeat(INDENT_WIDTH)),
    piece(padded(number === undefined ? "•" : String(number), BODY_WIDTH - INDENT_WIDTH), painter.strong),
  ];
  const rest = [tidy(rule), `${Math.round(confidence * 100)}% sure`, ...(status === "trial" ? ["on trial"] : [])];
  const text: Piece[] = [
    piece(placeText(target), painter.place),
    piece("  "),
    piece(severity, painter.severity(severity)),
  ];
  for (const each of rest) text.push(piece("  "), piece(each, painter.faint));
  return hanging(lead, text, widthInCells);
}

const labelled = (label: string, text: Line, { painter, widthInCells }: Surroundings): readonly Line[] =>
  hanging([piece(" ".repeat(BODY_WIDTH)), piece(padded(label, LABEL_WIDTH), painter.faint)], text, widthInCells);

const replacementText = ({ replacement }: Suggestion): string =>
  replacement === "" ? "(leave out)" : tidy(replacement) || "␣";

function reasonText({ safety, why }: Suggestion): string {
  const reason = tidy(why);
  if (safety === "ask") return reason;
  return reason === "" ? "safe" : `safe: ${reason}`;
}

/** What to do where no words can be offered. */
const adviceFor = (category: Category): string =>
  category === "custom/boilerplate"
    ? "nothing: take it out if it is no part of the text"
    : "nothing certain: ask the source desk what was meant";

function suggestionLines({ suggestions, category }: Finding, surroundings: Surroundings): readonly Line[] {
  const { painter } = surroundings;
  if (suggestions.length === 0) return labelled("instead", [piece(adviceFor(category), painter.faint)], surroundings);
  const widths = suggestions
    .map((each) => cellWidth(replacementText(each)))
    .filter((width) => width <= MOST_REPLACEMENT_WIDTH);
  return suggestions.flatMap((each, index) => {
    const words = replacementText(each);
    const filling = " ".repeat(Math.max(0, Math.max(0, ...widths) - cellWidth(words)) + 2);
    const text = [
      piece(words, index === 0 ? painter.right : painter.strong),
      piece(filling),
      piece(reasonText(each), painter.faint),
    ];
    return labelled(index === 0 ? "instead" : index === 1 ? "or" : "", text, surroundings);
  });
}

function evidenceText(evidence: Evidence, painter: Painter): Line {
  switch (evidence.kind) {
    case "fact": {
      const source = tidy(evidence.source);
      return [piece(tidy(evidence.statement)), piece(source === "" ? "" : ` (${source})`, painter.faint)];
    }
    case "place": {
      const { place, note } = evidence;
      return [
        piece(placeText(place), painter.place),
        piece(`  “${tidy(place.text)}”  `),
        piece(tidy(note), painter.faint),
      ];
    }
  }
}

const evidenceLabel = ({ kind }: Evidence): string => (kind === "fact" ? "fact" : "compare");

/** What is to be said of one finding: where and how grave, what, why, what instead, and by what evidence. */
export function findingLines(finding: Finding, setting: FindingSetting, surroundings: Surroundings): readonly Line[] {
  const { painter, widthInCells } = surroundings;
  const explanation = tidy(setting.explanation ?? "");
  return [
    ...headLines(finding, setting, surroundings),
    ...hanging([piece(" ".repeat(BODY_WIDTH))], [piece(tidy(finding.message), painter.strong)], widthInCells),
    ...(explanation === "" ? [] : labelled("why", [piece(explanation, painter.faint)], surroundings)),
    ...finding.related.flatMap((each) => labelled(evidenceLabel(each), evidenceText(each, painter), surroundings)),
    ...suggestionLines(finding, surroundings),
  ];
}
