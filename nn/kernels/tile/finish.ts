/** Finish of accumulators in registers for the next layer: noise, bias, activation. */

import { LARGEST_NOISE } from '../../noise/lumped-noise.ts';
import type { Code, V128, V128Local } from '../../wasm/code.ts';
import { accumulateWords, either, set } from '../../wasm/control.ts';
import type { FunctionScope } from '../../wasm/function.ts';
import { i32 } from '../../wasm/integer.ts';
import { f32x4, i32x4, v128 } from '../../wasm/vector.ts';
import { lookup, type PlacedTable } from './lookup.ts';

/** Finish of a layer's sums by constants in memory. */
export interface Finish {
  /** Bits by which the sum is shifted left. */
  readonly fractionBits: number;
  readonly table: PlacedTable | null;
}

/** Factors of an accumulator's noise. */
export interface NoiseTerm {
  readonly accumulator: V128Local;
  readonly deviation: V128;
  readonly gaussian: V128;
}

/** Largest noise that is rounded to the nearest by an addition. */
export const NARROW_NOISE = 2 ** 22;
/**
 * Addend that rounds: numbers from 2^23 to 2^24 have no fraction bits. Those from 2^31 to 2^32 are multiples of 256.
 */
const ROUNDING = 1.5 * 2 ** 23;
const ROUNDING_BITS = 0x4b40_0000;
const COARSE = 1.5 * 2 ** 31;
const COARSE_BITS = 0x4f40_0000;

/**
 * Noise round(deviation * gaussian) of the accumulators, added as `lumpedNoise` does. `narrow` is the address of a word
 * that is not 0 where all noise is within `NARROW_NOISE`.
 */
export function addNoise(scope: FunctionScope, narrow: number, terms: readonly NoiseTerm[]): Code {
  const [noise, coarse] = scope.v128s(2);
  const { add, sub, mul, pmin, pmax } = f32x4;
  const kept = (value: V128): V128 => pmax(pmin(value, LARGEST_NOISE), -LARGEST_NOISE);
  return either(
    i32.load(narrow),
    terms.map(({ accumulator, deviation, gaussian }) => {
      const rounded = add(mul(deviation, gaussian), ROUNDING);
      return accumulateWords(accumulator, i32x4.sub(rounded, ROUNDING_BITS));
    }),
    // Multiples of 256 and what is left of them apart, which is exact and rounds to the nearest whole number, too.
    terms.map(({ accumulator, deviation, gaussian }) => {
      const left = sub(noise, sub(coarse, COARSE));
      const bits = i32x4.add(i32x4.shl(coarse, 8), add(left, ROUNDING));
      const sum = i32x4.sub(bits, (COARSE_BITS << 8) + ROUNDING_BITS);
      return [
        set(noise, kept(mul(deviation, gaussian))),
        set(coarse, add(noise, COARSE)),
        accumulateWords(accumulator, sum),
      ];
    }),
  );
}

/** Shift of a sum by the fraction bits. */
export function shiftSum(sum: V128Local, { fractionBits }: Finish): Code {
  return fractionBits === 0 ? [] : set(sum, i32x4.shl(sum, fractionBits));
}

/** Codes of the activation; the accumulators themselves where there is no table. */
export function activateAll(scope: FunctionScope, { table }: Finish, accumulators: readonly V128Local[]): Code {
  return table ? accumulators.map((accumulator) => lookup(scope, table, accumulator)) : [];
}

/** Two values of 16 bits in each lane: the first below the second. */
export function pairOf(first: V128Local, second: V128Local): V128 {
  return v128.or(v128.and(first, 0xffff), i32x4.shl(second, 16));
}
