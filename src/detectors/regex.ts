import { z } from "zod";
import { PAIR_KINDS } from "../core/document.ts";
import { textSpan } from "../core/span.ts";
import { ask, defineDetector, found, type LocatedDetection, safe } from "./detector.ts";

const options = z.strictObject({
  patterns: z
    .array(
      z.strictObject({
        /** A regular expression with the flags `u` and, unless `matchCase`, `i`. A group named `mark` narrows what is marked. */
        find: z.string().min(1),
        matchCase: z.boolean().default(false),
        /** Repairs of the marked words; `$<name>` stands for a named group. */
        suggest: z.array(z.string()).default([]),
        safe: z.boolean().default(false),
        why: z.string().default(""),
      }),
    )
    .min(1),
  /** Only in texts of these kinds. */
  kinds: z.array(z.enum(PAIR_KINDS)).default([...PAIR_KINDS]),
});

/** The flags under which a rule's expression runs. */
const flagsOf = ({ matchCase }: { readonly matchCase: boolean }): string => (matchCase ? "dgu" : "dgiu");

/** Regular expressions over the text of a segment. */
export const regex = defineDetector({
  needsSource: false,
  options,
  slots: ({ patterns }) => [
    "match",
    ...patterns.flatMap(({ find }) => [...find.matchAll(/\(\?<([a-z]+)>/gu)].map((match) => match[1] ?? "")),
  ],
  configure: ({ patterns, kinds }) => {
    const compiled = patterns.map((written) => ({
      ...written,
      expression: new RegExp(written.find, flagsOf(written)),
    }));
    return {
      scope: "document",
      *detect({ pairs }): Iterable<LocatedDetection> {
        for (const pair of pairs) {
          if (!kinds.includes(pair.pair.kind)) continue;
          for (const { expression, suggest, safe: isSafe, why } of compiled) {
            for (const match of pair.target.text.matchAll(expression)) {
              const [start, end] = match.indices?.groups?.mark ?? match.indices?.[0] ?? [0, 0];
              if (end <= start) continue;
              const groups = Object.fromEntries(
                Object.entries(match.groups ?? {}).map(([name, text]) => [name, text ?? ""]),
              );
              const slots = { ...groups, match: pair.target.text.slice(start, end) };
              const candidates = () =>
                suggest.map((template, n) =>
                  (isSafe && n === 0 ? safe : ask)(
                    template.replace(/\$<([a-z]+)>/gu, (_, name: string) => groups[name] ?? ""),
                    why,
                  ),
                );
              yield { pair, detection: found(textSpan(start, end), slots, { suggest: candidates }) };
            }
          }
        }
      },
    };
  },
});
