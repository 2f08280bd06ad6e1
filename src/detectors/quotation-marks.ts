import type { AnnotatedPair } from "../annotate/annotated.ts";
import { endsWithSpeaker } from "./quotation-place.ts";

/** A mark that opens or closes, and where it stands in its text. */
interface Mark {
  readonly at: number;
  readonly text: string;
  readonly role: "opens" | "closes";
}

/** A mark whose other half is missing. An opening mark may have another after it, before which it should have been closed. */
export interface Lone {
  readonly pair: AnnotatedPair;
  readonly mark: Mark;
  readonly next: number | undefined;
}

/** Marks in the order of the text, or `undefined` where they cannot be told apart. */
type ReadMarks = (text: string) => readonly Mark[] | undefined;

const DOUBLE = /["“”]/gu;
const OTHER_STYLES = /[„«»「」『』‟]|``|''|‘‘|’’/u;
const INCHES = /\d['’′]\s?\d*$|[°'’′]\s?\d+(?:\.\d+)?$/u;

const opensBefore = (before: string, after: string): boolean =>
  /^$|[\s([{/–—'‘“"-]/u.test(before) && /^(?:[^\s,;:!?.)\]}]|\.\.)/u.test(after);
const closesAfter = (before: string, after: string): boolean =>
  /[^\s([{]/u.test(before) && /^(?:$|[\s,.;:!?)\]}/–—'’”"…-])/u.test(after);

function roleOf(mark: string, before: string, after: string): Mark["role"] | "unclear" {
  const opens = opensBefore(before, after);
  const closes = closesAfter(before, after);
  if (mark === "“") return opens ? "opens" : "unclear";
  if (mark === "”") return closes ? "closes" : "unclear";
  if (opens === closes) return "unclear";
  return opens ? "opens" : "closes";
}

/** Double quotation marks, straight or curly. Inches and seconds of arc are none. */
export const readQuotationMarks: ReadMarks = (text) => {
  if (OTHER_STYLES.test(text)) return undefined;
  const marks: Mark[] = [];
  let depth = 0;
  for (const { index: at, 0: mark } of text.matchAll(DOUBLE)) {
    const before = text.slice(0, at);
    const role = roleOf(mark, before.slice(-1), text.slice(at + 1, at + 3));
    if (mark === '"' && /\d\s?$/u.test(before) && role !== "opens" && (depth === 0 || INCHES.test(before))) continue;
    if (role === "unclear") return undefined;
    depth = Math.max(0, depth + (role === "opens" ? 1 : -1));
    marks.push({ at, text: mark, role });
  }
  return marks;
};

const ENUMERATOR = /(?:^|[\s;,.:–—-])(?:\d{1,3}|\p{L}{1,2}|[ivxlc]{1,5})\.?$/iu;
const SMILEY_EYES = /[:;=](?:\s?\\?['^o-]\s?\\?)?[()[\]]*$/u;
const ADDRESS = /(?:https?:\/\/|www\.)[^\s()]+(?:\([^\s()]*\)[^\s()]*)*/gu;

/** Round and square brackets. The bracket after the number or letter of a list, smileys and web addresses do not count. */
export const readBrackets: ReadMarks = (text) => {
  const addresses = [...text.matchAll(ADDRESS)].map(
    ({ index, 0: address }) => [index, index + address.length] as const,
  );
  const marks: Mark[] = [];
  let depth = 0;
  for (const { index: at, 0: mark } of text.matchAll(/[()[\]]/gu)) {
    const before = text.slice(Math.max(0, at - 12), at);
    const role = mark === "(" || mark === "[" ? "opens" : "closes";
    const isSmiley = SMILEY_EYES.test(before);
    if (isSmiley && depth > 0 && role === "closes") return undefined;
    const isFree = role === "closes" && depth === 0 && ENUMERATOR.test(before);
    if (isFree || isSmiley || addresses.some(([start, end]) => start <= at && at < end)) continue;
    depth = Math.max(0, depth + (role === "opens" ? 1 : -1));
    marks.push({ at, text: mark, role });
  }
  return marks;
};

/** The marks of one text that have no other half in it, in order. */
function unpaired(pair: AnnotatedPair, marks: readonly Mark[]): readonly Lone[] {
  const open: Mark[] = [];
  const lone: Mark[] = [];
  for (const mark of marks) {
    if (mark.role === "opens") open.push(mark);
    else if (open.pop() === undefined) lone.push(mark);
  }
  return [...lone, ...open]
    .sort((a, b) => a.at - b.at)
    .map((mark) => ({ pair, mark, next: marks.find(({ at, role }) => at > mark.at && role === "opens")?.at }));
}

/** How many texts further on a mark may still find its other half. */
const REACH = 12;
const isCutOff = ({ target }: AnnotatedPair): boolean => /(?:…|\.\.\.)\W*$/u.test(target.text);

interface Pending extends Lone {
  readonly since: number;
}

/**
 * What is still open before the text at `index`. A text that opens anew takes up the quotation of the one before, unless
 * that had come to its end with the speaker.
 */
function stillOpen(
  pending: readonly Pending[],
  text: string,
  marks: readonly Mark[],
  index: number,
): readonly Pending[] {
  const [first] = marks;
  const opensAnew = first?.role === "opens" && text.slice(0, first.at).trim() === "";
  return pending.filter(
    ({ pair, mark, since, next }) =>
      !(opensAnew && since === index - 1 && next === undefined) || endsWithSpeaker(pair.target.text.slice(mark.at)),
  );
}

/**
 * The marks of a document that have no other half. A quotation may run over several texts, and opens anew in each
 * paragraph without being closed at the end of the one before.
 */
export function loneMarks(pairs: readonly AnnotatedPair[], read: ReadMarks): readonly Lone[] {
  const lone: Lone[] = [];
  let pending: readonly Pending[] = [];
  for (const [index, pair] of pairs.entries()) {
    const marks = read(pair.target.text);
    if (marks === undefined) {
      pending = [];
      continue;
    }
    pending = stillOpen(pending, pair.target.text, marks, index);
    lone.push(...pending.filter(({ since }) => index - since > REACH));
    pending = pending.filter(({ since }) => index - since <= REACH);
    for (const each of unpaired(pair, marks)) {
      if (each.mark.role === "opens") pending = [...pending, { ...each, since: index }];
      else if (pending.length > 0) pending = [];
      else lone.push(each);
    }
  }
  return [...lone, ...pending].filter((each) => each.mark.role === "closes" || !isCutOff(each.pair));
}
