import type { Sentence } from "../annotate/annotated.ts";
import { textSpan } from "../core/span.ts";
import { RELATIONS } from "../plausibility/pairs.ts";
import type { Doubt } from "../plausibility/scorer.ts";
import type { Statistics } from "../plausibility/statistics.ts";
import { isDeterminer } from "./collocation-phrase.ts";
import { type Detection, defineDetector, found, type SentenceView } from "./detector.ts";
import { misfitCandidates } from "./misfit-candidates.ts";
import { isRunningText } from "./running-text.ts";

const KINDS = ["verb-object", "subject-verb", "verb-preposition", "adjective-noun", "noun-noun", "context"] as const;
type Kind = (typeof KINDS)[number];
/** A noun is sooner judged by the words of its own phrase. */
const KINDS_OF_NOUNS: readonly Kind[] = ["noun-noun", "adjective-noun", "verb-object", "subject-verb"];

/** From here on a finding counts as major. */
const SURE = 0.75;

/** Which words a doubtful word does not go with: the other's place and how they stand to each other. */
interface Misfit {
  readonly kind: Kind;
  readonly other: number | undefined;
}

const isNoun = ({ partOfSpeech }: Doubt): boolean => partOfSpeech === "NOUN";

/** Names the relation in which a doubtful word and another were never seen together, the weightiest first. */
function misfitOf(
  statistics: Statistics,
  doubt: Doubt,
  scene: Parameters<ReturnType<Statistics["scorer"]>["unseenLinks"]>[0],
): Misfit {
  const links = statistics.scorer().unseenLinks(scene, doubt.at);
  for (const kind of isNoun(doubt) ? KINDS_OF_NOUNS : KINDS) {
    const link = links.find(
      ({ relation }) => (RELATIONS[relation] === "noun-of-noun" ? "noun-noun" : RELATIONS[relation]) === kind,
    );
    if (link !== undefined) return { kind, other: link.first === doubt.at ? link.second : link.first };
  }
  return { kind: "context", other: undefined };
}

const SOURCE = "the table of statistics (rules/statistics)";

/** How often a word keeps such company. */
function evidenceOf({ betterShare }: Doubt, word: string, other: string | undefined): string {
  const likelier = Math.round(betterShare * 100);
  const rank =
    likelier === 0
      ? "hardly any word of its kind would"
      : likelier === 1
        ? "1 word in 100 of its kind would"
        : `${likelier} words in 100 of its kind would`;
  const met = other === undefined ? "" : `“${word}” and “${other}” were never met so in clean text; `;
  return `${met}${rank} be likelier here than “${word}”.`;
}

/** “a straightened paper clip”: a participle before its noun keeps other company than a verb. */
function isParticipleBeforeNoun({ tokens }: Sentence, at: number): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (before === undefined || token?.partOfSpeech !== "VERB" || after === undefined) return false;
  return /(?:ed|en|ing)$/u.test(token.lower) && isDeterminer(before) && ["NOUN", "ADJ"].includes(after.partOfSpeech);
}

/** A word that the document has more than once is what it is about, or a word it likes; a slip comes alone. */
function isRepeated({ document, target }: SentenceView, lemma: string): boolean {
  return document.pairs.some(({ sentences }) =>
    sentences.some((sentence) => sentence !== target && sentence.tokens.some((token) => token.lemma === lemma)),
  );
}

function* misfits(view: SentenceView, statistics: Statistics, wanted: Kind): Iterable<Detection> {
  const { target } = view;
  const { scene, doubts } = statistics.doubtsIn(target.tokens);
  for (const doubt of doubts) {
    const token = target.tokens[doubt.at];
    const { kind, other } = misfitOf(statistics, doubt, scene);
    if (token === undefined || kind !== wanted || isParticipleBeforeNoun(target, doubt.at)) continue;
    if (isRepeated(view, token.lemma)) continue;
    const partner = other === undefined ? undefined : target.tokens[other];
    yield found(
      textSpan(token.span.start, token.span.end),
      { word: token.text, ...(partner === undefined ? {} : { other: partner.text }) },
      {
        certainty: doubt.probability,
        severity: doubt.probability >= SURE ? "major" : "minor",
        clues: () => [{ kind: "fact", statement: evidenceOf(doubt, token.text, partner?.text), source: SOURCE }],
        suggest: () => misfitCandidates(target, doubt, scene, statistics),
      },
    );
  }
}

/** Words that hardly ever keep such company, after the statistics of the language. */
export const misfit = defineDetector({
  needsSource: false,
  options: (z) => z.strictObject({ kind: z.enum(KINDS) }),
  slots: ({ kind }) => (kind === "context" ? ["word"] : ["word", "other"]),
  configure: ({ kind }, { statistics }) => ({
    scope: "sentence",
    patterns: [],
    *detect(view) {
      if (isRunningText(view)) yield* misfits(view, statistics, kind);
    },
  }),
});
