import type { Document, Segment } from "../core/document.ts";
import { through } from "../core/segment.ts";
import { dayOf } from "./day.ts";
import { htmlPassages } from "./html.ts";
import { languageCode } from "./language.ts";
import { type Passage, pairsOf } from "./pairs.ts";
import { plainPassages } from "./plain.ts";

/** An item of a feed, in whatever format the feed is. */
export interface FeedItem {
  /** What the item may be called, best first. */
  readonly names: readonly (string | undefined)[];
  readonly dates: readonly (string | undefined)[];
  readonly language: string | undefined;
  readonly authors: readonly string[];
  readonly categories: readonly string[];
  readonly title: readonly Passage[];
  readonly texts: readonly Passage[];
}

/** A text that is HTML inside the text of its file. */
export const htmlIn = (outer: Segment): readonly Passage[] =>
  htmlPassages(outer.text).map(({ kind, segment }) => ({ kind, segment: through(segment, outer) }));

/** A text that is plain: a line is a paragraph. */
export const plainIn = (outer: Segment): readonly Passage[] =>
  plainPassages(outer.text).map(({ kind, segment }) => ({ kind, segment: through(segment, outer) }));

/** A title that is one text; HTML only if it looks like it. */
export function titleIn(outer: Segment): readonly Passage[] {
  if (!/&(?:#\d+|#x[\da-f]+|[a-z\d]+);|<\/?[a-z]/iu.test(outer.text)) return [{ kind: "title", segment: outer }];
  return htmlIn(outer).map(({ segment }) => ({ kind: "title", segment }));
}

/** Names without the white space around them, each once. */
const tidied = (names: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(names.flatMap((name) => name?.replace(/\s+/gu, " ").trim() || [])),
];

/** The documents of a feed's items, each under a name of its own. */
export function feedDocuments(items: readonly FeedItem[]): readonly Document[] {
  const taken = new Map<string, number>();
  return items.map(({ names, dates, language, authors, categories, title, texts }, index) => {
    const name = names.map((candidate) => candidate?.trim()).find(Boolean) ?? `item-${index + 1}`;
    const times = (taken.get(name) ?? 0) + 1;
    taken.set(name, times);
    return {
      id: times === 1 ? name : `${name}#${times}`,
      sourceLanguage: undefined,
      targetLanguage: languageCode(language),
      date: dates.map(dayOf).find((date) => date !== undefined),
      fields: {
        guid: tidied([name]),
        title: tidied(title.map(({ segment }) => segment.text)),
        author: tidied(authors),
        category: tidied(categories),
      },
      pairs: pairsOf([...title, ...texts]),
    };
  });
}
