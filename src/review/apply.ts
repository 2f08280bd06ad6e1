import type { Run, Segment, SourceFile } from "../core/document.ts";
import type { Finding } from "../core/finding.ts";
import { isVerbatim, runsIn } from "../core/segment.ts";
import { type FileSpan, fileSpan, type TextSpan, textIn, textSpan } from "../core/span.ts";
import { applyRepairs, type Repair } from "../suggest/repair.ts";
import { wordChanges } from "../text/difference.ts";
import type { Decision } from "./decision.ts";
import { entriesOf } from "./entry.ts";
import { escaped } from "./escape.ts";
import { acceptedRepairs, standingsOf } from "./standing.ts";

/** A stretch of a file and what is written there instead. */
export interface FileEdit {
  readonly span: FileSpan;
  readonly written: string;
}

/** The parts of a repair that change a word; what stays the same is left alone, with the tags inside it. */
function smallRepairs(text: string, { span, replacement }: Repair): readonly Repair[] {
  const repairs: Repair[] = [];
  let at: number = span.start;
  let removedFrom: number = at;
  let added = "";
  const finish = (): void => {
    if (removedFrom < at || added !== "") repairs.push({ span: textSpan(removedFrom, at), replacement: added });
    added = "";
  };
  for (const change of wordChanges(textIn(text, span), replacement)) {
    if (change.kind === "added") added += change.text;
    else if (change.kind === "removed") at += change.text.length;
    else {
      finish();
      at += change.text.length;
      removedFrom = at;
    }
  }
  finish();
  return repairs;
}

/** Widens a repair until it cuts no escape in two. */
function wholeEscapes(segment: Segment, { span, replacement }: Repair): Repair {
  const runs = runsIn(segment, span);
  const start = Math.min(span.start, runs[0]?.text.start ?? span.start);
  const end = Math.max(span.end, runs.at(-1)?.text.end ?? span.end);
  const before = segment.text.slice(start, span.start);
  const after = segment.text.slice(span.end, end);
  return { span: textSpan(start, end), replacement: before + replacement + after };
}

/** Two repairs that were widened onto the same escape become one. Expects them in order. */
function joined(text: string, repairs: readonly Repair[], original: readonly Repair[]): readonly Repair[] {
  const result: Repair[] = [];
  let members: Repair[] = [];
  for (const [index, repair] of repairs.entries()) {
    const previous = result.at(-1);
    const own = original[index] ?? repair;
    if (previous === undefined || repair.span.start >= previous.span.end) {
      result.push(repair);
      members = [own];
      continue;
    }
    members.push(own);
    const span = textSpan(previous.span.start, Math.max(previous.span.end, repair.span.end));
    const inside = members.map((member) => shifted(member, -span.start));
    result[result.length - 1] = { span, replacement: applyRepairs(textIn(text, span), inside) };
  }
  return result;
}

const shifted = ({ span, replacement }: Repair, by: number): Repair => ({
  span: textSpan(span.start + by, span.end + by),
  replacement,
});

const lengthOf = ({ start, end }: TextSpan): number => end - start;

/** Where in the file words are put between two characters: at a gap, on the side where their own space is. */
function insertionPoint({ runs }: Segment, at: number, added: string): number {
  const left = runs.find(({ text }) => text.start < at && at <= text.end);
  const right = runs.find(({ text }) => text.start <= at && at < text.end);
  if (left !== undefined && (right === undefined || left === right || /\s$/u.test(added)))
    return isVerbatim(left) ? left.file.start + (at - left.text.start) : left.file.end;
  return right?.file.start ?? 0;
}

/** Runs that touch in the file, as one stretch of it each. */
function stretchesOf(runs: readonly Run[]): readonly Run[] {
  const stretches: Run[] = [];
  for (const run of runs) {
    const previous = stretches.at(-1);
    if (previous === undefined || previous.file.end !== run.file.start) stretches.push(run);
    else
      stretches[stretches.length - 1] = {
        text: textSpan(previous.text.start, run.text.end),
        file: fileSpan(previous.file.start, run.file.end),
      };
  }
  return stretches;
}

/** Deletes inside the runs and never between them; the new words go where most of the old ones were. */
function editsOf(segment: Segment, { span, replacement }: Repair): readonly FileEdit[] {
  const written = escaped(replacement, segment.escaping);
  if (span.start === span.end) {
    const place = insertionPoint(segment, span.start, replacement);
    return [{ span: fileSpan(place, place), written }];
  }
  const stretches = stretchesOf(runsIn(segment, span));
  const longest = Math.max(...stretches.map(({ text }) => lengthOf(text)));
  const home = stretches.find(({ text }) => lengthOf(text) === longest);
  return stretches.map((stretch) => ({ span: stretch.file, written: stretch === home ? written : "" }));
}

/** The edits of a file that put repairs of one text into it. The repairs must not overlap. */
export function segmentEdits(segment: Segment, repairs: readonly Repair[]): readonly FileEdit[] {
  const small = [...repairs]
    .sort((a, b) => a.span.start - b.span.start)
    .flatMap((repair) => smallRepairs(segment.text, repair));
  const whole = small.map((repair) => wholeEscapes(segment, repair));
  return joined(segment.text, whole, small).flatMap((repair) => editsOf(segment, repair));
}

/** The edits that decisions make in a file, in the order they stand there. */
function fileEdits(
  file: SourceFile,
  findings: readonly Finding[],
  decisions: readonly Decision[],
): readonly FileEdit[] {
  const entries = entriesOf(file, findings);
  const repairs = new Map<Segment, Repair[]>();
  for (const repair of acceptedRepairs(entries, standingsOf(entries, decisions))) {
    const { target } = repair.entry.pair;
    repairs.set(target, [...(repairs.get(target) ?? []), repair]);
  }
  return [...repairs]
    .flatMap(([segment, own]) => segmentEdits(segment, own))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** A text after some edits that do not overlap, given in order. All else is as it was. */
export function editedText(text: string, edits: readonly FileEdit[]): string {
  let result = "";
  let at = 0;
  for (const { span, written } of edits) {
    result += text.slice(at, span.start) + written;
    at = span.end;
  }
  return result + text.slice(at);
}

/** The text of a file with the accepted replacements in it. */
export const applyDecisions = (
  file: SourceFile,
  findings: readonly Finding[],
  decisions: readonly Decision[],
): string => editedText(file.text, fileEdits(file, findings, decisions));
