import type { AnnotatedDocument, AnnotatedPair, Sentence, Token } from "../annotate/annotated.ts";
import { textSpan } from "../core/span.ts";
import type { Checked, Zod } from "../text/schema.ts";
import { type Detection, defineDetector, found, type LocatedDetection, safe } from "./detector.ts";

const options = (z: Zod) =>
  z.strictObject({
    /** A text of fewer words is a headline or label. */
    leastWords: z.number().int().min(1).default(10),
    /** The same for a text that stands alone: nothing around it shows whether texts end in marks here. */
    leastAlone: z.number().int().min(1).default(12),
    /** Words that running text has and headlines leave out: one at least, and two in a text that stands alone. */
    connecting: z.array(z.string()).min(1),
    /** Words at the start of labels. */
    labels: z.array(z.string()).default([]),
  });
type Options = Checked<typeof options>;

const ENDED = /[.!?…。！？]\s?["“'”’»)\]]*\s*$/u;
const OPEN_END = /[:;,–—|/-]["'”’»)\]]*\s*$/u;
const LABELLED = /^[-–—*•·‣▪◦>#+]|^\(?\p{L}?\d{0,2}[.)]\s|\s\|\s|^[\p{L}\s]{2,24}:/u;
const SITE_NAME = /[-–—]\s?(?:\p{Lu}[\p{L}\d]*\s?){1,6}["'”’]?$|\.\p{Ll}{2,3}["'”’)]?$/u;
const CREDIT = /\((?:[^()]*[:/©][^()]*|[^()\d]{1,40})\)\s*$/u;
const LEAST_ENDED_SHARE = 0.75;
const MOST_CAPITALISED = 0.5;

const wordsOf = ({ tokens }: Sentence): readonly Token[] => tokens.filter(({ kind }) => kind === "word");
const isCapitalised = ({ text }: Token): boolean => /^\p{Lu}/u.test(text);

const isFiniteVerb = ({ partOfSpeech, lower }: Token, index: number, tokens: readonly Token[]): boolean =>
  (partOfSpeech === "AUX" || (partOfSpeech === "VERB" && !lower.endsWith("ing"))) && tokens[index - 1]?.lower !== "to";

/** What the texts around say: they end in marks, they do not, or there are none. */
type Custom = "marked" | "unmarked" | "unknown";

/** Whether a sentence is running text, and not a headline, a label or a name. */
function isProse(sentence: Sentence, usual: Custom, { connecting, labels, leastWords, leastAlone }: Options): boolean {
  const words = wordsOf(sentence);
  if (words.length < (usual === "unknown" ? leastAlone : leastWords) || labels.includes(words[0]?.lower ?? ""))
    return false;
  if (words.filter(isCapitalised).length > MOST_CAPITALISED * words.length) return false;
  const connectingCount = words.filter(({ lower }) => connecting.includes(lower)).length;
  return connectingCount >= (usual === "unknown" ? 2 : 1) && sentence.tokens.some(isFiniteVerb);
}

/** How the texts around it end. */
function customAround({ pairs }: AnnotatedDocument, place: number, least: number): Custom {
  const isLong = ({ sentences }: AnnotatedPair): boolean =>
    sentences.some((sentence) => wordsOf(sentence).length >= least);
  if (pairs.length === 1) return "unknown";
  const others = pairs.filter((_, index) => index !== place);
  const ended = others.filter(({ target }) => ENDED.test(target.text));
  const open = others.filter((pair) => isLong(pair) && !ENDED.test(pair.target.text));
  const hasBegun = pairs.slice(0, place).some(({ target }) => ENDED.test(target.text));
  const isUsual = ended.length >= 2 && ended.length >= LEAST_ENDED_SHARE * (ended.length + open.length);
  return hasBegun && isUsual ? "marked" : "unmarked";
}

/** Whether the next text goes on where this one stops. */
const goesOn = (next: AnnotatedPair | undefined): boolean => /^\s*[\p{Ll}\d,;)]/u.test(next?.target.text ?? "");

function detectionIn(document: AnnotatedDocument, place: number, configured: Options): Detection | undefined {
  const pair = document.pairs[place];
  const last = pair?.sentences.at(-1);
  const word = last?.tokens.findLast(({ kind }) => kind !== "mark");
  if (pair === undefined || last === undefined || word === undefined) return undefined;
  const { text } = pair.target;
  if (ENDED.test(text) || OPEN_END.test(text) || LABELLED.test(text) || SITE_NAME.test(text) || CREDIT.test(text))
    return undefined;
  if (/[@._/]/u.test(word.text) || goesOn(document.pairs[place + 1])) return undefined;
  const around = customAround(document, place, configured.leastWords);
  const usual = pair.sentences.length > 1 ? "marked" : around;
  if (usual === "unmarked" || !isProse(last, usual, configured)) return undefined;
  const end = last.span.end;
  const closing = /[\])]$/u.test(text) || /^["'”’»]*$/u.test(text.slice(word.span.end, end)) ? end : word.span.end;
  const written = text.slice(word.span.start, closing);
  const suggest = () => [safe(withStop(written), "A sentence ends in a full stop.")];
  return found(textSpan(word.span.start, closing), { word: written }, { suggest });
}

/** The words with a full stop: inside double quotation marks, behind brackets. */
const withStop = (written: string): string => written.replace(/(["”])?$/u, (quote) => `.${quote}`);

/** A paragraph of running text that ends in no mark. */
export const finalMark = defineDetector({
  needsSource: false,
  options,
  slots: ["word"],
  configure: (configured) => ({
    scope: "document",
    *detect(document): Iterable<LocatedDetection> {
      for (const [place, pair] of document.pairs.entries()) {
        if (pair.pair.kind !== "paragraph" || ENDED.test(pair.target.text)) continue;
        const detection = detectionIn(document, place, configured);
        if (detection !== undefined) yield { pair, detection };
      }
    },
  }),
});
