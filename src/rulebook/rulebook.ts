import { createHash } from "node:crypto";
import { fail, ok, type Result } from "../core/result.ts";
import type { CollocationFile } from "../detectors/collocation-lexicon.ts";
import { type CollocationTable, fileCollocations } from "../detectors/collocation-table.ts";
import { type ConfusionFile, fileConfusions } from "../detectors/confusions.ts";
import { fileLexicons, type LexiconFile } from "../detectors/lexicon.ts";
import type { FactFile } from "../knowledge/fact.ts";
import { fileFacts } from "../knowledge/table.ts";
import { fillDrawer } from "../text/drawer.ts";
import type { Rule } from "./rule.ts";

/** All that a linguist may change, read and checked. */
export interface Sources {
  readonly rules: readonly Rule[];
  readonly lexicons: readonly LexiconFile[];
  readonly collocations: readonly CollocationFile[];
  readonly confusions: readonly ConfusionFile[];
  readonly facts: readonly FactFile[];
}

/** The same, filed for look-up: what most texts never ask for is not even read. */
export interface Rulebook {
  readonly rules: readonly Rule[];
  readonly collocations: CollocationTable;
  /** SHA-256, in hex, of rules with lexicons and of knowledge. */
  readonly hashes: { readonly rules: string; readonly knowledge: string };
  /** Lexicons and knowledge, for `openDrawer`. */
  readonly drawer: Uint8Array;
}

const hashOf = (value: unknown): string => createHash("sha256").update(JSON.stringify(value)).digest("hex");

/** Files the sources for look-up. */
export function rulebookOf({ rules, lexicons, collocations, confusions, facts }: Sources): Result<Rulebook> {
  try {
    return ok({
      rules,
      collocations: fileCollocations(collocations),
      hashes: { rules: hashOf([rules, lexicons, collocations, confusions]), knowledge: hashOf(facts) },
      drawer: fillDrawer([...fileLexicons(lexicons), ...fileConfusions(confusions), ...fileFacts(facts)]),
    });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const remedy = "CONTRIBUTING.md shows how phrases and classes of words are written.";
    return fail({ where: "rules/lexicon", what: error.message, remedy });
  }
}
