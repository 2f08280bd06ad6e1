import { writeFileSync } from "node:fs";
import { describeProblem } from "../core/result.ts";
import { ARTEFACT, OWN_RULES, readRulebook } from "./artefact.ts";

// The last step of the build: checks all rules, lexicons and facts and writes them as one file.
const rulebook = readRulebook(OWN_RULES);
if (rulebook.kind === "problem") throw new Error(describeProblem(rulebook.problem));
writeFileSync(ARTEFACT, JSON.stringify(rulebook.value));
