import type { Tagger } from "../annotate/tagger.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { CompiledRulebook } from "../rulebook/compile.ts";

/** What judges: the compiled rules, the tagger and the facts. */
export interface Engine {
  readonly rulebook: CompiledRulebook;
  readonly tag: Tagger;
  readonly knowledge: Knowledge;
}
