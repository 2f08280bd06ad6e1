import type { Sentence } from "../annotate/annotated.ts";
import type { Scene } from "../plausibility/features.ts";
import type { Doubt } from "../plausibility/scorer.ts";
import type { Statistics } from "../plausibility/statistics.ts";
import type { Confused, Confusions, Use } from "./confusions.ts";

/** What a doubtful word is looked up in. */
export interface MisfitSources {
  readonly statistics: Statistics;
  readonly confusions: Confusions;
  readonly language: string | undefined;
}

/** A word that the source may have meant instead, and how much better than the doubtful one it fits. */
export interface Meant extends Confused {
  readonly unit: number;
  readonly gain: number;
}

const USES: Readonly<Record<string, Use>> = { VERB: "verb", NOUN: "noun", ADJ: "adjective" };

/** Words that one word of another language covers together with the doubtful one, the best first. Only what fits better. */
export function meantInstead(
  { tokens }: Sentence,
  { at, unit, partOfSpeech }: Doubt,
  scene: Scene,
  { statistics, confusions, language }: MisfitSources,
): readonly Meant[] {
  const use = USES[partOfSpeech];
  const token = tokens[at];
  if (use === undefined || token === undefined) return [];
  const scorer = statistics.scorer();
  const lemma = scorer.lemmaOf(unit);
  const known = confusions.confusedWith(use, lemma, language);
  const confused = known.length > 0 ? known : confusions.confusedWith(use, token.lemma, language);
  if (confused.length === 0) return [];
  const [own, ...others] = scorer.replacementsAmong(
    scene,
    at,
    unit,
    confused.map(({ word }) => word),
  );
  return others
    .flatMap(({ unit: other, fit }) => {
      const word = scorer.lemmaOf(other);
      const row = confused.find((each) => each.word === word);
      const gain = fit - (own?.fit ?? 0);
      return row === undefined || gain <= 0 ? [] : [{ ...row, unit: other, gain }];
    })
    .sort((a, b) => b.gain - a.gain || a.unit - b.unit);
}
