import { type Document, NO_FIELDS, type Pair, type PairKind, type Segment } from "../core/document.ts";
import { runsIn, segmentBuilder } from "../core/segment.ts";
import { textIn, textSpan } from "../core/span.ts";

/** A text of a document before it has its id. */
export interface Passage {
  readonly kind: PairKind;
  readonly segment: Segment;
}

/** Whether there is anything in a segment but white space. */
export const hasText = ({ text }: Segment): boolean => /\S/u.test(text);

/** The segment without the white space around its text. */
function trimmed(segment: Segment): Segment {
  const { text, escaping } = segment;
  const end = text.trimEnd().length;
  const start = text.length - text.trimStart().length;
  if (start === 0 && end === text.length) return segment;
  const builder = segmentBuilder(escaping);
  for (const run of runsIn(segment, textSpan(start, end))) {
    builder.add(textIn(text, run.text), run.file.start, run.file.end);
  }
  return builder.build();
}

/** The passages that have text, numbered in their order; the first title is called `title`. */
export function pairsOf(passages: readonly Passage[]): readonly Pair[] {
  const pairs: Pair[] = [];
  let titles = 0;
  let others = 0;
  for (const { kind, segment } of passages) {
    if (!hasText(segment)) continue;
    const isTitle = kind === "title" && titles === 0;
    if (isTitle) titles += 1;
    else others += 1;
    pairs.push({ id: isTitle ? "title" : String(others), kind, target: trimmed(segment), source: undefined });
  }
  return pairs;
}

/** What a file says about the whole of its text. */
export interface Particulars {
  readonly targetLanguage: string | undefined;
  readonly date: string | undefined;
}

/** The one document of a file that holds no more than one; it is called by the file's name. */
export function onlyDocument(path: string, passages: readonly Passage[], particulars: Particulars): Document {
  const id = path.split(/[\\/]/u).at(-1) ?? path;
  return { id, sourceLanguage: undefined, ...particulars, fields: NO_FIELDS, pairs: pairsOf(passages) };
}
