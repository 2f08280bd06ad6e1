import { NEEDED_WORD_COUNT, scoreOf } from "../../audit/score.ts";
import type { Score } from "../../core/report.ts";
import { SEVERITIES, type Severity } from "../../core/severity.ts";
import { unsavedCount } from "../../review/progress.ts";
import type { Sitting } from "../../review/sitting.ts";
import type { Standing } from "../../review/standing.ts";
import type { ReviewedDocument } from "./files.ts";
import type { State } from "./state.ts";

/** How the whole sitting stands. */
export interface Tally {
  readonly openCount: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  readonly byStanding: Readonly<Record<Standing["kind"], number>>;
  /** How many repairs are not saved yet, file by file. */
  readonly unsaved: readonly number[];
  readonly unsavedCount: number;
}

const tallies = new WeakMap<Sitting, Tally>();

function counted({ files }: Sitting): Tally {
  const bySeverity: Record<Severity, number> = { neutral: 0, minor: 0, major: 0, critical: 0 };
  const byStanding = { open: 0, accepted: 0, ignored: 0, rejected: 0, asked: 0, covered: 0 };
  for (const { stock, standings } of files)
    for (const [place, { kind }] of standings.entries()) {
      byStanding[kind] += 1;
      if (kind === "open") bySeverity[stock.entries[place]?.finding.severity ?? "neutral"] += 1;
    }
  const unsaved = files.map(unsavedCount);
  return {
    openCount: byStanding.open,
    bySeverity,
    byStanding,
    unsaved,
    unsavedCount: unsaved.reduce((sum, count) => sum + count, 0),
  };
}

/** How the sitting stands; counted once for each state of it. */
export function tallyOf({ sitting }: Pick<State, "sitting">): Tally {
  const known = tallies.get(sitting) ?? counted(sitting);
  tallies.set(sitting, known);
  return known;
}

/** Severities with open findings, gravest first. */
export const openBySeverity = ({ bySeverity }: Tally): readonly (readonly [Severity, number])[] =>
  SEVERITIES.toReversed().flatMap((severity) =>
    bySeverity[severity] > 0 ? [[severity, bySeverity[severity]] as const] : [],
  );

const STILL_FLAWED: ReadonlySet<Standing["kind"]> = new Set(["open", "asked"]);

const scores = new WeakMap<Sitting, Map<ReviewedDocument, Score>>();

/** The score of a document as it would be with what is accepted, and without what is no flaw. */
export function scoreNow({ sitting }: State, file: number, document: ReviewedDocument): Score {
  const known = scores.get(sitting) ?? new Map<ReviewedDocument, Score>();
  scores.set(sitting, known);
  const score = known.get(document) ?? scored(sitting, file, document);
  known.set(document, score);
  return score;
}

function scored(sitting: Sitting, file: number, document: ReviewedDocument): Score {
  const progress = sitting.files[file];
  const findings = document.places.flatMap((place) => {
    const standing = progress?.standings[place];
    const finding = progress?.stock.entries[place]?.finding;
    return finding !== undefined && standing !== undefined && STILL_FLAWED.has(standing.kind) ? [finding] : [];
  });
  const { wordCount, segmentCount } = document;
  return scoreOf(findings, {
    wordCount,
    segmentCount,
    neededWordCount: NEEDED_WORD_COUNT,
    calibration: undefined,
    wmt: "unwanted",
  });
}
