import { loadTagger } from "../../src/annotate/tagger.ts";
import type { Engine } from "../../src/audit/engine.ts";
import { auditFile } from "../../src/audit/run.ts";
import { type Document, NO_FIELDS, type Pair, type SourceFile } from "../../src/core/document.ts";
import type { Finding } from "../../src/core/finding.ts";
import { describeProblem, type Result } from "../../src/core/result.ts";
import { verbatimSegment } from "../../src/core/segment.ts";
import { openConfusions } from "../../src/detectors/confusions.ts";
import { openLexicons } from "../../src/detectors/lexicon.ts";
import { NO_TERMS, type Terms } from "../../src/detectors/terms.ts";
import { openKnowledge } from "../../src/knowledge/knowledge.ts";
import { openDictionary } from "../../src/plausibility/dictionary.ts";
import { openLanguages } from "../../src/plausibility/languages.ts";
import { loadLanguages, loadWords, mustLoadGrammar, mustLoadTable, OWN_TABLE } from "../../src/plausibility/load.ts";
import { openSlips } from "../../src/plausibility/slips.ts";
import { openStatistics } from "../../src/plausibility/statistics.ts";
import { ownRulebook as builtRulebook, ownSources as builtSources } from "../../src/rulebook/artefact.ts";
import { compileRulebook } from "../../src/rulebook/compile.ts";
import type { Rule } from "../../src/rulebook/rule.ts";
import type { BadExample, GoodExample } from "../../src/rulebook/schema.ts";
import { openDrawer } from "../../src/text/drawer.ts";

function must<Value>(result: Result<Value>): Value {
  if (result.kind === "problem") throw new Error(describeProblem(result.problem));
  return result.value;
}

/** The project's own rules, lexicons and knowledge: as the build checked them, or from their files where one is newer. */
export const ownSources = must(builtSources());
export const ownRulebook = must(builtRulebook());
const drawer = openDrawer(ownRulebook.drawer);
const knowledge = openKnowledge(drawer);
const lexicons = openLexicons(drawer);
const confusions = openConfusions(drawer);
const statistics = openStatistics(() => mustLoadTable(OWN_TABLE));
const dictionary = openDictionary(loadWords);
const slips = openSlips(mustLoadGrammar);
const languages = openLanguages(loadLanguages);
const tag = loadTagger();

/** An engine with some rules only. */
export function engineOf(rules: readonly Rule[], terms: Terms = NO_TERMS): Engine {
  const { collocations } = ownRulebook;
  return {
    rulebookFor: must(
      compileRulebook(rules, {
        lexicons,
        collocations,
        confusions,
        knowledge,
        statistics,
        dictionary,
        languages,
        slips,
        terms,
      }),
    ),
    knowledge,
    tag,
  };
}

/** The words an example marks as `[[…]]`, in order. */
export const markedWords = (target: string): readonly string[] =>
  [...target.matchAll(/\[\[([\s\S]+?)\]\]/gu)].map((match) => match[1] ?? "");

/** An example's text without its marks. */
export const unmarked = (target: string): string => target.replace(/\[\[|\]\]/gu, "");

/** Offsets of an example's marks in its unmarked text. */
export function markedOffsets(target: string): readonly number[] {
  return [...target.matchAll(/\[\[/gu)].map((match, index) => match.index - index * 4);
}

/** What an example says beside its text. */
type Setting = Pick<BadExample | GoodExample, "kind" | "from" | "date" | "title"> & {
  readonly source?: string | undefined;
};

/** A text, each line a pair, as the file an example stands for. Its title comes first in the document and last in the file. */
function fileOf(text: string, { kind, from, date, title, source }: Setting): SourceFile {
  let at = 0;
  const body = text.split("\n").map((line, index) => {
    const target = verbatimSegment(line, at, []);
    at += line.length + 1;
    return {
      id: String(index + 1),
      kind,
      target,
      source: source === undefined ? undefined : verbatimSegment(source, 0, []),
    };
  });
  const heading: readonly Pair[] =
    title === undefined
      ? []
      : [{ id: "title", kind: "title", target: verbatimSegment(title, at, []), source: undefined }];
  const pairs = [...heading, ...body];
  const document: Document = {
    id: "example",
    sourceLanguage: from,
    targetLanguage: "en",
    date,
    fields: NO_FIELDS,
    pairs,
  };
  return { path: "example.txt", format: "text", text: `${text}\n${title ?? ""}`, documents: [document] };
}

/** What an engine finds in a text. */
export const findingsIn = (engine: Engine, text: string, setting: Setting): readonly Finding[] =>
  auditFile(fileOf(text, setting), engine, 0).flatMap((document) => document.findings);
