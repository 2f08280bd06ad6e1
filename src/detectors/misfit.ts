import type { AnnotatedDocument, Sentence, Token } from "../annotate/annotated.ts";
import { textSpan } from "../core/span.ts";
import type { Scene } from "../plausibility/features.ts";
import { RELATIONS } from "../plausibility/pairs.ts";
import type { Doubt } from "../plausibility/scorer.ts";
import type { Statistics } from "../plausibility/statistics.ts";
import { isDeterminer } from "./collocation-phrase.ts";
import { type Detection, defineDetector, found, type SentenceView } from "./detector.ts";
import { misfitCandidates } from "./misfit-candidates.ts";
import type { MisfitSources } from "./misfit-confusions.ts";
import { isRunningText } from "./running-text.ts";

const KINDS = ["verb-object", "subject-verb", "verb-preposition", "adjective-noun", "noun-noun", "context"] as const;
type Kind = (typeof KINDS)[number];
/** A noun is sooner judged by the words of its own phrase. */
const KINDS_OF_NOUNS: readonly Kind[] = ["noun-noun", "adjective-noun", "verb-object", "subject-verb"];

/**
 * How much more, or less, often a doubt of a kind was right in real machine translation than its probability says, as a
 * summand to the logarithm of the odds: the statistics are weighed by words replaced in clean text.
 */
const TRUST: Readonly<Record<Kind, number>> = {
  "verb-object": -0.15,
  "subject-verb": 0.1,
  "verb-preposition": -0.2,
  "adjective-noun": -0.2,
  "noun-noun": 0.7,
  context: 0.5,
};

/** How likely a doubt of a kind is right. */
const certaintyOf = (kind: Kind, probability: number): number =>
  1 / (1 + Math.exp(-TRUST[kind]) * (1 / probability - 1));

/** From here on a finding counts as major. */
const SURE = 0.8;

/** Which words a doubtful word does not go with: the other's place and how they stand to each other. */
interface Misfit {
  readonly kind: Kind;
  readonly other: number | undefined;
}

const isNoun = ({ partOfSpeech }: Doubt): boolean => partOfSpeech === "NOUN";

/** Names the relation in which a doubtful word and another were never seen together, the weightiest first. */
function misfitOf(statistics: Statistics, doubt: Doubt, scene: Scene): Misfit {
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

/** The words of a document that more than one of its sentences has, in their base form. */
function repeatedLemmas({ pairs }: AnnotatedDocument): ReadonlySet<string> {
  const [once, more] = [new Set<string>(), new Set<string>()];
  for (const { tokens } of pairs.flatMap(({ sentences }) => sentences))
    for (const lemma of new Set(tokens.map((token) => token.lemma))) (once.has(lemma) ? more : once).add(lemma);
  return more;
}

const repeated = new WeakMap<AnnotatedDocument, ReadonlySet<string>>();

/** A word that the document has in several sentences is what it is about, or a word it likes; a slip comes alone. */
function isRepeated({ document }: SentenceView, lemma: string): boolean {
  const known = repeated.get(document) ?? repeatedLemmas(document);
  repeated.set(document, known);
  return known.has(lemma);
}

/** A doubtful word of a sentence that stays one when its surroundings are read as well. */
interface JudgedDoubt extends Misfit {
  readonly doubt: Doubt;
  readonly token: Token;
}

/** What the statistics make of a sentence. */
interface Judgement {
  readonly statistics: Statistics;
  readonly scene: Scene | undefined;
  readonly judged: readonly JudgedDoubt[];
}

function judge(view: SentenceView, statistics: Statistics): Judgement {
  const { target } = view;
  if (!isRunningText(view)) return { statistics, scene: undefined, judged: [] };
  const { scene, doubts } = statistics.doubtsIn(target.tokens);
  const judged = doubts.flatMap((doubt) => {
    const token = target.tokens[doubt.at];
    return token === undefined || isParticipleBeforeNoun(target, doubt.at) || isRepeated(view, token.lemma)
      ? []
      : [{ doubt, token, ...misfitOf(statistics, doubt, scene) }];
  });
  return { statistics, scene, judged };
}

const judgements = new WeakMap<Sentence, Judgement>();

/** What the statistics make of a sentence, worked out once for all kinds of misfit. */
function judgementOf(view: SentenceView, statistics: Statistics): Judgement {
  const known = judgements.get(view.target);
  if (known?.statistics === statistics) return known;
  const judgement = judge(view, statistics);
  judgements.set(view.target, judgement);
  return judgement;
}

function* misfits(view: SentenceView, sources: MisfitSources, wanted: Kind): Iterable<Detection> {
  const { target } = view;
  const { scene, judged } = judgementOf(view, sources.statistics);
  for (const { doubt, token, kind, other } of judged) {
    if (kind !== wanted || scene === undefined) continue;
    const certainty = certaintyOf(kind, doubt.probability);
    const partner = other === undefined ? undefined : target.tokens[other];
    yield found(
      textSpan(token.span.start, token.span.end),
      { word: token.text, ...(partner === undefined ? {} : { other: partner.text }) },
      {
        certainty,
        severity: certainty >= SURE ? "major" : "minor",
        clues: () => [{ kind: "fact", statement: evidenceOf(doubt, token.text, partner?.text), source: SOURCE }],
        suggest: () => misfitCandidates(target, doubt, scene, sources),
      },
    );
  }
}

/** Words that hardly ever keep such company, after the statistics of the language. */
export const misfit = defineDetector({
  needsSource: false,
  options: (z) => z.strictObject({ kind: z.enum(KINDS) }),
  slots: ({ kind }) => (kind === "context" ? ["word"] : ["word", "other"]),
  configure: ({ kind }, { statistics, confusions, sourceLanguage: language }) => ({
    scope: "sentence",
    patterns: [],
    detect: (view) => misfits(view, { statistics, confusions, language }, kind),
  }),
});
