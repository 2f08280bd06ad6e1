import { textSpan } from "../../core/span.ts";
import { type Detection, found } from "../detector.ts";
import type { Term } from "./terms.ts";

/** “I” after a capitalised word is a numeral. */
const SPEAKER = /(?<!\p{Lu}\p{L}+ )\bI\b(?![.-]\p{Lu})|\b(?:my|My|me|mine|myself)\b/gu;

/** A speaker in the target where nobody in the source speaks of himself. */
export function* speakerAdded(target: string, excuses: readonly Term[]): Generator<Detection, void, undefined> {
  if (excuses.length > 0) return;
  for (const { 0: match, index } of target.matchAll(SPEAKER))
    yield found(textSpan(index, index + match.length), { match, term: "" });
}
