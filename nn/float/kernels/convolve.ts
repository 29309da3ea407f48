/**
 * Sums of products over a table of places: convolutions and dense layers, forward and back to their inputs, for sixteen images at
 * once. A dense layer is a convolution with one position, its inputs the places. The loop over the places is never unrolled:
 * straight-line code makes V8 load everything first and spill it.
 */

import { type Code, f32x4, get, i32, type Local, set, v128 } from '../../wasm/code.ts';
import type { KernelFunction } from '../../wasm/module.ts';
import { accumulate, advance, locals, times, until, VALUE_BYTES, VECTOR_BYTES, VECTORS } from './code.ts';
import { timesSlope } from './slope.ts';

const EACH = [...Array(VECTORS).keys()];

/** A tile of two outputs: its sums, VECTORS each, and what it needs to begin and to end. */
interface Tile {
  readonly sums: readonly (readonly Local[])[];
  /** Pointer to the biases of the outputs, addresses of their values. */
  readonly bias: Local;
  readonly outputs: readonly Local[];
  /** Extra parameter, and a vector for any use. */
  readonly extra: Local;
  readonly vector: Local;
}

/**
 * out[o][y][x] = begin(o) + sum over k of w[o][k] * x at table[k] from position (y, x). `table` holds byte offsets from a
 * position, `outTable` those of the outputs' planes; w has rows of wRow bytes.
 */
function sumOfPlaces(
  name: string,
  begin: (tile: Tile) => Code,
  end: (tile: Tile) => Code,
  extraParameters: 0 | 1,
): KernelFunction {
  return {
    name,
    parameters: 13 + extraParameters,
    body: (scope) => {
      const [x = 0, xRow = 0, table = 0, places = 0, w = 0, wRow = 0, bias = 0, ...rest] = scope.parameters;
      const [out = 0, outRow = 0, outTable = 0, height = 0, width = 0, pairs = 0, extra = 0] = rest;
      const [last = 0, y = 0, column = 0, pair = 0, from = 0, to = 0, planes = 0, biases = 0, row = 0] = locals(
        9,
        scope.i32,
      );
      const [w0 = 0, w1 = 0, place = 0, at = 0] = locals(4, scope.i32);
      const [s0 = 0, s1 = 0, value = 0, vector = 0] = locals(4, scope.v128);
      const outputs = locals(2, scope.i32);
      const sums = outputs.map(() => locals(VECTORS, scope.v128));
      const tile: Tile = { sums, bias: biases, outputs, extra, vector };
      return [
        set(last, i32.add(get(table), i32.shl(get(places), i32.const(2)))),
        times(y, get(height), [
          set(from, get(x)),
          set(to, get(out)),
          times(column, get(width), [
            set(row, get(w)),
            set(biases, get(bias)),
            set(planes, get(outTable)),
            times(pair, get(pairs), [
              outputs.map((output, k) => set(output, i32.add(get(to), i32.load(get(planes), 4 * k)))),
              set(w0, get(row)),
              set(w1, i32.add(get(row), get(wRow))),
              set(place, get(table)),
              begin(tile),
              until(place, last, [
                set(at, i32.add(get(from), i32.load(get(place)))),
                set(s0, v128.load32Splat(get(w0))),
                set(s1, v128.load32Splat(get(w1))),
                EACH.map((v) => [
                  set(value, v128.load(get(at), VECTOR_BYTES * v)),
                  accumulate(sums[0]?.[v] ?? 0, f32x4.mul(get(value), get(s0))),
                  accumulate(sums[1]?.[v] ?? 0, f32x4.mul(get(value), get(s1))),
                ]),
                [w0, w1, place].map((pointer) => advance(pointer, 4)),
              ]),
              end(tile),
              advance(row, i32.add(get(wRow), get(wRow))),
              [planes, biases].map((pointer) => advance(pointer, 8)),
            ]),
            [from, to].map((pointer) => advance(pointer, VALUE_BYTES)),
          ]),
          advance(x, get(xRow)),
          advance(out, get(outRow)),
        ]),
      ];
    },
  };
}

/** forward(x, xRow, table, places, w, wRow, bias, out, outRow, outTable, height, width, pairs): sums from the biases on. */
export const FORWARD: KernelFunction = sumOfPlaces(
  'forward',
  ({ sums, bias }) => sums.map((row, k) => row.map((sum) => set(sum, v128.load32Splat(get(bias), 4 * k)))),
  ({ sums, outputs }) =>
    sums.map((row, k) => row.map((sum, v) => v128.store(get(outputs[k] ?? 0), get(sum), VECTOR_BYTES * v))),
  0,
);

/**
 * backward(..., slope): the gradient of the inputs, as `forward` with the transposed weights and no bias, times the slope of the
 * activation whose output stands where the gradient goes.
 */
export const BACKWARD: KernelFunction = sumOfPlaces(
  'backward',
  ({ sums }) => sums.map((row) => row.map((sum) => set(sum, v128.splat(0)))),
  ({ sums, outputs, extra, vector }) =>
    sums.map((row, k) =>
      row.map((sum, v) => [
        set(vector, v128.load(get(outputs[k] ?? 0), VECTOR_BYTES * v)),
        v128.store(get(outputs[k] ?? 0), timesSlope(extra, vector, get(sum)), VECTOR_BYTES * v),
      ]),
    ),
  1,
);
