import { oneLine } from "../../text/printable.ts";
import { plainText } from "../../text/wrap.ts";
import { type Current, comparisonOf } from "../review/current.ts";
import type { Situation } from "../review/situation.ts";
import { openBySeverity, scoreNow } from "../review/tally.ts";
import { changedLine } from "../screens/marks.ts";
import { evidenceWords, kindOf, replacementWords, scoreWords, standingWords } from "../screens/wording.ts";

/** Where a finding is, for one who hears it. */
function placeWords({ state, current }: Situation): string {
  const file = state.files[current?.file ?? 0];
  const document = current?.document;
  const item = document === undefined || (file?.documents.length ?? 0) < 2 ? "" : `, ${document.title}`;
  return `${file?.path ?? ""}${item}, line ${current?.entry.finding.target.line ?? 0}`;
}

function proposalLines(situation: Situation, current: Current): readonly string[] {
  const comparison = comparisonOf(situation.state, current);
  const { suggestions } = current.entry.finding;
  const numbered = suggestions
    .slice(0, 9)
    .map(
      ({ replacement, why }, index) =>
        `  ${index + 1}. ${replacementWords(replacement)}${why === "" ? "" : ` (${why})`}`,
    );
  if (comparison.original === comparison.corrected) return ["No suggestion.", ...numbered];
  return [`Repair: ${plainText(changedLine(comparison.original, comparison.corrected, "plain"))}`, ...numbered];
}

/** A finding as lines of plain words: nothing is said by place or colour. */
export function findingWords(situation: Situation): readonly string[] {
  const { state, current } = situation;
  if (current === undefined) return ["There is nothing to review."];
  const { entry, standing, document, file } = current;
  const { finding, pair } = entry;
  const { rankOf, order } = state.listing;
  const why = state.rules.get(finding.rule)?.explanation.trim() ?? "";
  const score = document === undefined ? "" : ` ${scoreWords(scoreNow(state, file, document))}.`;
  const lines = [
    `Finding ${(rankOf[state.cursor] ?? -1) + 1} of ${order.length}: ${placeWords(situation)}.${score}`,
    `${standingWords(standing, state)}. ${kindOf(finding)}. Rule ${finding.rule}.`,
    finding.message,
    `Text: ${finding.context.text}`,
    `Flaw: ${finding.target.text}`,
    ...(pair.source === undefined ? [] : [`Source: ${pair.source.text}`]),
    ...finding.related.map(evidenceWords).map(([label, words]) => `${label}: ${words}`),
    ...(why === "" ? [] : [`Why: ${why}`]),
    ...proposalLines(situation, current),
    ...(state.raised.get(state.cursor) ?? []).map((flaw) => `After this repair: ${flaw}`),
  ];
  return lines.map((line) => (line.startsWith("  ") ? `  ${oneLine(line)}` : oneLine(line)));
}

/** How the sitting stands, in one line. */
export function tallyWords({ tally, state }: Situation): string {
  const open = openBySeverity(tally).map(([severity, count]) => `${count} ${severity}`);
  const unsaved = tally.unsavedCount === 0 ? "" : ` ${tally.unsavedCount} changes are not saved.`;
  return `${state.items.length} findings; open: ${open.length === 0 ? "none" : open.join(", ")}.${unsaved}`;
}
