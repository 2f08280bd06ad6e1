import { describe, expect, test } from "vitest";
import type { Score } from "../../src/core/report.ts";
import { type JudgedPart, judge, judgeAll, type Policy } from "../../src/gate/judge.ts";
import { findingAt } from "../support/finding.ts";

const policy: Policy = {
  failOn: "major",
  minScore: undefined,
  maxFindings: undefined,
  maxNpt: undefined,
  minCqs: undefined,
  trialRules: new Set(),
};
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

test("penalty points and the calibrated score have limits of their own", () => {
  const scored: Score = { ...score, cqs: 80 };
  expect(judge([], scored, [], { ...policy, maxNpt: 40 })).toMatchObject({
    kind: "fail",
    reasons: ["50.0 penalty points per 1,000 words, more than 40"],
  });
  expect(judge([], scored, [], { ...policy, minCqs: 85.5 })).toMatchObject({
    kind: "fail",
    reasons: ["a calibrated quality score of 80.0, below 85.5"],
  });
  expect(judge([], scored, [], { ...policy, maxNpt: 50, minCqs: 80 }).kind).toBe("pass");
});

test("a pass says when a text was too short for the limit on its score", () => {
  const short: Score = { kind: "too-short", wordCount: 5, neededWordCount: 100 };
  expect(judge([], short, [], { ...policy, minScore: 96 }).summary).toBe(
    "Passed: nothing to object to. No score was judged: 5 words are too few, 100 are needed.",
  );
  expect(judge([], short, [], policy).summary).toBe("Passed: nothing to object to.");
});

test("a failure says that the baseline is not counted", () => {
  expect(judge([{ ...major, baselineState: "new" }], score, [], policy).summary).toMatch(
    /^Failed, not counting what the baseline knows: 1 finding of severity major or graver\./u,
  );
});

describe("documents together", () => {
  const none = { maxFindings: undefined, minScore: undefined, maxNpt: undefined, minCqs: undefined };
  const part = (over: Partial<JudgedPart>): JudgedPart => ({
    name: "urn:1",
    findings: [],
    score,
    faults: [],
    policy,
    own: none,
    ...over,
  });

  test("are judged by the policy of all where nobody has another", () => {
    expect(judgeAll([part({ findings: [major] }), part({ findings: [major] })], score, [], policy)).toMatchObject({
      kind: "fail",
      reasons: ["2 findings of severity major or graver"],
    });
  });

  test("fail by their own severity, and pass by it", () => {
    const minor = findingAt(0, 1);
    const strict = part({ findings: [minor], policy: { ...policy, failOn: "minor" } });
    const lax = part({ name: "urn:2", findings: [major], policy: { ...policy, failOn: "never" } });
    expect(judgeAll([strict, lax], score, [], policy)).toMatchObject({
      kind: "fail",
      reasons: ["urn:1: 1 finding of severity minor or graver"],
    });
    expect(judgeAll([lax], score, [], policy).kind).toBe("pass");
  });

  test("fail all by limits of their own; many reasons are summed up", () => {
    const weak = part({ own: { ...none, minScore: 99 } });
    expect(judgeAll([weak, part({})], score, [], policy)).toMatchObject({
      kind: "fail",
      reasons: ["urn:1: a raw quality score of 95.0, below 99"],
    });
    const verdict = judgeAll(
      Array.from({ length: 6 }, () => weak),
      score,
      [],
      policy,
    );
    expect(verdict).toMatchObject({ kind: "fail", summary: expect.stringContaining("and 5 more reasons") });
  });

  test("with a fault are not judged", () => {
    const fault = { where: "b.txt", what: "It may not be read.", remedy: "" };
    const strict = part({ findings: [major], policy: { ...policy, failOn: "minor" } });
    expect(judgeAll([strict], score, [fault], policy).kind).toBe("unjudged");
  });
});
