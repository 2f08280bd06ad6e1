import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Finding } from "../../src/core/finding.ts";
import {
  acceptFindings,
  type Baseline,
  compareWithBaseline,
  type Outlook,
  pruneBaseline,
} from "../../src/gate/baseline.ts";
import { baselineText, readBaseline } from "../../src/gate/baseline-file.ts";
import { zod } from "../../src/text/schema.ts";
import { anyText } from "../fixtures/reporters/hostile.ts";
import { findingAt } from "../support/finding.ts";

const TODAY = "2026-05-05";
const outlook: Outlook = { pathIn: (path) => path, isSettled: () => true };
const plain = { reason: null, expires: null, today: TODAY };
const accepted = (findings: readonly Finding[], before: Baseline = []): Baseline =>
  acceptFindings(before, findings, outlook, plain);
const compare = (findings: readonly Finding[], entries: Baseline, today = TODAY) =>
  compareWithBaseline(findings, { path: "b.json", entries }, outlook, today);
const placed = (path: string, document: string, fingerprint: string): Finding => {
  const finding = findingAt(0, 3, { fingerprint });
  return { ...finding, target: { ...finding.target, path, document } };
};

/** Findings as an audit gives them: those that are alike are numbered. */
const anyFindings: fc.Arbitrary<readonly Finding[]> = fc
  .array(
    fc.tuple(
      fc.constantFrom("a.xml", "b.xml"),
      fc.oneof(fc.constantFrom("1", "2"), anyText),
      fc.constantFrom("f0", "f1", "f2"),
    ),
    { maxLength: 12 },
  )
  .map((places) => {
    const counts = new Map<string, number>();
    return places.map(([path, document, fingerprint]) => {
      const key = [path, document, fingerprint].join("\u0000");
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return placed(path, document, count === 1 ? fingerprint : `${fingerprint}-${count}`);
    });
  });

describe("round trip", () => {
  test("what was accepted is known, is not stale, and survives its file", () => {
    fc.assert(
      fc.property(anyFindings, (findings) => {
        const baseline = accepted(findings);
        const read = readBaseline("b.json", baselineText(baseline), zod());
        expect(read).toEqual({ kind: "ok", value: baseline });
        const { findings: marked, stale, expired } = compare(findings, baseline);
        expect(marked.every(({ suppression }) => suppression?.by === "baseline")).toBe(true);
        expect(marked.every(({ baselineState }) => baselineState === "unchanged")).toBe(true);
        expect([stale, expired]).toEqual([[], []]);
      }),
    );
  });

  test("the file depends on what was found, not on the order or on how often it was accepted", () => {
    fc.assert(
      fc.property(anyFindings, (findings) => {
        const once = accepted(findings);
        expect(baselineText(accepted(findings.toReversed()))).toBe(baselineText(once));
        expect(accepted(findings, once)).toEqual(once);
      }),
    );
  });

  test("pruning keeps exactly what is found, and accepts nothing", () => {
    fc.assert(
      fc.property(anyFindings, anyFindings, (before, now) => {
        const pruned = pruneBaseline(accepted(before), now, outlook);
        expect(compare(now, pruned).stale).toEqual([]);
        const known = compare(now, accepted(before)).findings.filter(
          ({ baselineState }) => baselineState === "unchanged",
        );
        expect(compare(now, pruned).findings.filter(({ baselineState }) => baselineState === "unchanged")).toEqual(
          known,
        );
      }),
    );
  });
});

describe("comparing", () => {
  const one = findingAt(0, 3, { fingerprint: "f" });
  const two = findingAt(9, 12, { fingerprint: "f-2" });

  test("of more findings than are known, the last are new", () => {
    expect(compare([one, two], accepted([one])).findings.map(({ baselineState }) => baselineState)).toEqual([
      "unchanged",
      "new",
    ]);
  });

  test("the same words in another item are new", () => {
    expect(compare([placed("a.xml", "2", "f")], accepted([placed("a.xml", "1", "f")])).findings[0]).toMatchObject({
      suppression: null,
      baselineState: "new",
    });
  });

  test("what is gone is stale; of several alike, too, when one is gone", () => {
    const stale = { by: "baseline", path: "b.json", of: { path: "a.txt", fingerprint: "f", text: "xxx" } };
    expect(compare([], accepted([one])).stale).toMatchObject([stale]);
    expect(compare([one], accepted([one, two])).stale).toMatchObject([stale]);
  });

  test("what could not have been found is not stale", () => {
    const narrow: Outlook = { ...outlook, isSettled: ({ path }) => path !== "a.txt" };
    expect(compareWithBaseline([], { path: "b.json", entries: accepted([one]) }, narrow, TODAY).stale).toEqual([]);
    expect(pruneBaseline(accepted([one]), [], narrow)).toEqual(accepted([one]));
  });

  test("an entry holds on its last day and counts again on the next", () => {
    const entries = acceptFindings([], [one], outlook, { ...plain, reason: "until the reform", expires: TODAY });
    expect(compare([one], entries)).toMatchObject({ findings: [{ suppression: { expires: TODAY } }], expired: [] });
    expect(compare([one], entries, "2026-05-06")).toMatchObject({
      findings: [{ suppression: null, baselineState: "unchanged" }],
      expired: [{ reason: "until the reform", expires: TODAY }],
    });
  });

  test("what is ignored elsewhere stays so, and is not stale", () => {
    const ignored = { ...one, suppression: { by: "inline", reason: "quoted", expires: null } } as const;
    expect(compare([ignored], accepted([one]))).toMatchObject({
      findings: [{ suppression: { by: "inline" }, baselineState: "unchanged" }],
      stale: [],
    });
  });
});

describe("accepting again", () => {
  const finding = findingAt(0, 3, { fingerprint: "f" });
  const first = { reason: "old", expires: "2026-01-01", today: "2025-12-01" };

  test("keeps reason and last day of what is known", () => {
    const entries = acceptFindings([], [finding], outlook, first);
    const again = acceptFindings(entries, [finding], outlook, { reason: "new", expires: null, today: "2025-12-02" });
    expect(again).toEqual(entries);
  });

  test("gives what has expired a new last day", () => {
    const entries = acceptFindings([], [finding], outlook, first);
    expect(
      acceptFindings(entries, [finding], outlook, { reason: null, expires: "2027-01-01", today: TODAY }),
    ).toMatchObject([{ reason: "old", expires: "2027-01-01" }]);
  });
});

describe("a file that is no baseline is refused with what to do", () => {
  test.each([
    ["no JSON", "{", /^This is not valid JSON: /u],
    ["a newer version", '{"version":2,"entries":[]}', /of version 2; this misrender knows versions up to 1/u],
    ["another form", '{"version":1,"entries":[{"path":"a"}]}', /“entries\.0\.document”/u],
    ["something else", "[]", /This is no baseline/u],
  ])("%s", (_, text, what) => {
    expect(readBaseline("b.json", text, zod())).toMatchObject({
      kind: "problem",
      problem: {
        where: "b.json",
        what: expect.stringMatching(what),
        remedy: expect.stringContaining("“misrender baseline”"),
      },
    });
  });
});
