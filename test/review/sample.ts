import { type Document, NO_FIELDS, type Pair, type SourceFile } from "../../src/core/document.ts";
import type { Evidence, Finding, Suggestion } from "../../src/core/finding.ts";
import type { Category } from "../../src/core/mqm.ts";
import type { RuleSummary } from "../../src/core/report.ts";
import { fileSpanOf, verbatimSegment } from "../../src/core/segment.ts";
import type { Severity } from "../../src/core/severity.ts";
import { textIn, textSpan } from "../../src/core/span.ts";
import { lineIndex } from "../../src/text/lines.ts";

const SENTENCE = /\S[^.!?]*[.!?]?/gu;

/** A file in which every line is a text of its own. */
export function fileOf(text: string, path = "ferry.txt"): SourceFile {
  const pairs: Pair[] = [];
  for (const match of text.matchAll(/[^\n]+/gu)) {
    const target = verbatimSegment(match[0], match.index, []);
    pairs.push({ id: String(pairs.length + 1), kind: "paragraph", target, source: undefined });
  }
  return fileWith(text, pairs, path);
}

/** A file of one document with these texts. */
export function fileWith(text: string, pairs: readonly Pair[], path = "ferry.txt"): SourceFile {
  const id = path.split("/").at(-1) ?? path;
  const document: Document = {
    id,
    sourceLanguage: undefined,
    targetLanguage: "en",
    date: undefined,
    fields: NO_FIELDS,
    pairs,
  };
  return { path, format: "plain", text, documents: [document] };
}

export interface Flaw {
  readonly words: string;
  /** Which of the places where the words stand: 0 is the first. */
  readonly nth?: number;
  readonly pair?: string;
  readonly replacements?: readonly string[];
  readonly rule?: string;
  readonly category?: Category;
  readonly severity?: Severity;
  readonly message?: string;
  readonly related?: readonly Evidence[];
}

function startOf(text: string, words: string, nth: number): number {
  let start = -1;
  for (let count = 0; count <= nth; count += 1) start = text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`"${words}" does not stand in "${text}"`);
  return start;
}

const suggestion = (replacement: string, index: number): Suggestion => ({
  replacement,
  safety: "ask",
  why: index === 0 ? "fits the context" : "looks similar",
});

/** A finding on some words of a file. */
export function findingOn(file: SourceFile, flaw: Flaw): Finding {
  const document = file.documents[0];
  const pair = document?.pairs.find(({ id, target }) =>
    flaw.pair === undefined ? target.text.includes(flaw.words) : id === flaw.pair,
  );
  if (document === undefined || pair === undefined) throw new Error(`No text has "${flaw.words}"`);
  const { text } = pair.target;
  const start = startOf(text, flaw.words, flaw.nth ?? 0);
  const span = textSpan(start, start + flaw.words.length);
  const sentences = Array.from(text.matchAll(SENTENCE));
  const at = sentences.findIndex((match) => match.index <= start && start < match.index + match[0].length);
  const sentence = sentences[at];
  const from = sentence?.index ?? 0;
  const place = fileSpanOf(pair.target, span);
  const positionOf = lineIndex(file.text);
  const end = positionOf(place.end);
  const rule = flaw.rule ?? "style/odd-word";
  return {
    rule,
    category: flaw.category ?? "style/awkward",
    severity: flaw.severity ?? "minor",
    confidence: 0.83,
    message: flaw.message ?? `“${flaw.words}” is odd here.`,
    target: {
      path: file.path,
      document: document.id,
      pair: pair.id,
      span,
      file: place,
      ...positionOf(place.start),
      endLine: end.line,
      endColumn: end.column,
      text: textIn(text, span),
    },
    context: {
      text: sentence?.[0] ?? text,
      span: textSpan(from, from + (sentence?.[0] ?? text).length),
      before: sentences[at - 1]?.[0] ?? "",
      after: sentences[at + 1]?.[0] ?? "",
    },
    related: flaw.related ?? [],
    suggestions: (flaw.replacements ?? []).map(suggestion),
    fingerprint: `${rule}/${sentence?.[0] ?? text}/${flaw.words}`,
    suppression: null,
    baselineState: null,
  };
}

export const ODD_WORD: RuleSummary = {
  id: "style/odd-word",
  category: "style/awkward",
  severity: "minor",
  status: "stable",
  message: "“{word}” is odd here.",
  explanation: "A word that nobody would put here is often a word of the source, rendered one by one.",
};

export const SAMPLE_FILE = fileOf(
  [
    "The harbour is small. A ferry makes the the crossing twice a day. It rarely runs late.",
    "The captain harvested a apology from the crew. Nobody listened to him.",
    "Tickets are bought at the hut.",
  ].join("\n"),
);

/** Four findings: a doubled word, two on one sentence (the second inside the first), one without a suggestion. */
export const SAMPLE_FINDINGS: readonly Finding[] = [
  findingOn(SAMPLE_FILE, {
    words: "the the",
    replacements: ["the"],
    rule: "linguistic-conventions/word-twice",
    category: "linguistic-conventions/duplication",
    message: "“the” stands here twice in a row.",
  }),
  findingOn(SAMPLE_FILE, {
    words: "harvested a apology",
    replacements: ["received an apology", "earned an apology", "got an excuse"],
    severity: "major",
    category: "accuracy/mistranslation",
    related: [{ kind: "fact", statement: "An apology is made, offered or received.", source: "a dictionary" }],
  }),
  findingOn(SAMPLE_FILE, { words: "apology", replacements: ["excuse", "regret"] }),
  findingOn(SAMPLE_FILE, { words: "hut", severity: "neutral" }),
];
