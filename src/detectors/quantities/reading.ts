import type { Sentence } from "../../annotate/annotated.ts";
import { type TextSpan, textSpan } from "../../core/span.ts";
import type { Detection } from "../detector.ts";
import { readNumbers, type WrittenNumber } from "../number.ts";

/** Reads one kind of contradiction between the numbers of a sentence. */
export type QuantityReader = (sentence: Sentence, day: string | undefined) => Iterable<Detection>;

/** Words that may stand between a preposition and its number. */
export const HEDGE = `(?:(?:about|around|approximately|roughly|nearly|almost|some|just|only|over|under|an? (?:estimated|average|mean|record|high|low|median|peak|total)(?: of)?|more than|less than|up to|as (?:much|many|high|low|little|few) as|the|its|their|current|previous) )*`;

/** The words of a sentence, without the rest of its segment. */
export const wordsOfSentence = ({ text, span }: Sentence): string => text.slice(span.start, span.end);

/** A stretch of a sentence's own words as a span of its segment. */
export const within = ({ span }: Sentence, start: number, end: number): TextSpan =>
  textSpan(span.start + start, span.start + end);

/** Two numbers that follow each other, with the words before, between and after. */
export interface NumberPair {
  readonly first: WrittenNumber;
  readonly last: WrittenNumber;
  readonly before: string;
  readonly between: string;
  readonly after: string;
}

const numbersRead = new WeakMap<Sentence, readonly WrittenNumber[]>();

/** The numbers of a sentence, read once for all checks. */
export function numbersOf(sentence: Sentence): readonly WrittenNumber[] {
  const known = numbersRead.get(sentence);
  if (known !== undefined) return known;
  const numbers = readNumbers(wordsOfSentence(sentence));
  numbersRead.set(sentence, numbers);
  return numbers;
}

/** Neighbouring numbers of a sentence; years that only date another number are passed over. */
export function numberPairs(sentence: Sentence): readonly NumberPair[] {
  const text = wordsOfSentence(sentence);
  const numbers = numbersOf(sentence).filter(({ isYear }) => !isYear);
  return numbers.slice(1).flatMap((last, index) => {
    const first = numbers[index];
    if (first === undefined) return [];
    return [
      {
        first,
        last,
        before: text.slice(0, first.start),
        between: text.slice(first.end, last.start),
        after: text.slice(last.end),
      },
    ];
  });
}

/** The words from `start` to `end` with the two numbers in each other's place; units stay where they are. */
export function swapped(text: string, { first, last }: NumberPair, start: number, end: number): string {
  const isElided = [first, last].some(({ scale, value }) => scale === 1 && value < 1000);
  const isBare = first.scale === last.scale || isElided;
  const firstEnd = isBare ? first.digitsEnd : first.end;
  const lastEnd = isBare ? last.digitsEnd : last.end;
  const one = text.slice(first.digitsStart, firstEnd);
  const other = text.slice(last.digitsStart, lastEnd);
  return (
    text.slice(start, first.digitsStart) +
    other +
    text.slice(firstEnd, last.digitsStart) +
    one +
    text.slice(lastEnd, end)
  );
}
