import { cutStart, padded } from "../../text/cells.ts";
import { wrap } from "../../text/wrap.ts";
import {
  BLANK,
  type Block,
  beside,
  columnWidth,
  fitted,
  hanging,
  isUnsteady,
  type Line,
  lineOf,
  piece,
  stacked,
} from "../line.ts";
import { type Current, comparisonOf } from "../review/current.ts";
import { correctedLine, excerpt, originalLine } from "./marks.ts";
import type { Scene } from "./scene.ts";
import { correctedTitle, evidenceWords, kindOf, replacementWords, standingSign, standingWords } from "./wording.ts";

/** Narrower terminals stack the two sentences. */
const SIDE_BY_SIDE = 100;
const LABEL_WIDTH = 9;
const MOST_EVIDENCE = 4;
const LEAST_SENTENCE = 3;

const stays = (lines: readonly Line[]): Block => ({ lines, yields: 0, least: lines.length });
const yields = (lines: readonly Line[], rank: number, least = 0): Block => ({ lines, yields: rank, least });

function sentenceBlocks(scene: Scene, current: Current): readonly Block[] {
  const { situation, columns, palette, height } = scene;
  const comparison = comparisonOf(situation.state, current);
  const left = originalLine(comparison, palette);
  const right = correctedLine(comparison, palette);
  const titles = [`Original · line ${current.entry.finding.target.line}`, correctedTitle(situation.state, current)].map(
    (title) => lineOf(title, "quiet"),
  );
  const most = Math.max(LEAST_SENTENCE, Math.floor(height / 3));
  const panel = (title: Line | undefined, line: Line, width: number): readonly Line[] => [
    fitted(title ?? [], width),
    ...wrap(excerpt(line, width * most - most), width),
  ];
  if (columns >= SIDE_BY_SIDE && !isUnsteady([...left, ...right])) {
    const width = columnWidth(columns);
    return [stays(beside(panel(titles[0], left, width), panel(titles[1], right, width), columns))];
  }
  return [left, right].flatMap((line, index) => {
    const [title = BLANK, ...lines] = panel(titles[index], line, columns);
    return [yields([title], 5), stays(lines)];
  });
}

const labelled = (label: string, text: string, columns: number): readonly Line[] =>
  hanging([piece(padded(label, LABEL_WIDTH), "quiet")], lineOf(text), columns);

function reasonBlocks({ situation: { state }, columns }: Scene, { entry }: Current): readonly Block[] {
  const { finding, pair } = entry;
  const why = state.rules.get(finding.rule)?.explanation.trim() ?? "";
  const evidence = [
    ...new Map(finding.related.map((each) => evidenceWords(each)).map((each) => [each.join(), each])).values(),
  ];
  return [
    ...evidence.slice(0, MOST_EVIDENCE).map(([label, words]) => yields(labelled(label, words, columns), 3)),
    ...(pair.source === undefined ? [] : [yields(labelled("Source", pair.source.text, columns), 2, 1)]),
    ...(why === "" ? [] : [yields(labelled("Why", why, columns), 6)]),
  ];
}

function suggestionLines({ columns }: Scene, { entry, replacement, standing }: Current): readonly Line[] {
  const { suggestions } = entry.finding;
  const isByHand =
    standing.kind === "accepted" && !suggestions.some((each) => each.replacement === standing.replacement);
  const byHand: readonly Line[] = isByHand
    ? [[piece("✓ by hand  ", "accent"), piece(replacementWords(standing.replacement))]]
    : [];
  if (suggestions.length === 0 && !isByHand) return [lineOf("No suggestion: e writes one.", "quiet")];
  const numbered = suggestions.slice(0, 9).map(({ replacement: words, why }, index): Line => {
    const isChosen = words === replacement;
    const sign = isChosen ? "▸" : " ";
    return [
      piece(`${sign} ${index + 1} `, isChosen ? "accent" : "quiet"),
      piece(replacementWords(words), isChosen ? "accent" : "same"),
      piece(why === "" ? "" : `  ${why}`, "quiet"),
    ];
  });
  return [...byHand, ...numbered].map((line) => fitted(line, columns));
}

function warningLines({ situation: { state }, columns }: Scene): readonly Line[] {
  return (state.raised.get(state.cursor) ?? []).flatMap((flaw) =>
    hanging([piece("! ", "warning")], lineOf(`After this repair: ${flaw}`, "warning"), columns),
  );
}

/** One finding: its sentence before and after, what is wrong, why, and what to do about it. */
export function findingLines(scene: Scene, current: Current, editor: readonly Line[] | undefined): readonly Line[] {
  const { situation, columns, height } = scene;
  const { finding } = current.entry;
  const { before, after } = finding.context;
  const { standing } = current;
  const status: Line = [
    piece(`${standingSign(standing)} `, "accent"),
    piece(`${standingWords(standing, situation.state)} · ${kindOf(finding)}`, "quiet"),
  ];
  const blocks: readonly Block[] = [
    yields(before === "" ? [] : [lineOf(cutStart(before.replace(/\s+/gu, " "), columns), "quiet")], 8),
    ...sentenceBlocks(scene, current),
    yields(after === "" ? [] : [fitted(lineOf(after, "quiet"), columns)], 8),
    yields([BLANK], 9),
    yields(wrap(lineOf(finding.message, "strong"), columns), 1, 1),
    yields([fitted(status, columns)], 4),
    ...reasonBlocks(scene, current),
    yields([BLANK], 9),
    yields(warningLines(scene), 1, 1),
    ...(editor === undefined ? [yields(suggestionLines(scene, current), 1, 1)] : [stays(editor)]),
  ];
  return stacked(blocks, height, columns);
}
