import { acronym } from "./claims/acronym.ts";
import { capital } from "./claims/capital.ts";
import { founder } from "./claims/founder.ts";
import { government } from "./claims/government.ts";
import { misrenderedName } from "./claims/misrendered-name.ts";
import { defineDetector } from "./detector.ts";

/** The kinds of claim that can be read, each with the slots its message may use. */
const CLAIMS = {
  acronym: { read: acronym, slots: ["acronym", "name", "right", "owner"] },
  capital: { read: capital, slots: ["city", "country", "capital"] },
  founder: { read: founder, slots: ["name", "group", "founder"] },
  government: { read: government, slots: ["group", "claim", "country"] },
  "misrendered-name": { read: misrenderedName, slots: ["match", "name"] },
} as const;

/** Claims about the world, judged by the knowledge as of the document's date. */
export const claim = defineDetector({
  needsSource: false,
  options: (z) => z.strictObject({ claim: z.enum(Object.keys(CLAIMS) as (keyof typeof CLAIMS)[]) }),
  slots: ({ claim: kind }) => CLAIMS[kind].slots,
  configure: ({ claim: kind }, { knowledge }) => ({
    scope: "sentence",
    patterns: [],
    detect: (view) => (view.target.mentions.length === 0 ? [] : CLAIMS[kind].read(view, knowledge)),
  }),
});
