import { ITEM_FIELDS, type ItemFields } from "../core/document.ts";
import { ok, type Result } from "../core/result.ts";
import type { Override } from "./config.ts";
import { pathPattern } from "./patterns.ts";

/** A test which of some overrides hold for a document, by their numbers. */
export type OverrideChoice = (path: string, document: string, fields: ItemFields) => readonly number[];

/** A pattern of a field: `*` stands for any characters, capitals do not matter. */
function fieldPattern(pattern: string): (value: string) => boolean {
  const parts = pattern.split("*").map((part) => part.replace(/[\\^$.+?()[\]{}|/]/gu, "\\$&"));
  const expression = new RegExp(`^${parts.join(".*")}$`, "isu");
  return (value) => expression.test(value);
}

function itemTest({ items }: Override): (document: string, fields: ItemFields) => boolean {
  const tests = ITEM_FIELDS.flatMap((field) => {
    const patterns = items[field]?.map(fieldPattern);
    return patterns === undefined ? [] : [{ field, patterns }];
  });
  return (document, fields) =>
    tests.every(({ field, patterns }) => {
      const values = field === "guid" ? [document, ...fields.guid] : fields[field];
      return values.some((value) => patterns.some((fits) => fits(value)));
    });
}

/** Compiles the patterns of overrides. */
export function compileOverrides(overrides: readonly Override[]): Result<OverrideChoice> {
  const tests: OverrideChoice[] = [];
  for (const [index, override] of overrides.entries()) {
    const paths: ((path: string) => boolean)[] = [];
    for (const pattern of override.paths) {
      const fits = pathPattern(override.origin, pattern, override.folder);
      if (fits.kind === "problem") return fits;
      paths.push(fits.value);
    }
    const isOfItem = itemTest(override);
    tests.push((path, document, fields) =>
      (paths.length === 0 || paths.some((fits) => fits(path))) && isOfItem(document, fields) ? [index] : [],
    );
  }
  return ok((path, document, fields) => tests.flatMap((test) => test(path, document, fields)));
}
