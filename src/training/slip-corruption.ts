import { CONFUSABLE, FUNCTION_WORDS } from "../plausibility/function-words.ts";
import { SLIPS, type Slip } from "../plausibility/grammar.ts";
import type { WordSymbol } from "../plausibility/symbols.ts";
import type { Random } from "./random.ts";

/** A word of a corpus in its use. */
export interface Piece {
  readonly lower: string;
  readonly partOfSpeech: string;
  readonly symbol: WordSymbol;
}

/** A sentence with slips: its pieces, and by place the number of the slip, or `UNSURE` beside one. */
export interface Spoilt {
  readonly pieces: readonly Piece[];
  readonly slips: readonly number[];
}
/** The mark of places beside a slip, from which nothing can be learnt. */
export const UNSURE = -1;
const BLURRED = 3;

/** What words a slip may put in the place of others. */
export interface Confusions {
  readonly functionWords: readonly (readonly Piece[])[];
  /** Words of one stem, by each of them. */
  readonly relatives: (word: Piece) => readonly Piece[];
  readonly surplus: readonly Piece[];
}

interface Draft {
  readonly pieces: Piece[];
  readonly slips: number[];
}

const isWord = (piece: Piece | undefined): piece is Piece =>
  piece !== undefined && piece.partOfSpeech !== "PUNCT" && /^[\p{L}\p{N}']/u.test(piece.lower);
const pick = <Item>(items: readonly Item[], random: Random): Item | undefined =>
  items[Math.floor(random() * items.length)];

function mark({ slips }: Draft, at: number, slip: Slip): void {
  for (let near = Math.max(0, at - BLURRED); near <= at + BLURRED && near < slips.length; near += 1)
    if (slips[near] === 0) slips[near] = UNSURE;
  if (at < slips.length) slips[at] = SLIPS.indexOf(slip);
}

function put(draft: Draft, at: number, piece: Piece | undefined, slip: Slip): boolean {
  const own = draft.pieces[at];
  if (piece === undefined || own === undefined || piece.lower === own.lower) return false;
  draft.pieces[at] = piece;
  mark(draft, at, slip);
  return true;
}

function remove({ pieces, slips }: Draft, from: number, to: number, slip: Slip): boolean {
  if (to >= pieces.length || slips.slice(from, to).some((each) => each !== 0)) return false;
  pieces.splice(from, to - from);
  slips.splice(from, to - from);
  mark({ pieces, slips }, from, slip);
  return true;
}

/** With a name goes all of it, with a noun sometimes its determiner. */
function removeNoun(draft: Draft, at: number, random: Random): boolean {
  const tagAt = (place: number): string | undefined => draft.pieces[place]?.partOfSpeech;
  const own = tagAt(at);
  if (own !== "NOUN" && own !== "PROPN" && own !== "PRON") return false;
  let [from, to] = [at, at + 1];
  if (own === "PROPN") {
    while (tagAt(from - 1) === "PROPN") from -= 1;
    while (tagAt(to) === "PROPN") to += 1;
  }
  if (tagAt(from - 1) === "DET" && random() < 0.4) from -= 1;
  return remove(draft, from, to, "noun-missing");
}

function removeTagged(draft: Draft, at: number, tags: readonly string[], slip: Slip): boolean {
  const own = draft.pieces[at];
  return isWord(own) && tags.includes(own.partOfSpeech) && remove(draft, at, at + 1, slip);
}

function exchange(draft: Draft, at: number): boolean {
  const { pieces, slips } = draft;
  const [before, own] = [pieces[at - 1], pieces[at]];
  if (!isWord(before) || !isWord(own) || slips[at - 1] !== 0 || own.lower === before.lower) return false;
  pieces[at - 1] = own;
  pieces[at] = before;
  mark(draft, at, "order");
  return true;
}

const [FEWEST_SHUFFLED, MORE_SHUFFLED] = [3, 4];

function jumble(draft: Draft, at: number, random: Random): boolean {
  const count = FEWEST_SHUFFLED + Math.floor(random() * MORE_SHUFFLED);
  const run = draft.pieces.slice(at, at + count);
  if (at + count >= draft.pieces.length) return false;
  for (let last = run.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const [one, two] = [run[last], run[other]];
    if (one !== undefined && two !== undefined) [run[last], run[other]] = [two, one];
  }
  mark(draft, at, "order");
  mark(draft, at + count - 1, "order");
  for (const [index, piece] of run.entries()) {
    draft.pieces[at + index] = piece;
    draft.slips[at + index] = SLIPS.indexOf("order");
  }
  return true;
}

function add(draft: Draft, at: number, { surplus }: Confusions, random: Random): boolean {
  const { pieces, slips } = draft;
  const piece = random() < 0.7 ? pick(surplus, random) : pick(pieces, random);
  if (!isWord(piece) || piece.lower === pieces[at]?.lower || piece.lower === pieces[at - 1]?.lower) return false;
  pieces.splice(at, 0, piece);
  slips.splice(at, 0, 0);
  mark(draft, at, "surplus");
  return true;
}

const otherFunctionWord = ({ lower }: Piece, { functionWords }: Confusions, random: Random): Piece | undefined =>
  pick(
    pick(
      functionWords.filter((_, row) => CONFUSABLE[row]?.includes(lower)),
      random,
    ) ?? [],
    random,
  );

function slipAt(draft: Draft, at: number, confusions: Confusions, random: Random): boolean {
  const own = draft.pieces[at];
  if (own === undefined) return false;
  const lot = random();
  if (lot < 0.17) return removeNoun(draft, at, random);
  if (lot < 0.27) return removeTagged(draft, at, ["VERB", "AUX"], "verb-missing");
  if (lot < 0.42) return removeTagged(draft, at, ["ADP", "DET", "CCONJ", "SCONJ", "PART"], "function-word-missing");
  if (lot < 0.54) return exchange(draft, at);
  if (lot < 0.58) return jumble(draft, at, random);
  if (lot < 0.68) return add(draft, at, confusions, random);
  if (lot < 0.83) return put(draft, at, otherFunctionWord(own, confusions, random), "function-word");
  return !FUNCTION_WORDS.has(own.lower) && put(draft, at, pick(confusions.relatives(own), random), "form");
}

const [TRIES, LONG, LONGER] = [12, 18, 35];

/** A sentence with one slip or, if it is long, some. */
export function spoil(sentence: readonly Piece[], confusions: Confusions, random: Random): Spoilt {
  const draft: Draft = { pieces: [...sentence], slips: sentence.map(() => 0) };
  let wanted = 1;
  for (const length of [LONG, LONGER]) if (sentence.length > length && random() < 0.5) wanted += 1;
  for (let count = 0; count < TRIES && wanted > 0; count += 1) {
    const at = Math.floor(random() * (draft.pieces.length - 1));
    if (draft.slips[at] !== 0 || draft.slips[at + 1] !== 0) continue;
    if (slipAt(draft, at, confusions, random)) wanted -= 1;
  }
  return draft;
}
