import { describe, expect, test } from "vitest";
import { textSpan } from "../src/core/span.ts";
import type { Terms } from "../src/detectors/terms.ts";
import { applyRepairs, repair } from "../src/suggest/repair.ts";
import { engineOf, findingsIn, markedOffsets, markedWords, ownRulebook, unmarked } from "./support/example.ts";

const rules = ownRulebook.rules;

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (_, rule) => {
  const plain = engineOf([rule]);
  const engineFor = ({ terms }: { readonly terms?: Terms | undefined }) =>
    terms === undefined ? plain : engineOf([rule], terms);

  test.each(rule.examples.bad.map((example) => [example.target, example] as const))(
    "finds what is wrong: %s",
    (target, example) => {
      const text = unmarked(target);
      const findings = findingsIn(engineFor(example), text, example);
      expect(findings.map((finding) => finding.target.text)).toEqual(markedWords(target));
      expect(findings.map((finding) => finding.target.file.start)).toEqual(markedOffsets(target));
      for (const finding of findings) expect(finding.message.replaceAll(finding.target.text, "")).not.toMatch(/[{}]/u);
    },
  );

  test.each(
    rule.examples.bad.filter(({ fixed }) => fixed !== undefined).map((example) => [example.target, example] as const),
  )("repairs it: %s", (target, example) => {
    const text = unmarked(target);
    const engine = engineFor(example);
    const findings = findingsIn(engine, text, example);
    const repaired = findings.map(({ target: place, suggestions }) =>
      suggestions.map(({ replacement }) => repair(text, textSpan(place.file.start, place.file.end), replacement)),
    );
    const results = (repaired[0] ?? []).map((_first, choice) =>
      applyRepairs(
        text,
        repaired.map((each) => each[choice] ?? each[0]).filter((each) => each !== undefined),
      ),
    );
    expect(results).toContain(example.fixed);
    expect(findingsIn(engine, example.fixed ?? "", example)).toEqual([]);
  });

  test.each(rule.examples.good.map((example) => [example.target, example] as const))(
    "is silent on: %s",
    (target, example) => {
      expect(findingsIn(engineFor(example), target, example).map((finding) => finding.target.text)).toEqual([]);
    },
  );
});

test("no example stands twice", () => {
  const all = rules.flatMap(({ examples }) =>
    [...examples.bad, ...examples.good].map(({ target }) => unmarked(target)),
  );
  expect(all.filter((text, index) => all.indexOf(text) !== index)).toEqual([]);
});

test("messages read well", async () => {
  const messages = rules.flatMap((rule) => {
    const plain = engineOf([rule]);
    return rule.examples.bad.flatMap((example) =>
      findingsIn(
        example.terms === undefined ? plain : engineOf([rule], example.terms),
        unmarked(example.target),
        example,
      ).map(({ message }) => `${rule.id}: ${message}`),
    );
  });
  await expect(`${messages.join("\n")}\n`).toMatchFileSnapshot("fixtures/rules/messages.txt");
});
