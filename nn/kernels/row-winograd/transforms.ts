/** Winograd's transforms of inputs and of products along a row: see `row-winograd.ts`. */

import { type Code, get, i16x8, i32, i32x4, type Local, loop, set, v128 } from '../../wasm/code.ts';
import type { FunctionScope } from '../../wasm/module.ts';
import { frameWidth, type MapBuffer, planesOf, VECTOR } from '../memory/layout.ts';
import { ELEMENTS, KERNEL, MULTIPLE } from './weights.ts';

/** Outputs of a row, and rows of outputs that share the loads of weights. */
export const SPAN = 4;
/** 45 * INVERSE = 1 modulo 2^32; `MULTIPLE` is 45 * 2^4. */
const INVERSE_OF_45 = 0xa4fa_4fa5;
const POWER = 4;

/** Buffers of a layer. */
export interface RowWinogradBuffers {
  /** Transformed inputs [element][segment][row][plane]. */
  readonly inputs: number;
  /** [element][channel of two][row of four]. */
  readonly products: number;
  /** [channel of two][row of four][column of four]. */
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

/** B^T of the eight pixels, without their lowest `unread` bits, of every segment of every row, plane by plane. */
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
  const [segment, row, plane, source, target] = [scope.i32(), scope.i32(), scope.i32(), scope.i32(), scope.i32()];
  const pixels = Array.from({ length: ELEMENTS }, scope.v128);
  const read = (x: number): Code => {
    const codes = v128.load(get(source), x * stride);
    return unread === 0 ? codes : i16x8.shrS(codes, i32.const(unread));
  };
  return [
    set(target, i32.const(inputs)),
    loop(segment, i32.const(0), i32.const(segments), 1, [
      set(source, i32.add(i32.const(input.address), i32.mul(get(segment), i32.const(SPAN * stride)))),
      loop(row, i32.const(0), i32.const(rows), 1, [
        loop(plane, i32.const(0), i32.const(planes), 1, [
          pixels.map((pixel, x) => set(pixel, read(x))),
          transformEight(scope, pixels, (element, value) => v128.store(get(target), value, element * elementBytes)),
          set(source, i32.add(get(source), i32.const(VECTOR))),
          set(target, i32.add(get(target), i32.const(VECTOR))),
        ]),
        set(source, i32.add(get(source), i32.const((frameWidth(input) - 1) * stride))),
      ]),
    ]),
  ];
}

/**
 * Rows of B^T, the coefficients of the polynomials that are zero at all points but one: x^6 - 14 x^4 + 49 x^2 - 36 for 0,
 * (x^2 +- p x)(x^4 - a x^2 + b) for +-p, and x^7 - 14 x^5 + 49 x^3 - 36 x for infinity.
 */
function transformEight(
  scope: FunctionScope,
  pixels: readonly Local[],
  store: (element: number, value: Code) => Code,
): Code {
  const { add, sub, mul } = i16x8;
  const [even, odd] = [scope.v128(), scope.v128()];
  const pixel = (k: number): Code => get(pixels[k] ?? 0);
  const times = (value: Code, factor: number): Code =>
    factor === 1 ? value : mul(value, v128.splat((factor << 16) | factor));
  const three = (from: number, a: number, b: number): Code =>
    add(sub(pixel(from + 4), times(pixel(from + 2), a)), times(pixel(from), b));
  const all = (from: number): Code =>
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
      store(2 * k + 1, add(get(even), get(odd))),
      store(2 * k + 2, sub(get(even), get(odd))),
    ]),
    store(ELEMENTS - 1, all(1)),
  ];
}

/** A^T of the products of both channels and four rows: `MULTIPLE` times the sums of four outputs each, modulo 2^32. */
export function transformProducts(scope: FunctionScope, { products, outputs }: RowWinogradBuffers): Code {
  const source = scope.i32();
  const target = scope.i32();
  const count = 2 * SPAN;
  const { add, sub, shl, mul } = i32x4;
  const product = (element: number): Code => v128.load(get(source), products + element * count * VECTOR);
  const sums = [0, 1, 2].map(() => scope.v128());
  const differences = [0, 1, 2].map(() => scope.v128());
  const [plus = 0, minus = 0] = [scope.v128(), scope.v128()];
  const sum = (k: number): Code => get(sums[k] ?? 0);
  const difference = (k: number): Code => get(differences[k] ?? 0);
  const times = (value: Code, power: number): Code => shl(value, i32.const(power));
  const by = (value: Code, factor: number): Code => mul(value, v128.splat(factor));
  const store = (x: number, value: Code): Code => v128.store(get(target), value, outputs + x * VECTOR);
  return [
    set(target, i32.const(0)),
    loop(source, i32.const(0), i32.const(count * VECTOR), VECTOR, [
      sums.map((local, k) => [
        set(plus, product(2 * k + 1)),
        set(minus, product(2 * k + 2)),
        set(local, add(get(plus), get(minus))),
        set(differences[k] ?? 0, sub(get(plus), get(minus))),
      ]),
      store(0, add(add(product(0), sum(0)), add(sum(1), sum(2)))),
      store(1, add(add(difference(0), times(difference(1), 1)), by(difference(2), 3))),
      store(2, add(add(sum(0), times(sum(1), 2)), by(sum(2), 9))),
      store(
        3,
        add(
          add(difference(0), times(difference(1), 3)),
          add(by(difference(2), 27), by(product(ELEMENTS - 1), MULTIPLE)),
        ),
      ),
      set(target, i32.add(get(target), i32.const(SPAN * VECTOR))),
    ]),
  ];
}

/** The sum from `MULTIPLE` times it, modulo 2^32: exact within 2^27. */
export const exactSum = (sum: Local): Code =>
  set(sum, i32x4.shrS(i32x4.mul(get(sum), v128.splat(INVERSE_OF_45)), i32.const(POWER)));
