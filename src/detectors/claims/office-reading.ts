import type { Mention, Sentence } from "../../annotate/annotated.ts";
import type { Entity } from "../../knowledge/fact.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { CLOSELY, personLikeFrom, personLikeUpTo } from "./person.ts";
import { entitiesOf, mentionFrom, mentionUpTo, wordAt } from "./reading.ts";

/** Titles by their words as tokens, longest first, each with the office that facts name. */
const TITLES: readonly (readonly [words: readonly string[], office: string])[] = [
  ["secretary - general", "secretary-general"],
  ["secretary general", "secretary-general"],
  ["director - general", "director-general"],
  ["director general", "director-general"],
  ["managing director", "managing director"],
  ["vice president", "vice president"],
  ["vice - president", "vice president"],
  ["prime minister", "prime minister"],
  ["foreign minister", "foreign minister"],
  ["high commissioner", "high commissioner"],
  ["supreme leader", "supreme leader"],
  ["crown prince", "crown prince"],
  ["premier", "prime minister"],
  ["president", "president"],
  ["chancellor", "chancellor"],
  ["king", "king"],
  ["queen", "queen"],
  ["emperor", "emperor"],
  ["sultan", "sultan"],
  ["emir", "emir"],
  ["leader", "leader"],
].map(([words = "", office = ""]) => [words.split(" "), office] as const);

/** The last words of titles. */
export const TITLE_WORDS = [...new Set(TITLES.flatMap(([words]) => words.slice(-1)))];

/** The offices of those who lead a country. */
export const HEADS: ReadonlySet<string> = new Set(
  "president|prime minister|chancellor|king|queen|emperor|sultan|emir|supreme leader|chairman".split("|"),
);

const NOT_IN_OFFICE =
  /^(?:former|ex|then|late|future|incoming|outgoing|deputy|vice|first|assistant|ousted|deposed|exiled|elected|acting|opposition|rebel|party|onetime|sometime|next|previous|shadow|designated|would|failed|vice)$/u;

/** Persons a claim may mean, and the tokens that name them. */
export interface Named {
  readonly start: number;
  readonly end: number;
  readonly persons: readonly Entity[];
  readonly isFull: boolean;
}

/** “DEMONYM TITLE NAME” and the like, read. Without an owner the title stands alone before the name. */
export interface OfficeClaim {
  readonly title: { readonly start: number; readonly end: number };
  readonly office: string;
  readonly owner: Mention | undefined;
  readonly name: Named;
  readonly start: number;
  readonly end: number;
}

const isCapitalised = (sentence: Sentence, index: number): boolean =>
  /^\p{Lu}/u.test(sentence.tokens[index]?.text ?? "");

/** A capitalised word of two letters or more: no “I”, no initial. */
const isSurname = (sentence: Sentence, index: number): boolean =>
  /^\p{Lu}\p{L}/u.test(sentence.tokens[index]?.text ?? "");

const known = (mention: Mention | undefined): Named | undefined => {
  const persons = mention === undefined ? [] : entitiesOf(mention, ["person"]);
  if (mention === undefined || persons.length === 0 || persons.length < mention.entities.length) return undefined;
  return { start: mention.start, end: mention.end, persons, isFull: mention.end - mention.start > 1 };
};

/** A person named from one token on, by a known name or a surname alone. */
function personFrom(sentence: Sentence, start: number, knowledge: Knowledge): Named | undefined {
  const named = known(mentionFrom(sentence, start));
  if (named !== undefined) return isCapitalised(sentence, named.end) ? undefined : named;
  const like = personLikeFrom(sentence, start, CLOSELY, knowledge);
  if (like !== undefined) return { start, end: like.end, persons: [like.person], isFull: true };
  if (!isSurname(sentence, start) || isCapitalised(sentence, start + 1) || wordAt(sentence, start + 1) === "-")
    return undefined;
  const persons = knowledge.holdersNamed(wordAt(sentence, start));
  return persons.length === 0 ? undefined : { start, end: start + 1, persons, isFull: false };
}

/** A person named up to one token. */
function personUpTo(sentence: Sentence, end: number, knowledge: Knowledge): Named | undefined {
  const named = known(mentionUpTo(sentence, end));
  if (named !== undefined) return named;
  const like = personLikeUpTo(sentence, end, CLOSELY, knowledge);
  if (like !== undefined) return { start: like.start, end, persons: [like.person], isFull: true };
  if (!isSurname(sentence, end - 1) || isCapitalised(sentence, end - 2) || /^[-.']$/u.test(wordAt(sentence, end - 2)))
    return undefined;
  const persons = knowledge.holdersNamed(wordAt(sentence, end - 1));
  return persons.length === 0 ? undefined : { start: end - 1, end, persons, isFull: false };
}

/** The title that ends with a token, and its first token. */
function titleUpTo(sentence: Sentence, last: number): { readonly start: number; readonly office: string } | undefined {
  const title = TITLES.find(([words]) =>
    words.every((word, index) => wordAt(sentence, last - words.length + 1 + index) === word),
  );
  return title === undefined ? undefined : { start: last - title[0].length + 1, office: title[1] };
}

const ownerForm = (owner: Mention, isPossessive: boolean): boolean =>
  isPossessive
    ? owner.form === "name" || owner.form === "acronym"
    : owner.form !== "people" && owner.form !== "misrendered";

/** The country that “the country's president” means: the only one its sentence has named. */
function countryBefore(sentence: Sentence, end: number): Mention | undefined {
  const before = sentence.mentions.filter(
    (mention) => mention.end <= end && mention.entities.every(({ kind }) => kind === "country"),
  );
  const ids = new Set(before.flatMap(({ entities }) => entities.map(({ id }) => id)));
  return ids.size === 1 ? before.at(-1) : undefined;
}

interface Owned {
  readonly owner: Mention | undefined;
  readonly start: number;
}

/** Who a title before a name belongs to. */
function ownerBefore(sentence: Sentence, title: number): Owned {
  const isPossessive = wordAt(sentence, title - 1) === "'s";
  if (isPossessive && wordAt(sentence, title - 2) === "country")
    return { owner: countryBefore(sentence, title - 2), start: title };
  const owner = mentionUpTo(sentence, isPossessive ? title - 1 : title);
  return owner !== undefined && ownerForm(owner, isPossessive)
    ? { owner, start: owner.start }
    : { owner: undefined, start: title };
}

/** The office claim around the last word of a title. */
export function readOffice(sentence: Sentence, last: number, knowledge: Knowledge): OfficeClaim | undefined {
  const title = titleUpTo(sentence, last);
  if (
    title === undefined ||
    NOT_IN_OFFICE.test(wordAt(sentence, title.start - 1)) ||
    wordAt(sentence, last + 1) === "-"
  )
    return undefined;
  const place = { start: title.start, end: last + 1 };
  const isOf = wordAt(sentence, last + 1) === "of";
  if (isOf) return ofOwner(sentence, title.office, place, knowledge);
  const { owner, start } = ownerBefore(sentence, title.start);
  const before = wordAt(sentence, start - 1);
  if (NOT_IN_OFFICE.test(before) || (before === "-" && NOT_IN_OFFICE.test(wordAt(sentence, start - 2))))
    return undefined;
  const name = personFrom(sentence, last + (wordAt(sentence, last + 1) === "," ? 2 : 1), knowledge);
  if (name !== undefined) return { title: place, office: title.office, owner, name, start, end: name.end };
  const link = before === "the" ? start - 2 : start - 1;
  const isClosed = /^(?:[,.;:!?)]|)$/u.test(wordAt(sentence, last + 1));
  const apposed = isClosed && wordAt(sentence, link) === "," ? personUpTo(sentence, link, knowledge) : undefined;
  if (apposed === undefined || owner === undefined) return undefined;
  return { title: place, office: title.office, owner, name: apposed, start: apposed.start, end: last + 1 };
}

/** “NAME, [the] TITLE of OWNER” and “TITLE of OWNER[,] NAME”. */
function ofOwner(
  sentence: Sentence,
  office: string,
  title: OfficeClaim["title"],
  knowledge: Knowledge,
): OfficeClaim | undefined {
  const owner = mentionFrom(sentence, title.end + (wordAt(sentence, title.end + 1) === "the" ? 2 : 1));
  if (owner === undefined || !ownerForm(owner, true) || wordAt(sentence, owner.end) === "'s") return undefined;
  const link = wordAt(sentence, title.start - 1) === "the" ? title.start - 2 : title.start - 1;
  const isLinked = wordAt(sentence, link) === "," || wordAt(sentence, link) === "is";
  const before = isLinked ? personUpTo(sentence, link, knowledge) : undefined;
  if (before !== undefined) return { title, office, owner, name: before, start: before.start, end: owner.end };
  const after = personFrom(sentence, owner.end + (wordAt(sentence, owner.end) === "," ? 1 : 0), knowledge);
  return after === undefined ? undefined : { title, office, owner, name: after, start: title.start, end: after.end };
}
