/** Pairs of inputs that a dense layer need not read: those that are zero in all sixteen images, as the border of pixels is. */

import { type Code, get, i32, loop, set, v128, when } from '../../wasm/code.ts';
import type { KernelFunction } from '../../wasm/module.ts';
import { GROUPS, VECTOR } from './layout.ts';

/** Bytes of a pair of inputs of sixteen images. */
export const STEP = GROUPS * VECTOR;
/** Two words of weights. */
export const RECORD_BYTES = 8;
/** Bytes before a list's first entry: where it ends. */
export const LIST_HEADER = 4;

/** Bytes of a list of pairs. */
export const listBytes = (pairs: number): number => LIST_HEADER + 4 * pairs;

/** name(): lists the pairs that are not zero in all sixteen images, by their place in the records; the first where all are. */
export function listUsed(name: string, input: number, pairs: number, used: number): KernelFunction {
  return {
    name,
    parameters: 0,
    body: (scope) => {
      const [pair, end] = [scope.i32(), scope.i32()];
      const group = (k: number): Code => v128.load(i32.mul(get(pair), i32.const(STEP)), input + k * VECTOR);
      const any = v128.anyTrue(v128.or(v128.or(group(0), group(1)), v128.or(group(2), group(3))));
      const first = used + LIST_HEADER;
      return [
        set(end, i32.const(first)),
        loop(pair, i32.const(0), i32.const(pairs), 1, [
          i32.store(get(end), i32.mul(get(pair), i32.const(RECORD_BYTES))),
          set(end, i32.add(get(end), i32.shl(any, i32.const(2)))),
        ]),
        when(i32.ltS(get(end), i32.const(first + 1)), [
          i32.store(i32.const(first), i32.const(0)),
          set(end, i32.const(first + 4)),
        ]),
        i32.store(i32.const(used), get(end)),
      ];
    },
  };
}
