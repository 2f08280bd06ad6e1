import type { Category } from "../core/mqm.ts";
import type { Severity } from "../core/severity.ts";
import type { CheckedOptions } from "./check.ts";
import type { RuleFile } from "./schema.ts";

/** A checked rule. */
export interface Rule extends Omit<RuleFile, "category" | "detector" | "options">, CheckedOptions {
  /** `dimension/name`, the path of its file below `rules/`. */
  readonly id: string;
  readonly category: Category;
  /** The severity that the user gives it, whatever its entries say. */
  readonly givenSeverity: Severity | undefined;
}
