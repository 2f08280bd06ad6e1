import { describe, expect, test } from "vitest";
import { openScorer } from "../../src/plausibility/scorer.ts";
import { tableBytes, tableIn } from "../../src/plausibility/table.ts";
import { sentenceOf, trainTiny } from "./tiny.ts";

const table = trainTiny(1);

/** The probability that the first verb is wrong. */
function doubtOfVerb(scorer: ReturnType<typeof openScorer>, verb: string): number {
  const { doubts } = scorer.doubtsIn(sentenceOf(verb, "sweet", "soup", "peel", "onion"));
  return doubts.find(({ at }) => at === 2)?.probability ?? 0;
}

describe("a table trained on a few sentences", () => {
  test("doubts a word of the other world, and not one of this", () => {
    const scorer = openScorer(table);
    expect(doubtOfVerb(scorer, "sign")).toBeGreaterThan(0.5);
    expect(doubtOfVerb(scorer, "taste")).toBeLessThan(0.5);
  });

  test("is the same for the same seed, byte by byte", () => {
    expect(tableBytes(trainTiny(1))).toEqual(tableBytes(table));
  });

  test("comes back from its bytes and judges alike", () => {
    const read = tableIn("a.table", Uint8Array.from(tableBytes(table)));
    if (read.kind === "problem") throw new Error(read.problem.what);
    expect(read.value.header).toEqual(table.header);
    expect(doubtOfVerb(openScorer(read.value), "sign")).toBe(doubtOfVerb(openScorer(table), "sign"));
  });

  test("can go on learning, and says from what", () => {
    const next = trainTiny(2, table);
    expect(next.header.provenance).toEqual(["sentences made by a test", "sentences made by a test"]);
    expect(doubtOfVerb(openScorer(next), "sign")).toBeGreaterThan(0.5);
  });
});

describe("what is no table", () => {
  test.each([
    ["nothing", new Uint8Array(0)],
    ["text", new TextEncoder().encode("This is a line of text, not a table.")],
    ["a table cut short", Uint8Array.from(tableBytes(table).subarray(0, 5000))],
  ])("%s is refused with a remedy", (_, bytes) => {
    const read = tableIn("a.table", bytes);
    expect(read.kind).toBe("problem");
    if (read.kind === "problem") expect(read.problem.remedy).toContain("misrender train");
  });
});
