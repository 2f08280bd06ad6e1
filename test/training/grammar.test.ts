import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { grammarBytes, grammarIn } from "../../src/plausibility/grammar.ts";
import type { Word } from "../../src/plausibility/reading.ts";
import { openSlips, type Slips } from "../../src/plausibility/slips.ts";
import { trainGrammar } from "../../src/training/grammar.ts";
import { LISTS, sentenceOf, tinyCorpus } from "./tiny.ts";

const trainTiny = () =>
  grammarBytes(
    trainGrammar({
      sentences: tinyCorpus(1200),
      lists: LISTS,
      provenance: ["sentences made by a test"],
      seed: 1,
      passes: 3,
      featureCount: 4000,
      tell: () => {},
    }),
  );
const bytes = trainTiny();

function slipsOf(file: Uint8Array<ArrayBuffer>): Slips {
  const grammar = grammarIn("a.grammar", file);
  if (grammar.kind === "problem") throw new Error(grammar.problem.what);
  return openSlips(() => grammar.value);
}
const slips = slipsOf(bytes);
const plain = sentenceOf("taste", "sweet", "soup", "peel", "onion");
const without = (at: number): readonly Word[] => plain.toSpliced(at, 1);

describe("a grammar trained on a few sentences", () => {
  test("finds nothing in a sentence like those", () => {
    expect(slips.slipsIn(plain)).toEqual([]);
  });

  test("finds two words in the wrong order and puts them right", () => {
    const [first, second] = [plain[4], plain[5]];
    if (first === undefined || second === undefined) throw new Error("too short");
    const [found] = slips.slipsIn(plain.with(4, second).with(5, first));
    expect(found?.slip).toBe("order");
    expect(found?.edit).toEqual({ from: 4, to: 6, words: ["sweet", "soup"] });
  });

  test.each([
    ["a noun", 5, "noun-missing"],
    ["a determiner", 9, "function-word-missing"],
  ])("misses %s", (_, at, slip) => {
    expect(slips.slipsIn(without(at)).map((found) => [found.at, found.slip])).toEqual([[at, slip]]);
  });

  test("is the same for the same seed, byte by byte", () => {
    expect(trainTiny()).toEqual(bytes);
  });

  test("comes back from its bytes and finds the same", () => {
    expect(slipsOf(Uint8Array.from(bytes)).slipsIn(without(5))).toEqual(slips.slipsIn(without(5)));
  });

  test("never points or repairs outside the sentence, whatever the words are", () => {
    const words = fc.array(fc.constantFrom(...plain, ...plain.slice(0, 1)), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(words, (tokens) => {
        for (const { at, edit, doubt } of slips.slipsIn(tokens)) {
          expect(at).toBeLessThan(tokens.length);
          expect(doubt).toBeLessThanOrEqual(1);
          expect(edit === undefined || (edit.from >= 0 && edit.from <= edit.to && edit.to <= tokens.length)).toBe(true);
        }
      }),
    );
  });
});

describe("what is no grammar", () => {
  test.each([
    ["nothing", new Uint8Array(0)],
    ["text", new TextEncoder().encode("This is a line of text, not a grammar.")],
    ["a grammar cut short", bytes.slice(0, 2000)],
  ])("%s is refused with a remedy", (_, file) => {
    const read = grammarIn("a.grammar", Uint8Array.from(file));
    expect(read.kind).toBe("problem");
    if (read.kind === "problem") expect(read.problem.remedy).toContain("misrender train");
  });
});
