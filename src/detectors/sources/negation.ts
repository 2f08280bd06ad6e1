import { textSpan } from "../../core/span.ts";
import { type Detection, found } from "../detector.ts";
import type { Term } from "./terms.ts";

const NEGATOR = /\b(?:\p{L}+n['’]t|not|never|cannot)\b/gu;
const HARMLESS =
  /^\s(?:only|just|merely|simply|so|least|(?:go|going|went|fit) (?:well|together)|over\b|fail|to mention|until|more|less|fewer)\b/iu;
const HARMLESS_BEFORE = /\b(?:or|if|why|whether or|better|n['’]t)\s$/iu;
const LONGEST = 22;

const wordCount = (text: string): number => text.split(/\s+/u).length;

/** A “not” in the target of which the source knows nothing: in short texts only. */
export function* negationAdded(
  target: string,
  source: string,
  denials: readonly Term[],
): Generator<Detection, void, undefined> {
  if (denials.length > 0 || wordCount(target) > LONGEST || /[?？؟]/u.test(source)) return;
  const negators = Array.from(target.matchAll(NEGATOR));
  const [only] = negators;
  if (only === undefined || negators.length > 1) return;
  const end = only.index + only[0].length;
  if (HARMLESS.test(target.slice(end)) || HARMLESS_BEFORE.test(target.slice(0, only.index))) return;
  yield found(textSpan(only.index, end), { match: only[0], term: "" });
}
