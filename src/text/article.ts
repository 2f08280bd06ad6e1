const SOUNDS_LIKE_CONSONANT = /^(?:uni(?!n|m)|un[ae]s|use|usu|uti|uk|eu|ewe|one|once|ou[ij]|ubiq|uran)/iu;
const SILENT_H = /^(?:hour|honest|hono[u]?r|heir)/iu;
const SPELT_WITH_VOWEL_SOUND = new Set([..."AEFHILMNORSX8"]);

/** Whether a word starts with a vowel sound, so that "an" goes before it. Letter names count in acronyms. */
export function startsWithVowelSound(word: string): boolean {
  const first = word[0] ?? "";
  if (/^\d/u.test(word)) return /^(?:8|11(?!\d)|18(?!\d)|11,|18,|11\.|18\.|8\d*)/u.test(word);
  const isSpeltOut = /^[A-Z]{2,}s?$/u.test(word) && (word.length <= 3 || !/[AEIOU]/u.test(word.slice(1)));
  if (isSpeltOut) return SPELT_WITH_VOWEL_SOUND.has(first);
  if (SILENT_H.test(word)) return true;
  return /^[aeiouàáâäåæèéêëìíîïòóôöøùúûü]/iu.test(word) && !SOUNDS_LIKE_CONSONANT.test(word);
}
