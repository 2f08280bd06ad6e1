import fc from "fast-check";
import { expect, test } from "vitest";
import { type ReviewEvent, SCOPES, stamped } from "../../src/review/decision.ts";
import { entriesOf } from "../../src/review/entry.ts";
import { historyAfter, historyOf, NO_HISTORY } from "../../src/review/history.ts";
import { precisionOf, precisionWords } from "../../src/review/precision.ts";
import { progressAfter, progressOf, unsavedCount } from "../../src/review/progress.ts";
import { sittingAfter, sittingOf } from "../../src/review/sitting.ts";
import { standingsOf, stockOf } from "../../src/review/standing.ts";
import { SAMPLE_FILE, SAMPLE_FINDINGS } from "./sample.ts";

const ENTRIES = entriesOf(SAMPLE_FILE, SAMPLE_FINDINGS);
const stock = stockOf(ENTRIES);
const stamp = (id: number) => ({ id: `d${id}`, time: String(id).padStart(4, "0"), batch: `b${id}` });

const place = fc.nat(ENTRIES.length - 1);
const mark = (index: number) => ({
  fingerprint: ENTRIES[index]?.fingerprint ?? "gone",
  occurrence: ENTRIES[index]?.occurrence ?? 0,
});

interface Step {
  readonly kind: ReviewEvent["kind"];
  readonly place: number;
  readonly word: string;
  readonly scope: (typeof SCOPES)[number];
  readonly of: number;
  readonly hash: string;
}

function eventOf({ kind, place: at, word, scope, of, hash }: Step, index: number): ReviewEvent {
  switch (kind) {
    case "accepted":
      return stamped({ kind, replacement: word, ...mark(at) }, stamp(index));
    case "ignored":
      return stamped({ kind, ...mark(at) }, stamp(index));
    case "rejected":
      return stamped({ kind, reason: "", ...mark(at) }, stamp(index));
    case "asked":
      return stamped({ kind, note: "who?", ...mark(at) }, stamp(index));
    case "ignored-rule": {
      const rule = ENTRIES[at]?.finding.rule ?? "";
      return stamped({ kind, rule, scope, document: "ferry.txt", ...mark(at) }, stamp(index));
    }
    case "undone":
    case "redone":
      return stamped({ kind, decision: `d${of}` }, stamp(index));
    case "saved":
      return stamped({ kind, path: "ferry.txt", to: "file" }, stamp(index));
    case "opened":
      return { kind, file: "ferry.txt", hash };
  }
}

const KINDS = [
  "accepted",
  "ignored",
  "rejected",
  "asked",
  "ignored-rule",
  "undone",
  "redone",
  "saved",
  "opened",
] as const;

/** Events as they may come, with ids that count; undoing and redoing speak of any decision. */
const events: fc.Arbitrary<readonly ReviewEvent[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...KINDS),
      place,
      word: fc.constantFrom("the", "received an apology", ""),
      scope: fc.constantFrom(...SCOPES),
      of: fc.nat(20),
      hash: fc.constantFrom("1", "2"),
    }),
    { maxLength: 20 },
  )
  .map((steps) => steps.map(eventOf));

test("progress step by step is progress from the start", () => {
  fc.assert(
    fc.property(events, (all) => {
      const stepwise = all.reduce((progress, event) => progressAfter(progress, [event]), progressOf(stock, []));
      const whole = progressOf(stock, all);
      expect(stepwise.history).toEqual(whole.history);
      expect(stepwise.standings).toEqual(whole.standings);
      expect(whole.standings).toEqual(standingsOf(ENTRIES, historyOf(all).decisions));
      expect(unsavedCount(stepwise)).toBe(unsavedCount(whole));
    }),
    { numRuns: 300 },
  );
});

test("a history may be told in any pieces", () => {
  fc.assert(
    fc.property(events, fc.nat(20), (all, cut) => {
      const first = historyAfter(NO_HISTORY, all.slice(0, cut));
      const kept = structuredClone(first);
      expect(historyAfter(first, all.slice(cut))).toEqual(historyOf(all));
      expect(first).toEqual(kept);
    }),
  );
});

test("batches over several files are undone and redone as a whole", () => {
  const files = [progressOf(stock, []), progressOf(stock, [])];
  const decision = (file: number, index: number, id: number, batch: string) => ({
    file,
    event: stamped({ kind: "ignored", ...mark(index) }, { ...stamp(id), batch }),
  });
  const both = sittingAfter(sittingOf(files), [decision(0, 0, 1, "x"), decision(1, 3, 2, "x")]);
  expect(both.done).toEqual([
    {
      id: "x",
      parts: [
        { file: 0, decision: "d1" },
        { file: 1, decision: "d2" },
      ],
    },
  ]);
  const back = (kind: "undone" | "redone") =>
    [0, 1].map((file) => ({ file, event: stamped({ kind, decision: `d${file + 1}` }, stamp(9)) }));
  const undone = sittingAfter(both, back("undone"));
  expect([undone.done, undone.undone.length]).toEqual([[], 1]);
  expect(undone.files.every(({ standings }) => standings.every(({ kind }) => kind === "open"))).toBe(true);
  expect(sittingAfter(undone, back("redone")).done).toEqual(both.done);
  expect(sittingAfter(undone, [decision(1, 1, 5, "y")]).undone).toEqual([]);
  expect(sittingOf(both.files)).toEqual(both);
});

test("the precision of a rule counts right flags among those judged", () => {
  const judged = progressOf(stock, [
    stamped({ kind: "accepted", replacement: "received an apology", ...mark(1) }, stamp(1)),
    stamped({ kind: "rejected", reason: "fine", ...mark(3) }, stamp(2)),
  ]);
  const precision = precisionOf([judged], "style/odd-word");
  expect(precision).toEqual({
    rule: "style/odd-word",
    accepted: 1,
    rejected: 1,
    ignored: 0,
    asked: 0,
    open: 0,
    precision: 0.5,
  });
  expect(precisionWords(precision)).toContain("50 % right of 2 judged");
  expect(precisionOf([judged], "none").precision).toBeUndefined();
});
