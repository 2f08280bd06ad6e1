import type { Sentence, Token } from "../annotate/annotated.ts";
import { textSpan } from "../core/span.ts";
import type { Checked, Zod } from "../text/schema.ts";
import { type Detection, defineDetector, found, safe } from "./detector.ts";

const options = (z: Zod) =>
  z.strictObject({
    /** Words that may stand twice in a row. */
    except: z.array(z.string()).default([]),
    /** Words that may stand twice in a row only after, or before, one of some words. */
    only: z
      .array(
        z.strictObject({
          words: z.array(z.string()).min(1),
          after: z.array(z.string()).default([]),
          before: z.array(z.string()).default([]),
        }),
      )
      .default([]),
    /** Words that may stand twice in a row but before one of some words. */
    never: z
      .array(z.strictObject({ words: z.array(z.string()).min(1), before: z.array(z.string()).min(1) }))
      .default([]),
    /** Words that may stand in a row as often as one likes. */
    chants: z.array(z.string()).default([]),
    /** Names of which the word stands twice, in lower case. */
    names: z.array(z.string()).default([]),
    /** Words that join a phrase to itself: "bit by bit by bit". */
    joints: z.array(z.string()).default([]),
  });
type Options = Checked<typeof options>;

const LONGEST_PHRASE = 8;
const LEAST_OF_PROSE = 8;
const SHORT_NAME = 4;

const isCapitalised = (token: Token | undefined): boolean => token !== undefined && /^\p{Lu}/u.test(token.text);
const isNumeral = (token: Token | undefined): boolean =>
  token !== undefined && (token.kind === "number" || token.partOfSpeech === "NUM");

/** A stretch of tokens that is said `times` times, from `start` up to `end`. */
interface Run {
  readonly start: number;
  readonly end: number;
  readonly length: number;
  readonly times: number;
}

/** Whether the tokens at `from` are the words, joined as they are, that stand `length` tokens before. */
function isSame({ tokens }: Sentence, from: number, length: number): boolean {
  for (let index = from; index < from + length; index += 1) {
    const token = tokens[index];
    const earlier = tokens[index - length];
    if (token === undefined || earlier === undefined || token.lower !== earlier.lower) return false;
    if (length > 1 && (token.kind === "mark" || (index > from && token.spaceBefore !== earlier.spaceBefore)))
      return false;
  }
  return tokens[from]?.spaceBefore === true;
}

/** The shortest run whose second part begins at `from`. */
function runAt(sentence: Sentence, from: number): Run | undefined {
  const { tokens } = sentence;
  const word = tokens[from];
  if (word === undefined || word.kind === "mark") return undefined;
  for (let length = 1; length <= Math.min(LONGEST_PHRASE, from); length += 1) {
    if (tokens[from - length]?.lower !== word.lower || !isSame(sentence, from, length)) continue;
    let end = from + length;
    while (isSame(sentence, end, length)) end += length;
    const start = from - length;
    return { start, end, length, times: (end - start) / length };
  }
  return undefined;
}

/** Tells the runs that are no slip. */
function allowance({ except, only, never, chants, names, joints }: Options): (sentence: Sentence, run: Run) => boolean {
  const allowed = new Set(except);
  const [chanted, named, joining] = [new Set(chants), new Set(names), new Set(joints)];
  const isNumberRow = ({ tokens }: Sentence, { start, end, times }: Run): boolean => {
    const token = tokens[start];
    if (!isNumeral(token)) return false;
    if (isNumeral(tokens[start - 1]) || isNumeral(tokens[end])) return true;
    return token?.kind === "number" && ((token.text.length === 1 && times === 2) || tokens.length < LEAST_OF_PROSE);
  };
  const isName = ({ tokens }: Sentence, { start, end, times }: Run): boolean => {
    const [token, next] = [tokens[start], tokens[start + 1]];
    if (token === undefined || !isCapitalised(next) || times > 2) return false;
    if (!isCapitalised(token) || named.has(token.lower) || tokens[end]?.text === "-") return true;
    return token.text.length <= SHORT_NAME && (isCapitalised(tokens[end]) || isCapitalised(tokens[start - 1]));
  };
  /** "M. M." and "K K" are initials; "US us" and "WHO who" two words. */
  const isPair = ({ tokens }: Sentence, { start, times }: Run): boolean => {
    const [first = "", second = ""] = [tokens[start]?.text, tokens[start + 1]?.text];
    if (times > 2) return false;
    if (/^\p{L}\.?$/u.test(first)) return first !== "I" && first !== "i" && first !== "a";
    return first !== second && (first === first.toUpperCase() || second === second.toUpperCase());
  };
  const isWord = (sentence: Sentence, run: Run): boolean => {
    const { tokens } = sentence;
    const word = tokens[run.start]?.lower ?? "";
    const [before, after] = [tokens[run.start - 1]?.lower ?? "", tokens[run.end]?.lower ?? ""];
    if (run.times === 2 && tokens[run.start]?.spaceBefore === false) return true;
    if (chanted.has(word) || isPair(sentence, run) || isNumberRow(sentence, run) || isName(sentence, run)) return true;
    if (run.times > 2) return false;
    const condition = only.find(({ words }) => words.includes(word));
    if (condition !== undefined) return condition.after.includes(before) || condition.before.includes(after);
    if (never.some(({ words, before: next }) => words.includes(word) && next.includes(after))) return false;
    return allowed.has(word);
  };
  const isPhrase = ({ tokens }: Sentence, { start, end, length }: Run): boolean => {
    const words = tokens.slice(start, end);
    if (words.every(({ kind }) => kind !== "word") || words.every(isNumeral) || words.every(isCapitalised)) return true;
    return words.some(({ lower }) => (length === 2 && joining.has(lower)) || chanted.has(lower));
  };
  return (sentence, run) => (run.length === 1 ? isWord(sentence, run) : isPhrase(sentence, run));
}

function detectionOf({ text, tokens }: Sentence, { start, end, length }: Run): Detection | undefined {
  const [first, last, once] = [tokens[start], tokens[end - 1], tokens[start + length - 1]];
  if (first === undefined || last === undefined || once === undefined) return undefined;
  const word = text.slice(first.span.start, once.span.end);
  const suggest = () => [safe(word, "Say it once.")];
  return found(textSpan(first.span.start, last.span.end), { word }, { suggest });
}

/** The same word, or the same words, twice or more often in a row. */
export const repetition = defineDetector({
  needsSource: false,
  options,
  slots: ["word"],
  configure: (configured) => {
    const isAllowed = allowance(configured);
    return {
      scope: "sentence",
      patterns: [],
      *detect({ target }) {
        for (let index = 1; index < target.tokens.length; index += 1) {
          const run = runAt(target, index);
          if (run === undefined) continue;
          const detection = isAllowed(target, run) ? undefined : detectionOf(target, run);
          if (detection !== undefined) yield detection;
          index = run.end - 1;
        }
      },
    };
  },
});
