import { createRequire } from "node:module";
import type { z } from "zod";

/** The schema builder of zod, as functions that declare a schema are given it. */
export type Zod = typeof z;
export type ZodType<Value = unknown> = z.ZodType<Value>;

/** What a schema checks. */
export type Checked<Schema extends (z: Zod) => ZodType> = Readonly<z.infer<ReturnType<Schema>>>;

const require = createRequire(import.meta.url);

/** Loads zod. Schemas are functions of it because the built rulebook is checked already: most runs never need zod. */
export function zod(): Zod {
  const loaded: { readonly z: Zod } = require("zod");
  // Every schema checks a few files once; compiling it first would cost more than it saves.
  loaded.z.config({ jitless: true });
  return loaded.z;
}
