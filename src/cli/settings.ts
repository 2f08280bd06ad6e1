import { createHash } from "node:crypto";
import type { AuditSettings } from "../core/report.ts";
import { fail, ok, type Result } from "../core/result.ts";
import type { AuditPlan } from "./audit-paths.ts";
import { type RuleChoice, SENSITIVITIES, type Sensitivity } from "./rule-choice.ts";

/** What a configuration adds to a plan. */
export type Configured = Pick<RuleChoice, "knowledge" | "adjustments" | "terms"> & Pick<AuditPlan, "overrides">;

/** SHA-256, in hex, of what a configuration adds; null where it adds nothing. */
function configurationHash({ knowledge, adjustments, terms, overrides }: Configured): string | null {
  const parts = [knowledge, adjustments, terms.glossary, terms.doNotTranslate, overrides];
  if (parts.every(({ length }) => length === 0)) return null;
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

/** A plan as a report records it. */
export const settingsOf = (
  { choice, input, leastConfidence, overrides }: AuditPlan,
  part: AuditSettings["part"],
): AuditSettings => ({
  only: choice.only,
  skip: choice.skip,
  sensitivity: choice.sensitivity,
  rulesFolder: choice.rulesFolder ?? null,
  table: choice.table ?? null,
  configuration: configurationHash({ ...choice, overrides }),
  leastConfidence,
  inputFormat: input.inputFormat ?? null,
  scope: input.scope,
  sourceLanguage: input.sourceLanguage ?? null,
  targetLanguage: input.targetLanguage ?? null,
  asOf: input.asOf ?? null,
  part,
});

const isSensitivity = (name: string): name is Sensitivity => Object.hasOwn(SENSITIVITIES, name);

/** The plan that a report has recorded, with the configuration of today; `where` is the report. */
export function planOf(settings: AuditSettings, configured: Configured, where: string): Result<AuditPlan> {
  const { only, skip, sensitivity, rulesFolder, leastConfidence, scope } = settings;
  const { overrides, ...added } = configured;
  if (!isSensitivity(sensitivity))
    return fail({
      where,
      what: `There is no sensitivity “${sensitivity}”.`,
      remedy: "Was the report changed by hand?",
    });
  return ok({
    choice: {
      only,
      skip,
      sensitivity,
      rulesFolder: rulesFolder ?? undefined,
      table: settings.table ?? undefined,
      ...added,
    },
    input: {
      inputFormat: settings.inputFormat ?? undefined,
      scope,
      sourceLanguage: settings.sourceLanguage ?? undefined,
      targetLanguage: settings.targetLanguage ?? undefined,
      asOf: settings.asOf ?? undefined,
    },
    leastConfidence,
    overrides,
  });
}
