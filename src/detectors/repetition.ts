import { textSpan } from "../core/span.ts";
import { defineDetector, found, safe } from "./detector.ts";

/** The same word twice in a row. */
export const repetition = defineDetector({
  needsSource: false,
  options: (z) =>
    z.strictObject({
      /** Words that may stand twice in a row. */
      except: z.array(z.string()).default([]),
    }),
  slots: ["word"],
  configure: ({ except }) => {
    const allowed = new Set(except);
    return {
      scope: "sentence",
      patterns: [],
      *detect({ target }) {
        for (const [index, token] of target.tokens.entries()) {
          const previous = target.tokens[index - 1];
          if (previous === undefined || token.kind !== "word" || previous.lower !== token.lower) continue;
          const isName = /^\p{Lu}/u.test(token.text) && /^\p{Lu}/u.test(previous.text);
          if (allowed.has(token.lower) || isName || !token.spaceBefore) continue;
          yield found(
            textSpan(previous.span.start, token.span.end),
            { word: previous.text },
            {
              suggest: () => [safe(previous.text, "Say it once.")],
            },
          );
        }
      },
    };
  },
});
