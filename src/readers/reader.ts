import type { Document } from "../core/document.ts";
import type { Result } from "../core/result.ts";

/** What a reader may be asked for. */
export interface ReadOptions {
  /** `article`: only the main text of a page; `everything`: every text on it. */
  readonly scope: "article" | "everything";
}

/** Turns the decoded text of a file into documents. Pure: the same text gives the same documents. */
export interface Reader {
  readonly name: string;
  /** Endings of file names, with their dot; a longer ending wins. */
  readonly extensions: readonly string[];
  readonly read: (path: string, text: string, options: ReadOptions) => Result<readonly Document[]>;
}
