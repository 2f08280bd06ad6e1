import { headline } from "./contradictions/headline.ts";
import { holder } from "./contradictions/holder.ts";
import { life } from "./contradictions/life.ts";
import { result } from "./contradictions/result.ts";
import { stance } from "./contradictions/stance.ts";
import { toll } from "./contradictions/toll.ts";
import { defineDetector } from "./detector.ts";

/** What statements of one document can say against each other, each with the slots its message may use. */
const CHECKS = {
  headline: { read: headline, slots: ["match", "other"] },
  holder: { read: holder, slots: ["match", "name", "other"] },
  life: { read: life, slots: ["match", "who"] },
  result: { read: result, slots: ["match", "other", "amount"] },
  stance: { read: stance, slots: ["match", "other", "subject"] },
  toll: { read: toll, slots: ["match", "other", "kind"] },
} as const;

/** Statements of one document that contradict each other. */
export const contradiction = defineDetector({
  needsSource: false,
  options: (z) => z.strictObject({ check: z.enum(Object.keys(CHECKS) as (keyof typeof CHECKS)[]) }),
  slots: ({ check }) => CHECKS[check].slots,
  configure: ({ check }) => ({ scope: "document", detect: CHECKS[check].read }),
});
