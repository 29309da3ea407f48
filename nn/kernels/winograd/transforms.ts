/** Winograd's transforms of inputs and of products, tile by tile: see `winograd.ts`. */

import { type Code, get, i16x8, i32, i32x4, type Local, loop, set, v128 } from '../../wasm/code.ts';
import type { FunctionScope } from '../../wasm/module.ts';
import { address, frameWidth, planesOf, VECTOR } from '../memory/layout.ts';
import type { ConvolutionKernel } from '../tile/tile.ts';

/** Points of the interpolation. */
export const POINTS = 6;
export const ELEMENTS = POINTS * POINTS;
/** Outputs of a tile, and its windows of 2 x 2. */
export const OUTPUTS = 16;
export const WINDOWS = 4;
/** Tiles of 4 x 4 outputs that share the loads of weights. */
export const STRIP = 4;
/** What all results are multiples of: 9 * 2^6. */
export const MULTIPLE = 576;
/** 9 * INVERSE = 1 modulo 2^32. */
const INVERSE_OF_9 = 954_437_177;
const POWER = 6;

/** Bytes from an element of the transformed inputs to the next: a line more than it has, so that elements share no cache set. */
export const elementStride = (planes: number): number => planes * STRIP * VECTOR + 64;

/** Buffers of a layer: transformed inputs, products, one tile's rows, its outputs; for each of the parts of words. */
export interface WinogradBuffers {
  /** [part][element][plane][tile]. */
  readonly inputs: number;
  /** [part][element][channel of two][tile]. */
  readonly products: number;
  /** [6][6]. */
  readonly rows: number;
  /** [part][channel of two][4][4]; of largest sums [part][channel of two][2][2]. */
  readonly outputs: number;
}

export const winogradBytes = (planes: number, parts: number): Readonly<Record<keyof WinogradBuffers, number>> => ({
  inputs: parts * ELEMENTS * elementStride(planes),
  products: parts * ELEMENTS * 2 * STRIP * VECTOR,
  rows: ELEMENTS * VECTOR,
  outputs: parts * 2 * OUTPUTS * VECTOR,
});

/**
 * B^T d B of the 6 x 6 pixels of a tile in one plane; `digits`: of the high and the low digits of the pixels, and their sum.
 */
export function transformInputs(
  scope: FunctionScope,
  kernel: ConvolutionKernel,
  { inputs, rows }: WinogradBuffers,
  { row, column, number, plane }: Readonly<Record<'row' | 'column' | 'number' | 'plane', Local>>,
  digits: ((value: Local) => readonly [Code, Code]) | null,
): Code {
  const { input } = kernel;
  const planes = planesOf(input);
  const stride = planes * VECTOR;
  const rowBytes = frameWidth(input) * stride;
  const [source, target, k] = [scope.i32(), scope.i32(), scope.i32()];
  const values = Array.from({ length: POINTS }, scope.v128);
  const across = Array.from({ length: POINTS }, (_, x) => x);
  const elementBytes = elementStride(planes);
  const partBytes = ELEMENTS * elementBytes;
  const digitSum = (at: number): Code => i16x8.add(v128.load(get(target), at), v128.load(get(target), at + partBytes));
  const transform = (part: number): Code => [
    set(source, address(i32.const(input.address), [row, 4 * rowBytes], [column, 4 * stride], [plane, VECTOR])),
    loop(k, i32.const(rows), i32.const(rows + ELEMENTS * VECTOR), POINTS * VECTOR, [
      across.map((x) => set(values[x] ?? 0, v128.load(get(source), x * stride))),
      digits ? values.map((value) => set(value, digits(value)[part] ?? [])) : [],
      transformSix(scope, values, (x, value) => v128.store(get(k), value, x * VECTOR)),
      set(source, i32.add(get(source), i32.const(rowBytes))),
    ]),
    set(target, address(i32.const(inputs), [plane, STRIP * VECTOR], [number, VECTOR])),
    loop(k, i32.const(rows), i32.const(rows + POINTS * VECTOR), VECTOR, [
      across.map((y) => set(values[y] ?? 0, v128.load(get(k), y * POINTS * VECTOR))),
      transformSix(scope, values, (y, value) => {
        const at = y * POINTS * elementBytes;
        return [
          v128.store(get(target), value, at + part * partBytes),
          part === 1 ? v128.store(get(target), digitSum(at), at + 2 * partBytes) : [],
        ];
      }),
      set(target, i32.add(get(target), i32.const(elementBytes))),
    ]),
  ];
  return digits ? [transform(0), transform(1)] : transform(0);
}

/** Rows of B^T: 4 0 -5 0 1 0, 0 -4 -4 1 1 0, 0 4 -4 -1 1 0, 0 -2 -1 2 1 0, 0 2 -1 -2 1 0, 0 4 0 -5 0 1. */
function transformSix(
  scope: FunctionScope,
  [d0 = 0, d1 = 0, d2 = 0, d3 = 0, d4 = 0, d5 = 0]: readonly Local[],
  store: (k: number, value: Code) => Code,
): Code {
  const { add, sub, shl } = i16x8;
  const times4 = (value: Code): Code => shl(value, i32.const(2));
  const [even, odd] = [scope.v128(), scope.v128()];
  const both = (k: number): Code => [store(k, add(get(even), get(odd))), store(k + 1, sub(get(even), get(odd)))];
  return [
    set(even, sub(get(d4), times4(get(d2)))),
    set(odd, sub(get(d3), times4(get(d1)))),
    both(1),
    set(even, sub(get(d4), get(d2))),
    set(odd, shl(sub(get(d3), get(d1)), i32.const(1))),
    both(3),
    // The ends share the differences: 4 (d0 - d2) + (d4 - d2), (d5 - d3) - 4 (d3 - d1).
    store(0, add(times4(sub(get(d0), get(d2))), get(even))),
    store(5, sub(sub(get(d5), get(d3)), add(get(odd), get(odd)))),
  ];
}

/** The sum from `MULTIPLE` times it, modulo 2^32: exact within 2^25. */
export const exactSum = (sum: Local): Code =>
  set(sum, i32x4.shrS(i32x4.mul(get(sum), v128.splat(INVERSE_OF_9)), i32.const(POWER)));

/**
 * A^T M A of one channel of a tile and one part: sixteen sums, times `MULTIPLE`; of windows of 2 x 2 only the one
 * that `larger` keeps, four.
 */
export function transformOutputs(
  scope: FunctionScope,
  { products, rows, outputs }: WinogradBuffers,
  number: Local,
  channel: number,
  part: number,
  larger: ((a: Code, b: Code) => Code) | null,
): Code {
  const source = scope.i32();
  const values = Array.from({ length: POINTS }, scope.v128);
  const elementBytes = 2 * STRIP * VECTOR;
  const target = outputs + (2 * part + channel) * (larger ? WINDOWS : OUTPUTS) * VECTOR;
  const largest = Array.from({ length: 4 }, scope.v128);
  const local = (x: number): Local => largest[x] ?? 0;
  const store = (k: number, value: Code): Code => v128.store(i32.const(target), value, k * VECTOR);
  const column = (x: number): Code => [
    values.map((value, y) => set(value, v128.load(get(source), (y * POINTS + x) * elementBytes))),
    transformFour(scope, values, (y, value) => v128.store(i32.const(rows), value, (y * POINTS + x) * VECTOR)),
  ];
  const readRow = (row: number): Code =>
    values.map((value, x) => set(value, v128.load(i32.const(rows), (row * POINTS + x) * VECTOR)));
  const outputRow = (row: number): Code => [
    readRow(row),
    transformFour(scope, values, (x, value) => store(4 * row + x, value)),
  ];
  const windowRow = (row: number, keep: (a: Code, b: Code) => Code): Code => [
    readRow(2 * row),
    transformFour(scope, values, (x, value) => set(local(x), value)),
    readRow(2 * row + 1),
    transformFour(scope, values, (x, value) => set(local(x), keep(get(local(x)), value))),
    [0, 1].map((window) => store(2 * row + window, keep(get(local(2 * window)), get(local(2 * window + 1))))),
  ];
  return [
    set(
      source,
      address(i32.const(products + part * ELEMENTS * elementBytes + channel * STRIP * VECTOR), [number, VECTOR]),
    ),
    // [6][6] to [4][6], then to [4][4] or [2][2]. Not in loops: stores part what is loaded (see `winograd-multiply.ts`).
    Array.from({ length: POINTS }, (_, x) => column(x)),
    larger ? [0, 1].map((row) => windowRow(row, larger)) : [0, 1, 2, 3].map(outputRow),
  ];
}

/** Rows of A^T: 1 1 1 1 1 0, 0 1 -1 2 -2 0, 0 1 1 4 4 0, 0 1 -1 8 -8 8: the last column is 24 with 3 in the weights. */
function transformFour(
  scope: FunctionScope,
  [m0 = 0, m1 = 0, m2 = 0, m3 = 0, m4 = 0, m5 = 0]: readonly Local[],
  store: (k: number, value: Code) => Code,
): Code {
  const { add, sub, shl } = i32x4;
  const times = (value: Code, power: number): Code => shl(value, i32.const(power));
  const [sum12, difference12, sum34, difference34] = [scope.v128(), scope.v128(), scope.v128(), scope.v128()];
  return [
    set(sum12, add(get(m1), get(m2))),
    set(difference12, sub(get(m1), get(m2))),
    set(sum34, add(get(m3), get(m4))),
    set(difference34, sub(get(m3), get(m4))),
    store(0, add(get(m0), add(get(sum12), get(sum34)))),
    store(1, add(get(difference12), add(get(difference34), get(difference34)))),
    store(2, add(get(sum12), times(get(sum34), 2))),
    store(3, add(get(difference12), times(add(get(difference34), get(m5)), 3))),
  ];
}
