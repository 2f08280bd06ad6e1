import type { AnnotatedDocument } from "../../annotate/annotated.ts";

/** Scripts that tell a language, or nearly: the first that fits. */
const BY_SCRIPT: readonly (readonly [language: string, letters: RegExp])[] = [
  ["ja", /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ["ko", /\p{Script=Hangul}/u],
  ["zh", /\p{Script=Han}/u],
  ["he", /\p{Script=Hebrew}/u],
  ["hi", /\p{Script=Devanagari}/u],
  ["fa", /[پچژگکی]/u],
  ["ar", /\p{Script=Arabic}/u],
  ["uk", /[іїєґ]/iu],
  ["ru", /\p{Script=Cyrillic}/u],
];

/** Small words that every longer text of a language written in Latin letters has. */
const SMALL_WORDS: Readonly<Record<string, string>> = {
  cs: "je se na že který která které jsou byl byla bylo jako pro před také ale podle jeho ve při nebo však",
  de: "der die das und ist nicht ein eine den dem mit von zu im für auf sich des auch wurde werden nach bei wie",
  es: "el la los las y que en un una por con para del se su es no al como más fue pero este entre también",
  et: "ja on ei oli et ka see kui mis aga ning tema oma või selle kes olid ta pärast kuid",
  fr: "le la les et des un une que est pour dans qui du sur au par il pas avec ce sont plus été aux cette",
  it: "il la che di e è un una per non del della con sono si gli nel alla anche come più dei ha stato",
  nl: "de het een en van is dat niet op te zijn met voor die er aan door werd ook bij naar als uit",
  pl: "w i na się jest nie że do z to o jak po przez dla był która które który od są oraz przy jego ale także",
  pt: "o a os as e que do da em um uma para com não por mais dos das no na ao foi se como é são pelo",
  ro: "și de la în a cu din pe care este nu un o al mai pentru sunt fost ce se prin după sau ale",
  sv: "och att det som en på är av för med den till inte var ett om han har från de men efter",
  tr: "ve bir bu da de için ile olarak çok daha olan gibi kadar sonra ancak ama ise yeni büyük en",
};

const BY_WORD: ReadonlyMap<string, readonly string[]> = Object.entries(SMALL_WORDS).reduce(
  (known, [language, words]) => {
    for (const word of words.split(" ")) known.set(word, [...(known.get(word) ?? []), language]);
    return known;
  },
  new Map<string, readonly string[]>(),
);

/** Whether a word, in lower case, is one of the small words of a language. */
export const isSmallWord = (language: string, word: string): boolean => BY_WORD.get(word)?.includes(language) ?? false;

function latinLanguage(text: string): string | undefined {
  const counts = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{M}]+/gu))
    for (const language of BY_WORD.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
  const [best, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return best === undefined || best[1] === second?.[1] ? undefined : best[0];
}

/** The language of a source: what the document says, otherwise what its letters and small words say. */
export const languageOf = ({ document }: AnnotatedDocument, source: string): string | undefined =>
  document.sourceLanguage ?? BY_SCRIPT.find(([, letters]) => letters.test(source))?.[0] ?? latinLanguage(source);
