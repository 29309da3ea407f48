/** Gradients of weights and biases: sums over positions and sixteen images. */

import { type Code, f32x4, get, i32, type Local, set, v128 } from '../../wasm/code.ts';
import type { KernelFunction } from '../../wasm/module.ts';
import { accumulate, advance, locals, times, until, VECTOR_BYTES } from './code.ts';

/** Sums of the lanes of four vectors, as the lanes of one. */
function laneSums([a = 0, b = 0, c = 0, d = 0]: readonly Local[], first: Local, second: Local): Code {
  const pair = (one: Local, other: Local): Code =>
    f32x4.add(v128.shuffle32(get(one), get(other), 0, 4, 1, 5), v128.shuffle32(get(one), get(other), 2, 6, 3, 7));
  return [
    set(first, pair(a, b)),
    set(second, pair(c, d)),
    set(
      first,
      f32x4.add(
        v128.shuffle32(get(first), get(second), 0, 1, 4, 5),
        v128.shuffle32(get(first), get(second), 2, 3, 6, 7),
      ),
    ),
  ];
}

/**
 * weightGradient(x, xRow, table, quads, d, dRow, dTable, gradient, gradientRow, height, vectors, pairs): gradient[o][k] = sum of
 * d[o] * x at table[k]. A tile is two outputs by four places; `quads` are the fours of places, `vectors` those of a row of d.
 */
export const WEIGHT_GRADIENT: KernelFunction = {
  name: 'weightGradient',
  parameters: 12,
  body: (scope) => {
    const [x = 0, xRow = 0, table = 0, quads = 0, d = 0, dRow = 0, dTable = 0, gradient = 0, ...rest] =
      scope.parameters;
    const [gradientRow = 0, height = 0, vectors = 0, pairs = 0] = rest;
    const [pair = 0, quad = 0, y = 0, place = 0, out = 0, last = 0, xSkip = 0, dSkip = 0] = locals(8, scope.i32);
    const starts = locals(2, scope.i32);
    const deltas = locals(2, scope.i32);
    const values = locals(4, scope.i32);
    const sums = starts.map(() => locals(4, scope.v128));
    const factors = starts.map(scope.v128);
    const [value = 0, other = 0] = locals(2, scope.v128);
    const rowBytes = i32.shl(get(vectors), i32.const(4));
    return [
      set(xSkip, i32.sub(get(xRow), rowBytes)),
      set(dSkip, i32.sub(get(dRow), rowBytes)),
      times(pair, get(pairs), [
        starts.map((start, k) => set(start, i32.add(get(d), i32.load(get(dTable), 4 * k)))),
        set(place, get(table)),
        set(out, get(gradient)),
        times(quad, get(quads), [
          values.map((pointer, k) => set(pointer, i32.add(get(x), i32.load(get(place), 4 * k)))),
          deltas.map((pointer, k) => set(pointer, get(starts[k] ?? 0))),
          sums.flat().map((sum) => set(sum, v128.splat(0))),
          times(y, get(height), [
            set(last, i32.add(get(deltas[0] ?? 0), rowBytes)),
            until(deltas[0] ?? 0, last, [
              factors.map((factor, k) => set(factor, v128.load(get(deltas[k] ?? 0)))),
              values.map((pointer, k) => [
                set(value, v128.load(get(pointer))),
                sums.map((row, o) => accumulate(row[k] ?? 0, f32x4.mul(get(value), get(factors[o] ?? 0)))),
              ]),
              [...values, ...deltas].map((pointer) => advance(pointer, VECTOR_BYTES)),
            ]),
            deltas.map((pointer) => advance(pointer, get(dSkip))),
            values.map((pointer) => advance(pointer, get(xSkip))),
          ]),
          sums.map((row, o) => [
            laneSums(row, value, other),
            v128.store(o === 0 ? get(out) : i32.add(get(out), get(gradientRow)), get(value)),
          ]),
          [out, place].map((pointer) => advance(pointer, VECTOR_BYTES)),
        ]),
        advance(gradient, i32.add(get(gradientRow), get(gradientRow))),
        advance(dTable, 8),
      ]),
    ];
  },
};

/** biasGradient(d, dRow, dTable, gradient, height, vectors, outputs): gradient[o] = sum of d[o]. */
export const BIAS_GRADIENT: KernelFunction = {
  name: 'biasGradient',
  parameters: 7,
  body: (scope) => {
    const [d = 0, dRow = 0, dTable = 0, gradient = 0, height = 0, vectors = 0, outputs = 0] = scope.parameters;
    const [output = 0, y = 0, v = 0, row = 0, at = 0] = locals(5, scope.i32);
    const [sum = 0, value = 0, other = 0] = locals(3, scope.v128);
    return times(output, get(outputs), [
      set(row, i32.add(get(d), i32.load(get(dTable)))),
      set(sum, v128.splat(0)),
      times(y, get(height), [
        set(at, get(row)),
        times(v, get(vectors), [accumulate(sum, v128.load(get(at))), advance(at, VECTOR_BYTES)]),
        advance(row, get(dRow)),
      ]),
      laneSums([sum, sum, sum, sum], value, other),
      v128.store32Lane(get(gradient), get(value), 0),
      [gradient, dTable].map((pointer) => advance(pointer, 4)),
    ]);
  },
};
