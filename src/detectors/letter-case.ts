import type { AnnotatedDocument, AnnotatedPair, Sentence, Token } from "../annotate/annotated.ts";
import { textSpan } from "../core/span.ts";
import type { Checked, Zod } from "../text/schema.ts";
import { isQuote } from "./collocation-phrase.ts";
import { type Detection, defineDetector, found, type LocatedDetection, safe } from "./detector.ts";

const options = (z: Zod) =>
  z.strictObject({
    /** Words that begin a sentence in lower case: names that are written so, letters of formulas. */
    except: z.array(z.string()).default([]),
    /** Words that go on with what stood before: "said the minister" after a quotation. */
    follow: z.array(z.string()).default([]),
    /** Words that, behind an opening quotation mark, begin a sentence and not a mere phrase. */
    quoted: z.array(z.string()).default([]),
    /** A text of fewer words is a label. */
    leastWords: z.number().int().min(1).default(5),
  });
type Options = Checked<typeof options>;

const ENDED = /[.!?…。！？]\s?["“'”’»)\]]*\s*$/u;
const PLAIN_WORD = /^\p{Ll}+$/u;
const BULLET = /^[-–—*•·‣▪◦>#+…]|^\.\.\./u;

/** Whether nothing that stood before goes on in this text: it is the first, or the text before has ended. */
function isFresh({ pairs }: AnnotatedDocument, place: number): boolean {
  const before = pairs[place - 1];
  if (before === undefined || before.pair.kind !== "paragraph") return true;
  return ENDED.test(before.target.text);
}

/** The first word of a sentence behind an opening quotation mark. */
function openingOf({ tokens }: Sentence): { readonly word: Token; readonly index: number } | undefined {
  const index = tokens.findIndex((token) => !isQuote(token) && !/^[([¿¡]$/u.test(token.text));
  const word = tokens[index];
  return word?.kind === "word" && index <= 1 ? { word, index } : undefined;
}

const isJoined = (token: Token | undefined): boolean =>
  token !== undefined && !token.spaceBefore && /^[-.:/@_)\]=’'\d]/u.test(token.text);

function* openings(pair: AnnotatedPair, { except, follow, quoted, leastWords }: Options): Iterable<Detection> {
  const [sentence] = pair.sentences;
  const { text } = pair.target;
  const wordCount = sentence?.tokens.filter(({ kind }) => kind === "word").length ?? 0;
  if (sentence === undefined || wordCount < leastWords || BULLET.test(text) || !ENDED.test(text)) return;
  const opening = openingOf(sentence);
  if (opening === undefined || !PLAIN_WORD.test(opening.word.text)) return;
  const { word, index } = opening;
  const next = sentence.tokens[index + 1];
  if (except.includes(word.lower) || follow.includes(word.lower) || isJoined(next)) return;
  if (word.text.length === 1 && word.lower !== "a" && word.lower !== "i") return;
  if (index > 0 && !quoted.includes(word.lower)) return;
  const capitalised = `${word.text.charAt(0).toUpperCase()}${word.text.slice(1)}`;
  const suggest = () => [safe(capitalised, "A sentence begins with a capital.")];
  yield found(textSpan(word.span.start, word.span.end), { word: word.text }, { suggest });
}

/** A text of whole sentences that begins with a small letter. */
export const letterCase = defineDetector({
  needsSource: false,
  options,
  slots: ["word"],
  configure: (configured) => ({
    scope: "document",
    *detect(document): Iterable<LocatedDetection> {
      for (const [place, pair] of document.pairs.entries()) {
        const { text } = pair.target;
        if (pair.pair.kind !== "paragraph" || !/^["“”‘'«([]?\p{Ll}/u.test(text) || !isFresh(document, place)) continue;
        for (const detection of openings(pair, configured)) yield { pair, detection };
      }
    },
  }),
});
