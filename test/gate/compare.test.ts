import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Finding } from "../../src/core/finding.ts";
import { alignByName, alignInOrder } from "../../src/gate/alignment.ts";
import { bootstrap, differenceOf, type Unit } from "../../src/gate/bootstrap.ts";
import { type ComparedDocument, compare } from "../../src/gate/compare.ts";
import { findingAt } from "../support/finding.ts";

const texts = (...all: readonly string[]) => all.map((text, index) => ({ id: String(index + 1), text }));
const aligned = (old: readonly string[], now: readonly string[]) => {
  const { paired, removed, added } = alignInOrder(texts(...old), texts(...now));
  return {
    paired: paired.map(([before, after]) => [before.text, after.text]),
    removed: removed.map(({ text }) => text),
    added: added.map(({ text }) => text),
  };
};

describe("alignment", () => {
  test("by name, whatever the order", () => {
    const { paired, removed, added } = alignByName(["a1", "b1", "c1", "a2"], ["c", "a", "d"], (name) => name[0] ?? "");
    expect({ paired, removed, added }).toEqual({ paired: [["c1", "c"], ["a1", "a"]], removed: ["b1", "a2"], added: ["d"] }); // biome-ignore format: one line
  });

  test("a segment that came in between moves no other", () => {
    const old = ["The ferry leaves at six.", "The quay is closed on Sundays.", "Bring your own cup."];
    const now = [old[0] ?? "", "An extra boat runs in May.", "The quay was closed on Sunday.", old[2] ?? ""];
    expect(aligned(old, now)).toEqual({
      paired: [[old[0], now[0]], [old[1], now[2]], [old[2], now[3]]], // biome-ignore format: a pair each
      removed: [],
      added: [now[1]],
    });
  });

  test("two renderings without a word in common belong together by their order", () => {
    expect(aligned(["One two.", "Three four."], ["Uno dos.", "Tres cuatro."]).paired).toHaveLength(2);
  });

  test("the same text is aligned with itself, and nothing is lost or doubled", () => {
    const words = fc.array(fc.constantFrom("quay", "ferry", "lake", "boat", "tide", "net"), { maxLength: 12 });
    fc.assert(
      fc.property(words, words, (old, now) => {
        const { paired, removed, added } = aligned(old, now);
        expect([...paired.map(([before]) => before), ...removed].sort()).toEqual([...old].sort());
        expect([...paired.map(([, after]) => after), ...added].sort()).toEqual([...now].sort());
        expect(aligned(old, old).paired).toEqual(old.map((word) => [word, word]));
      }),
    );
  });
});

/** Units of 100 words whose penalty points come from two lists, over and over. */
const units = (count: number, old: readonly number[], now: readonly number[]): readonly Unit[] =>
  Array.from({ length: count }, (_, index) => ({
    oldPoints: old[index % old.length] ?? 0,
    oldWords: 100,
    newPoints: now[index % now.length] ?? 0,
    newWords: 100,
  }));
const SAMPLING = { unit: "segment", sampleCount: 1000, seed: 1 } as const;
const tested = (all: readonly Unit[], seed = 1) => {
  const significance = bootstrap(all, { ...SAMPLING, seed });
  if (significance.kind !== "tested") throw new Error("There are too few units.");
  return significance;
};

describe("the paired bootstrap", () => {
  test("the same text is no different at all", () => {
    expect(tested(units(60, [0, 5, 1], [0, 5, 1]))).toMatchObject({ low: 0, high: 0, pValue: 1 });
  });

  test("what is clearly worse, or better, is hardly chance, and the interval says so", () => {
    const worse = tested(units(60, [0, 1, 0], [5, 1, 6]));
    expect(worse.pValue).toBeLessThan(0.01);
    expect(worse.low).toBeGreaterThan(0);
    const better = tested(units(60, [5, 1, 6], [0, 1, 0]));
    expect(better.pValue).toBeLessThan(0.01);
    expect(better.high).toBeLessThan(0);
  });

  test("a difference that one unit in many makes may well be chance", () => {
    const all = [...units(59, [1], [1]), ...units(1, [0], [5])];
    expect(tested(all).pValue).toBeGreaterThan(0.2);
  });

  test("where there is no difference, chance is below 5 % in about 5 % of the texts", () => {
    const random = fc.sample(fc.array(fc.constantFrom(0, 0, 0, 1, 5), { minLength: 80, maxLength: 80 }), { numRuns: 200, seed: 7 }); // biome-ignore format: one line
    const alarms = random.filter((points) => {
      const all = units(40, points.slice(0, 40), points.slice(40));
      return bootstrapValue(all) < 0.05;
    });
    expect(alarms.length / random.length).toBeLessThan(0.12);
  });

  test("the interval holds the difference that was measured, and the seed decides everything", () => {
    const all = units(50, [0, 5, 1, 1], [1, 5, 5, 0, 1]);
    const { low, high } = tested(all);
    expect(low).toBeLessThanOrEqual(differenceOf(all));
    expect(high).toBeGreaterThanOrEqual(differenceOf(all));
    expect(tested(all)).toEqual(tested(all));
    expect(tested(all, 2)).not.toEqual(tested(all));
  });

  test("too few units are said to be too few", () => {
    expect(bootstrap(units(19, [0], [5]), SAMPLING)).toEqual({ kind: "too-few", unit: "segment", unitCount: 19, neededUnitCount: 20 }); // biome-ignore format: one line
  });
});

const bootstrapValue = (all: readonly Unit[]): number => tested(all).pValue;

const finding = (rule: string, words: string): Finding => {
  const plain = findingAt(0, 1);
  return { ...plain, rule, target: { ...plain.target, text: words } };
};
const document = (id: string, ...segments: readonly (readonly [text: string, ...findings: Finding[]])[]): ComparedDocument => ({
  id,
  names: "counted",
  segments: segments.map(([text, ...findings], index) => ({ id: String(index + 1), text, wordCount: 10, findings })),
}); // biome-ignore format: one line

describe("a comparison", () => {
  const WANTED = { unit: undefined, sampleCount: 1000, seed: 1 };
  const [twice, stiff, wrong] = [
    finding("a/twice", "the the"),
    finding("a/stiff", "contracted"),
    finding("a/wrong", "x"),
  ];

  test("tells what is introduced, fixed and unchanged", () => {
    const old = [document("1", ["The the ferry waits.", twice], ["It is late.", stiff])];
    const now = [document("1", ["The the ferry waits.", twice], ["It is so late.", wrong])];
    expect(compare(old, now, WANTED)).toMatchObject({
      introduced: [wrong],
      fixed: [stiff],
      unchanged: [twice],
      difference: 0,
    });
    expect(compare(old, old, WANTED)).toMatchObject({
      introduced: [],
      fixed: [],
      unchanged: [twice, stiff],
      difference: 0,
    });
  });

  test("the same rule on other words of one segment is the same flaw in another rendering", () => {
    const other = finding("a/stiff", "concluded");
    const old = [document("1", ["They contracted a meeting.", stiff])];
    expect(compare(old, [document("1", ["They concluded a meeting.", other])], WANTED)).toMatchObject({ introduced: [], fixed: [], unchanged: [other] }); // biome-ignore format: one line
  });

  test("documents belong together by name, and one by one whatever they are called", () => {
    const [one, two] = [document("1", ["The ferry waits.", twice]), document("2", ["It is late.", stiff])];
    expect(compare([one, two], [two], WANTED)).toMatchObject({
      documents: { paired: 1, removed: 1, added: 0 },
      fixed: [twice],
    });
    expect(compare([one], [{ ...one, id: "9" }], WANTED)).toMatchObject({
      documents: { paired: 1 },
      unchanged: [twice],
    });
  });

  test("samples are drawn of documents where there are enough, else of segments", () => {
    const many = Array.from({ length: 25 }, (_, index) => document(String(index), ["One.", twice], ["Two."]));
    expect(compare(many, many, WANTED).significance).toMatchObject({ unit: "document", unitCount: 25 });
    expect(compare(many, many, { ...WANTED, unit: "segment" }).significance).toMatchObject({
      unit: "segment",
      unitCount: 50,
    });
    expect(compare(many.slice(0, 12), many, WANTED).significance).toMatchObject({ unit: "segment", unitCount: 24 });
  });
});
