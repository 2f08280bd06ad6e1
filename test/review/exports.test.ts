import { expect, test } from "vitest";
import { type Fact, stamped } from "../../src/review/decision.ts";
import { entriesOf } from "../../src/review/entry.ts";
import { labelsOf } from "../../src/review/labels.ts";
import { mqmTsv } from "../../src/review/mqm-tsv.ts";
import { progressOf } from "../../src/review/progress.ts";
import { routeOf } from "../../src/review/route.ts";
import { stockOf } from "../../src/review/standing.ts";
import { fileOf, findingOn, SAMPLE_FILE, SAMPLE_FINDINGS } from "./sample.ts";

const ENTRIES = entriesOf(SAMPLE_FILE, SAMPLE_FINDINGS);
const mark = (index: number) => ({
  fingerprint: ENTRIES[index]?.fingerprint ?? "",
  occurrence: ENTRIES[index]?.occurrence ?? 0,
});
const after = (...facts: readonly Fact[]) =>
  progressOf(
    stockOf(ENTRIES),
    facts.map((fact, index) => stamped(fact, { id: `d${index}`, time: `t${index}`, batch: `d${index}` })),
  );

test("labels say what was decided on which words", () => {
  const labels = labelsOf(
    "ferry.txt",
    after(
      { kind: "accepted", replacement: "the", ...mark(0) },
      { kind: "rejected", reason: "a name", ...mark(3) },
      { kind: "ignored-rule", rule: "style/odd-word", scope: "document", document: "ferry.txt", ...mark(1) },
    ),
  );
  expect(labels.map(({ text, label, replacement, words, time }) => [text, label, replacement, words, time])).toEqual([
    ["the the", "accepted", "the", null, "t0"],
    ["harvested a apology", "ignored", null, null, "t2"],
    ["apology", "ignored", null, null, "t2"],
    ["hut", "rejected", null, "a name", "t1"],
  ]);
  expect(labels[0]).toMatchObject({ start: 36, end: 43, pair: "1", document: "ferry.txt" });
});

test("the table has the columns of WMT's human evaluation, a row an error, and one for a text without any", () => {
  const progress = after(
    { kind: "accepted", replacement: "the", ...mark(0) },
    { kind: "asked", note: "who?", ...mark(1) },
    { kind: "rejected", reason: "", ...mark(3) },
  );
  const rows = mqmTsv([{ documents: SAMPLE_FILE.documents, progress }], { system: "engine", rater: "desk\t1" })
    .trimEnd()
    .split("\n")
    .map((row) => row.split("\t"));
  const names = (segment: string) => ["engine", "ferry.txt", segment, segment, "desk 1", ""];
  expect(rows).toEqual([
    ["system", "doc", "doc_id", "seg_id", "rater", "source", "target", "category", "severity"],
    [
      ...names("1"),
      "The harbour is small. A ferry makes <v>the the</v> crossing twice a day. It rarely runs late.",
      "Fluency/Grammar",
      "Minor",
    ],
    [
      ...names("2"),
      "The captain <v>harvested a apology</v> from the crew. Nobody listened to him.",
      "Accuracy/Mistranslation",
      "Major",
    ],
    [...names("3"), "Tickets are bought at the hut.", "No-error", "No-error"],
  ]);
});

test("an item goes on, to a desk or back, by what nobody has settled", () => {
  const file = fileOf("One the the.\nTwo is odd.\nThree is lost.");
  const entries = entriesOf(file, [
    findingOn(file, { words: "the the", severity: "minor" }),
    findingOn(file, { words: "odd", severity: "major" }),
    findingOn(file, { words: "lost", severity: "critical" }),
  ]);
  const route = (places: readonly number[], ...facts: readonly Fact[]) =>
    routeOf(
      progressOf(
        stockOf(entries),
        facts.map((fact, index) => stamped(fact, { id: `d${index}`, time: "", batch: "" })),
      ),
      places,
      "major",
    );
  const own = (index: number) => ({ fingerprint: entries[index]?.fingerprint ?? "", occurrence: 0 });
  expect([route([]), route([0]), route([0, 1]), route([0, 1, 2])]).toEqual(["publish", "publish", "review", "reject"]);
  expect(route([1], { kind: "ignored", ...own(1) })).toBe("publish");
  expect(route([2], { kind: "rejected", reason: "", ...own(2) })).toBe("publish");
  expect(route([2], { kind: "asked", note: "who?", ...own(2) })).toBe("review");
  expect(route([0], { kind: "accepted", replacement: "the", ...own(0) })).toBe("review");
});
