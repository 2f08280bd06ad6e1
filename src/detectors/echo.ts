import { z } from "zod";
import type { AnnotatedPair } from "../annotate/annotated.ts";
import { type TextSpan, textSpan } from "../core/span.ts";
import { ask, defineDetector, found, type LocatedDetection } from "./detector.ts";

const options = z.strictObject({
  /** `title`: the title of the page again as a line; `paragraph`: a paragraph that stood before; `sentence`: a sentence that stood before. */
  of: z.enum(["title", "paragraph", "sentence"]),
  /** Shorter texts may recur. */
  leastWords: z.number().int().min(1).default(6),
});

const normal = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** The part of a title before the names of column and site, which pages append after a bar or a dash. */
const withoutSite = (text: string): string => text.split(/\s[|»•]\s|\s[–—]\s(?=[^–—]{2,40}$)/u)[0] ?? text;

const wordCount = (text: string): number => text.split(" ").length;

interface Stretch {
  readonly pair: AnnotatedPair;
  readonly span: TextSpan;
  readonly key: string;
}

const whole = (pair: AnnotatedPair, key: string): Stretch => ({
  pair,
  span: textSpan(0, pair.target.text.length),
  key,
});

function stretches(pair: AnnotatedPair, of: "title" | "paragraph" | "sentence"): readonly Stretch[] {
  const { text } = pair.target;
  switch (of) {
    case "title":
      return [whole(pair, normal(withoutSite(text)))];
    case "paragraph":
      return [whole(pair, normal(text))];
    case "sentence":
      return pair.sentences.map(({ span }) => ({ pair, span, key: normal(text.slice(span.start, span.end)) }));
  }
}

/** A text that has stood before in the same document. */
export const echo = defineDetector({
  needsSource: false,
  options,
  slots: ["match"],
  configure: ({ of, leastWords }) => ({
    scope: "document",
    *detect({ pairs }): Iterable<LocatedDetection> {
      const first = new Map<string, Stretch>();
      const [title] = pairs;
      const titleKey = title === undefined ? "" : normal(withoutSite(title.target.text));
      for (const pair of pairs)
        for (const stretch of stretches(pair, of)) {
          const { key, span } = stretch;
          if (wordCount(key) < leastWords) continue;
          const echoesTitle = titleKey !== "" && (titleKey.endsWith(key) || key.endsWith(titleKey));
          const earlier =
            of === "title"
              ? echoesTitle && pair !== title && title !== undefined
                ? whole(title, titleKey)
                : undefined
              : first.get(key);
          if (earlier === undefined) {
            first.set(key, stretch);
            continue;
          }
          const match = pair.target.text.slice(span.start, span.end);
          yield {
            pair,
            detection: found(
              span,
              { match },
              {
                suggest: () => [ask("", "Say it once.")],
                clues: () => [{ kind: "place", note: "It stood here first", pair: earlier.pair, span: earlier.span }],
              },
            ),
          };
        }
    },
  }),
});
