/** Codes of the largest multiple of a window's sums: the maximum comes before the division. */

import { nth } from '../../../numeric/index.ts';
import type { Code, I32Local, V128 } from '../../wasm/code.ts';
import { loop } from '../../wasm/control.ts';
import type { FunctionScope } from '../../wasm/function.ts';
import { i32x4, v128 } from '../../wasm/vector.ts';
import { VECTOR } from '../memory/layout.ts';
import type { Finish } from '../tile/finish.ts';
import { lookupPairs, type PlacedWhole } from '../tile/lookup.ts';
import type { Tile } from '../tile/tile.ts';
import { POINTS, STRIP, type WinogradBuffers } from './transforms.ts';

/** Multiples of a window's sums in their order: biases times 576, and a table of such multiples. */
export interface Multiples {
  /**
   * Address of the headers of every two outputs, of 16 bytes. Where there is a whole table its first accumulator is
   * taken from them.
   */
  readonly headers: number;
  readonly finish: Finish;
  /** Whole table, null where it is none: then multiples with their bias are its places, unsigned. */
  readonly whole: PlacedWhole | null;
}

/** Instruction that keeps the larger of two multiples. */
export const largerOf = ({ whole }: Multiples): ((a: V128, b: V128) => V128) => (whole ? i32x4.maxU : i32x4.maxS);

/** Element (1, 1): the first column of A is 1 1 1 1 there, so that all of a tile's outputs have it once. */
const EVERYWHERE = POINTS + 1;

/** Biases of two channels, added to one element of a strip's products. `header` starts with them. */
export function addBiases(scope: FunctionScope, { products }: WinogradBuffers, header: I32Local): Code {
  const at = scope.i32();
  const start = products + EVERYWHERE * 2 * STRIP * VECTOR;
  return [0, 1].map((channel) => {
    const from = start + channel * STRIP * VECTOR;
    const bias = v128.load32Splat(header, 4 * channel);
    return loop(at, from, from + STRIP * VECTOR, VECTOR, [v128.store(at, i32x4.add(v128.load(at), bias))]);
  });
}

/** Codes of a window's two sums, stored. `even`: there is a second channel in every pair. */
export function finishLargest(
  scope: FunctionScope,
  whole: PlacedWhole,
  { sums, target, header }: Tile,
  even: boolean,
): Code {
  const [low, high] = [nth(sums[0], 0), nth(sums[1], 0)];
  return [
    lookupPairs(scope, whole, [low, high]),
    v128.store(target, even ? low : v128.and(low, v128.load32Splat(header, 8))),
  ];
}
