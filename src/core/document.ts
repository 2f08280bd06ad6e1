import type { FileSpan, TextSpan } from "./span.ts";

/** A stretch of text and the stretch of the file it came from. Equal lengths mean verbatim; otherwise it is one escape. */
export interface Run {
  readonly text: TextSpan;
  readonly file: FileSpan;
}

/** How a text is written in its file, outermost first: `["xml", "html"]` is HTML escaped inside XML. */
export type Escaping = "xml" | "html" | "json";

/** One text of a file, with the way back to the file. Stretches of the file between runs (tags, say) are not text. */
export interface Segment {
  readonly text: string;
  readonly runs: readonly Run[];
  readonly escaping: readonly Escaping[];
}

/** What a text is within its document. */
export const PAIR_KINDS = ["title", "heading", "paragraph", "list-item", "cell", "caption"] as const;
export type PairKind = (typeof PAIR_KINDS)[number];

/** A translated text and, where there is one, the text it was translated from. */
export interface Pair {
  readonly id: string;
  readonly kind: PairKind;
  readonly target: Segment;
  readonly source: Segment | undefined;
}

/** What a feed says of an item beside its text. */
export const ITEM_FIELDS = ["guid", "title", "author", "category"] as const;
export type ItemField = (typeof ITEM_FIELDS)[number];
export type ItemFields = Readonly<Record<ItemField, readonly string[]>>;

/** The fields of a document that says nothing of itself. */
export const NO_FIELDS: ItemFields = { guid: [], title: [], author: [], category: [] };

/** An article, a feed item, a page, or a group of translation rows. */
export interface Document {
  readonly id: string;
  /** ISO 639-1 codes, or undefined where nobody said. */
  readonly sourceLanguage: string | undefined;
  readonly targetLanguage: string | undefined;
  /** The day the text speaks from, as YYYY-MM-DD. */
  readonly date: string | undefined;
  readonly fields: ItemFields;
  readonly pairs: readonly Pair[];
}

/** A note in a file that is no text of it. */
export interface Comment {
  readonly text: string;
  readonly file: FileSpan;
}

/** A file's decoded text and the documents read from it. */
export interface SourceFile {
  readonly path: string;
  readonly format: string;
  readonly text: string;
  readonly documents: readonly Document[];
}
