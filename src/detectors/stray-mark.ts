import type { Sentence } from "../annotate/annotated.ts";
import { textSpan } from "../core/span.ts";
import type { Checked, Zod } from "../text/schema.ts";
import { ask, type Detection, defineDetector, found } from "./detector.ts";
import { isHeadline } from "./headline.ts";

const options = (z: Zod) =>
  z.strictObject({
    /** Words in lower case that end in a full stop of their own. */
    abbreviations: z.array(z.string()).default([]),
    /** Words that open a question. */
    asking: z.array(z.string()).default([]),
    /** Words that a word cut short may stand before: "short- and long-term". */
    suspending: z.array(z.string()).default([]),
    /** Words whose last letter an apostrophe may replace, or of which it is a part. */
    clipped: z.array(z.string()).default([]),
    /** Words that lean on the next one, by the marks that can never come between. */
    leaning: z
      .array(z.strictObject({ marks: z.array(z.string().length(1)).min(1), words: z.array(z.string()).min(1) }))
      .default([]),
  });
type Options = Checked<typeof options>;

const MARK = /[.?!:;,^~@_'’-] /gu;
const LETTERS_BEFORE = /[\p{L}\p{N}'’.&-]+$/u;
const WORD_AFTER = /^[\p{L}\p{N}]+/u;
const SMALL = /^\p{Ll}+$/u;
const ADDRESS_PART = /^(?:com|org|net|www|https?)$/u;
const LONGEST_WORD = 30;

/** A mark that touches the word before it, with a space behind. */
interface Mark {
  readonly mark: string;
  readonly at: number;
  readonly before: string;
  readonly after: string;
  readonly sentence: Sentence;
}

const isShouted = (word: string): boolean => /^[\p{Lu}\p{N}]{2,}/u.test(word);

function* marksIn(sentence: Sentence): Iterable<Mark> {
  const { text, span } = sentence;
  const own = text.slice(span.start, span.end);
  for (const { index, 0: found } of own.matchAll(MARK)) {
    const before = LETTERS_BEFORE.exec(own.slice(Math.max(0, index - LONGEST_WORD), index))?.[0];
    const after = WORD_AFTER.exec(own.slice(index + 2, index + 2 + LONGEST_WORD))?.[0];
    if (before === undefined || after === undefined) continue;
    yield { mark: found.charAt(0), at: span.start + index, before, after, sentence };
  }
}

const textBefore = ({ sentence, at }: Mark): string => sentence.text.slice(sentence.span.start, at);

/** What kinds of mark are out of place, each told by the mark alone. */
function judges(configured: Options): (mark: Mark) => boolean {
  const abbreviations = new Set(configured.abbreviations);
  const suspending = new Set(configured.suspending);
  const clipped = new Set(configured.clipped);
  const asking = new Set(configured.asking);
  const leaning = new Map<string, Set<string>>();
  for (const { marks, words } of configured.leaning)
    for (const mark of marks) leaning.set(mark, new Set([...(leaning.get(mark) ?? []), ...words]));
  const leans = ({ mark, before }: Mark): boolean =>
    leaning.get(mark)?.has(isShouted(before) ? before : before.toLowerCase()) === true;
  const isQuestion = (mark: Mark): boolean => {
    const own = mark.sentence.tokens.filter(({ span }) => span.start < mark.at);
    return own.some(({ lower }) => asking.has(lower)) || own[0]?.partOfSpeech === "AUX";
  };
  const goesOn = ({ before, after }: Mark): boolean =>
    SMALL.test(before) &&
    before.length > 1 &&
    SMALL.test(after) &&
    !ADDRESS_PART.test(after) &&
    !abbreviations.has(before);
  const hasOpening = (mark: Mark): boolean => /(?:^|[\s([“"—–-])['‘’]/u.test(textBefore(mark));
  return (mark) => {
    const { before, after } = mark;
    switch (mark.mark) {
      case "^":
      case "~":
      case "@":
      case "_":
        return /\p{L}$|\p{N}$/u.test(before) && !/[\^~@_*|].*[\^~@_*|]/u.test(mark.sentence.text);
      case ".":
        return (goesOn(mark) || leans(mark)) && before.length > 1 && !/\.\S/u.test(before);
      case "?":
      case "!":
        return (goesOn(mark) && !isQuestion(mark) && !/["“]/u.test(textBefore(mark))) || leans(mark);
      case "-":
        return /^\p{L}+$/u.test(before) && before.length > 1 && SMALL.test(after) && !suspending.has(after);
      case "'":
      case "’":
        return (
          SMALL.test(before) &&
          !/(?:s|z|x|in)$/u.test(before) &&
          !clipped.has(before) &&
          SMALL.test(after) &&
          !hasOpening(mark)
        );
      default:
        return leans(mark);
    }
  };
}

/** A sentence that has ended, but for the capital of the next, is repaired by that as well. */
function detectionOf({ mark, at, before, after }: Mark): Detection {
  const none = ask("", `Nothing parts “${before}” and “${after}”.`);
  if (!/[.?!]/u.test(mark) || !SMALL.test(after))
    return found(textSpan(at, at + 1), { mark, word: before }, { suggest: () => [none] });
  const capital = `${mark} ${after.charAt(0).toUpperCase()}${after.slice(1)}`;
  const suggest = () => [{ ...none, words: ` ${after}` }, ask(capital, "A sentence begins with a capital.")];
  const span = textSpan(at, at + 2 + after.length);
  return found(span, { mark, word: before }, { suggest });
}

/** A mark between words that nothing may part. */
export const strayMark = defineDetector({
  needsSource: false,
  options,
  slots: ["mark", "word"],
  configure: (configured) => {
    const isStray = judges(configured);
    return {
      scope: "sentence",
      patterns: [],
      *detect({ target, pair }) {
        for (const mark of marksIn(target)) {
          if (isStray(mark) && !isHeadline(pair, target)) yield detectionOf(mark);
        }
      },
    };
  },
});
