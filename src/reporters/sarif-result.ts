import type { Evidence, Finding, Place, Suggestion, Suppression } from "../core/finding.ts";
import { textSpan } from "../core/span.ts";
import { repair } from "../suggest/repair.ts";
import { tidy } from "../text/cells.ts";
import { shortened } from "./limit.ts";
import { pathUri } from "./paths.ts";
import { LEVELS } from "./sarif-rule.ts";

const MOST_MESSAGE_LENGTH = 1000;
const MOST_RELATED = 100;

/** What results share: the formats and numbers of files, the numbers of rules, and which fingerprints were there before. */
export interface ResultContext {
  readonly formats: ReadonlyMap<string, string>;
  readonly artifactIndexes: ReadonlyMap<string, number>;
  readonly ruleIndexes: ReadonlyMap<string, number>;
  readonly occurrences: Map<string, number>;
  readonly suppressions: "some" | "none";
}

/** A plain message. Brackets would be read as a link. */
export const plainMessage = (text: string): { readonly text: string } => ({
  text: shortened(tidy(text), MOST_MESSAGE_LENGTH).replace(/[\\[\]]/gu, "\\$&"),
});

const indexed = (key: string, index: number | undefined): Readonly<Record<string, number>> =>
  index === undefined ? {} : { [key]: index };

function physicalLocation(place: Place, { artifactIndexes }: ResultContext) {
  return {
    artifactLocation: { uri: pathUri(place.path), ...indexed("index", artifactIndexes.get(place.path)) },
    region: {
      startLine: place.line,
      startColumn: place.column,
      endLine: place.endLine,
      endColumn: place.endColumn,
      charOffset: place.file.start,
      charLength: place.file.end - place.file.start,
    },
  };
}

const location = (place: Place, context: ResultContext) => ({
  physicalLocation: physicalLocation(place, context),
  logicalLocations: [{ name: place.pair, fullyQualifiedName: `${place.document}/${place.pair}` }],
});

const relatedLocations = (related: readonly Evidence[], context: ResultContext) =>
  related
    .flatMap((evidence) => (evidence.kind === "place" ? [evidence] : []))
    .slice(0, MOST_RELATED)
    .map(({ note, place }, id) => ({ id: id + 1, message: plainMessage(note), ...location(place, context) }));

/** Characters that mean the same in every format that is read. */
const UNESCAPED = /^[^&<>"\\\p{Cc}]*$/u;
const isPlain = (format: string | undefined): boolean => format === "plain";

/** The edit of the file, where it is known: the file has the words as they are, and the new words need no escape. */
function replacementIn({ target, context }: Finding, { replacement }: Suggestion, format: string | undefined) {
  const shift = context.span.start;
  const local = textSpan(target.span.start - shift, target.span.end - shift);
  const edit = repair(context.text, local, replacement);
  const isWider = edit.span.start !== local.start || edit.span.end !== local.end;
  const isVerbatim = target.file.end - target.file.start === target.span.end - target.span.start;
  if (!isVerbatim || (!isPlain(format) && (isWider || !UNESCAPED.test(edit.replacement)))) return undefined;
  return {
    deletedRegion: {
      charOffset: Math.max(0, target.file.start + (edit.span.start - local.start)),
      charLength: edit.span.end - edit.span.start,
    },
    insertedContent: { text: edit.replacement },
  };
}

const fixes = (finding: Finding, { formats, artifactIndexes }: ResultContext) =>
  finding.suggestions.flatMap((suggestion) => {
    const { path } = finding.target;
    const replacement = replacementIn(finding, suggestion, formats.get(path));
    if (replacement === undefined) return [];
    const artifactLocation = { uri: pathUri(path), ...indexed("index", artifactIndexes.get(path)) };
    const description = plainMessage(suggestion.why || "Replace the words.");
    return [{ description, artifactChanges: [{ artifactLocation, replacements: [replacement] }] }];
  });

const suppressionsOf = (suppression: Suppression | null) =>
  suppression === null
    ? []
    : [
        {
          kind: suppression.by === "inline" ? "inSource" : "external",
          status: "accepted",
          justification: [
            suppression.reason ?? suppression.by,
            ...(suppression.expires ? [`until ${suppression.expires}`] : []),
          ].join(", "),
        },
      ];

const withFacts = ({ message, related }: Finding): string =>
  [message, ...related.flatMap((each) => (each.kind === "fact" ? [`${each.statement} (${each.source})`] : []))].join(
    " ",
  );

/** How often this fingerprint has come up in the file: GitHub takes equal ones for one finding. */
function occurrence({ target, fingerprint }: Finding, { occurrences }: ResultContext): number {
  const key = JSON.stringify([target.path, fingerprint]);
  const count = (occurrences.get(key) ?? 0) + 1;
  occurrences.set(key, count);
  return count;
}

/** A finding as SARIF's result. */
export function sarifResult(finding: Finding, context: ResultContext) {
  const { rule, category, severity, confidence, target, related, fingerprint, suppression, baselineState } = finding;
  return {
    ruleId: rule,
    ...indexed("ruleIndex", context.ruleIndexes.get(rule)),
    level: LEVELS[severity],
    message: plainMessage(withFacts(finding)),
    locations: [location(target, context)],
    partialFingerprints: {
      primaryLocationLineHash: `${fingerprint}:${occurrence(finding, context)}`,
      "misrender/v1": fingerprint,
    },
    relatedLocations: relatedLocations(related, context),
    fixes: fixes(finding, context),
    ...(baselineState === null ? {} : { baselineState }),
    ...(context.suppressions === "none" ? {} : { suppressions: suppressionsOf(suppression) }),
    rank: Math.round(confidence * 1000) / 10,
    properties: { category, severity, text: target.text, sentence: finding.context.text },
  };
}
