import type { BootstrapUnit, Comparison } from "../core/comparison.ts";
import type { Finding } from "../core/finding.ts";
import { SEVERITY_POINTS } from "../core/severity.ts";
import { type Alignable, alignByName, alignInOrder } from "./alignment.ts";
import { bootstrap, differenceOf, NEEDED_UNIT_COUNT, type Unit } from "./bootstrap.ts";

/** A text of a document, with what is wrong with it. */
export interface ComparedSegment extends Alignable {
  readonly wordCount: number;
  readonly findings: readonly Finding[];
}

/** A document of one version. `names` says whether somebody gave its segments names that hold in both versions. */
export interface ComparedDocument {
  readonly id: string;
  readonly names: "given" | "counted";
  readonly segments: readonly ComparedSegment[];
}

/** How samples are to be drawn; the unit is chosen by how many there are, where nobody said. */
export interface WantedSampling {
  readonly unit: BootstrapUnit | undefined;
  readonly sampleCount: number;
  readonly seed: number;
}

/** What two versions have come to, beside their scores. */
export type Differences = Pick<
  Comparison,
  "documents" | "segments" | "introduced" | "fixed" | "unchanged" | "difference" | "significance"
>;

type SegmentPair = readonly [old: ComparedSegment, now: ComparedSegment];

const pointsOf = (segments: readonly ComparedSegment[]): number =>
  segments.flatMap(({ findings }) => findings).reduce((sum, { severity }) => sum + SEVERITY_POINTS[severity], 0);

const wordsOf = (segments: readonly ComparedSegment[]): number =>
  segments.reduce((sum, { wordCount }) => sum + wordCount, 0);

function unitOf(pairs: readonly SegmentPair[]): Unit {
  const old = pairs.map(([segment]) => segment);
  const now = pairs.map(([, segment]) => segment);
  return { oldPoints: pointsOf(old), oldWords: wordsOf(old), newPoints: pointsOf(now), newWords: wordsOf(now) };
}

/** Tells the findings of two versions of a segment apart: first those on the same words, then those of the same rule. */
function tellApart([old, now]: SegmentPair): Pick<Differences, "introduced" | "fixed" | "unchanged"> {
  const same = alignByName(old.findings, now.findings, ({ rule, target }) => JSON.stringify([rule, target.text]));
  const alike = alignByName(same.removed, same.added, ({ rule }) => rule);
  return {
    introduced: alike.added,
    fixed: alike.removed,
    unchanged: [...same.paired, ...alike.paired].map(([, finding]) => finding),
  };
}

const findingsOf = (segments: readonly ComparedSegment[]): readonly Finding[] =>
  segments.flatMap(({ findings }) => findings);

function alignDocuments(old: readonly ComparedDocument[], now: readonly ComparedDocument[]) {
  const [only, other] = [old[0], now[0]];
  if (old.length === 1 && now.length === 1 && only !== undefined && other !== undefined)
    return { paired: [[only, other] as const], removed: [], added: [] };
  return alignByName(old, now, ({ id }) => id);
}

const alignSegments = ([old, now]: readonly [ComparedDocument, ComparedDocument]) =>
  old.names === "given" && now.names === "given"
    ? alignByName(old.segments, now.segments, ({ id }) => id)
    : alignInOrder(old.segments, now.segments);

const inOrder = (findings: readonly Finding[]): readonly Finding[] =>
  [...findings].sort(
    (a, b) =>
      SEVERITY_POINTS[b.severity] - SEVERITY_POINTS[a.severity] ||
      a.target.path.localeCompare(b.target.path) ||
      a.target.file.start - b.target.file.start,
  );

/** Compares two versions, document by document and segment by segment. What is wrong is graver first. */
export function compare(
  old: readonly ComparedDocument[],
  now: readonly ComparedDocument[],
  { unit, sampleCount, seed }: WantedSampling,
): Differences {
  const documents = alignDocuments(old, now);
  const segments = documents.paired.map(alignSegments);
  const pairs = segments.flatMap(({ paired }) => paired);
  const removed = [...segments.flatMap((each) => each.removed), ...documents.removed.flatMap((each) => each.segments)];
  const added = [...segments.flatMap((each) => each.added), ...documents.added.flatMap((each) => each.segments)];
  const told = pairs.map(tellApart);
  const byDocument = segments.filter(({ paired }) => paired.length > 0).map(({ paired }) => unitOf(paired));
  const bySegment = pairs.map((pair) => unitOf([pair]));
  const chosen = unit ?? (byDocument.length >= NEEDED_UNIT_COUNT ? "document" : "segment");
  return {
    documents: { paired: documents.paired.length, removed: documents.removed.length, added: documents.added.length },
    segments: { paired: pairs.length, removed: removed.length, added: added.length },
    introduced: inOrder([...told.flatMap(({ introduced }) => introduced), ...findingsOf(added)]),
    fixed: inOrder([...told.flatMap(({ fixed }) => fixed), ...findingsOf(removed)]),
    unchanged: inOrder(told.flatMap(({ unchanged }) => unchanged)),
    difference: differenceOf(bySegment),
    significance: bootstrap(chosen === "document" ? byDocument : bySegment, { unit: chosen, sampleCount, seed }),
  };
}
