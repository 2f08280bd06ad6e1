import { mixed } from "../text/hash.ts";
import { MARGIN, type Row } from "./symbols.ts";

/** How many features a place has: each a run of symbols around it, hashed. */
export const FEATURE_COUNT = 22;

/** The first so many are glanced at; most places need no more. */
export const GLANCE_COUNT = 5;

const [FIRST, SECOND, THIRD, FOURTH, FIFTH] = [0x9e3779b1, 0x01000193, 0x5bd1e995, 0x27d4eb2f, 0x165667b1];

const two = (shape: number, a: number, b: number): number =>
  mixed(Math.imul(shape, FIRST) ^ Math.imul(a, SECOND) ^ Math.imul(b, THIRD));
const three = (shape: number, a: number, b: number, c: number): number =>
  mixed(two(shape, a, b) ^ Math.imul(c, FOURTH));
const four = (shape: number, a: number, b: number, c: number, d: number): number =>
  mixed(three(shape, a, b, c) ^ Math.imul(d, FIFTH));

/** Writes the features that are glanced at into the beginning of `out`: pairs and runs of three around a place. */
export function glance({ words, uses }: Row, place: number, out: Uint32Array): void {
  const at = place + MARGIN;
  const before = uses[at - 1] ?? 0;
  const own = uses[at] ?? 0;
  const after = uses[at + 1] ?? 0;
  out[0] = three(1, uses[at - 2] ?? 0, before, own);
  out[1] = three(2, before, own, after);
  out[2] = two(3, words[at - 1] ?? 0, words[at] ?? 0);
  out[3] = two(4, before, own);
  out[4] = three(5, own, after, uses[at + 2] ?? 0);
}

/** Writes the other features of a place behind them. */
export function readOn({ words, uses, groups }: Row, place: number, out: Uint32Array): void {
  const at = place + MARGIN;
  const u1 = uses[at - 2] ?? 0;
  const u2 = uses[at - 1] ?? 0;
  const u3 = uses[at] ?? 0;
  const u4 = uses[at + 1] ?? 0;
  const u5 = uses[at + 2] ?? 0;
  const w1 = words[at - 2] ?? 0;
  const w2 = words[at - 1] ?? 0;
  const w3 = words[at] ?? 0;
  const w4 = words[at + 1] ?? 0;
  const w5 = words[at + 2] ?? 0;
  out[5] = two(6, u3, u4);
  out[6] = four(7, u1, u2, u3, u4);
  out[7] = four(8, u2, u3, u4, u5);
  out[8] = four(9, uses[at - 3] ?? 0, u1, u2, u3);
  out[9] = two(10, u2, u4);
  out[10] = two(11, w3, w4);
  out[11] = three(12, w1, w2, w3);
  out[12] = three(13, w2, w3, w4);
  out[13] = three(14, w3, w4, w5);
  out[14] = two(15, w2, w4);
  out[15] = two(16, w1, w3);
  out[16] = three(17, w2, u3, u4);
  out[17] = three(18, u1, u2, w3);
  out[18] = four(19, u1, u2, u3, (u4 << 16) | u5);
  out[19] = four(
    20,
    ((groups[at - 3] ?? 0) << 8) | (groups[at - 2] ?? 0),
    groups[at - 1] ?? 0,
    groups[at] ?? 0,
    ((groups[at + 1] ?? 0) << 8) | (groups[at + 2] ?? 0),
  );
  out[20] = three(21, u1, u3, u4);
  out[21] = three(22, w3, u4, u5);
}
