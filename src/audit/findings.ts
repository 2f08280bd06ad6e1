import { createHash } from "node:crypto";
import type { AnnotatedDocument, AnnotatedPair, Sentence } from "../annotate/annotated.ts";
import type { Context, Evidence, Finding, Place } from "../core/finding.ts";
import { overlap, type TextSpan, textIn, textSpan } from "../core/span.ts";
import type { Clue } from "../detectors/detector.ts";
import { suggestionsFor } from "../suggest/suggestions.ts";
import type { Detected } from "./detect.ts";

type PlaceOf = (pair: AnnotatedPair, span: TextSpan) => Place;

/** The sentence or, where a span crosses sentences, the stretch of sentences around it, with its neighbours. */
function contextOf(pair: AnnotatedPair, span: TextSpan): Context {
  const { sentences, target } = pair;
  const first = sentences.findIndex((sentence) => overlap(sentence.span, span));
  const last = sentences.findLastIndex((sentence) => overlap(sentence.span, span));
  const [from, to]: readonly (Sentence | undefined)[] = [sentences[first], sentences[last]];
  const around = textSpan(
    Math.min(span.start, from?.span.start ?? 0),
    Math.max(span.end, to?.span.end ?? target.text.length),
  );
  const neighbour = (sentence: Sentence | undefined) =>
    sentence === undefined ? "" : textIn(target.text, sentence.span);
  return {
    text: textIn(target.text, around),
    span: around,
    before: first < 0 ? "" : neighbour(sentences[first - 1]),
    after: last < 0 ? "" : neighbour(sentences[last + 1]),
  };
}

const fingerprintOf = (...parts: readonly string[]): string =>
  createHash("sha256").update(parts.join("\u0000")).digest("hex").slice(0, 16);

const evidenceOf = (clue: Clue, placeOf: PlaceOf): Evidence =>
  clue.kind === "fact" ? clue : { kind: "place", note: clue.note, place: placeOf(clue.pair, clue.span) };

const fillSlots = (template: string, slots: Readonly<Record<string, string>>): string =>
  template.replace(/\{([\w-]+)\}/gu, (_, name: string) => slots[name] ?? "").replace(/\s+/gu, " ");

/** How sure a detection is: as sure as its rule, times its own certainty. */
export const confidenceOf = ({ rule, detection }: Pick<Detected, "rule" | "detection">): number =>
  Math.round(rule.rule.confidence * detection.certainty * 100) / 100;

/** The finding that a detection makes. */
function findingFrom({ rule, pair, detection }: Detected, placeOf: PlaceOf): Finding {
  const { id, category, severity, givenSeverity, message } = rule.rule;
  const target = placeOf(pair, detection.span);
  const context = contextOf(pair, detection.span);
  return {
    rule: id,
    category,
    severity: givenSeverity ?? detection.severity ?? severity,
    confidence: confidenceOf({ rule, detection }),
    message: fillSlots(message, detection.slots),
    target,
    context,
    related: detection.clues().map((clue) => evidenceOf(clue, placeOf)),
    suggestions: suggestionsFor(pair.target.text, detection.span, detection.suggest()),
    fingerprint: fingerprintOf(id, context.text, pair.source?.text ?? "", target.text),
    suppression: null,
    baselineState: null,
  };
}

/** The findings of a document's detections, in no order yet. */
export const findingsFrom = (
  document: AnnotatedDocument,
  detected: readonly Detected[],
  placeOf: (document: AnnotatedDocument["document"], pair: AnnotatedPair, span: TextSpan) => Place,
): readonly Finding[] =>
  detected.map((each) => findingFrom(each, (pair, span) => placeOf(document.document, pair, span)));
