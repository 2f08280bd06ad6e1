import type { AnnotatedDocument, Sentence, Token } from "../annotate/annotated.ts";
import type { Zod } from "../text/schema.ts";
import { groupOf } from "./automaton.ts";
import { spanOf } from "./claims/reading.ts";
import { ask, defineDetector, found } from "./detector.ts";
import { parsePhrase, patternOf } from "./phrase-syntax.ts";
import { textOf } from "./rewording.ts";

const options = (z: Zod) =>
  z.strictObject({
    phrases: z
      .array(
        z.strictObject({
          /** Words that point back to something said before. */
          phrase: z.string().min(1),
          suggest: z.array(z.string()).default([]),
        }),
      )
      .min(1),
    /** Words in lower case; one of them must stand before the phrase. */
    needs: z.array(z.string()).min(1),
    /** How far back: sentences, or the whole document before the phrase. */
    within: z.union([z.literal("document"), z.number().int().min(1)]).default("document"),
    /** Whether a name of two or more words, or one that the knowledge does not hold for a place, will do. */
    names: z.enum(["count", "do not count"]).default("do not count"),
    why: z.string().default(""),
  });

const isCapitalised = (token: Token | undefined): boolean => token !== undefined && /^\p{Lu}/u.test(token.text);
const PLACE_PREPOSITIONS = new Set(["at", "in", "to", "from", "near", "of", "on", "around", "outside"]);

/** A name that may be a person's: not the first word alone, not after a preposition of place, not a known place or body. */
function namesPerson({ tokens, mentions }: Sentence): boolean {
  return tokens.some((token, index) => {
    if (
      !isCapitalised(token) ||
      token.kind !== "word" ||
      mentions.some(({ start, end }) => start <= index && index < end)
    )
      return false;
    const previous = tokens[index - 1];
    const startsName = !isCapitalised(previous);
    const isLong = isCapitalised(tokens[index + 1]);
    if (!startsName || (index === 0 && !isLong)) return false;
    return isLong || previous === undefined || !PLACE_PREPOSITIONS.has(previous.lower);
  });
}

/** The sentences of a document that stand before one of them. */
function before({ pairs }: AnnotatedDocument, target: Sentence): readonly Sentence[] {
  const all = pairs.flatMap(({ sentences }) => sentences);
  return all.slice(0, Math.max(0, all.indexOf(target)));
}

/** Words that point back ("the same source") where nothing stands that they could point to. */
export const antecedent = defineDetector({
  needsSource: false,
  options,
  slots: ["match"],
  configure: ({ phrases, needs, within, names, why }) => {
    const needed = new Set(needs);
    const gives = (sentence: Sentence, upTo: number): boolean =>
      sentence.tokens.slice(0, upTo).some(({ lower, lemma }) => needed.has(lower) || needed.has(lemma)) ||
      (names === "count" && namesPerson({ ...sentence, tokens: sentence.tokens.slice(0, upTo) }));
    return {
      scope: "sentence",
      patterns: phrases.map(({ phrase }, entry) => groupOf([patternOf(parsePhrase(phrase, false), entry, "find")], [])),
      *detect({ target, document, hits }) {
        for (const hit of hits) {
          const all = before(document, target);
          const near = within === "document" ? all : all.slice(-within);
          if (gives(target, hit.start) || near.some((sentence) => gives(sentence, sentence.tokens.length))) continue;
          const match = textOf(target, target.tokens.slice(hit.start, hit.end));
          const repairs = phrases[hit.pattern.entry]?.suggest ?? [];
          yield found(
            spanOf(target, hit.start, hit.end),
            { match },
            { suggest: () => repairs.map((words) => ask(words, why)) },
          );
        }
      },
    };
  },
});
