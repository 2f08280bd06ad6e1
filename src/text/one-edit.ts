const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/**
 * All strings that one slip makes of a word: two neighbouring letters swapped, a letter lost, added or another in its
 * place. The likeliest slips come first.
 */
export function* oneEditFrom(word: string): Iterable<string> {
  const { length } = word;
  for (let at = 0; at + 1 < length; at += 1)
    if (word[at] !== word[at + 1]) yield word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
  for (let at = 0; at < length; at += 1) if (word[at] !== word[at + 1]) yield word.slice(0, at) + word.slice(at + 1);
  for (let at = 0; at <= length; at += 1)
    for (const letter of LETTERS) if (letter !== word[at - 1]) yield word.slice(0, at) + letter + word.slice(at);
  for (let at = 0; at < length; at += 1)
    for (const letter of LETTERS) if (letter !== word[at]) yield word.slice(0, at) + letter + word.slice(at + 1);
}
