import { inflect } from "../../text/inflect.ts";
import { spanOf, wordsOf } from "../claims/reading.ts";
import { ask } from "../detector.ts";
import { formAt } from "../rewording.ts";
import { against, type DocumentReader, isTitle, type Place, placesOf, wordsIn } from "./reading.ts";

/** Deeds and their opposites. Each pair is read both ways. */
const PAIRS =
  "suspend:resume reject:approve reject:accept reject:pass acquit:convict deny:admit deny:confirm ban:allow win:lose raise:lower raise:cut increase:reduce increase:cut rise:fall open:close arrest:release arrest:free join:leave join:quit support:oppose back:oppose start:end begin:end halt:resume stop:resume agree:refuse accept:refuse praise:condemn welcome:condemn expel:invite deploy:withdraw impose:lift legalise:ban legalize:ban hire:dismiss appoint:dismiss strengthen:weaken advance:retreat recapture:lose seize:lose";

const opposites = new Map<string, Set<string>>();
for (const pair of PAIRS.split(" ")) {
  const [one = "", other = ""] = pair.split(":");
  for (const [a, b] of [
    [one, other],
    [other, one],
  ] as const)
    opposites.set(a, (opposites.get(a) ?? new Set()).add(b));
}

const CONTENT = new Set(["NOUN", "PROPN", "VERB", "ADJ"]);
const lemmasIn = ({ sentence }: Place): readonly string[] =>
  sentence.tokens
    .filter(({ partOfSpeech }) => CONTENT.has(partOfSpeech))
    .map(({ lemma, lower, text }) => (/^\p{Lu}/u.test(text) ? lower : lemma.toLowerCase()));

/** A plain lemma for headline verbs, which the tagger takes for nouns: “suspends”, “acquits”. */
function lemmaIn(lower: string, lemma: string): string {
  if (opposites.has(lemma)) return lemma;
  const bare = lower.replace(/(?:es|s)$/u, "");
  return [lower.replace(/s$/u, ""), bare, lower.replace(/ies$/u, "y")].find((word) => opposites.has(word)) ?? lemma;
}

const HEDGED =
  /\b(?:not|never|n['’]t|no|after|but|despite|although|though|until|before|former\w*|had|if|may|might|could|would|plans?|threat\w*|urg\w+|call\w*|ask\w*|want\w*|earlier|previous\w*|again|instead|whether|overturn\w*|appeal\w*|while|when|then|revers\w+)\b/iu;
/** “Denied on Thursday after a debate” is no change of mind. */
const withoutFollowing = (text: string): string => text.replace(/\bafter (?:an? |the |\w+ hours)[^,.]*/gu, "");

/** Whether a word in a headline is the last of its object, not its verb: “lifts fishing ban”. */
const isObject = ({ sentence: { tokens } }: Place, index: number): boolean =>
  index === tokens.length - 1 || /^(?:on|in|for|at|of|from|to)$/u.test(tokens[index + 1]?.lower ?? "");

const MOST_LEADS = 2;
const LEAST_SHARED = 2;

/** A headline that says the opposite of the first sentences. */
export const headline: DocumentReader = function* (document) {
  const places = placesOf(document);
  const [title] = places.filter(isTitle);
  if (title === undefined || HEDGED.test(wordsIn(title))) return;
  const verbs = title.sentence.tokens.flatMap(({ lower, lemma }, index) => {
    const found = lemmaIn(lower, lemma.toLowerCase());
    return opposites.has(found) && index > 0 && !isObject(title, index) ? [{ index, lemma: found }] : [];
  });
  if (verbs.length !== 1) return;
  const [verb] = verbs;
  const words = new Set(lemmasIn(title));
  for (const place of places.filter((each) => !isTitle(each)).slice(0, MOST_LEADS)) {
    if (verb === undefined || HEDGED.test(withoutFollowing(wordsIn(place)))) continue;
    const own = lemmasIn(place);
    const lemmas = place.sentence.tokens.map(({ lower, lemma }) => lemmaIn(lower, lemma.toLowerCase()));
    if (lemmas.includes(verb.lemma) || own.filter((word) => words.has(word)).length < LEAST_SHARED) continue;
    const index = place.sentence.tokens.findIndex(
      ({ partOfSpeech }, at) => partOfSpeech === "VERB" && opposites.get(verb.lemma)?.has(lemmas[at] ?? "") === true,
    );
    const next = place.sentence.tokens.slice(index + 1, index + 8).map(({ lemma }) => lemma.toLowerCase());
    if (index < 0 || !next.some((word) => words.has(word))) continue;
    const repair = inflect(verb.lemma, formAt(place.sentence, index, lemmas[index] ?? ""));
    yield against(
      place,
      spanOf(place.sentence, index, index + 1),
      { match: wordsOf(place.sentence, index, index + 1), other: wordsOf(title.sentence, verb.index, verb.index + 1) },
      {
        place: title,
        span: spanOf(title.sentence, verb.index, verb.index + 1),
        note: "The headline says the opposite",
      },
      { suggest: () => [ask(repair, "As the headline has it; ask the source which is right.")] },
    );
    return;
  }
};
