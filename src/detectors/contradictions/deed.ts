import type { Sentence, Token } from "../../annotate/annotated.ts";
import { spanOf, wordsOf } from "../claims/reading.ts";
import { ask, type LocatedDetection } from "../detector.ts";
import { against, type DocumentReader, isTitle, type Place, placesOf } from "./reading.ts";

/** What one does to another, each with the nouns for it. */
const DEEDS: ReadonlyMap<string, readonly string[]> = new Map(
  "attack:attack,assault,raid invade:invasion bomb:bombing bombard:bombardment,shelling shell:shelling raid:raid ambush:ambush storm:attack,storming,assault assault:assault,attack maul:attack bite:attack kill:killing,murder murder:murder,killing stab:attack,stabbing shoot:shooting,killing arrest:arrest detain:arrest,detention kidnap:kidnapping,abduction abduct:abduction,kidnapping rob:robbery sue:lawsuit,suit accuse:accusation beat:victory,win,defeat defeat:victory,win,defeat hit:attack,strike annex:annexation occupy:occupation betray:betrayal besiege:siege torture:torture rape:rape evict:eviction expel:expulsion sack:dismissal dismiss:dismissal hire:hiring acquire:acquisition,takeover buy:purchase,acquisition,takeover threaten:threat insult:insult"
    .split(" ")
    .map((row) => {
      const [verb = "", nouns = ""] = row.split(":");
      return [verb, nouns.split(",")] as const;
    }),
);
/** What one hands to another: “A sends grain to B”. */
const GIVING = new Set(["send", "give", "lend", "donate", "deliver", "pay", "lose"]);
/** Words after which the other may have done the same, or done it at another time. */
const BOTH_WAYS =
  /\b(?:retaliat\w+|counter\w*|respon\w+|reveng\w+|aveng\w+|repris\w+|return\w*|each other|one another|mutual\w*|also|in turn|back|again|another|earlier|previous\w*|last|later|ago|since|before|after|would|could|should|might|may|if|not|never|n['’]t|no|denied|failed|tried|wanted|plan\w*|prevent\w*|clash\w*|war|cross-border|both|then|second|first|former\w*|alleg\w*|had|1\d{3}|20\d\d)\b/iu;

/** The same, said after the deed. */
const ANSWERED =
  /\b(?:retaliat\w+|counter\w*|respon\w+|reveng\w+|aveng\w+|repris\w+|each other|one another|mutual\w*|in turn|hit back|fought back|1\d{3}|20\d\d|last|ago|earlier|later)\b/iu;

/** Whether nothing around a deed says that it may have been done both ways. */
function isOneWay({ place, start, end }: Deed): boolean {
  const { sentence } = place;
  const whole = wordsOf(sentence, 0, sentence.tokens.length);
  return !BOTH_WAYS.test(wordsOf(sentence, 0, end)) && !ANSWERED.test(whole.slice(wordsOf(sentence, 0, start).length));
}

const isNoun = (token: Token | undefined): boolean =>
  token?.partOfSpeech === "NOUN" || token?.partOfSpeech === "PROPN" || /^\p{Lu}\p{Ll}/u.test(token?.text ?? "");

/** The word by which somebody is known again: a noun's singular, a name's own word. */
const headOf = (token: Token): string =>
  /^\p{Lu}/u.test(token.text) && token.partOfSpeech !== "NOUN" ? token.lower : token.lemma.toLowerCase();

const NAME_LETTERS = 5;
/** Whether two words name one party: equal, or name and adjective of one place. */
const isOne = (one: string, other: string): boolean =>
  one === other ||
  (one.length > NAME_LETTERS &&
    other.length > NAME_LETTERS &&
    one.slice(0, NAME_LETTERS) === other.slice(0, NAME_LETTERS));

interface Party {
  readonly head: string;
  readonly start: number;
  readonly end: number;
}

/** The party whose words begin with a token: articles, adjectives and numbers up to its last noun. */
function partyFrom({ tokens }: Sentence, from: number): Party | undefined {
  let at = from;
  while (/^(?:DET|ADJ|NUM)$/u.test(tokens[at]?.partOfSpeech ?? "") && !isNoun(tokens[at + 1]) && at - from < 3) at += 1;
  if (/^(?:DET|ADJ|NUM)$/u.test(tokens[at]?.partOfSpeech ?? "") && !/^\p{Lu}/u.test(tokens[at]?.text ?? "")) at += 1;
  if (!isNoun(tokens[at])) return undefined;
  while (isNoun(tokens[at + 1])) at += 1;
  const token = tokens[at];
  return token === undefined ? undefined : { head: headOf(token), start: from, end: at + 1 };
}

/** The party whose words end before a token. */
function partyUpTo({ tokens }: Sentence, end: number): Party | undefined {
  const token = tokens[end - 1];
  if (token === undefined || !isNoun(token)) return undefined;
  let start = end - 1;
  while (
    start > 0 &&
    end - start < 5 &&
    (isNoun(tokens[start - 1]) || /^(?:DET|ADJ|NUM)$/u.test(tokens[start - 1]?.partOfSpeech ?? ""))
  )
    start -= 1;
  return { head: headOf(token), start, end };
}

interface Deed {
  readonly place: Place;
  readonly verb: string;
  readonly doer: Party;
  readonly victim: Party;
  readonly start: number;
  readonly end: number;
}

/** “DOER attacked VICTIM” and “VICTIM was attacked by DOER”. */
function told(place: Place, index: number, verb: string): Deed | undefined {
  const { sentence } = place;
  const { tokens } = sentence;
  let subject = index;
  while (/^(?:has|have|had|been|is|was|were|are|\p{L}+ly|also)$/u.test(tokens[subject - 1]?.lower ?? "")) subject -= 1;
  const isPassive = /^(?:was|were|been|is|are)$/u.test(tokens[index - 1]?.lower ?? "");
  const before = partyUpTo(sentence, subject);
  const after = partyFrom(sentence, isPassive ? index + 2 : index + 1);
  if (before === undefined || after === undefined || (isPassive && tokens[index + 1]?.lower !== "by")) return undefined;
  if (/^(?:by|in|on|at|of|near|from|for|to|with)$/u.test(tokens[before.start - 1]?.lower ?? "")) return undefined;
  const [doer, victim] = isPassive ? [after, before] : [before, after];
  return doer.head === victim.head ? undefined : { place, verb, doer, victim, start: before.start, end: after.end };
}

/** “GIVER will send … to TAKER”. */
function given(place: Place, index: number, verb: string): Deed | undefined {
  const { sentence } = place;
  const { tokens } = sentence;
  let subject = index;
  while (/^(?:has|have|will|to|is|are)$/u.test(tokens[subject - 1]?.lower ?? "")) subject -= 1;
  const to = tokens.findIndex(({ lower }, at) => at > index + 1 && at < index + 7 && lower === "to");
  const before = partyUpTo(sentence, subject);
  const after = to < 0 ? undefined : partyFrom(sentence, to + 1);
  if (before === undefined || after === undefined || before.head === after.head) return undefined;
  if (/^(?:by|in|on|at|of|near|from|for|to|with)$/u.test(tokens[before.start - 1]?.lower ?? "")) return undefined;
  return { place, verb, doer: before, victim: after, start: before.start, end: after.end };
}

/** “DOER's attack on VICTIM” and “DEMONYM invasion of VICTIM”. */
function named(place: Place, index: number, verb: string): Deed | undefined {
  const { sentence } = place;
  const { tokens } = sentence;
  if (!/^(?:on|of|against|over)$/u.test(tokens[index + 1]?.lower ?? "")) return undefined;
  const victim = partyFrom(sentence, index + 2);
  const owner = tokens[index - 1];
  const isPossessive = owner?.lower === "'s" || owner?.lower === "'";
  const doer =
    isPossessive || /^\p{Lu}/u.test(owner?.text ?? "")
      ? partyUpTo(sentence, isPossessive ? index - 1 : index)
      : undefined;
  const isDefeat = tokens[index]?.lower === "defeat" && tokens[index + 1]?.lower !== "of";
  if (doer === undefined || victim === undefined || isDefeat) return undefined;
  const start = /^(?:the|an?)$/u.test(tokens[doer.start]?.lower ?? "") ? doer.start + 1 : doer.start;
  return { place, verb, doer, victim, start, end: victim.end };
}

const lemmaOf = ({ lemma, lower }: Token): string =>
  lower === "shot" ? "shoot" : lower === "beat" ? "beat" : lemma.toLowerCase();

/** The verb of each noun: “raid” is of “raid”, “invasion” of “invade”. */
const VERB_OF = new Map([...DEEDS].toReversed().flatMap(([verb, nouns]) => nouns.map((noun) => [noun, verb] as const)));

function deedsIn(place: Place): readonly Deed[] {
  return place.sentence.tokens.flatMap((token, index) => {
    const lemma = lemmaOf(token);
    const isVerb = token.partOfSpeech === "VERB" && DEEDS.has(lemma);
    const isGiving = token.partOfSpeech === "VERB" && GIVING.has(lemma);
    const verb = isVerb ? told(place, index, lemma) : isGiving ? given(place, index, lemma) : undefined;
    if (verb !== undefined) return [verb];
    const noun = token.partOfSpeech === "NOUN" || token.partOfSpeech === "VERB" ? VERB_OF.get(lemma) : undefined;
    return (noun === undefined ? undefined : named(place, index, noun)) ?? [];
  });
}

/** Whether two words may be of one deed: “attacked”, “raid”. */
const isSameDeed = (one: string, other: string): boolean =>
  one === other || (DEEDS.get(one) ?? []).some((noun) => DEEDS.get(other)?.includes(noun));

const FURTHEST = 3;

function detection(earlier: Deed, later: Deed): LocatedDetection {
  const { sentence } = later.place;
  const words = (party: Party) => wordsOf(sentence, party.start, party.end);
  const [one, other] = [later.doer, later.victim].sort((a, b) => a.start - b.start);
  const between = one === undefined || other === undefined ? "" : wordsOf(sentence, one.end, other.start);
  const isName = /^\p{Lu}/u.test(words(later.doer)) === /^\p{Lu}/u.test(words(later.victim));
  const spaced = sentence.tokens[one?.end ?? 0]?.spaceBefore === true ? " " : "";
  const first = sentence.tokens[later.start]?.lower === "the" ? "the " : "";
  return against(
    later.place,
    spanOf(sentence, later.start, later.end),
    {
      match: wordsOf(sentence, later.start, later.end),
      other: wordsOf(earlier.place.sentence, earlier.start, earlier.end),
    },
    {
      place: earlier.place,
      span: spanOf(earlier.place.sentence, earlier.start, earlier.end),
      note: "Here it is the other way round",
    },
    {
      suggest: () =>
        one === undefined || other === undefined || !isName || first !== ""
          ? []
          : [
              ask(
                `${words(other)}${spaced}${between} ${words(one)}`,
                "As earlier in the text; ask the source which is right.",
              ),
            ],
    },
  );
}

/** Doer and victim of one deed, told in each other's place. */
export const deed: DocumentReader = function* (document) {
  const places = placesOf(document);
  const deeds = places.map((place) => deedsIn(place).filter(isOneWay));
  const inTitles: Deed[] = [];
  for (const [index, all] of deeds.entries()) {
    const before = [...inTitles, ...deeds.slice(Math.max(0, index - FURTHEST), index).flat()];
    for (const later of all) {
      const earlier = before.findLast(
        ({ verb, doer, victim }) =>
          isSameDeed(verb, later.verb) && isOne(doer.head, later.victim.head) && isOne(victim.head, later.doer.head),
      );
      if (earlier !== undefined) yield detection(earlier, later);
    }
    inTitles.push(...all.filter(({ place }) => isTitle(place)));
  }
};
