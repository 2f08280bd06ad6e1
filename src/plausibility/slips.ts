import { type Grammar, SLIPS, type Slip, WEIGHT_PARTS } from "./grammar.ts";
import type { Word } from "./reading.ts";
import { editsOf } from "./slip-edits.ts";
import { FEATURE_COUNT, GLANCE_COUNT, glance, readOn } from "./slip-features.ts";
import { isListed, type Row, rowOf, symbolReader, symbolsOf, type WordSymbol } from "./symbols.ts";

/** A change of a few words: what stands from one token to another is replaced. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly words: readonly string[];
}

/** A place in a sentence where the grammar in figures sees a slip. */
export interface FoundSlip {
  readonly at: number;
  readonly slip: Slip;
  /** How likely it is that there is one, among sentences of which many have one. */
  readonly doubt: number;
  /** How much better the place looks, in nats, after the best repair of this kind; and the repair, where it is one in words. */
  readonly gain: number;
  readonly edit: Edit | undefined;
}

/** A grammar at work. */
export interface Slips {
  readonly slipsIn: (tokens: readonly Word[]) => readonly FoundSlip[];
}

const KINDS = SLIPS.length;
/** After a glance, a place is only looked at again if some slip is this much likelier than none. In parts of a nat, as weights are. */
const SUSPICIOUS = WEIGHT_PARTS;
const LEAST_DOUBT = 0.6;
/** Of slips so near to each other only the surest is one. */
const NEAR = 3;
/** How far a repair is looked at on both sides, and how far its neighbours see. */
const [REACH, SIGHT] = [3, 3];

/** Adds what features say to the sums. */
function weigh({ featureMarks, featureWeights }: Grammar, features: Uint32Array, from: number, sums: Int32Array): void {
  const size = featureMarks.length;
  const to = from === 0 ? GLANCE_COUNT : FEATURE_COUNT;
  for (let index = from; index < to; index += 1) {
    const key = features[index] ?? 0;
    const mark = (key >>> 16) | 1;
    let slot = key % size;
    let found = featureMarks[slot];
    while (found !== 0 && found !== mark) {
      slot = slot + 1 === size ? 0 : slot + 1;
      found = featureMarks[slot];
    }
    if (found === 0) continue;
    const first = slot * KINDS;
    for (let kind = 0; kind < KINDS; kind += 1) sums[kind] = (sums[kind] ?? 0) + (featureWeights[first + kind] ?? 0);
  }
}

interface Judgement {
  /** The probability that nothing is the matter, and its logarithm. */
  readonly right: number;
  readonly worst: Slip;
}

const FINE: Judgement = { right: 1, worst: "none" };

function judgementOf(sums: Int32Array): Judgement {
  let [worst, total] = [1, 0];
  for (let kind = 0; kind < KINDS; kind += 1) {
    total += Math.exp(((sums[kind] ?? 0) - (sums[0] ?? 0)) / WEIGHT_PARTS);
    if (kind > 0 && (sums[kind] ?? 0) > (sums[worst] ?? 0)) worst = kind;
  }
  return { right: 1 / total, worst: SLIPS[worst] ?? "none" };
}

const isClear = (sums: Int32Array): boolean => {
  const bar = (sums[0] ?? 0) + SUSPICIOUS;
  for (let kind = 1; kind < KINDS; kind += 1) if ((sums[kind] ?? 0) > bar) return false;
  return true;
};

/** A judge of places. */
function judgeBy(grammar: Grammar): (row: Row, place: number, patience: "hasty" | "patient") => Judgement {
  const features = new Uint32Array(FEATURE_COUNT);
  const sums = new Int32Array(KINDS);
  return (row, place, patience) => {
    sums.fill(0);
    glance(row, place, features);
    weigh(grammar, features, 0, sums);
    if (patience === "hasty" && isClear(sums)) return FINE;
    readOn(row, place, features);
    weigh(grammar, features, GLANCE_COUNT, sums);
    return judgementOf(sums);
  };
}

const surest = (slips: readonly FoundSlip[]): readonly FoundSlip[] =>
  slips.filter(
    ({ at, doubt }) =>
      !slips.some(
        (other) => Math.abs(other.at - at) <= NEAR && (other.doubt > doubt || (other.doubt === doubt && other.at < at)),
      ),
  );

/** Opens a grammar. */
function openSlipFinder(grammar: Grammar): Slips["slipsIn"] {
  const read = symbolReader(grammar);
  const lexicon = { read, has: (word: string) => isListed(grammar, word) };
  const judge = judgeBy(grammar);
  /** How right a stretch looks, in nats. */
  const worth = (symbols: readonly WordSymbol[], from: number, to: number): number => {
    const start = Math.max(0, from - REACH - SIGHT);
    const row = rowOf(symbols.slice(start, to + REACH + SIGHT));
    const first = Math.max(0, from - REACH) - start;
    let sum = 0;
    for (let place = first; place < Math.min(row.length, to + REACH - start); place += 1)
      sum += Math.log(judge(row, place, "patient").right);
    return sum;
  };
  const repaired = (tokens: readonly Word[], symbols: readonly WordSymbol[], at: number, slip: Slip) => {
    let best: { readonly gain: number; readonly edit: Edit | undefined } = { gain: 0, edit: undefined };
    for (const { from, to, symbols: instead, words } of editsOf(slip, tokens, symbols, at, lexicon)) {
      const changed = [...symbols.slice(0, from), ...instead, ...symbols.slice(to)];
      const gain = worth(changed, from, from + instead.length) - worth(symbols, from, to);
      if (gain > best.gain) best = { gain, edit: words === undefined ? undefined : { from, to, words } };
    }
    return best;
  };
  return (tokens) => {
    const symbols = symbolsOf(read, tokens);
    const row = rowOf(symbols);
    const doubtful: FoundSlip[] = [];
    for (let at = 0; at < row.length; at += 1) {
      const { right, worst } = judge(row, at, "hasty");
      if (1 - right >= LEAST_DOUBT) doubtful.push({ at, slip: worst, doubt: 1 - right, gain: 0, edit: undefined });
    }
    return surest(doubtful).map((slip) => ({ ...slip, ...repaired(tokens, symbols, slip.at, slip.slip) }));
  };
}

/** A grammar that is read only when a text needs it; each sentence is judged once for all that ask. */
export function openSlips(load: () => Grammar): Slips {
  let find: Slips["slipsIn"] | undefined;
  let last: { readonly tokens: readonly Word[]; readonly slips: readonly FoundSlip[] } | undefined;
  return {
    slipsIn(tokens) {
      find ??= openSlipFinder(load());
      if (last?.tokens !== tokens) last = { tokens, slips: find(tokens) };
      return last.slips;
    },
  };
}
