/**
 * Pairs of inputs that are not zero in all sixteen images. A dense layer need not read the others, which the border of
 * the pixels is full of.
 */

import type { V128 } from '../../wasm/code.ts';
import { advance, loop, set, when } from '../../wasm/control.ts';
import { type KernelFunction, kernelFunction } from '../../wasm/function.ts';
import { i32 } from '../../wasm/integer.ts';
import { v128 } from '../../wasm/vector.ts';
import { GROUPS, VECTOR } from './layout.ts';

/** Bytes of a pair of inputs of sixteen images. */
export const STEP = GROUPS * VECTOR;
/** Bytes of a record: two words of weights. */
export const RECORD_BYTES = 8;
/** Bytes before a list's first entry: the list's end. */
export const LIST_HEADER = 4;

/** Bytes of a list of pairs. */
export const listBytes = (pairs: number): number => LIST_HEADER + 4 * pairs;

/**
 * Kernel that lists the pairs that are not zero in all sixteen images: name(). They are listed by their place in the
 * records; the first where all are zero.
 */
export function listUsed(name: string, input: number, pairs: number, used: number): KernelFunction {
  return kernelFunction(name, [], (_, scope) => {
    const [pair, end] = scope.i32s(2);
    const group = (k: number): V128 => v128.load(i32.mul(pair, STEP), input + k * VECTOR);
    const any = v128.anyTrue(v128.or(v128.or(group(0), group(1)), v128.or(group(2), group(3))));
    const first = used + LIST_HEADER;
    return [
      set(end, first),
      loop(pair, 0, pairs, 1, [i32.store(end, i32.mul(pair, RECORD_BYTES)), advance(end, i32.shl(any, 2))]),
      when(i32.ltS(end, first + 1), [i32.store(first, 0), set(end, first + 4)]),
      i32.store(used, end),
    ];
  });
}
