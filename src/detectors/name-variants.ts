import type { Knowledge } from "../knowledge/knowledge.ts";
import { likenessOf, type Sound, soundOf } from "../text/name-spelling.ts";
import type { Zod } from "../text/schema.ts";
import { ask, defineDetector, found, type LocatedDetection } from "./detector.ts";
import { type NameForm, nameForms } from "./name-mentions.ts";
import { type SpellingPair, spellingPairs } from "./name-pairs.ts";

const options = (z: Zod) =>
  z.strictObject({
    /** Words before names that tell nobody apart: "President", "Mr". */
    titles: z.array(z.string()).default([]),
    /** Groups of names that look alike and are not one. */
    apart: z.array(z.array(z.string()).min(2)).default([]),
    /** Names that English writes as one word where other languages have two. */
    joined: z.array(z.string()).default([]),
  });

const apartKeys = (groups: readonly (readonly string[])[]): ReadonlySet<string> =>
  new Set(
    groups.flatMap((group) =>
      group.flatMap((a) => group.map((b) => [a.toLowerCase(), b.toLowerCase()].sort().join(" "))),
    ),
  );

interface JoinedName {
  readonly text: string;
  readonly sound: Sound;
  /** The other words of a person's name, one of which must stand beside it. */
  readonly beside: readonly Sound[] | undefined;
}

/** Words of a person's name that are long enough to be two. Names with "Abd" are written both ways. */
const joinedWords = (name: string): readonly JoinedName[] => {
  const words = name.split(" ");
  return words
    .filter((word) => words.length > 1 && /^(?!Abd)\p{Lu}\p{Ll}{6,}$/u.test(word))
    .map((text) => ({ text, sound: soundOf(text), beside: words.filter((word) => word !== text).map(soundOf) }));
};

/** Names that are written as one word, by their consonants: those listed, and those of known persons. */
function joinedNames(listed: readonly string[], knowledge: Knowledge): (skeleton: string) => readonly JoinedName[] {
  const own = listed.map((text) => ({ text, sound: soundOf(text), beside: undefined }));
  return (skeleton) => [
    ...own.filter(({ sound }) => sound.skeleton === skeleton),
    ...knowledge.personsSounding(skeleton).flatMap(joinedWords),
  ];
}

/** Whether a form of two words is a name that is written as one. */
const isSplit = ({ sound, companions }: NameForm, name: JoinedName): boolean =>
  likenessOf(sound, name.sound) !== "none" &&
  (name.beside === undefined ||
    [...companions].some((word) => name.beside?.some((other) => likenessOf(soundOf(word), other) !== "none")));

function* variants({ usual, odd, certainty }: SpellingPair): Iterable<LocatedDetection> {
  const [first] = usual.places;
  if (first === undefined) return;
  for (const { pair, span } of odd.places)
    yield {
      pair,
      detection: found(
        span,
        { match: odd.text, usual: usual.text, where: "elsewhere in this text" },
        {
          certainty,
          suggest: () => [ask(usual.text, "One name is spelt in one way throughout.")],
          clues: () => [
            { kind: "place", note: "Here it is spelt in the other way", pair: first.pair, span: first.span },
          ],
        },
      ),
    };
}

function* splits({ text, places }: NameForm, joined: string): Iterable<LocatedDetection> {
  for (const { pair, span } of places)
    yield {
      pair,
      detection: found(
        span,
        { match: text, usual: joined, where: "in English" },
        {
          suggest: () => [ask(joined, "English writes this name as one word.")],
        },
      ),
    };
}

/** A name spelt in two ways in one document, or split in two where English has one word. */
export const nameVariants = defineDetector({
  needsSource: false,
  options,
  slots: ["match", "usual", "where"],
  configure: ({ titles, apart, joined }, { knowledge }) => {
    const distinctions = { knowledge, apart: apartKeys(apart) };
    const titleWords = new Set(titles);
    const oneWord = joinedNames(joined, knowledge);
    return {
      scope: "document",
      *detect(document) {
        const forms = nameForms(document, titleWords);
        const done = new Set<NameForm>();
        for (const spelling of spellingPairs(forms, distinctions)) {
          if (done.has(spelling.odd)) continue;
          done.add(spelling.odd);
          yield* variants(spelling);
        }
        for (const form of forms.values()) {
          if (form.words === 1 || done.has(form)) continue;
          const name = oneWord(form.sound.skeleton).find((joinedName) => isSplit(form, joinedName));
          if (name !== undefined) yield* splits(form, name.text);
        }
      },
    };
  },
});
