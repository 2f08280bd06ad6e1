import { claim } from "./claim.ts";
import { pattern } from "./pattern.ts";
import { phrase } from "./phrase.ts";
import { regex } from "./regex.ts";
import { repetition } from "./repetition.ts";

/** All detectors, by the name a rule calls them. */
export const DETECTORS = { claim, pattern, phrase, regex, repetition } as const;
