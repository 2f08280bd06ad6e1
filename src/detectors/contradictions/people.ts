import type { AnnotatedDocument } from "../../annotate/annotated.ts";
import { type Place, placesOf, wordsIn } from "./reading.ts";

const PARTICLE = String.raw`(?:al-|el-|bin |ibn |de |da |dos |del |di |van |von |der |la |le )`;
const WORD = String.raw`\p{Lu}\p{L}[\p{L}’'-]*`;

/** A name of two to four words. */
export const FULL_NAME = String.raw`${WORD}(?: \p{Lu}\.)?(?: ${PARTICLE}*${WORD}){1,3}`;
/** A name of one to four words. */
export const ANY_NAME = String.raw`${WORD}(?: \p{Lu}\.)?(?: ${PARTICLE}*${WORD}){0,3}`;

/** The last word of a name. */
export const surnameOf = (name: string): string => name.slice(name.lastIndexOf(" ") + 1);

/** Words that stand before a name and are no part of it. */
const TITLE =
  /^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lady|Lord|Madam|Madame|President|Minister|Chancellor|Premier|Senator|Governor|Mayor|General|Colonel|Captain|Major|Judge|Justice|King|Queen|Prince|Princess|Pope|Father|Sister|Rabbi|Imam|Sheikh|Doctors?|Police|Officers?|But|And|When|While|The|A|An|In|On|At|As|After|Before|For|From|With|Both|If|That|This|Her|His|Their|Its|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)$/u;

const fullNamesKnown = new WeakMap<AnnotatedDocument, ReadonlyMap<string, ReadonlySet<string>>>();
const FULL = new RegExp(String.raw`(?<![\p{L}\p{N}-])${FULL_NAME}`, "gu");

/** The first words by which each surname of a document is introduced: “Biden” by “Joe” and “Jill”. */
function givenNames(document: AnnotatedDocument): ReadonlyMap<string, ReadonlySet<string>> {
  const known = fullNamesKnown.get(document);
  if (known !== undefined) return known;
  const bySurname = new Map<string, Set<string>>();
  for (const place of placesOf(document))
    for (const [name] of wordsIn(place).matchAll(FULL)) {
      const words = name.split(" ");
      while (words.length > 1 && TITLE.test(words[0] ?? "")) words.shift();
      const given = words.length > 1 ? words[0] : undefined;
      if (given === undefined) continue;
      const surname = surnameOf(name);
      bySurname.set(surname, (bySurname.get(surname) ?? new Set()).add(given));
    }
  fullNamesKnown.set(document, bySurname);
  return bySurname;
}

/** Whether a document introduces exactly one person of a surname. */
export const isOnlyOne = (document: AnnotatedDocument, surname: string): boolean =>
  givenNames(document).get(surname)?.size === 1;

/** Words that speak of relatives, who share a surname. */
const FAMILY =
  /\b(?:husbands?|wife|wives|spouses?|couple|marri\w+|widow\w*|wedding|brothers?|sisters?|sons?|daughters?|fathers?|mothers?|parents?|famil(?:y|ies)|siblings?|divorc\w+|cousins?|uncle|aunt|nephew|niece|twins?|grand(?:father|mother|son|daughter)s?|in-law|dynasty|junior|senior|elder|younger|Jr|Sr)\b/iu;

/** Whether a text speaks of relatives. */
const tellsFamily = (text: string): boolean => FAMILY.test(text);

/** Whether one of the places that name a surname speaks of relatives. */
export const hasRelatives = (document: AnnotatedDocument, surname: string): boolean =>
  placesOf(document).some((place: Place) => {
    const text = wordsIn(place);
    return text.includes(surname) && tellsFamily(text);
  });
