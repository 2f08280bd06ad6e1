/** A name as it sounds: its consonants, with a dot for each group of vowels, and those groups. */
export interface Sound {
  readonly skeleton: string;
  readonly vowels: readonly string[];
}

const LETTERS: ReadonlyMap<string, string> = new Map([
  ["ł", "l"],
  ["ı", "i"],
  ["ø", "o"],
  ["đ", "d"],
  ["ð", "d"],
  ["þ", "th"],
  ["ß", "ss"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["ə", "e"],
]);

/** Rewritings that bring the usual transliterations of one sound together, in order. */
const REWRITINGS: readonly (readonly [RegExp, string])[] = [
  [/^(?:[aeu]l|[ae](s|sh|n|r|z|d|t)(?=-\1))[-‑]/u, "al"],
  [/[^\p{L}]/gu, ""],
  [/^(?:gh|kh|[qgk])a(?:dh?)+af/u, "gadaf"],
  [/^abd[aeiou]l/u, "abdul"],
  [/^abd[aeu](?=([rnszdt])\1)/u, "abdul"],
  [/^(.{3,})[aou]ll?ah?$/u, "$1ula"],
  [/^tch/u, "ch"],
  [/sch/gu, "sh"],
  [/dzh|dj/gu, "j"],
  [/kh/gu, "h"],
  [/([gdt])h/gu, "$1"],
  [/ph/gu, "f"],
  [/ck|q|c(?=[aourltkc]|$)/gu, "k"],
  [/^w/u, "v"],
  [/tz/gu, "ts"],
  [/([^aeiouy])\1+/gu, "$1"],
  [/(?<=[aeiou])h$/u, ""],
  [/^y(?=[aeiou])/u, "j"],
];

/** A name in lower case, without accents, apostrophes and hyphens apart. */
export function plainLetters(name: string): string {
  const lower = name.toLowerCase().replace(/[łıøđðþßæœə]/gu, (letter) => LETTERS.get(letter) ?? letter);
  return lower.normalize("NFD").replace(/\p{M}/gu, "");
}

/** How a name sounds, whatever the system it was transliterated by. */
export function soundOf(name: string): Sound {
  const folded = REWRITINGS.reduce(
    (text, [pattern, replacement]) => text.replace(pattern, replacement),
    plainLetters(name),
  );
  return { skeleton: folded.replace(/[aeiouy]+/gu, "."), vowels: folded.match(/[aeiouy]+/gu) ?? [] };
}

const VOWEL_SOUNDS: Readonly<Record<string, readonly string[]>> = {
  a: ["a"],
  e: ["e", "a", "i"],
  i: ["i"],
  o: ["o", "u"],
  u: ["u"],
  ue: ["u"],
  oe: ["o"],
  ai: ["ai"],
  ei: ["ai"],
  ae: ["ai", "a"],
  au: ["au"],
  ao: ["au"],
  aou: ["au"],
};

/** The sounds a group of vowels may stand for, the nearest first. An "e" at the end of a name is written for no other vowel. */
function vowelSounds(group: string, isLast: boolean): readonly string[] {
  if (isLast && group === "e") return ["e"];
  if (/^(?:oo|ou)$/u.test(group)) return ["u"];
  if (group === "ee") return ["i"];
  const plain = group.replace(/y/gu, "i").replace(/(.)\1+/gu, "$1");
  return VOWEL_SOUNDS[plain] ?? [plain];
}

/** How near two names are in sound: the same, or with vowels that are often written for each other, as in "Mohammed" and "Muhammad". */
export function likenessOf(a: Sound, b: Sound): "same" | "near" | "none" {
  if (a.skeleton !== b.skeleton) return "none";
  let likeness: "same" | "near" = "same";
  for (const [index, group] of a.vowels.entries()) {
    const isLast = a.skeleton.endsWith(".") && index === a.vowels.length - 1;
    const [own, others] = [vowelSounds(group, isLast), vowelSounds(b.vowels[index] ?? "", isLast)];
    if (own[0] === others[0]) continue;
    if (!own.some((sound) => others.includes(sound))) return "none";
    likeness = "near";
  }
  return likeness;
}

/** Whether two words of six letters or more differ by one letter inside: one more, or another vowel. */
export function slipApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < 6 || long.length - short.length > 1) return false;
  let from = 0;
  while (from < short.length && short[from] === long[from]) from += 1;
  let left = 0;
  while (left < short.length - from && short.at(-1 - left) === long.at(-1 - left)) left += 1;
  if (from === 0 || left === 0) return false;
  if (long.length > short.length) return from + left === short.length;
  return from + left === short.length - 1 && /[aeiouy]/u.test(short[from] ?? "") && /[aeiouy]/u.test(long[from] ?? "");
}
