import type { Reporter } from "./reporter.ts";

export type { Surroundings } from "./reporter.ts";

/** Every format a report can be written in, loaded when it is wanted. A new one is a file of its own and a line here. */
export const REPORTERS = {
  pretty: async () => (await import("./pretty.ts")).pretty,
  json: async () => (await import("./json.ts")).json,
  jsonl: async () => (await import("./jsonl.ts")).jsonl,
} as const satisfies Readonly<Record<string, () => Promise<Reporter>>>;

export type ReportFormat = keyof typeof REPORTERS;
