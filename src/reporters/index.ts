import { json } from "./json.ts";
import { jsonl } from "./jsonl.ts";
import { pretty } from "./pretty.ts";
import type { Reporter } from "./reporter.ts";

export type { Surroundings } from "./reporter.ts";

/** Every format a report can be written in. A new one is a file of its own and a line here. */
export const REPORTERS = { pretty, json, jsonl } as const satisfies Readonly<Record<string, Reporter>>;

export type ReportFormat = keyof typeof REPORTERS;
