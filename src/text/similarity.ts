import stringSimilarity from "string-similarity";

/** How alike two words look, 0 to 1: the Sørensen–Dice coefficient over letter pairs. */
export const similarity = (a: string, b: string): number => stringSimilarity.compareTwoStrings(a, b);

/** The name that looks most like `wanted`, or undefined when none comes close. */
export function nearestName(wanted: string, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  const { bestMatch } = stringSimilarity.findBestMatch(wanted.toLowerCase(), names as string[]);
  return bestMatch.rating >= 0.4 ? bestMatch.target : undefined;
}
