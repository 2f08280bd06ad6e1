import type { AnnotatedPair } from "../annotate/annotated.ts";
import { type TextSpan, textSpan } from "../core/span.ts";
import { ask, defineDetector, found, type LocatedDetection } from "./detector.ts";

/** Question marks of all scripts; Greek writes a semicolon. */
const MARKED = /[?？؟՞⁇‽\u037e]|\p{Script=Greek}[^;]*;/u;
/** Words and endings that ask without a mark. */
const ASKING =
  /[吗呢么嗎麼吧谁誰哪怎何几幾]|什么|是否|か(?:[。」』！!]|$)|까|나요|니까|\bли\b|هل|أليس|چرا|آیا|क्या|ไหม|หรือ|\bmı|\bmi\b|\bmu\b|\bmü/iu;
const ENDS_ASKING = /[?？؟՞]["'”’»」』）)\]\s]*$/u;

/** The question mark of a text that is one plain question: none that is quoted or introduced. */
function questionIn({ sentences, target }: AnnotatedPair): TextSpan | undefined {
  const match = /\?(?=["'”’)\]\s]*$)/u.exec(target.text);
  if (sentences.length !== 1 || match === null || /[:“"]\s*\S/u.test(target.text.slice(1, match.index)))
    return undefined;
  return textSpan(match.index, match.index + 1);
}

const markAtEnd = ({ target }: AnnotatedPair): TextSpan | undefined => {
  const match = /[.!…](?=["'”’)\]\s]*$)/u.exec(target.text);
  return match === null ? undefined : textSpan(match.index, match.index + 1);
};

/** Questions that the source does not ask, and statements where it asks. */
export const sourceQuestion = defineDetector({
  needsSource: true,
  options: (z) => z.strictObject({ /** Whether a question was added or lost. */ check: z.enum(["added", "lost"]) }),
  slots: ["mark"],
  configure: ({ check }) => ({
    scope: "document",
    *detect({ pairs }): Iterable<LocatedDetection> {
      for (const pair of pairs) {
        const source = pair.source?.text;
        if (source === undefined || source.trim() === "") continue;
        if (check === "added") {
          const span = MARKED.test(source) || ASKING.test(source) ? undefined : questionIn(pair);
          if (span !== undefined) yield { pair, detection: found(span, { mark: "?" }) };
        } else if (ENDS_ASKING.test(source) && pair.sentences.length === 1 && !pair.target.text.includes("?")) {
          const span = markAtEnd(pair);
          if (span === undefined) continue;
          const suggest = () => [ask("?", "The source asks.")];
          yield { pair, detection: found(span, { mark: "." }, { suggest }) };
        }
      }
    },
  }),
});
