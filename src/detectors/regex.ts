import { PAIR_KINDS } from "../core/document.ts";
import { type TextSpan, textIn, textSpan } from "../core/span.ts";
import type { Zod } from "../text/schema.ts";
import { ask, type Detection, defineDetector, found, type LocatedDetection, safe } from "./detector.ts";

const options = (z: Zod) =>
  z.strictObject({
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
    /** A quick test: a text without any of these characters or words is not searched. Write it where the expressions are slow. */
    needs: z.array(z.string().min(1)).default([]),
    /** Only in texts of these kinds. */
    kinds: z.array(z.enum(PAIR_KINDS)).default([...PAIR_KINDS]),
  });

interface Compiled {
  readonly expression: RegExp;
  readonly suggest: readonly string[];
  readonly first: typeof ask;
  readonly why: string;
}

const flagsOf = (matchCase: boolean): string => (matchCase ? "gu" : "giu");

/** The offset of the marked words in a match: the group `mark`, which the match holds once as a whole. */
function markedSpan(match: RegExpMatchArray): TextSpan {
  const start = match.index ?? 0;
  const mark = match.groups?.mark;
  if (mark === undefined) return textSpan(start, start + match[0].length);
  const from = start + match[0].lastIndexOf(mark);
  return textSpan(from, from + mark.length);
}

function detectionOf(text: string, match: RegExpMatchArray, { suggest, first, why }: Compiled): Detection {
  const span = markedSpan(match);
  const groups = Object.fromEntries(Object.entries(match.groups ?? {}).map(([name, words]) => [name, words ?? ""]));
  const fill = (template: string) => template.replace(/\$<([a-z]+)>/gu, (_, name: string) => groups[name] ?? "");
  return found(
    span,
    { ...groups, match: textIn(text, span) },
    { suggest: () => suggest.map((template, n) => (n === 0 ? first : ask)(fill(template), why)) },
  );
}

/** A test whether a text holds one of some strings. */
function holdsAny(strings: readonly string[]): (text: string) => boolean {
  if (strings.length === 0) return () => true;
  const escaped = strings.map((each) => each.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&"));
  const expression = new RegExp(escaped.join("|"), "iu");
  return (text) => expression.test(text);
}

/** Regular expressions over the text of a segment. */
export const regex = defineDetector({
  needsSource: false,
  options,
  slots: ({ patterns }) => [
    "match",
    ...patterns.flatMap(({ find }) => [...find.matchAll(/\(\?<([a-z]+)>/gu)].map((match) => match[1] ?? "")),
  ],
  configure: ({ patterns, kinds, needs }) => {
    const isWorthwhile = holdsAny(needs);
    const compiled = patterns.map(
      ({ find, matchCase, suggest, safe: isSafe, why }): Compiled => ({
        expression: new RegExp(find, flagsOf(matchCase)),
        suggest,
        first: isSafe ? safe : ask,
        why,
      }),
    );
    return {
      scope: "document",
      *detect({ pairs }): Iterable<LocatedDetection> {
        for (const pair of pairs) {
          const { text } = pair.target;
          if (!kinds.includes(pair.pair.kind) || !isWorthwhile(text)) continue;
          for (const each of compiled)
            for (const match of text.matchAll(each.expression))
              if (match[0] !== "") yield { pair, detection: detectionOf(text, match, each) };
        }
      },
    };
  },
});
