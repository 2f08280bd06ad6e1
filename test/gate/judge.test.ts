import { expect, test } from "vitest";
import type { Score } from "../../src/core/report.ts";
import { judge, type Policy } from "../../src/gate/judge.ts";
import { findingAt } from "../support/finding.ts";

const policy: Policy = { failOn: "major", minScore: undefined, maxFindings: undefined, trialRules: new Set() };
const score: Score = { kind: "score", wordCount: 200, penaltyPoints: 10, npt: 50, rqs: 95, cqs: null, wmt: null };
const major = findingAt(0, 1, { severity: "major" });

test("findings as grave as the threshold fail, others do not", () => {
  expect(judge([major], score, [], policy).kind).toBe("fail");
  expect(judge([findingAt(0, 1)], score, [], policy).kind).toBe("pass");
  expect(judge([major], score, [], { ...policy, failOn: "never" }).kind).toBe("pass");
});

test("score and count have thresholds of their own", () => {
  expect(judge([], score, [], { ...policy, minScore: 96 }).kind).toBe("fail");
  expect(
    judge([], { kind: "too-short", wordCount: 5, neededWordCount: 100 }, [], { ...policy, minScore: 96 }).kind,
  ).toBe("pass");
  expect(judge([findingAt(0, 1), findingAt(2, 3)], score, [], { ...policy, maxFindings: 1 })).toMatchObject({
    kind: "fail",
    reasons: ["2 findings, more than the 1 allowed"],
  });
});

test("rules on trial never fail the gate", () => {
  expect(judge([major], score, [], { ...policy, trialRules: new Set([major.rule]) }).kind).toBe("pass");
});

test("what could not be audited leaves the text unjudged", () => {
  const fault = { where: "b.txt", what: "It may not be read.", remedy: "Check its permissions." };
  expect(judge([major], score, [fault], policy)).toMatchObject({
    kind: "unjudged",
    reasons: ["b.txt: It may not be read."],
  });
});

test("suppressed findings do not count", () => {
  const known = { ...major, suppression: { by: "baseline", reason: null, expires: null } } as const;
  expect(judge([known], score, [], { ...policy, maxFindings: 0 })).toEqual({
    kind: "pass",
    summary: "Passed: nothing to object to beside 1 suppressed finding.",
  });
});
