/** Winograd's transforms of inputs and of products, tile by tile: see `winograd.ts`. */

import { nth } from '../../../numeric/index.ts';
import type { Code, I32Local, V128, V128Local } from '../../wasm/code.ts';
import { advance, loop, set } from '../../wasm/control.ts';
import type { FunctionScope, NamedLocals, V128Locals } from '../../wasm/function.ts';
import { i16x8, i32x4, v128 } from '../../wasm/vector.ts';
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
/** Factor that all results are multiples of: 9 * 2^6. */
export const MULTIPLE = 576;
/** Inverse of 9 modulo 2^32: 9 * INVERSE = 1. */
const INVERSE_OF_9 = 954_437_177;
const POWER = 6;

/**
 * Bytes from an element of the transformed inputs to the next. A line more than it has, so that elements share no cache
 * set.
 */
export const elementStride = (planes: number): number => planes * STRIP * VECTOR + 64;

/** Buffers of a layer: transformed inputs, products, one tile's rows, its outputs; for each of the parts of words. */
export interface WinogradBuffers {
  /** Transformed inputs [part][element][plane][tile]. */
  readonly inputs: number;
  /** Sums of products [part][element][channel of two][tile]. */
  readonly products: number;
  /** Rows of one tile [6][6]. */
  readonly rows: number;
  /** Outputs [part][channel of two][4][4]; of largest sums [part][channel of two][2][2]. */
  readonly outputs: number;
}

export const winogradBytes = (planes: number, parts: number): Readonly<Record<keyof WinogradBuffers, number>> => ({
  inputs: parts * ELEMENTS * elementStride(planes),
  products: parts * ELEMENTS * 2 * STRIP * VECTOR,
  rows: ELEMENTS * VECTOR,
  outputs: parts * 2 * OUTPUTS * VECTOR,
});

/**
 * Transform B^T d B of a tile's 6 x 6 pixels in one plane. `digits`: of the high and the low digits of the pixels, and
 * their sum.
 */
export function transformInputs(
  scope: FunctionScope,
  kernel: ConvolutionKernel,
  { inputs, rows }: WinogradBuffers,
  { row, column, number, plane }: NamedLocals<'row' | 'column' | 'number' | 'plane'>,
  digits: ((value: V128Local) => readonly [V128, V128]) | null,
): Code {
  const { input } = kernel;
  const planes = planesOf(input);
  const stride = planes * VECTOR;
  const rowBytes = frameWidth(input) * stride;
  const [source, target, k] = scope.i32s(3);
  const values = scope.v128s(POINTS);
  const elementBytes = elementStride(planes);
  const partBytes = ELEMENTS * elementBytes;
  const digitSum = (at: number): V128 => i16x8.add(v128.load(target, at), v128.load(target, at + partBytes));
  const transform = (part: 0 | 1): Code => [
    set(source, address(input.address, [row, 4 * rowBytes], [column, 4 * stride], [plane, VECTOR])),
    loop(k, rows, rows + ELEMENTS * VECTOR, POINTS * VECTOR, [
      values.map((value, x) => set(value, v128.load(source, x * stride))),
      digits ? values.map((value) => set(value, digits(value)[part])) : [],
      transformSix(scope, values, (x, value) => v128.store(k, value, x * VECTOR)),
      advance(source, rowBytes),
    ]),
    set(target, address(inputs, [plane, STRIP * VECTOR], [number, VECTOR])),
    loop(k, rows, rows + POINTS * VECTOR, VECTOR, [
      values.map((value, y) => set(value, v128.load(k, y * POINTS * VECTOR))),
      transformSix(scope, values, (y, value) => {
        const at = y * POINTS * elementBytes;
        return [
          v128.store(target, value, at + part * partBytes),
          part === 1 ? v128.store(target, digitSum(at), at + 2 * partBytes) : [],
        ];
      }),
      advance(target, elementBytes),
    ]),
  ];
  return digits ? [transform(0), transform(1)] : transform(0);
}

/** Rows of B^T: 4 0 -5 0 1 0, 0 -4 -4 1 1 0, 0 4 -4 -1 1 0, 0 -2 -1 2 1 0, 0 2 -1 -2 1 0, 0 4 0 -5 0 1. */
function transformSix(
  scope: FunctionScope,
  [d0, d1, d2, d3, d4, d5]: V128Locals<6>,
  store: (k: number, value: V128) => Code,
): Code {
  const { add, sub, shl } = i16x8;
  const times4 = (value: V128): V128 => shl(value, 2);
  const [even, odd] = scope.v128s(2);
  const both = (k: number): Code => [store(k, add(even, odd)), store(k + 1, sub(even, odd))];
  return [
    set(even, sub(d4, times4(d2))),
    set(odd, sub(d3, times4(d1))),
    both(1),
    set(even, sub(d4, d2)),
    set(odd, shl(sub(d3, d1), 1)),
    both(3),
    // The ends share the differences: 4 (d0 - d2) + (d4 - d2), (d5 - d3) - 4 (d3 - d1).
    store(0, add(times4(sub(d0, d2)), even)),
    store(5, sub(sub(d5, d3), add(odd, odd))),
  ];
}

/** Exact sum from `MULTIPLE` times it, modulo 2^32: within 2^25. */
export const exactSum = (sum: V128Local): Code => set(sum, i32x4.shrS(i32x4.mul(sum, INVERSE_OF_9), POWER));

/**
 * Transform A^T M A of one channel of a tile and one part: sixteen sums, times `MULTIPLE`. Of windows of 2 x 2 only the
 * one that `larger` keeps, four.
 */
export function transformOutputs(
  scope: FunctionScope,
  { products, rows, outputs }: WinogradBuffers,
  number: I32Local,
  channel: number,
  part: number,
  larger: ((a: V128, b: V128) => V128) | null,
): Code {
  const source = scope.i32();
  const values = scope.v128s(POINTS);
  const elementBytes = 2 * STRIP * VECTOR;
  const target = outputs + (2 * part + channel) * (larger ? WINDOWS : OUTPUTS) * VECTOR;
  const largest = scope.v128s(4);
  const local = (x: number): V128Local => nth(largest, x);
  const store = (k: number, value: V128): Code => v128.store(target, value, k * VECTOR);
  const column = (x: number): Code => [
    values.map((value, y) => set(value, v128.load(source, (y * POINTS + x) * elementBytes))),
    transformFour(scope, values, (y, value) => v128.store(rows, value, (y * POINTS + x) * VECTOR)),
  ];
  const readRow = (row: number): Code =>
    values.map((value, x) => set(value, v128.load(rows, (row * POINTS + x) * VECTOR)));
  const outputRow = (row: number): Code => [
    readRow(row),
    transformFour(scope, values, (x, value) => store(4 * row + x, value)),
  ];
  const windowRow = (row: number, keep: (a: V128, b: V128) => V128): Code => [
    readRow(2 * row),
    transformFour(scope, values, (x, value) => set(local(x), value)),
    readRow(2 * row + 1),
    transformFour(scope, values, (x, value) => set(local(x), keep(local(x), value))),
    [0, 1].map((window) => store(2 * row + window, keep(local(2 * window), local(2 * window + 1)))),
  ];
  return [
    set(source, address(products + part * ELEMENTS * elementBytes + channel * STRIP * VECTOR, [number, VECTOR])),
    // [6][6] to [4][6], then to [4][4] or [2][2]. Not in loops: stores part what is loaded (see `winograd-multiply.ts`).
    Array.from({ length: POINTS }, (_, x) => column(x)),
    larger ? [0, 1].map((row) => windowRow(row, larger)) : [0, 1, 2, 3].map(outputRow),
  ];
}

/** Rows of A^T: 1 1 1 1 1 0, 0 1 -1 2 -2 0, 0 1 1 4 4 0, 0 1 -1 8 -8 8: the last column is 24 with 3 in the weights. */
function transformFour(
  scope: FunctionScope,
  [m0, m1, m2, m3, m4, m5]: V128Locals<6>,
  store: (k: number, value: V128) => Code,
): Code {
  const { add, sub, shl } = i32x4;
  const times = (value: V128, power: number): V128 => shl(value, power);
  const [sum12, difference12, sum34, difference34] = scope.v128s(4);
  return [
    set(sum12, add(m1, m2)),
    set(difference12, sub(m1, m2)),
    set(sum34, add(m3, m4)),
    set(difference34, sub(m3, m4)),
    store(0, add(m0, add(sum12, sum34))),
    store(1, add(difference12, add(difference34, difference34))),
    store(2, add(sum12, times(sum34, 2))),
    store(3, add(difference12, times(add(difference34, m5), 3))),
  ];
}
