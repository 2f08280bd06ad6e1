import type { Entity } from "../knowledge/fact.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { nameKey } from "../knowledge/name.ts";
import { likenessOf, plainLetters, slipApart } from "../text/name-spelling.ts";
import type { NameForm } from "./name-mentions.ts";

/** Two spellings of one name: the one to keep and the one to give up. */
export interface SpellingPair {
  readonly usual: NameForm;
  readonly odd: NameForm;
  readonly certainty: number;
}

/** What tells names apart that look alike. */
interface Distinctions {
  readonly knowledge: Knowledge;
  /** Names that are alike and yet not one, in lower case, as "a b" in order of the alphabet. */
  readonly apart: ReadonlySet<string>;
}

const SHARED_CERTAINTY = 1;
const BARE_CERTAINTY = 0.85;
const SLIP_CERTAINTY = 0.85;
const LEAST_LETTERS = 5;
const LEAST_LETTERS_WHEN_NEAR = 7;

/** The entities that go by a name, as a noun or as an adjective. */
function entitiesNamed(text: string, { knowledge }: Distinctions): readonly Entity[] {
  return knowledge
    .namesFrom(nameKey(text))
    .filter((entry) => entry.text === text && entry.form !== "misrendered")
    .flatMap(({ entities }) => entities);
}

const squeezed = (text: string): string =>
  text
    .normalize()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}]/gu, "");
const APOSTROPHE = /['’ʿʾ‘]/u;

/** Words that go by number or by country: "Airman" and "Airmen", "Labor" and "Labour". */
const withoutFlexion = (text: string): string => text.replace(/m[ae]n$/u, "man").replace(/our(?=$|ed$|s$)/u, "or");

/** Whether two forms differ in more than capitals, hyphens, flexion and the shape of an apostrophe. */
function differ(a: NameForm, b: NameForm): boolean {
  const [one, other] = [squeezed(a.text), squeezed(b.text)];
  if (one === other)
    return a.words !== b.words
      ? !/-|\p{Ll}\p{Lu}/u.test(a.text + b.text)
      : APOSTROPHE.test(a.text) !== APOSTROPHE.test(b.text);
  return withoutFlexion(one) !== withoutFlexion(other);
}

type Company = "shared" | "none" | "different";

function companyOf(a: NameForm, b: NameForm): Company {
  if ([...a.companions].some((word) => b.companions.has(word))) return "shared";
  return a.companions.size > 0 && b.companions.size > 0 ? "different" : "none";
}

const areApart = (a: string, b: string, { apart }: Distinctions): boolean =>
  apart.has([a.toLowerCase(), b.toLowerCase()].sort().join(" "));

/** Whether one sentence sets the two side by side to explain that they are one: "Kyiv (formerly Kiev)". */
function isExplained(a: NameForm, b: NameForm): boolean {
  return a.places.some(({ pair, span }) =>
    b.places.some((other) => {
      if (other.pair !== pair) return false;
      const [from, to] = span.start < other.span.start ? [span.end, other.span.start] : [other.span.end, span.start];
      const between = pair.target.text.slice(from, to);
      return (
        between.length < 50 &&
        /[(/]|\b(?:or|also|formerly|once|then|now|called|known|spel[tl]|named|renamed|not|written)\b/u.test(between)
      );
    }),
  );
}

/** Whether two forms that nothing else connects are alike enough; a name the knowledge has would be there in its other spellings. */
function alikeAlone(a: NameForm, b: NameForm, likeness: "same" | "near", isKnown: "known" | "unknown"): boolean {
  const shortest = Math.min(a.text.length, b.text.length);
  if (likeness === "near") return isKnown === "unknown" && shortest >= LEAST_LETTERS_WHEN_NEAR;
  const swapsLetters = /c(?!h)/iu.test(a.text) !== /c(?!h)/iu.test(b.text);
  return shortest >= LEAST_LETTERS && (isKnown === "unknown" || !swapsLetters);
}

/** How surely two forms are one name; 0 where they are not. */
function certaintyOf(a: NameForm, b: NameForm, distinctions: Distinctions): number {
  if (!differ(a, b) || areApart(a.text, b.text, distinctions)) return 0;
  const [own, others] = [entitiesNamed(a.text, distinctions), entitiesNamed(b.text, distinctions)];
  const shared = own.find((entity) => others.includes(entity));
  if (shared !== undefined)
    return shared.names.includes(a.text) && shared.names.includes(b.text) ? SHARED_CERTAINTY : 0;
  if (own.length > 0 && others.length > 0) return 0;
  const company = companyOf(a, b);
  const likeness = likenessOf(a.sound, b.sound);
  if (company === "different" || likeness === "none") return 0;
  if (company === "shared") return SHARED_CERTAINTY;
  if (!a.isName && !b.isName) return 0;
  return alikeAlone(a, b, likeness, own.length + others.length > 0 ? "known" : "unknown") ? BARE_CERTAINTY : 0;
}

function ordered(a: NameForm, b: NameForm, certainty: number, distinctions: Distinctions): SpellingPair {
  const [first = a, second = b] = [a, b].sort(
    (one, other) => (one.places[0]?.order ?? 0) - (other.places[0]?.order ?? 0),
  );
  const isFirstName = (form: NameForm): boolean =>
    entitiesNamed(form.text, distinctions).some(({ names }) => names[0] === form.text);
  const balance = first.places.length - second.places.length;
  const keepsFirst = balance === 0 ? isFirstName(first) || !isFirstName(second) : balance > 0;
  return keepsFirst ? { usual: first, odd: second, certainty } : { usual: second, odd: first, certainty };
}

const pairsIn = (forms: readonly NameForm[]): readonly (readonly [NameForm, NameForm])[] =>
  forms.flatMap((a, index) => forms.slice(index + 1).map((b) => [a, b] as const));

const bucketsOf = (
  forms: Iterable<NameForm>,
  keysOf: (form: NameForm) => Iterable<string>,
): readonly (readonly NameForm[])[] => {
  const buckets = new Map<string, NameForm[]>();
  for (const form of forms)
    for (const key of keysOf(form)) {
      const bucket = buckets.get(key);
      if (bucket === undefined) buckets.set(key, [form]);
      else bucket.push(form);
    }
  return [...buckets.values()];
};

/** A letter lost or changed inside a word that stands beside the same other name. */
function isSlip(a: NameForm, b: NameForm, distinctions: Distinctions): boolean {
  const isRareBesideUsual =
    Math.min(a.places.length, b.places.length) === 1 && Math.max(a.places.length, b.places.length) > 1;
  if (!isRareBesideUsual || !differ(a, b) || areApart(a.text, b.text, distinctions)) return false;
  return (
    slipApart(plainLetters(a.text), plainLetters(b.text)) &&
    entitiesNamed(a.text, distinctions).length + entitiesNamed(b.text, distinctions).length === 0
  );
}

/** The names that a document spells in two ways. */
export function spellingPairs(
  forms: ReadonlyMap<string, NameForm>,
  distinctions: Distinctions,
): readonly SpellingPair[] {
  const all = [...forms.values()];
  const alike = bucketsOf(all, ({ sound }) => [sound.skeleton])
    .flatMap(pairsIn)
    .filter(([a, b]) => a.words + b.words < 4 && !isExplained(a, b))
    .map(([a, b]) => ordered(a, b, certaintyOf(a, b, distinctions), distinctions));
  const slips = bucketsOf(
    all.filter(({ words }) => words === 1),
    ({ neighbours }) => neighbours,
  )
    .flatMap(pairsIn)
    .filter(([a, b]) => isSlip(a, b, distinctions) && !isExplained(a, b))
    .map(([a, b]) => ordered(a, b, SLIP_CERTAINTY, distinctions));
  return [...alike, ...slips].filter(({ certainty }) => certainty > 0);
}
