import type { AnnotatedPair } from "../annotate/annotated.ts";
import { type TextSpan, textSpan } from "../core/span.ts";
import type { Lone } from "./quotation-marks.ts";

/** Where the missing half belongs: words to mark, and the same words with the mark put in. Without words, only the lone mark is known. */
export interface Gap {
  readonly span: TextSpan;
  readonly words: string | undefined;
}

const VERBS =
  "said|says|told|tells|added|adds|asked|asks|replied|warned|noted|stressed|explained|insisted|declared|stated|concluded|wrote|writes|tweeted|continued|recalled|argued|announced|admitted";
/** ", the mayor said": the mark that ends the quoted words, and the speaker. */
const SPEAKER = new RegExp(
  `([,!?…]|\\.\\.\\.)(\\s+(?:(?:[\\p{L}'’.-]+\\s+){1,5}?(?:${VERBS})|(?:${VERBS})\\s+(?:the|a|an|\\p{Lu}[\\p{L}’'-]*))\\b)`,
  "u",
);
const SPEAKER_LAST = new RegExp(
  `[,!?]\\s+(?:(?:[\\p{L}'’.-]+\\s+){1,5}?(?:${VERBS})|(?:${VERBS})(?:\\s+\\p{Lu}[\\p{L}’'-]*){1,3})\\.$`,
  "u",
);
const LEADS_IN = new RegExp(`(?:^|:|,|—|\\b(?:${VERBS}|that))\\s*$`, "u");
const LEADS_IN_TO = new RegExp(`^.*\\b(?:${VERBS})(?:[^.,:;!?]{0,40}:|,)\\s+(?=\\p{Lu})`, "u");
const LAST_WORD = /\S+\s*$/u;
const WORD_LIMIT = 8;

/** Whether a text ends with the speaker of words quoted in it: "…, the mayor said." */
export const endsWithSpeaker = (text: string): boolean => SPEAKER_LAST.test(text.trimEnd());

const insert = (start: number, end: number, words: string): Gap => ({ span: textSpan(start, end), words });
const alone = ({ mark }: Lone): Gap => ({ span: textSpan(mark.at, mark.at + mark.text.length), words: undefined });

/** The end of the sentence around `at`; the sentence's start if `side` says so. */
function sentenceEdge({ sentences, target }: AnnotatedPair, at: number, side: "start" | "end"): number {
  const around = sentences.find(({ span }) => span.start <= at && at < span.end);
  return around?.span[side] ?? (side === "start" ? 0 : target.text.length);
}

const lastWordWith = (text: string, from: number, end: number, closing: string): Gap | undefined => {
  const word = LAST_WORD.exec(text.slice(from, end))?.[0].trimEnd();
  if (word === undefined || /[:;“"([]/u.test(word)) return undefined;
  const start = text.lastIndexOf(word, end);
  return insert(start, start + word.length, `${word}${closing}`);
};

function quotationEnd(lone: Lone): Gap {
  const { pair, mark, next } = lone;
  const { text } = pair.target;
  const closing = mark.text === "“" ? "”" : '"';
  const end = next ?? text.trimEnd().length;
  const speaker = SPEAKER.exec(text.slice(mark.at + 1, end));
  if (speaker !== null) {
    const [whole, stop = "", rest = ""] = speaker;
    const start = mark.at + 1 + speaker.index;
    return insert(start, start + whole.length, `${stop}${closing}${rest}`);
  }
  const isWholeSentence =
    next === undefined && sentenceEdge(pair, mark.at, "end") >= end && LEADS_IN.test(text.slice(0, mark.at));
  return (isWholeSentence ? lastWordWith(text, mark.at + 1, end, closing) : undefined) ?? alone(lone);
}

function quotationStart(lone: Lone): Gap {
  const { pair, mark } = lone;
  const { text } = pair.target;
  const from = sentenceEdge(pair, mark.at - 1, "start");
  const before = text.slice(from, mark.at);
  if (!/[,.!?…]$/u.test(before) || /["“”]/u.test(before)) return alone(lone);
  const start = from + (LEADS_IN_TO.exec(before)?.[0].length ?? 0);
  const word = /^[^\s,.!?]+/u.exec(text.slice(start, mark.at))?.[0];
  return word === undefined
    ? alone(lone)
    : insert(start, start + word.length, `${mark.text === "”" ? "“" : '"'}${word}`);
}

/** Where the other half of a quotation mark is missing. */
export const quotationGap = (lone: Lone): Gap =>
  lone.mark.role === "opens" ? quotationEnd(lone) : quotationStart(lone);

const SHORT_INSERT = /^[([](?:\p{Lu}[\p{Lu}\p{N}-]+|\d{4}(?:[-–]\d{2,4})?)(?=\s)/u;

function bracketEnd(lone: Lone): Gap {
  const { pair, mark, next } = lone;
  const { text } = pair.target;
  const closing = mark.text === "(" ? ")" : "]";
  const short = SHORT_INSERT.exec(text.slice(mark.at))?.[0];
  if (short !== undefined) return insert(mark.at, mark.at + short.length, `${short}${closing}`);
  const end = next ?? sentenceEdge(pair, mark.at, "end");
  const inside = text.slice(mark.at + 1, end);
  if (next !== undefined || inside.trim().split(/\s+/u).length > WORD_LIMIT || /[,;:]/u.test(inside))
    return alone(lone);
  const word = LAST_WORD.exec(inside)?.[0] ?? "";
  const bare = word.replace(/[.,;:!?\s]+$/u, "");
  const start = end - word.length;
  return bare === "" ? alone(lone) : insert(start, end, `${bare}${closing}${word.slice(bare.length)}`);
}

/** Where the other half of a bracket is missing. */
export function bracketGap(lone: Lone): Gap {
  const { pair, mark } = lone;
  if (mark.role === "opens") return bracketEnd(lone);
  const [whole] =
    /(?<=^|\s)(?:\p{Lu}[\p{Lu}\p{N}-]+|\d{4}(?:[-–]\d{2,4})?)[)\]]$/u.exec(pair.target.text.slice(0, mark.at + 1)) ??
    [];
  if (whole === undefined) return alone(lone);
  return insert(mark.at + 1 - whole.length, mark.at + 1, `${mark.text === ")" ? "(" : "["}${whole}`);
}
