import { expect, test } from "vitest";
import { type ScoreBasis, scoreOf } from "../../src/audit/score.ts";
import { findingAt } from "../support/finding.ts";

const basis: ScoreBasis = {
  wordCount: 500,
  segmentCount: 10,
  neededWordCount: 100,
  calibration: undefined,
  wmt: "unwanted",
};
const findings = [
  findingAt(0, 1),
  findingAt(2, 3, { severity: "major" }),
  findingAt(4, 5, { severity: "critical" }),
  findingAt(6, 7, { severity: "neutral" }),
];

test("penalty points are 0, 1, 5 and 25; NPT and RQS follow from them", () => {
  expect(scoreOf(findings, basis)).toEqual({
    kind: "score",
    wordCount: 500,
    penaltyPoints: 31,
    npt: 62,
    rqs: 93.8,
    cqs: null,
    wmt: null,
  });
});

test("the calibrated score takes threshold and accepted points into account", () => {
  const score = scoreOf(findings, { ...basis, calibration: { passingThreshold: 95, acceptedPoints: 10 } });
  expect(score.kind === "score" ? score.cqs : undefined).toBeCloseTo(100 - (62 * 5) / 10);
});

test("a short text gets no score", () => {
  expect(scoreOf(findings, { ...basis, wordCount: 99 })).toEqual({
    kind: "too-short",
    wordCount: 99,
    neededWordCount: 100,
  });
});

test("WMT counts minor punctuation 0.1, major 5, non-translation 25, and at most 25 a segment", () => {
  const marks = [
    findingAt(0, 1, { category: "linguistic-conventions/punctuation" }, "1"),
    findingAt(0, 1, { severity: "major" }, "2"),
    findingAt(0, 9, { category: "custom/non-translation", severity: "major" }, "3"),
    findingAt(2, 3, { severity: "major" }, "3"),
  ];
  const score = scoreOf(marks, { ...basis, wmt: "wanted" });
  expect(score.kind === "score" ? score.wmt : undefined).toBeCloseTo((0.1 + 5 + 25) / 10);
});
