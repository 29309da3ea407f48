/**
 * Sums of products over a table of places: convolutions and dense layers, forward and back to their inputs, for sixteen images at
 * once. A dense layer is a convolution with one position, its inputs the places. The loop over the places is never unrolled:
 * straight-line code makes V8 load everything first and spill it.
 */

import { nth } from '../../../numeric/index.ts';
import type { Code, I32Local, V128Local } from '../../wasm/code.ts';
import { advance, set } from '../../wasm/control.ts';
import { type FunctionScope, kernelFunction, type NamedLocals } from '../../wasm/function.ts';
import { i32 } from '../../wasm/integer.ts';
import { f32x4, v128 } from '../../wasm/vector.ts';
import { accumulate, times, until, VALUE_BYTES, VECTOR_BYTES, VECTORS } from './code.ts';
import { timesSlope } from './slope.ts';

/** A tile of two outputs: its sums, VECTORS each, and what it needs to begin and to end. */
interface Tile {
  readonly sums: readonly (readonly V128Local[])[];
  /** Pointer to the biases of the outputs, addresses of their values. */
  readonly bias: I32Local;
  readonly outputs: readonly I32Local[];
  /** Vector for any use. */
  readonly vector: V128Local;
}

const PARAMETERS = [
  'x',
  'xRow',
  'xColumn',
  'table',
  'places',
  'w',
  'wRow',
  'bias',
  'out',
  'outRow',
  'outTable',
  'height',
  'width',
  'pairs',
] as const;

/**
 * Sums of products over a table; positions are xRow and xColumn bytes apart. out[o][y][x] = begin(o) + sum over k of w[o][k] * x at table[k] from position (y, x).
 * `table` holds byte offsets from a position, `outTable` those of the outputs' planes; w has rows of wRow bytes.
 */
function sumOfPlaces(
  scope: FunctionScope,
  parameters: NamedLocals<(typeof PARAMETERS)[number]>,
  begin: (tile: Tile) => Code,
  end: (tile: Tile) => Code,
): Code {
  const { x, xRow, xColumn, table, places, w, wRow, bias, out, outRow, outTable, height, width, pairs } = parameters;
  const [last, y, column, pair, from, to, planes, biases, row] = scope.i32s(9);
  const [w0, w1, place, at] = scope.i32s(4);
  const [s0, s1, value, vector] = scope.v128s(4);
  const outputs = scope.i32s(2);
  const sums = [scope.v128s(VECTORS), scope.v128s(VECTORS)] as const;
  const tile: Tile = { sums, bias: biases, outputs, vector };
  return [
    set(last, i32.add(table, i32.shl(places, 2))),
    times(y, height, [
      set(from, x),
      set(to, out),
      times(column, width, [
        set(row, w),
        set(biases, bias),
        set(planes, outTable),
        times(pair, pairs, [
          outputs.map((output, k) => set(output, i32.add(to, i32.load(planes, 4 * k)))),
          set(w0, row),
          set(w1, i32.add(row, wRow)),
          set(place, table),
          begin(tile),
          until(place, last, [
            set(at, i32.add(from, i32.load(place))),
            set(s0, v128.load32Splat(w0)),
            set(s1, v128.load32Splat(w1)),
            sums[0].map((sum, v) => [
              set(value, v128.load(at, VECTOR_BYTES * v)),
              accumulate(sum, f32x4.mul(value, s0)),
              accumulate(nth(sums[1], v), f32x4.mul(value, s1)),
            ]),
            [w0, w1, place].map((pointer) => advance(pointer, 4)),
          ]),
          end(tile),
          advance(row, i32.add(wRow, wRow)),
          [planes, biases].map((pointer) => advance(pointer, 8)),
        ]),
        advance(from, xColumn),
        advance(to, VALUE_BYTES),
      ]),
      advance(x, xRow),
      advance(out, outRow),
    ]),
  ];
}

/**
 * Forward sums from the biases on: forward(x, xRow, xColumn, table, places, w, wRow, bias, out, outRow, outTable, height, width,
 * pairs).
 */
export const FORWARD = kernelFunction('forward', PARAMETERS, (parameters, scope) =>
  sumOfPlaces(
    scope,
    parameters,
    ({ sums, bias }) => sums.map((row, k) => row.map((sum) => set(sum, v128.load32Splat(bias, 4 * k)))),
    ({ sums, outputs }) =>
      sums.map((row, k) => row.map((sum, v) => v128.store(nth(outputs, k), sum, VECTOR_BYTES * v))),
  ),
);

/**
 * Gradient of the inputs: backward(..., slope), as `forward` with the transposed weights and no bias, times the slope
 * of the activation whose output stands where the gradient goes.
 */
export const BACKWARD = kernelFunction('backward', [...PARAMETERS, 'slope'], (parameters, scope) =>
  sumOfPlaces(
    scope,
    parameters,
    ({ sums }) => sums.map((row) => row.map((sum) => set(sum, v128.splat(0)))),
    ({ sums, outputs, vector }) =>
      sums.map((row, k) =>
        row.map((sum, v) => [
          set(vector, v128.load(nth(outputs, k), VECTOR_BYTES * v)),
          v128.store(nth(outputs, k), timesSlope(parameters.slope, vector, sum), VECTOR_BYTES * v),
        ]),
      ),
  ),
);
