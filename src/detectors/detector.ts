import type { AnnotatedDocument, AnnotatedPair, Sentence } from "../annotate/annotated.ts";
import type { Severity } from "../core/severity.ts";
import type { TextSpan } from "../core/span.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Dictionary } from "../plausibility/dictionary.ts";
import type { Languages } from "../plausibility/languages.ts";
import type { Slips } from "../plausibility/slips.ts";
import type { Statistics } from "../plausibility/statistics.ts";
import type { Zod, ZodType } from "../text/schema.ts";
import type { Hit, PatternGroup, PatternShelf } from "./automaton.ts";
import type { CollocationTable } from "./collocation-table.ts";
import type { Confusions } from "./confusions.ts";
import type { Lexicons } from "./lexicon.ts";
import type { Terms } from "./terms.ts";

/** A fact that supports a detection, or another stretch of the same document. */
export type Clue =
  | { readonly kind: "fact"; readonly statement: string; readonly source: string }
  | { readonly kind: "place"; readonly note: string; readonly pair: AnnotatedPair; readonly span: TextSpan };

/** Words that could stand in the place of a detection. `safe` only where no other repair is possible. */
export interface Candidate {
  readonly words: string;
  readonly why: string;
  readonly safe: boolean;
}

/** What a detector found. Repairs and clues are worked out only when asked for. */
export interface Detection {
  readonly span: TextSpan;
  /** The words that fill the message's `{slots}`. */
  readonly slots: Readonly<Record<string, string>>;
  readonly suggest: () => readonly Candidate[];
  readonly clues: () => readonly Clue[];
  /** How sure, 0 to 1; the rule's own confidence is multiplied by it. */
  readonly certainty: number;
  /** Where entries differ in severity; otherwise the rule's own counts. */
  readonly severity: Severity | undefined;
}

const nothing = (): readonly never[] => [];

/** A detection; what is not said is empty, and the certainty whole. */
export const found = (
  span: TextSpan,
  slots: Detection["slots"],
  details: Partial<Omit<Detection, "span" | "slots">> = {},
): Detection => ({ span, slots, suggest: nothing, clues: nothing, certainty: 1, severity: undefined, ...details });

/** A candidate a person decides on. */
export const ask = (words: string, why: string): Candidate => ({ words, why, safe: false });

/** The one possible repair. */
export const safe = (words: string, why: string): Candidate => ({ words, why, safe: true });

/** What a sentence-wide detector sees. `hits` are the places where the rule's own token patterns match. */
export interface SentenceView {
  readonly target: Sentence;
  readonly pair: AnnotatedPair;
  readonly document: AnnotatedDocument;
  readonly hits: readonly Hit[];
}

/** A configured detector at work on one sentence at a time. */
export interface SentenceDetector {
  readonly scope: "sentence";
  /** Token patterns to be matched for this rule by the one automaton of the audit. */
  readonly patterns: readonly (PatternGroup | PatternShelf)[];
  readonly detect: (view: SentenceView) => Iterable<Detection>;
}

/** Where a document-wide detector found something. */
export interface LocatedDetection {
  readonly pair: AnnotatedPair;
  readonly detection: Detection;
}

/** A configured detector at work on a whole document. */
export interface DocumentDetector {
  readonly scope: "document";
  readonly detect: (document: AnnotatedDocument) => Iterable<LocatedDetection>;
}

export type ConfiguredDetector = SentenceDetector | DocumentDetector;

/** What detectors may look things up in. */
export interface Resources {
  /** The language the texts were translated from, or undefined where nobody said. */
  readonly sourceLanguage: string | undefined;
  readonly lexicons: Lexicons;
  readonly collocations: CollocationTable;
  readonly confusions: Confusions;
  readonly knowledge: Knowledge;
  readonly statistics: Statistics;
  readonly dictionary: Dictionary;
  readonly slips: Slips;
  readonly languages: Languages;
  /** What a client has laid down. */
  readonly terms: Terms;
}

/** A pattern finder that rules configure: pure, and ignorant of rules, messages and files. */
export interface Detector {
  readonly needsSource: boolean;
  /** The schema of the rule's `options`; what it returns is what `slots` and `configure` take. */
  readonly options: (z: Zod) => ZodType<object>;
  /** The names a message may use in `{slots}`. */
  readonly slots: (checked: unknown) => readonly string[];
  /** Throws SyntaxError where an option that fits the schema cannot be read. */
  readonly configure: (checked: unknown, resources: Resources) => ConfiguredDetector;
}

interface Definition<Options extends object> {
  readonly needsSource: boolean;
  readonly options: (z: Zod) => ZodType<Options>;
  /** A function where the options name the slots. */
  readonly slots: readonly string[] | ((options: Options) => readonly string[]);
  readonly configure: (options: Options, resources: Resources) => ConfiguredDetector;
}

/** Declares a detector; the type of its options follows from their schema. */
export const defineDetector = <Options extends object>({
  needsSource,
  options,
  slots,
  configure,
}: Definition<Options>): Detector => ({
  needsSource,
  options,
  // The one place where checked options, which may come from the built rulebook, get their type back.
  slots: (checked) => (typeof slots === "function" ? slots(checked as Options) : slots),
  configure: (checked, resources) => configure(checked as Options, resources),
});
