import fc from "fast-check";
import { expect, test } from "vitest";
import type { Suggestion } from "../../src/core/finding.ts";
import { markedSentence } from "../../src/reporters/marked.ts";
import { plainPainter } from "../../src/reporters/painter.ts";
import { plainText } from "../../src/text/wrap.ts";
import { anyFinding } from "../fixtures/reporters/hostile.ts";
import { ask, findingAt } from "../fixtures/reporters/make.ts";

/** A finding at the words in `[[ ]]`. */
function finding(marked: string, suggestions: readonly Suggestion[]) {
  const words = /\[\[(.*)\]\]/u.exec(marked)?.[1] ?? "";
  const before = "Fog lay on the bay. ";
  const sentence = marked.replace(/\[\[|\]\]/gu, "");
  const passage = { path: "a.txt", document: "a", pair: "1", line: 1, before, sentence };
  const category = "accuracy/mistranslation" as const;
  return findingAt(passage, words, {
    rule: "accuracy/flaw",
    category,
    severity: "major",
    confidence: 0.5,
    message: "",
    related: [],
    suggestions,
  });
}

const sides = (...findings: readonly ReturnType<typeof finding>[]) => {
  const [first, ...rest] = findings;
  if (first === undefined) throw new Error("A sentence is shown for a finding.");
  const { original, corrected } = markedSentence([first, ...rest], plainPainter);
  return [plainText(original), corrected === undefined ? undefined : plainText(corrected)];
};

test.for<[marked: string, replacement: string, left: string, right: string]>([
  ["They [[teased]] a march.", "staged", "They [-teased-] a march.", "They {+staged+} a march."],
  ["They held a [[march]].", "assembly", "They held [-a march-].", "They held {+an assembly+}."],
  ["It is [[so so]] cold.", "so", "It is so [-so-] cold.", "It is so cold."],
  ["Wait[[ ,]] please.", ",", "Wait[-␣-], please.", "Wait, please."],
  ["He is [[tall man]].", "a tall man", "He is ‹tall man›.", "He is {+a+} tall man."],
])("%j with %j is shown on both sides", ([marked, replacement, left, right]) => {
  expect(sides(finding(marked, [ask(replacement, "")]))).toEqual([left, right]);
});

test("words in doubt without a repair are marked, and there is no right side", () => {
  expect(sides(finding("The [[14]] men left.", []))).toEqual(["The ‹14› men left.", undefined]);
});

test("an empty place is marked", () => {
  expect(sides(finding("[[]]Went home.", []))).toEqual(["‹‸›Went home.", undefined]);
});

test("several findings are numbered in their sentence", () => {
  const teased = finding("They [[teased]] 14 marches.", [ask("staged", "")]);
  const count = finding("They teased [[14]] marches.", []);
  expect(sides(teased, count)).toEqual(["They [-teased-]¹ ‹14›² marches.", "They {+staged+} 14 marches."]);
});

test("neighbours that change are one change, with both numbers", () => {
  const teased = finding("They [[teased]] marshes.", [ask("staged", "")]);
  const marshes = finding("They teased [[marshes]].", [ask("marches", "")]);
  expect(sides(teased, marshes)).toEqual(["They [-teased-]¹ [-marshes-]².", "They {+staged marches+}."]);
});

test("a span that leaves its sentence does no harm", () => {
  fc.assert(
    fc.property(anyFinding, fc.integer({ min: -50, max: 50 }), (one, shift) => {
      const context = { ...one.context, text: one.context.text.slice(Math.max(0, shift)) };
      expect(() => markedSentence([{ ...one, suggestions: [], context }, one], plainPainter)).not.toThrow();
    }),
  );
});
