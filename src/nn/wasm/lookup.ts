/** Activation tables for kernels: one 32-bit word for each of many equal buckets of accumulators. */

import type { ActivationTable } from '../activation-table.ts';
import { type Code, get, i32, i32x4, type Local, set, v128 } from './code.ts';
import type { FunctionScope } from './module.ts';

/**
 * With u = accumulator - first, within 0 and span, code = (words[u >> bits] + u) >> bits. No bucket has more than one threshold,
 * unless it is one accumulator wide, so a sum that carries into the code's bits is an exact comparison.
 */
export interface LookupTable {
  readonly first: number;
  readonly span: number;
  /** A bucket is 2^bits accumulators. */
  readonly bits: number;
  readonly words: Int32Array;
}

/** Accumulators with noise are within this. */
const LARGEST = 2 ** 31 - 1;

/** The table for accumulators of 32 bits. Thresholds beyond these are left out. */
export function lookupTable({ lowest, limit, thresholds }: ActivationTable): LookupTable {
  const below = thresholds.findIndex((value) => value > -LARGEST);
  const reached = Array.from(thresholds).filter((value) => value > -LARGEST && value <= LARGEST);
  const start = lowest + (below < 0 ? thresholds.length : below);
  const first = (reached[0] ?? 0) - 1;
  const span = (reached.at(-1) ?? 0) - first;
  let least = 2 ** 30;
  for (let k = 1; k < reached.length; k++) least = Math.min(least, (reached[k] ?? 0) - (reached[k - 1] ?? 0));
  let bits = 0;
  while (2 ** (bits + 1) <= least && (limit + 2) * 2 ** (bits + 1) < 2 ** 31) bits++;
  const width = 2 ** bits;
  const words = new Int32Array(Math.floor(span / width) + 1);
  let passed = 0;
  for (let bucket = 0; bucket < words.length; bucket++) {
    const from = first + bucket * width;
    while (passed < reached.length && (reached[passed] ?? 0) <= from) passed++;
    const next = Math.min(width, (reached[passed] ?? Infinity) - from);
    words[bucket] = (start + passed + 1) * width - next - bucket * width;
  }
  return { first, span, bits, words };
}

/** Replaces the accumulators in `value` by their codes; `words` is where the table stands. */
export function lookup(scope: FunctionScope, { first, span, bits }: LookupTable, words: number, value: Local): Code {
  const place = scope.v128();
  const entry = scope.v128();
  const word = (lane: number): Code => i32x4.lane(get(place), lane);
  return [
    set(value, i32x4.maxS(i32x4.minS(get(value), v128.splat(first + span)), v128.splat(first))),
    set(value, i32x4.sub(get(value), v128.splat(first))),
    set(place, i32x4.shl(i32x4.shrU(get(value), i32.const(bits)), i32.const(2))),
    set(entry, v128.load32Zero(word(0), words)),
    [1, 2, 3].map((lane) => set(entry, v128.load32Lane(word(lane), get(entry), lane, words))),
    set(value, i32x4.shrS(i32x4.add(get(entry), get(value)), i32.const(bits))),
  ];
}
