import type { Engine } from "../audit/engine.ts";
import { auditFile, type DocumentAudit } from "../audit/run.ts";
import type { Override } from "../config/config.ts";
import { compileOverrides } from "../config/overrides.ts";
import type { Document } from "../core/document.ts";
import { describeProblem, ok, type Result } from "../core/result.ts";
import type { Auditor, Standard } from "./auditor.ts";
import { compileEngine } from "./engine.ts";
import { chooseRules, type RuleChoice, SENSITIVITIES } from "./rule-choice.ts";

/** How the documents are judged for which the same overrides hold. */
interface Variant {
  readonly engine: Engine;
  readonly leastConfidence: number;
  readonly document: (document: Document) => Document;
}

/** What some overrides make of the choice of rules. */
const choiceWith = (choice: RuleChoice, overrides: readonly Override[]): RuleChoice => ({
  ...choice,
  sensitivity:
    overrides.findLast(({ settings }) => settings.sensitivity !== undefined)?.settings.sensitivity ??
    choice.sensitivity,
  adjustments: [...choice.adjustments, ...overrides.flatMap(({ rules }) => rules)],
});

function confidenceWith(standard: Standard, overrides: readonly Override[]): number {
  let least = standard.leastConfidence;
  for (const { settings } of overrides) {
    if (settings.sensitivity !== undefined) least = SENSITIVITIES[settings.sensitivity].leastConfidence;
    if (settings.minConfidence !== undefined) least = settings.minConfidence;
  }
  return least;
}

/** The document with languages and date as overrides have them. */
function documentWith(document: Document, overrides: readonly Override[]): Document {
  let { sourceLanguage, targetLanguage, date } = document;
  for (const { settings } of overrides) {
    sourceLanguage = settings.sourceLanguage ?? sourceLanguage;
    targetLanguage = settings.targetLanguage ?? targetLanguage;
    date = settings.asOf ?? date;
  }
  return { ...document, sourceLanguage, targetLanguage, date };
}

function variantOf(standard: Standard, plain: Engine, overrides: readonly Override[]): Result<Variant> {
  const keepsRules = overrides.every((each) => each.rules.length === 0 && each.settings.sensitivity === undefined);
  const chosen = keepsRules ? undefined : chooseRules(standard.rules.source, choiceWith(standard.choice, overrides));
  if (chosen?.kind === "problem") return chosen;
  const engine = chosen === undefined ? ok(plain) : compileEngine(chosen.value);
  if (engine.kind === "problem") return engine;
  return ok({
    engine: engine.value,
    leastConfidence: confidenceWith(standard, overrides),
    document: (document) => documentWith(document, overrides),
  });
}

/** Makes an auditor that judges every document by the overrides that hold for it. */
export function openOverridden(standard: Standard, plain: Engine): Result<Auditor> {
  const choose = compileOverrides(standard.overrides);
  if (choose.kind === "problem") return choose;
  for (const override of standard.overrides) {
    const tried = chooseRules(standard.rules.source, choiceWith(standard.choice, [override]));
    if (tried.kind === "problem") return tried;
  }
  const variants = new Map<string, Variant>();
  const variantFor = (numbers: readonly number[]): Variant => {
    const known = variants.get(numbers.join());
    if (known !== undefined) return known;
    const made = variantOf(
      standard,
      plain,
      numbers.flatMap((number) => standard.overrides[number] ?? []),
    );
    if (made.kind === "problem") throw new SyntaxError(describeProblem(made.problem));
    variants.set(numbers.join(), made.value);
    return made.value;
  };
  return ok((file) => {
    const groups = new Map<Variant, number[]>();
    for (const [index, { id, fields }] of file.documents.entries()) {
      const variant = variantFor(choose.value(file.path, id, fields));
      const group = groups.get(variant);
      if (group === undefined) groups.set(variant, [index]);
      else group.push(index);
    }
    const audits: DocumentAudit[] = [];
    for (const [variant, indices] of groups) {
      const documents = indices.flatMap((index) => file.documents[index] ?? []).map(variant.document);
      for (const [n, audit] of auditFile({ ...file, documents }, variant.engine, variant.leastConfidence).entries())
        audits[indices[n] ?? 0] = audit;
    }
    return audits;
  });
}
