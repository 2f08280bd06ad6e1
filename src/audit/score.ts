import type { Finding } from "../core/finding.ts";
import type { Score } from "../core/report.ts";
import { SEVERITY_POINTS } from "../core/severity.ts";

/** A text with fewer words is too short for a score to mean anything. */
export const NEEDED_WORD_COUNT = 100;

/** A passing threshold (0 to 100) and the penalty points accepted per 1,000 words, as a client sets them. */
export interface Calibration {
  readonly passingThreshold: number;
  readonly acceptedPoints: number;
}

const WMT_PUNCTUATION = 0.1;
const WMT_MOST_PER_SEGMENT = 25;

/** WMT penalty of one segment: minor 1, major and critical 5, minor punctuation 0.1, non-translation 25, at most 25. Source: Freitag et al. 2021. */
function wmtPenalty(findings: readonly Finding[]): number {
  let points = 0;
  for (const { category, severity } of findings) {
    if (category === "custom/non-translation") points += WMT_MOST_PER_SEGMENT;
    else if (severity === "major" || severity === "critical") points += 5;
    else if (severity === "minor") points += category === "linguistic-conventions/punctuation" ? WMT_PUNCTUATION : 1;
  }
  return Math.min(WMT_MOST_PER_SEGMENT, points);
}

/** Average WMT penalty per segment, over `segmentCount` segments. */
function wmtScore(findings: readonly Finding[], segmentCount: number): number {
  const bySegment = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { path, document, pair } = finding.target;
    const key = [path, document, pair].join("\u0000");
    bySegment.set(key, [...(bySegment.get(key) ?? []), finding]);
  }
  const sum = [...bySegment.values()].reduce((total, each) => total + wmtPenalty(each), 0);
  return segmentCount === 0 ? 0 : sum / segmentCount;
}

/** What a text is scored by. */
export interface ScoreBasis {
  readonly wordCount: number;
  readonly segmentCount: number;
  readonly neededWordCount: number;
  readonly calibration: Calibration | undefined;
  readonly wmt: "wanted" | "unwanted";
}

/** The MQM scores of a text from its findings. NPT = 1000 · APT / EWC, RQS = (1 − APT/EWC) · 100, CQS = 100 − NPT · (100 − PT)/APP. */
export function scoreOf(findings: readonly Finding[], basis: ScoreBasis): Score {
  const { wordCount, segmentCount, neededWordCount, calibration, wmt } = basis;
  if (wordCount < neededWordCount) return { kind: "too-short", wordCount, neededWordCount };
  const penaltyPoints = findings.reduce((sum, { severity }) => sum + SEVERITY_POINTS[severity], 0);
  const npt = (1000 * penaltyPoints) / wordCount;
  const rqs = (1 - penaltyPoints / wordCount) * 100;
  const cqs =
    calibration === undefined ? null : 100 - (npt * (100 - calibration.passingThreshold)) / calibration.acceptedPoints;
  return {
    kind: "score",
    wordCount,
    penaltyPoints,
    npt,
    rqs,
    cqs,
    wmt: wmt === "wanted" ? wmtScore(findings, segmentCount) : null,
  };
}
