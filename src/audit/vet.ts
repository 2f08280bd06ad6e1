import { annotate } from "../annotate/annotate.ts";
import type { AnnotatedDocument } from "../annotate/annotated.ts";
import type { Document } from "../core/document.ts";
import type { Finding } from "../core/finding.ts";
import { verbatimSegment } from "../core/segment.ts";
import { textSpan } from "../core/span.ts";
import { applyRepairs, repair } from "../suggest/repair.ts";
import { detectSentences } from "./detect.ts";
import type { Engine } from "./engine.ts";

const flawsIn = (text: string, document: Document, engine: Engine, least: number): ReadonlyMap<string, number> => {
  const target = verbatimSegment(text, 0, []);
  const alone: AnnotatedDocument = annotate(
    { ...document, pairs: [{ id: "1", kind: "paragraph", target, source: undefined }] },
    engine.tag,
    engine.knowledge,
  );
  const counts = new Map<string, number>();
  for (const { rule, detection } of detectSentences(alone, engine.rulebookFor(document.sourceLanguage)).detected)
    if (rule.rule.confidence * detection.certainty >= least)
      counts.set(rule.rule.id, (counts.get(rule.rule.id) ?? 0) + 1);
  return counts;
};

/** A "sentence" longer than this, in UTF-16 units, is a list or no prose: reading it anew for every suggestion would take too long. */
const LONGEST_VETTED = 2000;

/** Drops suggestions that would leave a sentence with a flaw it does not have now, or with the one they should repair. */
export function vetSuggestions(
  findings: readonly Finding[],
  document: Document,
  engine: Engine,
  least: number,
): readonly Finding[] {
  const known = new Map<string, ReadonlyMap<string, number>>();
  return findings.map((finding) => {
    const { context, target, suggestions, rule } = finding;
    if (suggestions.length === 0 || context.text.length > LONGEST_VETTED) return finding;
    const before = known.get(context.text) ?? flawsIn(context.text, document, engine, least);
    known.set(context.text, before);
    const local = textSpan(target.span.start - context.span.start, target.span.end - context.span.start);
    const sound = suggestions.filter(({ replacement }) => {
      const repaired = applyRepairs(context.text, [repair(context.text, local, replacement)]);
      const after = flawsIn(repaired, document, engine, least);
      const keepsItsOwn = (before.get(rule) ?? 0) > 0 && (after.get(rule) ?? 0) >= (before.get(rule) ?? 0);
      return !keepsItsOwn && [...after].every(([id, count]) => count <= (before.get(id) ?? 0));
    });
    return { ...finding, suggestions: sound };
  });
}
