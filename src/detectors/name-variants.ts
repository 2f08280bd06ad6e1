import { z } from "zod";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { ask, defineDetector, found, type LocatedDetection } from "./detector.ts";
import { type NameForm, nameForms } from "./name-mentions.ts";
import { type SpellingPair, spellingPairs } from "./name-pairs.ts";
import { type Sound, soundAlike, soundOf } from "./name-spelling.ts";

const options = z.strictObject({
  /** Words before names that tell nobody apart: "President", "Mr". */
  titles: z.array(z.string()).default([]),
  /** Groups of names that look alike and are not one. */
  apart: z.array(z.array(z.string()).min(2)).default([]),
  /** Names that English writes as one word where other languages have two. */
  joined: z.array(z.string()).default([]),
});

const apartKeys = (groups: readonly (readonly string[])[]): ReadonlySet<string> =>
  new Set(groups.flatMap((group) => group.flatMap((a) => group.map((b) => [a.toLowerCase(), b.toLowerCase()].sort().join(" ")))));

interface JoinedName {
  readonly text: string;
  readonly sound: Sound;
}

/** Words of names that are written as one, by their consonants: those listed, and those in the names of known persons. */
function joinedNames(listed: readonly string[], { entities }: Knowledge): ReadonlyMap<string, readonly JoinedName[]> {
  const persons = entities.filter(({ kind }) => kind === "person").flatMap(({ names }) => names.flatMap((name) => name.split(" ")));
  const byConsonants = new Map<string, JoinedName[]>();
  for (const text of new Set([...listed, ...persons.filter((word) => /^\p{Lu}\p{Ll}{6,}$/u.test(word))])) {
    const sound = soundOf(text);
    byConsonants.set(sound.skeleton, [...(byConsonants.get(sound.skeleton) ?? []), { text, sound }]);
  }
  return byConsonants;
}

function* variants({ usual, odd, certainty }: SpellingPair): Iterable<LocatedDetection> {
  const [first] = usual.places;
  if (first === undefined) return;
  for (const { pair, span } of odd.places)
    yield {
      pair,
      detection: found(span, { match: odd.text, usual: usual.text, where: "elsewhere in this text" }, {
        certainty,
        suggest: () => [ask(usual.text, "One name is spelt in one way throughout.")],
        clues: () => [{ kind: "place", note: "Here it is spelt in the other way", pair: first.pair, span: first.span }],
      }),
    };
}

function* splits({ text, places }: NameForm, joined: string): Iterable<LocatedDetection> {
  for (const { pair, span } of places)
    yield {
      pair,
      detection: found(span, { match: text, usual: joined, where: "in English" }, {
        suggest: () => [ask(joined, "English writes this name as one word.")],
      }),
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
          const name = oneWord.get(form.sound.skeleton)?.find(({ sound }) => soundAlike(sound, form.sound));
          if (name !== undefined) yield* splits(form, name.text);
        }
      },
    };
  },
});
