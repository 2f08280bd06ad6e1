import type { AnnotatedDocument, AnnotatedPair } from "../annotate/annotated.ts";
import type { Fault } from "../core/report.ts";
import type { Detection, SentenceView } from "../detectors/detector.ts";
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
  const run = (rule: CompiledRule | undefined, view: SentenceView): void => {
    const detector = rule?.detector;
    if (rule === undefined || detector?.scope !== "sentence") return;
    guard(rule, () => {
      for (const detection of detector.detect(view)) detected.push({ rule, pair: view.pair, detection });
    });
  };
  const always = rules.filter(({ detector }) => detector.scope === "sentence" && detector.patterns.length === 0);
  for (const pair of document.pairs)
    for (const target of pair.sentences) {
      const plain: SentenceView = { target, pair, document, hits: [] };
      for (const rule of always) run(rule, plain);
      for (const [owner, hits] of automaton.match(target)) run(rules[owner], { target, pair, document, hits });
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
