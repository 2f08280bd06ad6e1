import type { Sentence, Token } from "../annotate/annotated.ts";
import { textSpan } from "../core/span.ts";
import { formOf, inflect } from "../text/inflect.ts";
import { similarity } from "../text/similarity.ts";
import { type CollocationIndex, indexCollocations, type VerbVerdict } from "./collocation-index.ts";
import { objectOf } from "./collocation-object.ts";
import { isDeterminer, isHyphenated, isQuote } from "./collocation-phrase.ts";
import { ask, type Candidate, type Detection, defineDetector, found, type SentenceView } from "./detector.ts";
import { formAt, reword } from "./rewording.ts";
import { isRunningText } from "./running-text.ts";

const RELATIONS = ["verb-object", "modifier-noun"] as const;
const MOST_CANDIDATES = 5;
const LOOKS_LIKE = 0.3;
/** How much a look-alike verb gains over its place in the list. */
const LIKENESS_WEIGHT = 0.25;
/** How many tokens after the object are searched for a word that makes it right. */
const REACH = 6;

const isCapitalised = ({ text }: Token): boolean => /^\p{Lu}/u.test(text);

const withFirstInflected = (phrase: string, form: Parameters<typeof inflect>[1]): string => {
  const [first = "", ...rest] = phrase.split(" ");
  return [inflect(first, form), ...rest].join(" ");
};

function reasonFor(verb: string, noun: Token, isPlural: boolean, wrong: Token, likeness: number): string {
  const fits = `fits: ${isPlural ? `${noun.lower} are` : `the ${noun.lower} is`} ${withFirstInflected(verb, "participle")}`;
  return likeness >= LOOKS_LIKE ? `${fits}; looks like “${wrong.lower}”` : fits;
}

/** Verbs that go with the object, by their place in the list and their likeness to the wrong verb. */
function verbCandidates(
  sentence: Sentence,
  at: { readonly verb: number; readonly noun: number },
  verdict: VerbVerdict,
): readonly Candidate[] {
  const [verb, noun] = [sentence.tokens[at.verb], sentence.tokens[at.noun]];
  if (verb === undefined || noun === undefined) return [];
  const form =
    verb.partOfSpeech === "NOUN" ? formOf(verb.lower, verdict.lemma, "verb") : formAt(sentence, at.verb, verdict.lemma);
  const first = Math.min(verb.span.start, noun.span.start);
  const last = Math.max(verb.span.end, noun.span.end);
  const { candidates, repairs } = verdict;
  return candidates
    .map((candidate, place) => {
      const likeness = similarity(candidate, verdict.lemma);
      return {
        candidate,
        likeness,
        score: LIKENESS_WEIGHT * likeness - place / candidates.length + (repairs.includes(candidate) ? 1 : 0),
      };
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_CANDIDATES)
    .map(({ candidate, likeness }) => {
      const words =
        sentence.text.slice(first, verb.span.start) +
        withFirstInflected(candidate, form) +
        sentence.text.slice(verb.span.end, last);
      return ask(
        words,
        reasonFor(candidate, noun, /s$/u.test(noun.lower) && noun.lower !== noun.lemma, verb, likeness),
      );
    });
}

const isMadeRight = (tokens: readonly Token[], last: number, { unless }: VerbVerdict): boolean =>
  unless.length > 0 && tokens.slice(last + 1, last + 1 + REACH).some(({ lower }) => unless.includes(lower));

function* implausibleVerbs({ target }: SentenceView, index: CollocationIndex): Iterable<Detection> {
  for (const [place, token] of target.tokens.entries()) {
    if (token.kind !== "word" || !index.isVerb(token.lower)) continue;
    const pair = objectOf(target, place);
    const noun = pair === undefined ? undefined : target.tokens[pair.noun];
    if (pair === undefined || noun === undefined || (pair.isBare && index.isNoun(token.lower))) continue;
    const verdict = index.judgeVerb(token.lower, noun.lower);
    const isNounTagged = token.partOfSpeech !== "VERB" && token.lower === verdict?.lemma;
    if (verdict === undefined || isNounTagged || isMadeRight(target.tokens, Math.max(pair.verb, pair.noun), verdict))
      continue;
    const span = textSpan(Math.min(token.span.start, noun.span.start), Math.max(token.span.end, noun.span.end));
    yield found(
      span,
      { verb: token.text, noun: noun.text, because: verdict.because },
      { suggest: () => verbCandidates(target, pair, verdict) },
    );
  }
}

/** The noun at `place` ends its phrase and is no name. */
function isHead(tokens: readonly Token[], place: number): boolean {
  const [noun, next] = [tokens[place], tokens[place + 1]];
  if (noun?.partOfSpeech !== "NOUN" || isCapitalised(noun) || isHyphenated(tokens, place)) return false;
  return (
    next === undefined ||
    !(next.partOfSpeech === "NOUN" || next.partOfSpeech === "PROPN" || isQuote(next) || next.lower === "'s")
  );
}

/** The word at `place` is no name and no verb whose object follows. */
function isModifierAt(tokens: readonly Token[], place: number): boolean {
  const [token, before] = [tokens[place], tokens[place - 1]];
  if (token === undefined || (place > 0 && isCapitalised(token))) return false;
  if (token.partOfSpeech === "ADJ" || token.partOfSpeech === "NOUN") return true;
  return (
    token.partOfSpeech === "VERB" && before !== undefined && (isDeterminer(before) || before.partOfSpeech === "ADJ")
  );
}

function* implausibleModifiers({ target }: SentenceView, index: CollocationIndex): Iterable<Detection> {
  const { tokens } = target;
  for (const [place, token] of tokens.entries()) {
    if (!index.isModifier(token.lower) || !isHead(tokens, place + 1) || isHyphenated(tokens, place)) continue;
    const [before, noun] = [tokens[place - 1], tokens[place + 1]];
    if (noun === undefined || !isModifierAt(tokens, place) || (before !== undefined && isQuote(before))) continue;
    const verdict = index.judgeModifier(token.lower, noun.lower);
    if (verdict === undefined) continue;
    const number = noun.lower === verdict.noun ? "base" : "plural";
    yield found(
      textSpan(token.span.start, noun.span.end),
      { modifier: token.text, noun: noun.text, because: verdict.because },
      {
        suggest: () =>
          verdict.repairs.map((repair) =>
            ask(reword(repair, { modifier: token.lower, noun: noun.text }, number), verdict.because),
          ),
      },
    );
  }
}

/** Words that never go together: a verb and its object, a modifier and its noun. */
export const collocation = defineDetector({
  needsSource: false,
  options: (z) => z.strictObject({ relation: z.enum(RELATIONS) }),
  slots: ({ relation }) => [relation === "verb-object" ? "verb" : "modifier", "noun", "because"],
  configure: ({ relation }, { collocations }) => {
    const index = indexCollocations(collocations);
    return {
      scope: "sentence",
      patterns: [],
      *detect(view) {
        if (!isRunningText(view)) return;
        yield* relation === "verb-object" ? implausibleVerbs(view, index) : implausibleModifiers(view, index);
      },
    };
  },
});
