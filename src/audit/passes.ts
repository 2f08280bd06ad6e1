import type { Finding } from "../core/finding.ts";
import type { Category } from "../core/mqm.ts";
import { SEVERITY_POINTS } from "../core/severity.ts";
import { contains, overlap } from "../core/span.ts";

/** A step that keeps, drops or orders findings. */
export type Pass = (findings: readonly Finding[]) => readonly Finding[];

/** Runs a pass on the findings of each text by themselves, so that only neighbours are compared. */
const perPair =
  (pass: Pass): Pass =>
  (findings) => {
    const byPair = new Map<string, Finding[]>();
    for (const finding of findings) {
      const key = `${finding.target.document}\u0000${finding.target.pair}`;
      const others = byPair.get(key);
      if (others === undefined) byPair.set(key, [finding]);
      else others.push(finding);
    }
    return [...byPair.values()].flatMap((each) => pass(each));
  };

const weight = (finding: Finding): number => SEVERITY_POINTS[finding.severity] * 10 + finding.confidence;

/** In the order of the text; at one place the graver first. */
export const inOrder: Pass = (findings) =>
  [...findings].sort(
    (a, b) =>
      a.target.file.start - b.target.file.start ||
      weight(b) - weight(a) ||
      a.target.file.end - b.target.file.end ||
      a.rule.localeCompare(b.rule),
  );

/** Page furniture is reported as such; nothing else is said of its words. */
export const withoutFurniture: Pass = perPair((findings) => {
  const furniture = findings.filter(({ category }) => category === "custom/boilerplate");
  if (furniture.length === 0) return findings;
  return findings.filter(
    (finding) =>
      finding.category === "custom/boilerplate" ||
      !furniture.some((other) => overlap(finding.target.span, other.target.span)),
  );
});

/** Categories of findings that mark a whole text because something is missing from it: they are no echo of what stands in it. */
const OF_THE_WHOLE: ReadonlySet<Category> = new Set<Category>([
  "terminology/inconsistent-with-resource",
  "accuracy/do-not-translate",
]);

/** Runs a pass on all findings but those of whole texts. */
const besidesWholes =
  (pass: Pass): Pass =>
  (findings) => {
    const wholes = findings.filter(({ category }) => OF_THE_WHOLE.has(category));
    if (wholes.length === 0) return pass(findings);
    return [...pass(findings.filter(({ category }) => !OF_THE_WHOLE.has(category))), ...wholes];
  };

const lengthOf = ({ target }: Finding): number => target.span.end - target.span.start;

/** Of findings of one rule that overlap, the longest: it knows most of the context. */
export const longestOfRule: Pass = besidesWholes(
  perPair((findings) => {
    const kept: Finding[] = [];
    for (const finding of [...findings].sort((a, b) => lengthOf(b) - lengthOf(a)))
      if (!kept.some((other) => other.rule === finding.rule && overlap(finding.target.span, other.target.span)))
        kept.push(finding);
    return kept;
  }),
);

/** Of findings of which one lies in the other, or which overlap and are of one category, the weightier. */
export const withoutEchoes: Pass = besidesWholes(
  perPair((findings) => {
    const kept: Finding[] = [];
    for (const finding of [...findings].sort(
      (a, b) => weight(b) - weight(a) || a.target.file.start - b.target.file.start,
    )) {
      const isEcho = kept.some(
        (other) =>
          contains(other.target.span, finding.target.span) ||
          contains(finding.target.span, other.target.span) ||
          (overlap(other.target.span, finding.target.span) && other.category === finding.category),
      );
      if (!isEcho) kept.push(finding);
    }
    return kept;
  }),
);

/** Findings that are alike to the letter in one sentence get fingerprints of their own: the first keeps its, the next are numbered. */
export const withOwnFingerprints: Pass = (findings) => {
  const counts = new Map<string, number>();
  return findings.map((finding) => {
    const key = `${finding.target.path}\u0000${finding.target.document}\u0000${finding.fingerprint}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count === 1 ? finding : { ...finding, fingerprint: `${finding.fingerprint}-${count}` };
  });
};
