import type { Tagger } from "../annotate/tagger.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { CompiledRulebook } from "../rulebook/compile.ts";

/** What judges: the compiled rules, the tagger and the facts. */
export interface Engine {
  /** The rules compiled for texts translated from a language, or from one that nobody named. */
  readonly rulebookFor: (sourceLanguage: string | undefined) => CompiledRulebook;
  readonly tag: Tagger;
  readonly knowledge: Knowledge;
}
