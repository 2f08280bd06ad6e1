import type { Reporter } from "./reporter.ts";

export type { Surroundings } from "./reporter.ts";

/** A format: what it is good for, the file it goes into when nobody names one, and its reporter. */
interface Format {
  readonly purpose: string;
  readonly file: string;
  readonly load: () => Promise<Reporter>;
}

/** Every format a report can be written in, loaded when it is wanted. A new one is a file of its own and an entry here. */
export const REPORTERS = {
  pretty: {
    purpose: "for people: each sentence beside its correction",
    file: "misrender.txt",
    load: async () => (await import("./pretty.ts")).pretty,
  },
  json: {
    purpose: "for programs: everything, with a published schema; verify runs it again",
    file: "misrender.json",
    load: async () => (await import("./json.ts")).json,
  },
  jsonl: {
    purpose: "for pipes: one finding a line",
    file: "misrender.jsonl",
    load: async () => (await import("./jsonl.ts")).jsonl,
  },
  html: {
    purpose: "for desks: one page that filters, searches and prints, and loads nothing",
    file: "misrender.html",
    load: async () => (await import("./html.ts")).html,
  },
  markdown: {
    purpose: "for comments and wikis",
    file: "misrender.md",
    load: async () => (await import("./markdown.ts")).markdown,
  },
  csv: {
    purpose: "for spreadsheets: one finding a row",
    file: "misrender.csv",
    load: async () => (await import("./csv.ts")).csv,
  },
  sarif: {
    purpose: "for code scanning: SARIF 2.1.0",
    file: "misrender.sarif",
    load: async () => (await import("./sarif.ts")).sarif,
  },
  junit: {
    purpose: "for test pages: one case per document",
    file: "misrender.junit.xml",
    load: async () => (await import("./junit.ts")).junit,
  },
  github: {
    purpose: "for GitHub Actions: annotations, and a job summary where there is one",
    file: "misrender.github.txt",
    load: async () => (await import("./github.ts")).github,
  },
  gitlab: {
    purpose: "for GitLab merge requests: code quality",
    file: "gl-code-quality-report.json",
    load: async () => (await import("./gitlab.ts")).gitlab,
  },
  checkstyle: {
    purpose: "for other review tools: Checkstyle XML",
    file: "misrender.checkstyle.xml",
    load: async () => (await import("./checkstyle.ts")).checkstyle,
  },
} as const satisfies Readonly<Record<string, Format>>;

export type ReportFormat = keyof typeof REPORTERS;

/** The names of all formats. */
export const REPORT_FORMATS = Object.keys(REPORTERS) as readonly ReportFormat[];
