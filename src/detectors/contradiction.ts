import { age } from "./contradictions/age.ts";
import { deed } from "./contradictions/deed.ts";
import { gender } from "./contradictions/gender.ts";
import { headline } from "./contradictions/headline.ts";
import { holder } from "./contradictions/holder.ts";
import { life } from "./contradictions/life.ts";
import { reply } from "./contradictions/reply.ts";
import { result } from "./contradictions/result.ts";
import { scale } from "./contradictions/scale.ts";
import { stance } from "./contradictions/stance.ts";
import { title } from "./contradictions/title.ts";
import { toll } from "./contradictions/toll.ts";
import { defineDetector } from "./detector.ts";

/** What statements of one document can say against each other, each with the slots its message may use. */
const CHECKS = {
  age: { read: age, slots: ["match", "name", "other"] },
  deed: { read: deed, slots: ["match", "other"] },
  gender: { read: gender, slots: ["match", "name"] },
  headline: { read: headline, slots: ["match", "other"] },
  holder: { read: holder, slots: ["match", "name", "other"] },
  life: { read: life, slots: ["match", "who"] },
  reply: { read: reply, slots: ["match", "who", "answer"] },
  result: { read: result, slots: ["match", "other", "amount"] },
  scale: { read: scale, slots: ["match", "other"] },
  stance: { read: stance, slots: ["match", "other", "subject"] },
  title: { read: title, slots: ["match", "other"] },
  toll: { read: toll, slots: ["match", "other", "kind"] },
} as const;

/** Statements of one document that contradict each other. */
export const contradiction = defineDetector({
  needsSource: false,
  options: (z) => z.strictObject({ check: z.enum(Object.keys(CHECKS) as (keyof typeof CHECKS)[]) }),
  slots: ({ check }) => CHECKS[check].slots,
  configure: ({ check }) => ({ scope: "document", detect: CHECKS[check].read }),
});
