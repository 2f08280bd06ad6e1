import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Escaping, Pair, Segment } from "../../src/core/document.ts";
import { segmentBuilder, verbatimSegment } from "../../src/core/segment.ts";
import { textSpan } from "../../src/core/span.ts";
import { applyDecisions, editedText, segmentEdits } from "../../src/review/apply.ts";
import { stamped } from "../../src/review/decision.ts";
import { entriesOf } from "../../src/review/entry.ts";
import { escaped } from "../../src/review/escape.ts";
import { decisionsOf } from "../../src/review/history.ts";
import { acceptedRepairs, standingsOf } from "../../src/review/standing.ts";
import { applyRepairs, type Repair } from "../../src/suggest/repair.ts";
import { fileOf, fileWith, findingOn, SAMPLE_FILE, SAMPLE_FINDINGS } from "./sample.ts";

const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&eacute;": "é",
  "&two;": "≂̸",
};

/** A small reader of inline markup: tags are gaps, entities are escapes. */
function read(markup: string): Segment {
  const builder = segmentBuilder(["html"]);
  for (const { 0: piece, index } of markup.matchAll(/<[^>]*>|&\w+;|[^<&]+/gu)) {
    if (piece.startsWith("<")) continue;
    builder.add(ENTITIES[piece] ?? piece, index, index + piece.length);
  }
  return builder.build();
}

const tagsOf = (markup: string): readonly string[] => markup.match(/<[^>]*>/gu) ?? [];

const change = (text: string, words: string, replacement: string): Repair => {
  const start = text.indexOf(words);
  return { span: textSpan(start, start + words.length), replacement };
};

describe("a replacement in inline markup", () => {
  test.each([
    ["a word in a tag", "The <b>old</b> boat", "old", "new", "The <b>new</b> boat"],
    [
      "only the word that changes is touched",
      "<b>teased</b> <i>riots</i> there",
      "teased riots",
      "staged riots",
      "<b>staged</b> <i>riots</i> there",
    ],
    [
      "many words for one go where most of them stood",
      'by <a href="x">the ministry of ferries</a> it',
      "by the ministry of ferries",
      "sea",
      '<a href="x">sea</a> it',
    ],
    ["a deletion leaves tags alone", "It <b>really</b> is", "really", "", "It <b></b> is"],
    [
      "new words stand outside a tag, on the side of their space",
      "the <b>cat</b>",
      "the cat",
      "the black cat",
      "the black <b>cat</b>",
    ],
    ["new words after a tag", "<b>the</b> cat", "the cat", "the black cat", "<b>the</b> black cat"],
    ["signs are written as the file must write them", "Tom runs", "Tom", "Tom & <Ann>", "Tom &amp; &lt;Ann&gt; runs"],
    ["an escape stays as it was written", "Caf&eacute; &amp; bar", "Café & bar", "Café & pub", "Caf&eacute; &amp; pub"],
    ["an escape is replaced whole", "Caf&eacute; bar", "é", "e", "Cafe bar"],
  ])("%s", (_, markup, words, replacement, expected) => {
    const segment = read(markup);
    expect(editedText(markup, segmentEdits(segment, [change(segment.text, words, replacement)]))).toBe(expected);
  });

  test("two repairs inside one escape become one edit", () => {
    const segment = read("x&two;y");
    const repairs = [
      { span: textSpan(1, 2), replacement: "a" },
      { span: textSpan(2, 3), replacement: "b" },
    ];
    expect(editedText("x&two;y", segmentEdits(segment, repairs))).toBe("xaby");
  });
});

describe("escaping", () => {
  test.each<[readonly Escaping[], string]>([
    [[], 'a < "b" & c'],
    [["xml"], 'a &lt; "b" &amp; c'],
    [["xml", "html"], 'a &amp;lt; "b" &amp;amp; c'],
    [["json"], 'a < \\"b\\" & c'],
    [["json", "html"], 'a &lt; \\"b\\" &amp; c'],
  ])("%j", (escaping, written) => {
    expect(escaped('a < "b" & c', escaping)).toBe(written);
  });
  test("any text comes back from JSON", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => JSON.parse(`"${escaped(text, ["json"])}"`) === text),
    );
  });
});

const words = fc.stringMatching(/^[a-z]{1,5}( [a-z]{1,5}){0,2}$/u);
const piece = fc.oneof(
  words,
  fc.constant(" "),
  fc.constantFrom("<b>", "</b>", "<br>"),
  fc.constantFrom(...Object.keys(ENTITIES)),
);
const markups = fc.array(piece, { minLength: 1, maxLength: 14 }).map((pieces) => pieces.join(""));
const replacements = fc.oneof(words, fc.constant(""), fc.constantFrom("a & b", "<tag>", "an owl "));

const repairsFor = (text: string, cuts: readonly number[], texts: readonly string[]): readonly Repair[] => {
  const at = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort((a, b) => a - b);
  return texts.flatMap((replacement, index) => {
    const [start, end] = [at[index * 2], at[index * 2 + 1]];
    return start === undefined || end === undefined ? [] : [{ span: textSpan(start, end), replacement }];
  });
};

test("whatever is replaced, reading again shows it and every tag is still there", () => {
  const cuts = fc.array(fc.nat(100), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(markups, cuts, fc.array(replacements, { minLength: 1, maxLength: 3 }), (markup, places, texts) => {
      const segment = read(markup);
      const repairs = repairsFor(segment.text, places, texts);
      const after = editedText(markup, segmentEdits(segment, repairs));
      expect(read(after).text).toBe(applyRepairs(segment.text, repairs));
      expect(tagsOf(after)).toEqual(tagsOf(markup));
    }),
    { numRuns: 1000 },
  );
});

test("no replacement, no change", () => {
  expect(applyDecisions(SAMPLE_FILE, SAMPLE_FINDINGS, [])).toBe(SAMPLE_FILE.text);
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const file = fileOf(text);
      expect(applyDecisions(file, [], [])).toBe(text);
    }),
  );
});

test("any choice of accepted findings shows in the file and changes nothing else", () => {
  const choices = fc.array(fc.tuple(fc.nat(3), fc.constantFrom("ice", "the boat", "", "a & b")), { maxLength: 6 });
  const entries = entriesOf(SAMPLE_FILE, SAMPLE_FINDINGS);
  fc.assert(
    fc.property(choices, (chosen) => {
      const events = chosen.flatMap(([index, replacement], number) => {
        const entry = entries[index];
        if (entry === undefined) return [];
        const { fingerprint, occurrence } = entry;
        return [
          stamped(
            { kind: "accepted", fingerprint, occurrence, replacement },
            { id: String(number), time: "", batch: "" },
          ),
        ];
      });
      const decisions = decisionsOf(events);
      const after = applyDecisions(SAMPLE_FILE, SAMPLE_FINDINGS, decisions).split("\n");
      const repairs = acceptedRepairs(entries, standingsOf(entries, decisions));
      for (const [index, line] of SAMPLE_FILE.text.split("\n").entries()) {
        const own = repairs.filter(({ entry }) => entry.pair.id === String(index + 1));
        expect(after[index]).toBe(applyRepairs(line, own));
      }
    }),
  );
});

test("texts of one file are edited each in its own place, whatever their order", () => {
  const text = '{"b":"the the \\"end\\""}\n{"a":"of of it"}';
  const json = (from: number, length: number): Segment =>
    verbatimSegment(text.slice(from, from + length), from, ["json"]);
  const pair = (id: string, target: Segment): Pair => ({ id, kind: "paragraph", target, source: undefined });
  const file = fileWith(text, [pair("2", json(text.indexOf("of of"), 8)), pair("1", json(6, 7))], "rows.jsonl");
  const findings = [
    findingOn(file, { words: "of of", replacements: ["of"] }),
    findingOn(file, { words: "the the", replacements: ["the"] }),
  ];
  const decisions = decisionsOf(
    entriesOf(file, findings).map(({ fingerprint, occurrence }, index) =>
      stamped(
        { kind: "accepted", fingerprint, occurrence, replacement: 'a "b"' },
        { id: String(index), time: "", batch: "" },
      ),
    ),
  );
  expect(applyDecisions(file, findings, decisions)).toBe('{"b":"a \\"b\\" \\"end\\""}\n{"a":"a \\"b\\" it"}');
});

test("two items of one name are told apart by their place", () => {
  const text = "is is here\nis is there";
  const pair = (from: number, length: number): Pair => ({
    id: "1",
    kind: "paragraph",
    target: verbatimSegment(text.slice(from, from + length), from, []),
    source: undefined,
  });
  const file = fileWith(text, [pair(0, 10), pair(11, 11)]);
  const finding = findingOn(fileWith(text, [pair(11, 11)]), { words: "is is" });
  const decision = stamped(
    { kind: "accepted", fingerprint: finding.fingerprint, occurrence: 0, replacement: "is" },
    { id: "1", time: "", batch: "" },
  );
  expect(applyDecisions(file, [finding], [decision])).toBe("is is here\nis there");
});
