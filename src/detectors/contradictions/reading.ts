import type { AnnotatedDocument, AnnotatedPair, Sentence } from "../../annotate/annotated.ts";
import { type TextSpan, textSpan } from "../../core/span.ts";
import type { Clue, Detection, LocatedDetection } from "../detector.ts";
import { found } from "../detector.ts";

/** Reads one kind of contradiction between the statements of a document. */
export type DocumentReader = (document: AnnotatedDocument) => Iterable<LocatedDetection>;

/** A sentence with the text it stands in and its place in the document. */
export interface Place {
  readonly pair: AnnotatedPair;
  readonly sentence: Sentence;
  readonly order: number;
}

const placesKnown = new WeakMap<AnnotatedDocument, readonly Place[]>();

/** The sentences of a document in order, listed once for all checks; titles and headings come as their own. */
export function placesOf(document: AnnotatedDocument): readonly Place[] {
  const known = placesKnown.get(document);
  if (known !== undefined) return known;
  const places: Place[] = [];
  for (const pair of document.pairs)
    for (const sentence of pair.sentences) places.push({ pair, sentence, order: places.length });
  placesKnown.set(document, places);
  return places;
}

export const isTitle = ({ pair: { pair } }: Place): boolean => pair.kind === "title";

/** The words of a sentence, without the rest of its text. */
export const wordsIn = ({ sentence: { text, span } }: Place): string => text.slice(span.start, span.end);

/** A stretch of a sentence's own words as a span of its text. */
export const spanIn = ({ sentence: { span } }: Place, start: number, end: number): TextSpan =>
  textSpan(span.start + start, span.start + end);

/** Words that say that things have changed between two statements, or that one of them is no fact. */
const CHANGED =
  /\b(?:but|now|later|revers\w+|chang\w+|earlier|previous\w*|initial\w*|at first|originally|until|then|again|former\w*|despite|although|though|however|no longer|eventual\w*|finally|since|before|had|if|whether|unless|once|would|could|should|might|may|last (?:year|month|week)|in (?:19|20)\d\d|years? ago|so far|meanwhile|while|yet|still|u-turn|instead|others?|another)\b/iu;

export const tellsChange = (text: string): boolean => CHANGED.test(text);

/** A contradiction found at the later of two places, with the earlier one as its clue. */
export const against = (
  later: Place,
  span: TextSpan,
  slots: Detection["slots"],
  earlier: { readonly place: Place; readonly span: TextSpan; readonly note: string },
  details: Partial<Pick<Detection, "suggest" | "certainty">> = {},
): LocatedDetection => ({
  pair: later.pair,
  detection: found(span, slots, {
    ...details,
    clues: (): readonly Clue[] => [{ kind: "place", note: earlier.note, pair: earlier.place.pair, span: earlier.span }],
  }),
});
