import { expect, test } from "vitest";
import {
  inOrder,
  longestOfRule,
  withOwnFingerprints,
  withoutEchoes,
  withoutFurniture,
} from "../../src/audit/passes.ts";
import { findingAt } from "../support/finding.ts";

const spans = (
  findings: readonly { readonly target: { readonly span: { readonly start: number; readonly end: number } } }[],
) => findings.map(({ target }) => [target.span.start, target.span.end]);

test("of overlapping finds of one rule the longest stays", () => {
  expect(spans(longestOfRule([findingAt(0, 5), findingAt(3, 20), findingAt(30, 31)]))).toEqual([
    [3, 20],
    [30, 31],
  ]);
});

test("of two findings of which one lies in the other the graver stays", () => {
  const grave = findingAt(4, 9, { severity: "critical", rule: "accuracy/other" });
  expect(withoutEchoes([findingAt(0, 20), grave])).toEqual([grave]);
});

test("nothing else is said of page furniture", () => {
  const furniture = findingAt(0, 40, { category: "custom/boilerplate" });
  const elsewhere = findingAt(0, 5, {}, "2");
  expect(withoutFurniture([furniture, findingAt(3, 9), elsewhere])).toEqual([furniture, elsewhere]);
});

test("findings that are alike get fingerprints of their own, in the order of the text", () => {
  const twins = [findingAt(9, 12, { fingerprint: "f" }), findingAt(0, 3, { fingerprint: "f" })];
  expect(
    withOwnFingerprints(inOrder(twins)).map(({ fingerprint, target }) => [target.span.start, fingerprint]),
  ).toEqual([
    [0, "f"],
    [9, "f-2"],
  ]);
});
