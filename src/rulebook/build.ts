import { describeProblem, type Result } from "../core/result.ts";
import { OWN_RULES, writeArtefacts } from "./artefact.ts";
import { loadSources } from "./load.ts";
import { rulebookOf } from "./rulebook.ts";

function must<Value>(result: Result<Value>): Value {
  if (result.kind === "problem") throw new Error(describeProblem(result.problem));
  return result.value;
}

// The last step of the build: checks all rules, lexicons and facts and files them for look-up.
const sources = must(loadSources(OWN_RULES));
writeArtefacts(sources, must(rulebookOf(sources)));
