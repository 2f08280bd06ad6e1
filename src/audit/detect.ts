import type { AnnotatedDocument, AnnotatedPair } from "../annotate/annotated.ts";
import type { Fault } from "../core/report.ts";
import type { Detection } from "../detectors/detector.ts";
import type { CompiledRule, CompiledRulebook } from "../rulebook/compile.ts";

/** A detection with the rule that made it and the pair it stands in. */
export interface Detected {
  readonly rule: CompiledRule;
  readonly pair: AnnotatedPair;
  readonly detection: Detection;
}

/** What rules saw, and which of them failed. */
export interface Detections {
  readonly detected: readonly Detected[];
  readonly faults: readonly Fault[];
}

type Guard = (rule: CompiledRule, work: () => void) => void;

/** Runs rules so that one that throws becomes a fault and the others go on. */
function guarding(document: AnnotatedDocument): { readonly guard: Guard; readonly faults: () => readonly Fault[] } {
  const faults = new Map<string, Fault>();
  const guard: Guard = (rule, work) => {
    try {
      work();
    } catch (error) {
      const what = `The rule ${rule.rule.id} failed: ${error instanceof Error ? error.message : String(error)}.`;
      faults.set(rule.rule.id, {
        where: document.document.id,
        what,
        remedy: "Its findings are missing here; please report it with the text.",
      });
    }
  };
  return { guard, faults: () => [...faults.values()] };
}

/** What the sentence-wide rules see in a document. */
export function detectSentences(document: AnnotatedDocument, { rules, automaton }: CompiledRulebook): Detections {
  const detected: Detected[] = [];
  const { guard, faults } = guarding(document);
  for (const pair of document.pairs)
    for (const target of pair.sentences) {
      const hits = automaton.match(target);
      for (const [owner, rule] of rules.entries()) {
        const { detector } = rule;
        if (detector.scope !== "sentence") continue;
        const own = hits.get(owner) ?? [];
        if (own.length === 0 && detector.patterns.length > 0) continue;
        guard(rule, () => {
          for (const detection of detector.detect({ target, pair, document, hits: own }))
            detected.push({ rule, pair, detection });
        });
      }
    }
  return { detected, faults: faults() };
}

/** What the document-wide rules see. */
export function detectDocument(document: AnnotatedDocument, { rules }: CompiledRulebook): Detections {
  const detected: Detected[] = [];
  const { guard, faults } = guarding(document);
  for (const rule of rules) {
    const { detector } = rule;
    if (detector.scope !== "document") continue;
    guard(rule, () => {
      for (const { pair, detection } of detector.detect(document)) detected.push({ rule, pair, detection });
    });
  }
  return { detected, faults: faults() };
}
