/** From accumulators in registers to what the next layer reads: noise, bias, activation. */

import { LARGEST_NOISE } from '../lumped-noise.ts';
import { type Code, f32x4, get, i32, i32x4, type Local, set, v128 } from './code.ts';
import { type LookupTable, lookup } from './lookup.ts';
import type { FunctionScope } from './module.ts';

/** What a layer does with its sums, and where its constants stand. */
export interface Finish {
  /** The sum is shifted left by this. */
  readonly fractionBits: number;
  readonly table: { readonly lookup: LookupTable; readonly address: number } | null;
}

/** Adds round(deviation * gaussian) to the accumulators, as `lumpedNoise` does. */
export function addNoise(accumulator: Local, deviation: Code, gaussian: Code): Code {
  const noise = f32x4.mul(deviation, gaussian);
  const kept = f32x4.pmax(f32x4.pmin(noise, f32x4.splat(LARGEST_NOISE)), f32x4.splat(-LARGEST_NOISE));
  return set(accumulator, i32x4.add(get(accumulator), i32x4.truncSat(f32x4.nearest(kept))));
}

/** Shifts a sum by the fraction bits. */
export function shiftSum(sum: Local, { fractionBits }: Finish): Code {
  return fractionBits === 0 ? [] : set(sum, i32x4.shl(get(sum), i32.const(fractionBits)));
}

/** The activation's codes; the accumulators themselves where there is no table. */
export function activateAll(scope: FunctionScope, { table }: Finish, accumulators: readonly Local[]): Code {
  return table ? accumulators.map((accumulator) => lookup(scope, table.lookup, table.address, accumulator)) : [];
}

/** Two values of 16 bits in each lane: the first below the second. */
export function pairOf(first: Local, second: Local): Code {
  return v128.or(v128.and(get(first), v128.splat(0xffff)), i32x4.shl(get(second), i32.const(16)));
}
