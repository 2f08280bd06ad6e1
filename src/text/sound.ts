import { doubleMetaphone } from "double-metaphone";

/** Whether two English words sound alike, after Philips' Double Metaphone. */
export function soundAlike(left: string, right: string): boolean {
  const [first, second] = doubleMetaphone(left);
  const [other, another] = doubleMetaphone(right);
  return first === other || first === another || second === other;
}
