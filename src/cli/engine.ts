import { loadTagger } from "../annotate/tagger.ts";
import type { Engine } from "../audit/engine.ts";
import { ok, type Result } from "../core/result.ts";
import { openKnowledge } from "../knowledge/knowledge.ts";
import { compileRulebook } from "../rulebook/compile.ts";
import type { ChosenRules } from "./rule-choice.ts";

/** Compiles chosen rules and loads the tagger: most of what a start costs, so only where something must be judged. */
export function compileEngine({ source, rules }: ChosenRules): Result<Engine> {
  const { lexicons, collocations } = source;
  const knowledge = openKnowledge(source.knowledge);
  const rulebook = compileRulebook(rules, { lexicons, collocations, knowledge });
  return rulebook.kind === "problem" ? rulebook : ok({ rulebookFor: rulebook.value, knowledge, tag: loadTagger() });
}
