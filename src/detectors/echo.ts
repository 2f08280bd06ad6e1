import type { AnnotatedPair } from "../annotate/annotated.ts";
import { type TextSpan, textSpan } from "../core/span.ts";
import type { Zod } from "../text/schema.ts";
import { ask, type Clue, defineDetector, found, type LocatedDetection } from "./detector.ts";

const options = (z: Zod) =>
  z.strictObject({
    /** `title`: the title of the page again as a line; `paragraph`: a paragraph that stood before; `sentence`: a sentence that stood before in the same paragraph. */
    of: z.enum(["title", "paragraph", "sentence"]),
    /** Shorter texts may recur. */
    leastWords: z.number().int().min(1).default(6),
    /** How many paragraphs or sentences back, or from the title on: what is farther apart may recur. */
    within: z.number().int().min(1).default(10),
  });

const normal = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** The part of a title before the names of column and site, which pages append after a bar or a dash. */
const withoutSite = (text: string): string => text.split(/\s[|»•]\s|\s[–—]\s(?=[^–—]{2,40}$)/u)[0] ?? text;

const hasWords = (text: string, least: number): boolean =>
  text.length >= 2 * least && text.split(" ", least).length >= least;

interface Stretch {
  readonly pair: AnnotatedPair;
  readonly span: TextSpan;
  readonly key: string;
}

const whole = (pair: AnnotatedPair, key: string): Stretch => ({
  pair,
  span: textSpan(0, pair.target.text.length),
  key,
});

function stretches(pair: AnnotatedPair, of: "title" | "paragraph" | "sentence"): readonly Stretch[] {
  const { text } = pair.target;
  switch (of) {
    case "title":
      return [whole(pair, normal(withoutSite(text)))];
    case "paragraph":
      return [whole(pair, text)];
    case "sentence":
      return pair.sentences.map(({ span }) => ({
        pair,
        span,
        key: `${pair.pair.id} ${text.slice(span.start, span.end)}`,
      }));
  }
}

interface Echo {
  readonly stretch: Stretch;
  readonly earlier: Stretch;
}

/** Whether the first text of a document can be its title: a line without a full stop at its end. */
const isTitle = ({ pair }: Stretch): boolean =>
  pair.pair.kind !== "paragraph" || !/[.!?…]["”’)]*$/u.test(pair.target.text);

/** Stretches that say the title again. */
function* echoesOfTitle([title, ...others]: readonly Stretch[], within: number): Iterable<Echo> {
  if (title === undefined || !isTitle(title)) return;
  for (const stretch of others.slice(0, within))
    if (title.key.endsWith(stretch.key) || stretch.key.endsWith(title.key)) yield { stretch, earlier: title };
}

/** Stretches that stood a little before. */
function* echoesOfEarlier(all: readonly Stretch[], within: number): Iterable<Echo> {
  const last = new Map<string, number>();
  for (const [index, stretch] of all.entries()) {
    const before = last.get(stretch.key);
    const earlier = before === undefined || index - before > within ? undefined : all[before];
    last.set(stretch.key, index);
    if (earlier !== undefined) yield { stretch, earlier };
  }
}

/** A text that has stood before in the same document. */
export const echo = defineDetector({
  needsSource: false,
  options,
  slots: ["match"],
  configure: ({ of, leastWords, within }) => ({
    scope: "document",
    *detect({ pairs }): Iterable<LocatedDetection> {
      const read = of === "title" ? pairs.slice(0, within + 1) : pairs;
      const all = read.flatMap((pair) => stretches(pair, of)).filter(({ key }) => hasWords(key, leastWords));
      for (const { stretch, earlier } of of === "title" ? echoesOfTitle(all, within) : echoesOfEarlier(all, within)) {
        const match = stretch.pair.target.text.slice(stretch.span.start, stretch.span.end);
        const suggest = () => [ask("", "Say it once.")];
        const clues = (): readonly Clue[] => [
          { kind: "place", note: "It stood here first", pair: earlier.pair, span: earlier.span },
        ];
        yield { pair: stretch.pair, detection: found(stretch.span, { match }, { suggest, clues }) };
      }
    },
  }),
});
