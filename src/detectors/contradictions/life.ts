import type { LocatedDetection } from "../detector.ts";
import { against, type DocumentReader, isTitle, type Place, placesOf, spanIn, wordsIn } from "./reading.ts";

const NAME = String.raw`\p{Lu}[\p{L}’'-]+(?: (?:al-|bin |de |van |von )?\p{Lu}[\p{L}’'-]+){0,3}`;
const DEATH = new RegExp(
  String.raw`(?<name>${NAME})(?:, [^,]{1,40},)? (?:(?:was|has been|had been) (?:shot dead|killed|murdered|assassinated|executed|found dead)|has died|died|passed away)\b`,
  "gu",
);
const KILLED_OBJECT =
  /\b(?:killed|murdered) (?:the|a|an|his|her|its|their) (?<noun>driver|pilot|guard|suspect|gunman|attacker|victim|hostage|mayor|judge|bishop|priest|commander|captain|soldier|officer|policeman|journalist|minister|owner|passenger|boy|girl|man|woman|bride|groom|baby|child)\b(?!['’]s)/gu;
const UNSURE =
  /\b(?:not|never|n['’]t|nearly|almost|if|would|could|might|may|reported(?:ly)?|rumou?r\w*|alleged\w*|believed|feared|thought|denied|claim\w*|fake|false|hoax|before|when|after|year|years|\d{4})\b/iu;
const EARLIER =
  /\b(?:had|before|earlier|last|previous\w*|once|in (?:19|20)\d\d|\d+ (?:years|months|weeks|days) (?:ago|before)|late|posthumous\w*|recorded|letter|diary|will|memoir|video|would|funeral|buried|interview|born)\b/iu;
const ALIVE = String.raw`(?:is|remains|are) (?:now )?(?:recovering|being treated|in (?:a )?(?:stable|critical|serious)|expected to recover|in hospital|out of danger)|survived|was (?:discharged|released)|will (?:recover|survive)`;
const SPEAKS = "(?:said|told|added|vowed|promised|announced|thanked|addressed|declared|tweeted|appeared|arrived|met)";
const DAY = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/u;

interface Death {
  readonly place: Place;
  readonly who: string;
  readonly isName: boolean;
  readonly start: number;
  readonly end: number;
  readonly day: string | undefined;
}

function deathsIn(place: Place): readonly Death[] {
  const text = wordsIn(place);
  if (!/\b(?:killed|died|dead|murdered|executed|assassinated|passed away)\b/u.test(text) || UNSURE.test(text))
    return [];
  const day = DAY.exec(text)?.[0];
  const named = [...text.matchAll(DEATH)].map((match) => ({
    match,
    who: /\S+$/u.exec(match.groups?.name ?? "")?.[0] ?? "",
    isName: true,
  }));
  const objects = [...text.matchAll(KILLED_OBJECT)].map((match) => ({
    match,
    who: match.groups?.noun ?? "",
    isName: false,
  }));
  return [...named, ...objects].map(({ match, who, isName }) => ({
    place,
    who,
    isName,
    start: match.index,
    end: match.index + match[0].length,
    day,
  }));
}

/** Where a later sentence shows the dead alive. */
function aliveIn(
  place: Place,
  { who, isName, day }: Death,
): { readonly start: number; readonly end: number } | undefined {
  const text = wordsIn(place);
  if (!text.includes(who) || EARLIER.test(text)) return undefined;
  const subject = isName ? `(?<!\\p{Lu}[\\p{L}-]+(?<!day) )(?<![\\p{L}-])${who}` : `\\b[Tt]he ${who}`;
  const well = new RegExp(`${subject} (?:${ALIVE})`, "u").exec(text);
  if (well !== null) return { start: well.index, end: well.index + well[0].length };
  const other = DAY.exec(text)?.[0];
  if (!isName || other === undefined || other === day) return undefined;
  const spoke = new RegExp(String.raw`${subject} ${SPEAKS}\b`, "u").exec(text);
  return spoke === null ? undefined : { start: spoke.index, end: spoke.index + spoke[0].length };
}

/** Somebody who has died and then speaks or recovers. */
export const life: DocumentReader = function* (document) {
  const places = placesOf(document).filter((place) => !isTitle(place));
  const deaths: Death[] = [];
  for (const place of places) {
    for (const death of deaths) {
      const alive = aliveIn(place, death);
      if (alive === undefined) continue;
      const note = `Here ${death.isName ? "" : "the "}${death.who} is dead`;
      const located: LocatedDetection = against(
        place,
        spanIn(place, alive.start, alive.end),
        { match: wordsIn(place).slice(alive.start, alive.end), who: death.isName ? death.who : `the ${death.who}` },
        { place: death.place, span: spanIn(death.place, death.start, death.end), note },
      );
      yield located;
    }
    deaths.push(...deathsIn(place));
  }
};
