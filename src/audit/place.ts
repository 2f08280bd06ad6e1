import type { AnnotatedPair } from "../annotate/annotated.ts";
import type { Document, SourceFile } from "../core/document.ts";
import type { Place } from "../core/finding.ts";
import { fileSpanOf } from "../core/segment.ts";
import { type TextSpan, textIn } from "../core/span.ts";
import { lineIndex } from "../text/lines.ts";

/** Makes places in one file from spans in its segments. */
export function placer(file: SourceFile): (document: Document, pair: AnnotatedPair, span: TextSpan) => Place {
  const positionOf = lineIndex(file.text);
  return (document, { pair, target }, span) => {
    const inFile = fileSpanOf(target, span);
    const end = positionOf(inFile.end);
    return {
      path: file.path,
      document: document.id,
      pair: pair.id,
      span,
      file: inFile,
      ...positionOf(inFile.start),
      endLine: end.line,
      endColumn: end.column,
      text: textIn(target.text, span),
    };
  };
}
