/** Gradients of weights and biases: sums over positions and sixteen images. */

import { nth } from '../../../numeric/index.ts';
import type { Code, V128, V128Local } from '../../wasm/code.ts';
import { advance, set } from '../../wasm/control.ts';
import { type KernelFunction, kernelFunction, type V128Locals } from '../../wasm/function.ts';
import { i32 } from '../../wasm/integer.ts';
import { f32x4, v128 } from '../../wasm/vector.ts';
import { accumulate, times, until, VECTOR_BYTES } from './code.ts';

/** Sums of the lanes of four vectors, as the lanes of one. */
function laneSums([a, b, c, d]: V128Locals<4>, first: V128Local, second: V128Local): Code {
  const pair = (one: V128Local, other: V128Local): V128 =>
    f32x4.add(v128.shuffle32(one, other, 0, 4, 1, 5), v128.shuffle32(one, other, 2, 6, 3, 7));
  return [
    set(first, pair(a, b)),
    set(second, pair(c, d)),
    set(first, f32x4.add(v128.shuffle32(first, second, 0, 1, 4, 5), v128.shuffle32(first, second, 2, 3, 6, 7))),
  ];
}

/**
 * Gradient of the weights, gradient[o][k] = sum of d[o] * x at table[k]: weightGradient(x, xRow, table, quads, d, dRow,
 * dTable, gradient, gradientRow, height, vectors, pairs). A tile is two outputs by four places; `quads` are the fours
 * of places, `vectors` those of a row of d.
 */
export const WEIGHT_GRADIENT: KernelFunction = kernelFunction(
  'weightGradient',
  ['x', 'xRow', 'table', 'quads', 'd', 'dRow', 'dTable', 'gradient', 'gradientRow', 'height', 'vectors', 'pairs'],
  ({ x, xRow, table, quads, d, dRow, dTable, gradient, gradientRow, height, vectors, pairs }, scope) => {
    const [pair, quad, y, place, out, last, xSkip, dSkip] = scope.i32s(8);
    const starts = scope.i32s(2);
    const deltas = scope.i32s(2);
    const values = scope.i32s(4);
    const sums = starts.map(() => scope.v128s(4));
    const factors = starts.map(scope.v128);
    const [value, other] = scope.v128s(2);
    const rowBytes = i32.shl(vectors, 4);
    return [
      set(xSkip, i32.sub(xRow, rowBytes)),
      set(dSkip, i32.sub(dRow, rowBytes)),
      times(pair, pairs, [
        starts.map((start, k) => set(start, i32.add(d, i32.load(dTable, 4 * k)))),
        set(place, table),
        set(out, gradient),
        times(quad, quads, [
          values.map((pointer, k) => set(pointer, i32.add(x, i32.load(place, 4 * k)))),
          deltas.map((pointer, k) => set(pointer, nth(starts, k))),
          sums.flat().map((sum) => set(sum, v128.splat(0))),
          times(y, height, [
            set(last, i32.add(nth(deltas, 0), rowBytes)),
            until(nth(deltas, 0), last, [
              factors.map((factor, k) => set(factor, v128.load(nth(deltas, k)))),
              values.map((pointer, k) => [
                set(value, v128.load(pointer)),
                sums.map((row, o) => accumulate(nth(row, k), f32x4.mul(value, nth(factors, o)))),
              ]),
              [...values, ...deltas].map((pointer) => advance(pointer, VECTOR_BYTES)),
            ]),
            deltas.map((pointer) => advance(pointer, dSkip)),
            values.map((pointer) => advance(pointer, xSkip)),
          ]),
          sums.map((row, o) => [
            laneSums(row, value, other),
            v128.store(o === 0 ? out : i32.add(out, gradientRow), value),
          ]),
          [out, place].map((pointer) => advance(pointer, VECTOR_BYTES)),
        ]),
        advance(gradient, i32.add(gradientRow, gradientRow)),
        advance(dTable, 8),
      ]),
    ];
  },
);

/**
 * Gradient of the biases, gradient[o] = sum of d[o]: biasGradient(d, dRow, dTable, gradient, height, vectors, outputs).
 */
export const BIAS_GRADIENT: KernelFunction = kernelFunction(
  'biasGradient',
  ['d', 'dRow', 'dTable', 'gradient', 'height', 'vectors', 'outputs'],
  ({ d, dRow, dTable, gradient, height, vectors, outputs }, scope) => {
    const [output, y, v, row, at] = scope.i32s(5);
    const [sum, value, other] = scope.v128s(3);
    return times(output, outputs, [
      set(row, i32.add(d, i32.load(dTable))),
      set(sum, v128.splat(0)),
      times(y, height, [
        set(at, row),
        times(v, vectors, [accumulate(sum, v128.load(at)), advance(at, VECTOR_BYTES)]),
        advance(row, dRow),
      ]),
      laneSums([sum, sum, sum, sum], value, other),
      v128.store32Lane(gradient, value, 0),
      [gradient, dTable].map((pointer) => advance(pointer, 4)),
    ]);
  },
);
