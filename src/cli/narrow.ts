import type { DocumentAudit } from "../audit/run.ts";
import type { Finding } from "../core/finding.ts";
import type { FileSpan } from "../core/span.ts";
import { decode } from "../readers/decode.ts";
import type { Change } from "./changes.ts";
import type { InputBytes } from "./inputs.ts";
import type { AuditedFile } from "./report.ts";

/** Tells whether a stretch of a text stands on one of its changed lines. */
type IsChanged = (span: FileSpan) => boolean;

/** Lines as git counts them: a lone carriage return ends none. */
function changedIn(text: string, change: Exclude<Change, string>): IsChanged {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  const stretches = change.map(({ first, last }) => ({
    start: starts[first - 1] ?? text.length,
    end: starts[last] ?? text.length,
  }));
  return (span) =>
    stretches.some(
      ({ start, end }) => span.start < Math.max(end, start + 1) && Math.max(span.end, span.start + 1) > start,
    );
}

/** Whether a finding, or another place in the file that proves it, stands on a changed line. */
const isTouched = ({ target, related }: Finding, isChanged: IsChanged): boolean =>
  isChanged(target.file) ||
  related.some((each) => each.kind === "place" && each.place.path === target.path && isChanged(each.place.file));

function narrowedDocument(audit: DocumentAudit, isChanged: IsChanged): DocumentAudit {
  const segments = audit.segments.filter(({ file }) => isChanged(file));
  return {
    ...audit,
    segments,
    segmentCount: segments.length,
    wordCount: segments.reduce((sum, { wordCount }) => sum + wordCount, 0),
    findings: audit.findings.filter((finding) => isTouched(finding, isChanged)),
  };
}

/** An audit without the documents, segments and findings that stand on no changed line. The whole text was read to judge them. */
export function narrowed(audited: AuditedFile, { name, bytes }: InputBytes, change: Change): AuditedFile {
  const decoded = decode(name, bytes);
  if (typeof change === "string" || decoded.kind === "problem") return audited;
  const isChanged = changedIn(decoded.value.text, change);
  const documents = audited.documents
    .map((document) => narrowedDocument(document, isChanged))
    .filter(({ segments, findings, faults }) => segments.length + findings.length + faults.length > 0);
  return { ...audited, documents };
}
