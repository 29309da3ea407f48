/** Winograd's transforms of inputs and of products along a row: see `row-winograd.ts`. */

import { nth } from '../../../numeric/index.ts';
import type { Code, V128, V128Local } from '../../wasm/code.ts';
import { advance, loop, set } from '../../wasm/control.ts';
import type { FunctionScope } from '../../wasm/function.ts';
import { i32 } from '../../wasm/integer.ts';
import { i16x8, i32x4, v128 } from '../../wasm/vector.ts';
import { frameWidth, type MapBuffer, planesOf, VECTOR } from '../memory/layout.ts';
import { ELEMENTS, KERNEL, MULTIPLE } from './weights.ts';

/** Outputs of a row, and rows of outputs that share the loads of weights. */
export const SPAN = 4;
/** Inverse of 45 modulo 2^32: 45 * INVERSE = 1; `MULTIPLE` is 45 * 2^4. */
const INVERSE_OF_45 = 0xa4fa_4fa5;
const POWER = 4;

/** Buffers of a layer. */
export interface RowWinogradBuffers {
  /** Transformed inputs [element][segment][row][plane]. */
  readonly inputs: number;
  /** Products [element][channel of two][row of four]. */
  readonly products: number;
  /** Outputs [channel of two][row of four][column of four]. */
  readonly outputs: number;
}

/** Rows of inputs that are transformed, segments of four outputs in a row. */
export function rowWinogradShape(height: number, width: number): { readonly rows: number; readonly segments: number } {
  return { rows: SPAN * Math.ceil(height / SPAN) + KERNEL - 1, segments: Math.ceil(width / SPAN) };
}

export function rowWinogradBytes(
  planes: number,
  height: number,
  width: number,
): Readonly<Record<keyof RowWinogradBuffers, number>> {
  const { rows, segments } = rowWinogradShape(height, width);
  return {
    inputs: ELEMENTS * segments * rows * planes * VECTOR,
    products: ELEMENTS * 2 * SPAN * VECTOR,
    outputs: 2 * SPAN * SPAN * VECTOR,
  };
}

/**
 * Transform B^T of the eight pixels of every segment of every row, plane by plane. The pixels are without their lowest
 * `unread` bits.
 */
export function transformRows(
  scope: FunctionScope,
  input: MapBuffer,
  { rows, segments }: { readonly rows: number; readonly segments: number },
  unread: number,
  inputs: number,
): Code {
  const planes = planesOf(input);
  const stride = planes * VECTOR;
  const elementBytes = segments * rows * stride;
  const [segment, row, plane, source, target] = scope.i32s(5);
  const pixels = scope.v128s(ELEMENTS);
  const read = (x: number): V128 => {
    const codes = v128.load(source, x * stride);
    return unread === 0 ? codes : i16x8.shrS(codes, unread);
  };
  return [
    set(target, inputs),
    loop(segment, 0, segments, 1, [
      set(source, i32.add(input.address, i32.mul(segment, SPAN * stride))),
      loop(row, 0, rows, 1, [
        loop(plane, 0, planes, 1, [
          pixels.map((pixel, x) => set(pixel, read(x))),
          transformEight(scope, pixels, (element, value) => v128.store(target, value, element * elementBytes)),
          advance(source, VECTOR),
          advance(target, VECTOR),
        ]),
        advance(source, (frameWidth(input) - 1) * stride),
      ]),
    ]),
  ];
}

/**
 * Rows of B^T, the coefficients of polynomials that are zero at all points but one. They are x^6 - 14 x^4 + 49 x^2 - 36
 * for 0, (x^2 +- p x)(x^4 - a x^2 + b) for +-p, and x^7 - 14 x^5 + 49 x^3 - 36 x for infinity.
 */
function transformEight(
  scope: FunctionScope,
  pixels: readonly V128Local[],
  store: (element: number, value: V128) => Code,
): Code {
  const { add, sub, mul } = i16x8;
  const [even, odd] = scope.v128s(2);
  const pixel = (k: number): V128 => nth(pixels, k);
  const times = (value: V128, factor: number): V128 => (factor === 1 ? value : mul(value, factor));
  const three = (from: number, a: number, b: number): V128 =>
    add(sub(pixel(from + 4), times(pixel(from + 2), a)), times(pixel(from), b));
  const all = (from: number): V128 =>
    add(sub(pixel(from + 6), times(pixel(from), 36)), sub(times(pixel(from + 2), 49), times(pixel(from + 4), 14)));
  const pairs = [
    [13, 36],
    [10, 9],
    [5, 4],
  ] as const;
  return [
    store(0, all(0)),
    pairs.map(([a, b], k) => [
      set(even, three(2, a, b)),
      set(odd, times(three(1, a, b), k + 1)),
      store(2 * k + 1, add(even, odd)),
      store(2 * k + 2, sub(even, odd)),
    ]),
    store(ELEMENTS - 1, all(1)),
  ];
}

/**
 * Transform A^T of the products of both channels and four rows: `MULTIPLE` times the sums of four outputs each, modulo
 * 2^32.
 */
export function transformProducts(scope: FunctionScope, { products, outputs }: RowWinogradBuffers): Code {
  const [source, target] = scope.i32s(2);
  const count = 2 * SPAN;
  const { add, sub, shl, mul } = i32x4;
  const product = (element: number): V128 => v128.load(source, products + element * count * VECTOR);
  const sums = scope.v128s(3);
  const differences = scope.v128s(3);
  const [plus, minus] = scope.v128s(2);
  const sum = (k: number): V128 => nth(sums, k);
  const difference = (k: number): V128 => nth(differences, k);
  const times = (value: V128, power: number): V128 => shl(value, power);
  const store = (x: number, value: V128): Code => v128.store(target, value, outputs + x * VECTOR);
  return [
    set(target, 0),
    loop(source, 0, count * VECTOR, VECTOR, [
      sums.map((local, k) => [
        set(plus, product(2 * k + 1)),
        set(minus, product(2 * k + 2)),
        set(local, add(plus, minus)),
        set(nth(differences, k), sub(plus, minus)),
      ]),
      store(0, add(add(product(0), sum(0)), add(sum(1), sum(2)))),
      store(1, add(add(difference(0), times(difference(1), 1)), mul(difference(2), 3))),
      store(2, add(add(sum(0), times(sum(1), 2)), mul(sum(2), 9))),
      store(
        3,
        add(
          add(difference(0), times(difference(1), 3)),
          add(mul(difference(2), 27), mul(product(ELEMENTS - 1), MULTIPLE)),
        ),
      ),
      advance(target, SPAN * VECTOR),
    ]),
  ];
}

/** The sum from `MULTIPLE` times it, modulo 2^32: exact within 2^27. */
export const exactSum = (sum: V128Local): Code => set(sum, i32x4.shrS(i32x4.mul(sum, INVERSE_OF_45), POWER));
