import { PARTS_OF_SPEECH, type Sentence, type Token } from "../annotate/annotated.ts";
import { textSpan } from "../core/span.ts";
import { ENTITY_KINDS } from "../knowledge/fact.ts";
import { formsOf, inflect, WORD_FORMS } from "../text/inflect.ts";
import type { Checked, Zod, ZodType } from "../text/schema.ts";
import { groupOf, type Hit, type PatternElement, type TokenPattern, type TokenTest } from "./automaton.ts";
import { ask, defineDetector, found, safe } from "./detector.ts";
import { isHeadline } from "./headline.ts";
import { formAt, textOf } from "./rewording.ts";

const list = <Item extends ZodType>(z: Zod, item: Item) => z.union([item, z.array(item).min(1)]);

const tokenTest = (z: Zod) => ({
  /** The lower-case word as it stands. */
  word: list(z, z.string()).optional(),
  /** The word in any inflected form. */
  lemma: list(z, z.string()).optional(),
  pos: list(z, z.enum(PARTS_OF_SPEECH)).optional(),
  /** Part of a name of this kind in the knowledge. */
  entity: list(z, z.enum(ENTITY_KINDS)).optional(),
  case: z.enum(["capitalised", "lower", "upper"]).optional(),
  /** The last letters, in lower case. */
  ends: list(z, z.string()).optional(),
  kind: z.enum(["word", "number", "mark"]).optional(),
  /** The form in which the word shows its lemma. */
  form: list(z, z.enum(WORD_FORMS)).optional(),
});

const elementSchema = (z: Zod) =>
  z.strictObject({
    ...tokenTest(z),
    not: z.strictObject(tokenTest(z)).optional(),
    /** How often: once, at most once, any number (up to six), at least once (up to six), or up to so many times. */
    repeat: z.union([z.enum(["once", "optional", "any", "some"]), z.number().int().min(1).max(30)]).default("once"),
    /** The name under which message and suggestions use the matched words. */
    as: z
      .string()
      .regex(/^[a-z]+$/u)
      .optional(),
  });
type Element = Checked<typeof elementSchema>;

const options = (z: Zod) =>
  z.strictObject({
    patterns: z
      .array(
        z.strictObject({
          tokens: z.array(z.union([z.string(), elementSchema(z)])).min(1),
          /** `whole`: from the start of the sentence to its end. */
          at: z.enum(["start", "end", "whole", "anywhere"]).default("anywhere"),
          /** The named elements that are marked, first to last; all of them when left out. */
          mark: z.array(z.string()).default([]),
          /** Repairs of the marked words: `{name}` stands for the matched words, `{name~hold}` for `hold` in the form of {name}. */
          suggest: z.array(z.string()).default([]),
          /** The first repair is the only one possible. */
          safe: z.boolean().default(false),
          why: z.string().default(""),
        }),
      )
      .min(1),
    /** Whether headlines are read too: their grammar is their own, and their parts of speech are unsure. */
    headlines: z.enum(["skip", "read"]).default("skip"),
    /** Token patterns that take back a find they cover. */
    except: z.array(z.array(z.union([z.string(), elementSchema(z)])).min(1)).default([]),
  });

const MOST_REPEATS = 6;
const REPEATS = { once: [1, 1], optional: [0, 1], any: [0, MOST_REPEATS], some: [1, MOST_REPEATS] } as const;
const asArray = <Item extends string>(value: Item | readonly Item[] | undefined): readonly Item[] | undefined =>
  typeof value === "string" ? [value] : value;

type Test = (token: Token, index: number, sentence: Sentence) => boolean;

const CASES: Readonly<Record<"capitalised" | "lower" | "upper", RegExp>> = {
  capitalised: /^\p{Lu}/u,
  lower: /^[^\p{Lu}]*$/u,
  upper: /^[\p{Lu}\d]{2,}$/u,
};

type Tests = Omit<Element, "not" | "repeat" | "as">;

/** The lower-case words an element allows, or undefined where it names none. */
function wordsOf({ word, lemma }: Tests): readonly string[] | undefined {
  if (word === undefined && lemma === undefined) return undefined;
  return [...(asArray(word) ?? []), ...(asArray(lemma) ?? []).flatMap((each) => [...formsOf(each)])];
}

function testsOf(written: Tests): readonly Test[] {
  const tests: Test[] = [];
  const parts = asArray(written.pos);
  if (parts !== undefined) tests.push(({ partOfSpeech }) => parts.includes(partOfSpeech));
  const { case: letterCase, kind } = written;
  if (letterCase !== undefined) tests.push(({ text }) => CASES[letterCase].test(text));
  if (kind !== undefined) tests.push((token) => token.kind === kind);
  const endings = asArray(written.ends);
  if (endings !== undefined) tests.push(({ lower }) => endings.some((ending) => lower.endsWith(ending)));
  const forms = asArray(written.form);
  if (forms !== undefined) tests.push(({ lower, lemma }) => forms.some((form) => inflect(lemma, form) === lower));
  const entities = asArray(written.entity);
  if (entities !== undefined)
    tests.push((_, index, { mentions }) =>
      mentions.some(
        ({ start, end, entities: named }) =>
          start <= index && index < end && named.some(({ kind }) => entities.includes(kind)),
      ),
    );
  return tests;
}

/** The test that all of some tests, words included, make. */
function allOf(written: Tests): Test {
  const words = wordsOf(written);
  const allowed = words === undefined ? undefined : new Set(words);
  const tests = testsOf(written);
  return (token, index, sentence) =>
    (allowed === undefined || allowed.has(token.lower)) && tests.every((test) => test(token, index, sentence));
}

function elementTest({ not, repeat: _, as: __, ...written }: Element): TokenTest {
  const words = wordsOf(written);
  const tests = testsOf(written);
  if (words !== undefined && tests.length === 0 && not === undefined) return { kind: "words", words };
  const against = not === undefined ? undefined : allOf(not);
  return {
    kind: "class",
    name: JSON.stringify([written, not]),
    words,
    accepts: (token, index, sentence) =>
      tests.every((test) => test(token, index, sentence)) && !(against?.(token, index, sentence) ?? false),
  };
}

type Written = readonly (string | Element)[];

const expand = (tokens: Written): readonly Element[] =>
  tokens.flatMap((each) =>
    typeof each === "string" ? each.split(" ").map((word) => ({ word, repeat: "once" as const })) : [each],
  );

function compile(
  tokens: Written,
  entry: number,
  role: TokenPattern["role"],
  at: "start" | "end" | "whole" | "anywhere",
): TokenPattern {
  const elements: readonly PatternElement[] = expand(tokens).map((element) => {
    const [least, most] = typeof element.repeat === "number" ? [0, element.repeat] : REPEATS[element.repeat];
    return { test: elementTest(element), least, most };
  });
  return { elements, atStart: at === "start" || at === "whole", atEnd: at === "end" || at === "whole", entry, role };
}

interface Capture {
  readonly text: string;
  readonly first: number;
  readonly tokens: readonly Token[];
  /** The lemma that the pattern asked for, or the tagger's. */
  readonly lemma: string;
}

function capturesOf(sentence: Sentence, elements: readonly Element[], hit: Hit): ReadonlyMap<string, Capture> {
  const captures = new Map<string, Capture>();
  elements.forEach(({ as, lemma }, element) => {
    const first = hit.elementAt.indexOf(element);
    if (as === undefined || first < 0) return;
    const tokens = sentence.tokens.slice(hit.start, hit.end).filter((_, n) => hit.elementAt[n] === element);
    const [word] = tokens;
    const asked = asArray(lemma)?.find((each) => word !== undefined && formsOf(each).has(word.lower));
    captures.set(as, {
      text: textOf(sentence, tokens),
      first: hit.start + first,
      tokens,
      lemma: asked ?? word?.lemma ?? "",
    });
  });
  return captures;
}

function fill(template: string, sentence: Sentence, captures: ReadonlyMap<string, Capture>): string {
  return template
    .replace(/\{([a-z]+)(?:~([a-z]+))?\}/gu, (_, name: string, lemma: string | undefined) => {
      const capture = captures.get(name);
      if (capture === undefined) return "";
      if (lemma === undefined) return capture.text;
      return inflect(lemma, formAt(sentence, capture.first, capture.lemma));
    })
    .replace(/ {2,}/gu, " ")
    .trim();
}

/** Token patterns over word, lemma, part of speech, entity and letter case, with captures for message and repair. */
export const pattern = defineDetector({
  needsSource: false,
  options,
  slots: ({ patterns }) => [
    "match",
    ...new Set(patterns.flatMap(({ tokens }) => expand(tokens).flatMap(({ as }) => (as === undefined ? [] : [as])))),
  ],
  configure: ({ patterns, except, headlines }) => {
    const elements = patterns.map(({ tokens }) => expand(tokens));
    return {
      scope: "sentence",
      patterns: patterns.map(({ tokens, at }, entry) =>
        groupOf(
          [compile(tokens, entry, "find", at)],
          except.map((veto) => compile(veto, entry, "veto", "anywhere")),
        ),
      ),
      *detect({ target, pair, hits }) {
        if (headlines === "skip" && isHeadline(pair, target)) return;
        for (const hit of hits) {
          const written = patterns[hit.pattern.entry];
          if (written === undefined) continue;
          const captures = capturesOf(target, elements[hit.pattern.entry] ?? [], hit);
          const marked = written.mark.flatMap((name) => captures.get(name)?.tokens ?? []);
          const tokens = marked.length > 0 ? marked : target.tokens.slice(hit.start, hit.end);
          const start = Math.min(...tokens.map(({ span }) => span.start));
          const end = Math.max(...tokens.map(({ span }) => span.end));
          const names =
            written.tokens.length > 0 ? Object.fromEntries([...captures].map(([name, { text }]) => [name, text])) : {};
          yield found(
            textSpan(start, end),
            { ...names, match: target.text.slice(start, end) },
            {
              suggest: () =>
                written.suggest.map((template, n) =>
                  (written.safe && n === 0 ? safe : ask)(fill(template, target, captures), written.why),
                ),
            },
          );
        }
      },
    };
  },
});
