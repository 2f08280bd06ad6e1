import { annotate } from "../annotate/annotate.ts";
import type { AnnotatedPair } from "../annotate/annotated.ts";
import type { ItemFields, SourceFile } from "../core/document.ts";
import type { Finding } from "../core/finding.ts";
import type { Fault } from "../core/report.ts";
import { fileSpanOf } from "../core/segment.ts";
import { type FileSpan, textSpan } from "../core/span.ts";
import type { CompiledRule } from "../rulebook/compile.ts";
import { type Detected, detectDocument, detectSentences } from "./detect.ts";
import { COUNTED_CONFIDENCE } from "./doubt.ts";
import type { Engine } from "./engine.ts";
import { confidenceOf, findingsFrom } from "./findings.ts";
import { inOrder, longestOfRule, type Pass, withOwnFingerprints, withoutEchoes, withoutFurniture } from "./passes.ts";
import { placer } from "./place.ts";
import { vetSuggestions } from "./vet.ts";

/** A segment as it was audited: how many words it has, and the stretch of the file from its first to its last. */
export interface SegmentAudit {
  readonly pair: string;
  readonly wordCount: number;
  readonly file: FileSpan;
}

/** The findings of one document of a file, with what its score is worked out from. */
export interface DocumentAudit {
  readonly document: string;
  /** The text of its title, where it has one. */
  readonly title: string | undefined;
  /** What a feed says of it beside its text. */
  readonly fields: ItemFields;
  readonly wordCount: number;
  readonly segmentCount: number;
  /** Words that hardly fit their company, shown or not; undefined where no rule looked for them. */
  readonly doubtCount: number | undefined;
  readonly segments: readonly SegmentAudit[];
  readonly findings: readonly Finding[];
  readonly faults: readonly Fault[];
}

/** How many words a segment has: tokens that are words or numbers. */
const wordCountOf = ({ sentences }: AnnotatedPair): number =>
  sentences.reduce(
    (count, { tokens }) => count + tokens.filter(({ kind, spaceBefore }) => kind !== "mark" && spaceBefore).length,
    0,
  );

const segmentAudit = (annotated: AnnotatedPair): SegmentAudit => {
  const { pair, target } = annotated;
  return {
    pair: pair.id,
    wordCount: wordCountOf(annotated),
    file: fileSpanOf(target, textSpan(0, target.text.length)),
  };
};

const isMisfit = ({ rule }: CompiledRule): boolean => rule.detector === "misfit";
const isCounted = (detected: Detected): boolean =>
  isMisfit(detected.rule) && confidenceOf(detected) >= COUNTED_CONFIDENCE;

/** Audits every document of a file. Findings below `leastConfidence` are left out. */
export function auditFile(file: SourceFile, engine: Engine, leastConfidence: number): readonly DocumentAudit[] {
  const placeOf = placer(file);
  const passes: readonly Pass[] = [withoutFurniture, longestOfRule, withoutEchoes, inOrder, withOwnFingerprints];
  const isConfident = (detected: Detected): boolean => confidenceOf(detected) >= leastConfidence;
  return file.documents.map((document) => {
    const annotated = annotate(document, engine.tag, engine.knowledge);
    const segments = annotated.pairs.map(segmentAudit);
    const rulebook = engine.rulebookFor(document.sourceLanguage);
    const wide = detectDocument(annotated, rulebook);
    const close = detectSentences(annotated, rulebook);
    const all = findingsFrom(annotated, [...wide.detected, ...close.detected].filter(isConfident), placeOf);
    const findings = passes.reduce((kept, pass) => pass(kept), all);
    return {
      document: document.id,
      fields: document.fields,
      title: document.pairs.find(({ kind }) => kind === "title")?.target.text,
      wordCount: segments.reduce((sum, { wordCount }) => sum + wordCount, 0),
      segmentCount: segments.length,
      doubtCount: rulebook.rules.some(isMisfit) ? close.detected.filter(isCounted).length : undefined,
      segments,
      findings: vetSuggestions(findings, document, engine, leastConfidence),
      faults: [...wide.faults, ...close.faults],
    };
  });
}
