import { loadTagger } from "../annotate/tagger.ts";
import type { Engine } from "../audit/engine.ts";
import { ok, type Result } from "../core/result.ts";
import { openConfusions } from "../detectors/confusions.ts";
import { openLexicons } from "../detectors/lexicon.ts";
import { openKnowledge } from "../knowledge/knowledge.ts";
import { openDictionary } from "../plausibility/dictionary.ts";
import { openLanguages } from "../plausibility/languages.ts";
import { loadLanguages, loadWords, mustLoadGrammar, mustLoadTable } from "../plausibility/load.ts";
import { openSlips } from "../plausibility/slips.ts";
import { openStatistics } from "../plausibility/statistics.ts";
import { compileRulebook } from "../rulebook/compile.ts";
import { openDrawer } from "../text/drawer.ts";
import type { ChosenRules } from "./rule-choice.ts";

/** Compiles chosen rules and loads the tagger: most of what a start costs, so only where something must be judged. */
export function compileEngine({ source, rules, table, terms }: ChosenRules): Result<Engine> {
  const drawer = openDrawer(source.drawer);
  const knowledge = openKnowledge(drawer);
  const { collocations } = source;
  const lexicons = openLexicons(drawer);
  const confusions = openConfusions(drawer);
  const statistics = openStatistics(() => mustLoadTable(table.path));
  const dictionary = openDictionary(loadWords);
  const slips = openSlips(mustLoadGrammar);
  const languages = openLanguages(loadLanguages);
  const rulebook = compileRulebook(rules, {
    lexicons,
    collocations,
    confusions,
    knowledge,
    statistics,
    dictionary,
    slips,
    languages,
    terms,
  });
  return rulebook.kind === "problem" ? rulebook : ok({ rulebookFor: rulebook.value, knowledge, tag: loadTagger() });
}
