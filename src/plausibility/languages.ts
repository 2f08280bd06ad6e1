import { Buffer } from "node:buffer";
import { openDictionary } from "./dictionary.ts";

/** The languages that words in Latin letters are told by. */
export const LANGUAGES = "en ca cs da de es et fi fr hr hu it lt lv nl no pl pt ro sk sl sq sv tr".split(" ");

/** How like a language a piece of a word can be at most. */
export const MOST_LIKE = 15;

/** The language that a word looks most like, English apart, and how like both: 0 to `MOST_LIKE`. */
export interface Likeness {
  readonly language: string;
  readonly foreign: number;
  readonly english: number;
}

/** Tells what language a word looks like. */
export type Languages = (word: string) => Likeness;

const PIECE = 4;
const STRIDE = 3;

/** The pieces of a word that eld (https://github.com/nitotm/efficient-language-detector-js) looks at: four bytes each, the ends marked. */
function piecesOf(word: string): readonly string[] {
  const bytes = Buffer.from(word).toString("latin1");
  const pieces: string[] = [];
  let at = 0;
  for (; at + PIECE < bytes.length; at += STRIDE) pieces.push(`${at === 0 ? " " : ""}${bytes.slice(at, at + PIECE)}`);
  pieces.push(`${at === 0 ? " " : ""}${bytes.slice(bytes.length === 3 ? 0 : Math.max(0, bytes.length - PIECE))} `);
  return pieces;
}

/** Tells languages by weights of pieces, filed by `fillDictionary` and read when the first word is asked for. */
export function openLanguages(load: () => Uint8Array): Languages {
  const weights = openDictionary(load);
  return (word) => {
    const pieces = piecesOf(word);
    const likeness = (language: string): number =>
      pieces.reduce((sum, piece) => sum + weights.kindOf(language + piece), 0) / pieces.length;
    let [best, foreign] = ["", 0];
    for (const language of LANGUAGES) {
      const own = language === "en" ? 0 : likeness(language);
      if (own > foreign) [best, foreign] = [language, own];
    }
    return { language: best, foreign, english: likeness("en") };
  };
}
