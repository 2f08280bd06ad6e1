import { antecedent } from "./antecedent.ts";
import { claim } from "./claim.ts";
import { collocation } from "./collocation.ts";
import { echo } from "./echo.ts";
import { pattern } from "./pattern.ts";
import { phrase } from "./phrase.ts";
import { regex } from "./regex.ts";
import { repetition } from "./repetition.ts";

/** All detectors, by the name a rule calls them. */
export const DETECTORS = { antecedent, claim, collocation, echo, pattern, phrase, regex, repetition } as const;
