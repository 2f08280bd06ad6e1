/** Words of one use that are taken for each other: determiners, prepositions, auxiliaries, conjunctions, pronouns. */
export const CONFUSABLE: readonly (readonly string[])[] = [
  "the a an this that these those his her its their our my your some any no every each all",
  `of in to for on with at by from as into about after between through over against during before without under within along
among around across behind near since until than up out off down`,
  "am is are was were be been being have has had having do does did will would shall should can could may might must",
  "and or but so because while although though if whether when where who which that what how as than nor yet",
  "i you he she it we they me him her us them himself itself themselves",
].map((row) => row.split(/\s+/u));

const OTHERS =
  `an both either neither another such many much more most few fewer less little several other own same enough
above beyond below till upon onto toward towards despite per via like unless why whom whose whatever whoever whenever
myself herself ourselves mine yours hers ours theirs one ones someone anyone everyone nobody nothing something anything everything
there here done doing cannot 'm 're 've 'll 'd 's n't ' not never also only just even still already too very well then now once again
ever often always almost rather quite perhaps however therefore back away together apart ago else instead first second last next later
say says said two three million billion percent according due let lot kind
. , ; : ? ! ( ) - – — “ ” " ‘ ’ ... … / % $ £ € & [ ]
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
december mr mrs dr`.split(/\s+/u);

/** Words and marks that stand for themselves where all others stand for what they can be. */
export const FUNCTION_WORDS: ReadonlyMap<string, number> = new Map(
  [...new Set([...CONFUSABLE.flat(), ...OTHERS])].map((word, index) => [word, index + 1]),
);

const FIRST_GROUP = 20;
const [COMMA, STOP, MARK, WORD] = [31, 30, 32, 33];

/** The coarse group of a function word: its set of words that are taken for each other, else what kind of mark it is. */
export function groupOf(word: string): number {
  const row = CONFUSABLE.findIndex((words) => words.includes(word));
  if (row >= 0) return FIRST_GROUP + row;
  if (/^[.?!]$/u.test(word)) return STOP;
  if (word === ",") return COMMA;
  return /^[\p{P}\p{S}]/u.test(word) && !/^(?:'\p{L}|n't)/u.test(word) ? MARK : WORD;
}
