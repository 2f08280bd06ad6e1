import { describe, expect, test } from "vitest";
import { NO_FIELDS, type SourceFile } from "../../src/core/document.ts";
import type { Finding, Suggestion } from "../../src/core/finding.ts";
import { ok } from "../../src/core/result.ts";
import { verbatimSegment } from "../../src/core/segment.ts";
import { fileSpan, textSpan } from "../../src/core/span.ts";
import { fixText, type JudgeText } from "../../src/review/fix.ts";
import { findingAt } from "../support/finding.ts";

/** A flaw of a small language: a word, and what it is repaired to. */
interface Flaw {
  readonly word: string;
  readonly suggestions: readonly (readonly [replacement: string, safety: Suggestion["safety"]])[];
}

/** A judge that finds each flaw where its word stands, a line being a document. */
const judgeOf =
  (flaws: readonly Flaw[]): JudgeText =>
  (text) => {
    const documents: SourceFile["documents"][number][] = [];
    const findings: Finding[] = [];
    let at = 0;
    for (const [number, line] of text.split("\n").entries()) {
      const id = `line ${number}`;
      const pair = { id: "1", kind: "paragraph", target: verbatimSegment(line, at, []), source: undefined } as const;
      documents.push({
        id,
        sourceLanguage: undefined,
        targetLanguage: "en",
        date: undefined,
        fields: NO_FIELDS,
        pairs: [pair],
      });
      for (const { word, suggestions } of flaws)
        for (const { index } of line.matchAll(new RegExp(`\\b${word}\\b`, "gu"))) {
          const { target, ...rest } = findingAt(index, index + word.length);
          const file = fileSpan(at + index, at + index + word.length);
          findings.push({
            ...rest,
            rule: `style/${word}`,
            target: { ...target, document: id, file, span: textSpan(index, index + word.length), text: word },
            suggestions: suggestions.map(([replacement, safety]) => ({ replacement, safety, why: "" })),
            fingerprint: word,
          });
        }
      at += line.length + 1;
    }
    return ok({ file: { path: "a.txt", format: "plain", text, documents }, findings });
  };

const SAFE: Flaw = { word: "teh", suggestions: [["the", "safe"]] };
const ASKING: Flaw = { word: "big", suggestions: [["large", "ask"], ["great", "ask"]] }; // biome-ignore format: one line a flaw

function fixed(text: string, flaws: readonly Flaw[], reach: "safe" | "best") {
  const outcome = fixText(text, judgeOf(flaws), reach);
  if (outcome.kind === "problem") throw new Error(outcome.problem.what);
  return outcome.value;
}

describe("fixing a text", () => {
  test("applies what is safe and leaves what a person decides", () => {
    const { text, applied, remaining } = fixed("teh big boat", [SAFE, ASKING], "safe");
    expect(text).toBe("the big boat");
    expect(applied.map(({ replacement }) => replacement)).toEqual(["the"]);
    expect(remaining.map(({ target }) => target.text)).toEqual(["big"]);
  });

  test("applies the best suggestion of every finding when asked to", () => {
    expect(fixed("teh big boat", [SAFE, ASKING], "best")).toMatchObject({ text: "the large boat", remaining: [] });
  });

  test("goes on until a repair has laid bare no other", () => {
    const chain: readonly Flaw[] = [
      { word: "one two", suggestions: [["two", "safe"]] },
      { word: "two three", suggestions: [["three", "safe"]] },
    ];
    expect(fixed("one two three", chain, "safe")).toMatchObject({ text: "three", applied: [{}, {}], refused: [] });
  });

  test("does not make a repair that raises a new finding, and makes the others", () => {
    const bad: Flaw = { word: "hte", suggestions: [["teh", "safe"]] };
    expect(fixed("hte boat\nteh quay", [bad, SAFE], "safe")).toMatchObject({
      text: "hte boat\nthe quay",
      applied: [{ replacement: "the" }],
      refused: [{ rule: "style/hte" }],
    });
    expect(fixed("hte boat", [bad, SAFE], "safe")).toMatchObject({ text: "hte boat", refused: [{}], applied: [] });
  });

  test("makes one of two repairs that overlap, the graver first", () => {
    const flaws: readonly Flaw[] = [
      { word: "big boat", suggestions: [["ship", "ask"]] },
      { word: "boat", suggestions: [["vessel", "ask"]] },
    ];
    expect(fixed("a big boat", flaws, "best").applied).toHaveLength(1);
  });

  test("leaves suppressed findings alone", () => {
    const judge: JudgeText = (text) => {
      const judged = judgeOf([SAFE])(text);
      if (judged.kind === "problem") return judged;
      const findings = judged.value.findings.map((finding) => ({
        ...finding,
        suppression: { by: "inline", reason: null, expires: null } as const,
      }));
      return ok({ ...judged.value, findings });
    };
    expect(fixText("teh boat", judge, "safe")).toMatchObject({ value: { text: "teh boat", remaining: [] } });
  });
});
