import type { SourceFile } from "../../core/document.ts";
import type { Finding } from "../../core/finding.ts";
import { verbatimSegment } from "../../core/segment.ts";
import type { Entry } from "../../review/entry.ts";
import type { Auditor } from "../auditor.ts";

/** A sentence as a document of its own, with the languages and the date of the document it stands in. */
function alone(file: SourceFile, { pair }: Entry, text: string): SourceFile {
  const document = file.documents.find(({ pairs }) => pairs.includes(pair));
  if (document === undefined) throw new Error(`${file.path}: this finding stands in no document of it.`);
  const target = verbatimSegment(text, 0, []);
  return { ...file, text, documents: [{ ...document, pairs: [{ ...pair, target, source: undefined }] }] };
}

const keyOf = ({ rule, target }: Finding): string => `${rule}\n${target.text}`;

/** The flaws that a sentence has once it is repaired, and did not have before. */
export function newFlaws(file: SourceFile, entry: Entry, repaired: string, audit: Auditor): readonly string[] {
  const findingsIn = (text: string): readonly Finding[] =>
    text.trim() === "" ? [] : audit(alone(file, entry, text)).flatMap(({ findings }) => findings);
  const after = findingsIn(repaired);
  if (after.length === 0) return [];
  const before = new Set(findingsIn(entry.finding.context.text).map(keyOf));
  return after.filter((finding) => !before.has(keyOf(finding))).map(({ message }) => message);
}
