import { antecedent } from "./antecedent.ts";
import { articleForm } from "./article-form.ts";
import { calendar } from "./calendar.ts";
import { claim } from "./claim.ts";
import { collocation } from "./collocation.ts";
import { contradiction } from "./contradiction.ts";
import { echo } from "./echo.ts";
import { exchange } from "./exchange.ts";
import { finalMark } from "./final-mark.ts";
import { foreignWord } from "./foreign-word.ts";
import { letterCase } from "./letter-case.ts";
import { misfit } from "./misfit.ts";
import { misspelling } from "./misspelling.ts";
import { nameVariants } from "./name-variants.ts";
import { pattern } from "./pattern.ts";
import { phrase } from "./phrase.ts";
import { quantity } from "./quantity.ts";
import { quotation } from "./quotation.ts";
import { regex } from "./regex.ts";
import { repetition } from "./repetition.ts";
import { slip } from "./slip.ts";
import { source } from "./source.ts";
import { sourceQuestion } from "./source-question.ts";
import { strayMark } from "./stray-mark.ts";
import { terminology } from "./terminology.ts";

/** All detectors, by the name a rule calls them. */
export const DETECTORS = {
  antecedent,
  "article-form": articleForm,
  calendar,
  claim,
  collocation,
  contradiction,
  echo,
  exchange,
  "final-mark": finalMark,
  "foreign-word": foreignWord,
  "letter-case": letterCase,
  misfit,
  misspelling,
  "name-variants": nameVariants,
  pattern,
  phrase,
  quantity,
  quotation,
  regex,
  repetition,
  slip,
  "source-question": sourceQuestion,
  "stray-mark": strayMark,
  source,
  terminology,
} as const;

export type DetectorName = keyof typeof DETECTORS;
