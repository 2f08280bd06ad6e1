import type { Sentence } from "../annotate/annotated.ts";
import { LOOKS_LIKE, type Replacement } from "../plausibility/candidates.ts";
import type { Scene } from "../plausibility/features.ts";
import type { Doubt } from "../plausibility/scorer.ts";
import { inflect } from "../text/inflect.ts";
import { soundAlike } from "../text/sound.ts";
import { ask, type Candidate } from "./detector.ts";
import { type MisfitSources, meantInstead } from "./misfit-confusions.ts";
import { formAt } from "./rewording.ts";

/** How much a candidate must fit better than the word that stands there. */
const CLEAR_GAIN = 2;
const LIKENESS_WEIGHT = 12;
const SOUND_BONUS = 1.5;
const [MOST_FITTING, MOST_ALIKE, MOST_HEARD] = [3, 3, 60];

interface Ranked extends Replacement {
  readonly score: number;
}

const best = (found: readonly Replacement[], score: (each: Replacement) => number): readonly Ranked[] =>
  found.map((each) => ({ ...each, score: score(each) })).sort((a, b) => b.score - a.score || a.unit - b.unit);

/** Words that fit the context, and words that look or sound like the wrong one: three of each at most, the likeliest first. */
export function rankReplacements(
  found: readonly Replacement[],
  unit: number,
  spellingOf: (unit: number) => string,
): readonly Replacement[] {
  const own = found.find((each) => each.unit === unit);
  const gaining = found.filter((each) => each.unit !== unit && each.fit > (own?.fit ?? 0) + CLEAR_GAIN);
  const alike = best(gaining, ({ fit, likeness }) => fit + LIKENESS_WEIGHT * likeness)
    .slice(0, MOST_HEARD)
    .map((each) =>
      soundAlike(spellingOf(each.unit), spellingOf(unit)) ? { ...each, score: each.score + SOUND_BONUS } : each,
    )
    .filter(({ likeness }) => likeness >= LOOKS_LIKE)
    .sort((a, b) => b.score - a.score || a.unit - b.unit)
    .slice(0, MOST_ALIKE);
  const fitting = best(gaining, ({ fit }) => fit)
    .filter(({ unit: each }) => !alike.some((other) => other.unit === each))
    .slice(0, MOST_FITTING);
  return [...alike, ...fitting];
}

/** The form of a word that belongs in the place: past tense and participle are one class of the statistics. */
function inPlace(sentence: Sentence, at: number, lemma: string, spelling: string): string {
  const token = sentence.tokens[at];
  if (token?.partOfSpeech !== "VERB") return spelling;
  const form = formAt(sentence, at, token.lemma);
  return lemma !== spelling && (form === "past" || form === "participle") ? inflect(lemma, form) : spelling;
}

const languageNames = new Intl.DisplayNames("en", { type: "language" });
const MOST_MEANT = 2;

/** What could stand in the place of a doubtful word: what looks or sounds alike, what the source may have meant, what fits. */
export function misfitCandidates(
  sentence: Sentence,
  doubt: Doubt,
  scene: Scene,
  sources: MisfitSources,
): readonly Candidate[] {
  const { at, unit } = doubt;
  const scorer = sources.statistics.scorer();
  const own = scorer.spellingOf(unit);
  const candidate = (other: number, why: string): Candidate =>
    ask(inPlace(sentence, at, scorer.lemmaOf(other), scorer.spellingOf(other)), why);
  const meant = meantInstead(sentence, doubt, scene, sources)
    .filter(({ gain }) => gain > CLEAR_GAIN)
    .slice(0, MOST_MEANT)
    .map(({ unit: other, of, language }) =>
      candidate(
        other,
        `${languageNames.of(language)} “${of}” is both “${scorer.lemmaOf(other)}” and “${scorer.lemmaOf(unit)}”`,
      ),
    );
  const ranked = rankReplacements(scorer.replacements(scene, at, unit), unit, scorer.spellingOf);
  const alike = ranked.filter(({ likeness }) => likeness >= LOOKS_LIKE);
  const likened = alike.map(({ unit: other }) =>
    candidate(other, `${soundAlike(scorer.spellingOf(other), own) ? "sounds" : "looks"} like “${own}” and fits here`),
  );
  const fitting = ranked.slice(alike.length).map(({ unit: other }) => candidate(other, "fits here"));
  return sources.language === undefined ? [...likened, ...meant, ...fitting] : [...meant, ...likened, ...fitting];
}
