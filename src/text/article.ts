/** How a word starts to the ear. `either` where speakers differ, or where the spelling does not tell. */
export type FirstSound = "vowel" | "consonant" | "either";

const SILENT_H = /^(?:hour|honest|hono(?:u?r|rar)|heir)/iu;
/** An unstressed first syllable, where older usage drops the h; and words that only Americans say without it. */
const DOUBTFUL_H =
  /^(?:h(?:istor|otel|abitual|eredit|eroic|yster|ilari|orrif|orrend|allucin|erb(?!ert)|omage|ono[lr]é|umble|ypothe|abilit|armoni|ispanic|ung[aá]r))/iu;
/** "uni-" as in "unit", but not the prefix "un-" before an "i". */
const UNI = "uni(?!d(?:e|io)|gn|ll|m(?!o)|n(?!om)|r[ro]|ss|sol)";
const SOUNDS_LIKE_Y_OR_W = new RegExp(
  `^(?:${UNI}|unanim|us(?:e(?!d to)|a[gb]|u[arf]|ing\\b)|ut(?:e[nr]|i(?!c)|ah|op)|uk|ug(?:and|ar)|u[iy]gh?u|ufo|ubiq|ur(?:a[nl]|e[at]|i[nc](?!h)|olog|ugua)|uvul|` +
    "eu(?!ler|re\\b)|ewe|one(?!r|i)|once|oui|ouag|ouat)",
  "iu",
);
const DOUBTFUL_VOWEL = /^(?:oax|euler|eure\b|utrecht|usain|un[ai]\b|ulu|unabomb|uz\b|uni[no]n?i[sz]ed)/iu;
/** "H." may be read "aitch" or as the name it is short for; "rtl" letter by letter or in full. */
const INITIAL = /^\p{Lu}\.(?!\p{L})/u;
const UNREADABLE = /^(?:[b-df-hj-np-tv-xz]+\d*|[b-df-hj-np-tv-z]\d+|xor)$/u;
const MIXED = /^[A-Z]+[a-z]{1,2}[A-Z]|^[A-Z]{2,}[a-rt-z]$/u;
const READ_BY_LETTER = new Set(["HIV", "MEP", "MIT", "RAF", "SUV"]);
const VOWEL_LETTERS = new Set([..."AEFHILMNORSX"]);

/** Eight, eleven and eighteen start with a vowel, whatever thousands follow; years and hundreds may be read in two ways. */
function soundOfNumber(word: string): FirstSound {
  const [digits = ""] = /^\d+(?:,\d{3})*/u.exec(word) ?? [];
  if (digits.startsWith("8")) return "vowel";
  if (/^1[18](?:,|$)/u.test(digits)) return "vowel";
  return /^1[18]\d\d$/u.test(digits) ? "either" : "consonant";
}

/** Letters read one by one, or as a word where a vowel inside lets them be read. */
function soundOfAcronym(letters: string): FirstSound {
  const [first = ""] = letters;
  if (letters === "URL") return "either";
  if ("AEIO".includes(first)) return "vowel";
  if (first === "U") return "consonant";
  if (!VOWEL_LETTERS.has(first)) return "consonant";
  return /[AEIOU]/u.test(letters.slice(1, -1)) && !READ_BY_LETTER.has(letters) ? "either" : "vowel";
}

function soundOfVowelLetter(word: string): FirstSound {
  if (DOUBTFUL_VOWEL.test(word)) return "either";
  if (SOUNDS_LIKE_Y_OR_W.test(word)) return "consonant";
  return /^U\p{Ll}/u.test(word) && !/^U(?:[mn]|p|l|r[bgn]|zb|rd|tt)/u.test(word) ? "either" : "vowel";
}

/** How a word, a number or an acronym starts when it is read out. */
export function firstSound(word: string): FirstSound {
  if (/^\d/u.test(word)) return soundOfNumber(word);
  const [letters = ""] = /^[\p{L}\p{M}\p{N}]+/u.exec(word) ?? [];
  if (INITIAL.test(word) || UNREADABLE.test(letters) || MIXED.test(letters)) return "either";
  if (/^\p{L}$/u.test(letters)) return soundOfAcronym(letters.toUpperCase());
  const [acronym] = /^[A-Z]{2,}(?=\d[\dA-Za-z]*$|s?$)/u.exec(letters) ?? [];
  if (acronym !== undefined) return soundOfAcronym(acronym);
  if (/^[A-Z]\d/u.test(letters)) return soundOfAcronym(letters.slice(0, 1));
  if (/^x(?:box|mas)/iu.test(letters)) return letters[1] === "b" ? "vowel" : "either";
  if (SILENT_H.test(letters)) return "vowel";
  if (DOUBTFUL_H.test(letters)) return "either";
  if (/^y[^aeiouáéíóúäöü]/iu.test(letters)) return /^y[tvp]/iu.test(letters) ? "vowel" : "either";
  return /^[aeiouàáâäåæèéêëìíîïòóôöøùúûüāēīōū]/iu.test(letters) ? soundOfVowelLetter(letters) : "consonant";
}

/** Whether a word starts with a vowel sound, so that "an" goes before it. Where both are heard, its first letter decides. */
export function startsWithVowelSound(word: string): boolean {
  const sound = firstSound(word);
  return sound === "vowel" || (sound === "either" && /^[aeio]/iu.test(word));
}
