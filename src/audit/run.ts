import { annotate } from "../annotate/annotate.ts";
import type { AnnotatedDocument } from "../annotate/annotated.ts";
import type { SourceFile } from "../core/document.ts";
import type { Finding } from "../core/finding.ts";
import type { Fault } from "../core/report.ts";
import { detectDocument, detectSentences } from "./detect.ts";
import type { Engine } from "./engine.ts";
import { findingsFrom } from "./findings.ts";
import {
  confident,
  inOrder,
  longestOfRule,
  type Pass,
  withOwnFingerprints,
  withoutEchoes,
  withoutFurniture,
} from "./passes.ts";
import { placer } from "./place.ts";
import { vetSuggestions } from "./vet.ts";

/** The findings of one document of a file, with what its score is worked out from. */
export interface DocumentAudit {
  readonly document: string;
  /** The text of its title, where it has one. */
  readonly title: string | undefined;
  readonly wordCount: number;
  readonly segmentCount: number;
  readonly findings: readonly Finding[];
  readonly faults: readonly Fault[];
}

/** How many words a document has: tokens that are words or numbers. */
const wordCountOf = ({ pairs }: AnnotatedDocument): number =>
  pairs.reduce(
    (sum, { sentences }) =>
      sum +
      sentences.reduce(
        (count, { tokens }) => count + tokens.filter(({ kind, spaceBefore }) => kind !== "mark" && spaceBefore).length,
        0,
      ),
    0,
  );

/** Audits every document of a file. Findings below `leastConfidence` are left out. */
export function auditFile(file: SourceFile, engine: Engine, leastConfidence: number): readonly DocumentAudit[] {
  const placeOf = placer(file);
  const passes: readonly Pass[] = [
    confident(leastConfidence),
    withoutFurniture,
    longestOfRule,
    withoutEchoes,
    inOrder,
    withOwnFingerprints,
  ];
  return file.documents.map((document) => {
    const annotated = annotate(document, engine.tag, engine.knowledge);
    const rulebook = engine.rulebookFor(document.sourceLanguage);
    const wide = detectDocument(annotated, rulebook);
    const close = detectSentences(annotated, rulebook);
    const all = findingsFrom(annotated, [...wide.detected, ...close.detected], placeOf);
    const findings = passes.reduce((kept, pass) => pass(kept), all);
    return {
      document: document.id,
      title: document.pairs.find(({ kind }) => kind === "title")?.target.text,
      wordCount: wordCountOf(annotated),
      segmentCount: document.pairs.length,
      findings: vetSuggestions(findings, document, engine, leastConfidence),
      faults: [...wide.faults, ...close.faults],
    };
  });
}
