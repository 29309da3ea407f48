/**
 * Fixed-point imitations of sigmoid and tanh. Step v of 2^-fraction holds the sums from v up to v + 1; a table has the
 * function in the middle of each step, rounded to nearest. So the step that mirrors v is -1 - v, the complement of its
 * bits, and half a table is enough.
 */

import { exp, tanh } from '../../numeric/index.ts';

export type Curve = 'sigmoid-pwl' | 'sigmoid-lut' | 'tanh-lut';

export interface CurveFormat {
  /** Fraction bits of v, which counts steps of 2^-fraction. */
  readonly fraction: number;
  /** Binary logarithm of the steps that the curve has at each side of zero. Beyond, `y` keeps its last value. */
  readonly magnitude: number;
  /** The `y` that stands for 1. */
  readonly one: number;
}

/** Most bits of a half table's index: 4096 entries. */
const LARGEST_INDEX = 12;
/** Binary logarithm of the largest range. Beyond 2^4 sigmoid and tanh are 1 within half a step of 16 bits. */
const LARGEST_RANGE = 4;

/**
 * Format of a curve with `bits` of `y`, 2 to 16. Where the curve is steepest, one step of v is one step of `y`, as far
 * as a half table of 4096 entries allows; its range is the smallest power of two beyond which `y` is saturated.
 */
export function curveFormat(curve: Curve, bits: number): CurveFormat {
  switch (curve) {
    case 'sigmoid-pwl':
      // The last piece ends at 5.
      return { fraction: bits - 2, magnitude: bits + 1, one: 2 ** bits - 1 };
    case 'sigmoid-lut':
      return tableFormat(curve, bits - 2, 2 ** bits - 1);
    case 'tanh-lut':
      return tableFormat(curve, bits - 1, 2 ** (bits - 1) - 1);
  }
}

function tableFormat(curve: Curve, finest: number, one: number): CurveFormat {
  for (let range = 0; range <= LARGEST_RANGE; range++) {
    const fraction = Math.min(finest, LARGEST_INDEX - range);
    const format = { fraction, magnitude: fraction + range, one };
    if (halfCurve(curve, format, 2 ** format.magnitude - 1) === one) return format;
  }
  throw new RangeError(`bits of ${curve} must be 2 to 16: ${finest}`);
}

/**
 * `y` of step `u` of the half in which the function rises. The steps are 0 to 2^magnitude - 1, from the middle to 1.
 */
export function halfCurve(curve: Curve, { fraction, one }: CurveFormat, u: number): number {
  switch (curve) {
    case 'sigmoid-pwl':
      return plan(u, fraction);
    case 'sigmoid-lut':
    case 'tanh-lut':
      return Math.floor(one * functionOf(curve)((u + 0.5) / 2 ** fraction) + 0.5);
  }
}

/** Real function that `curve` imitates. */
export function functionOf(curve: Curve): (x: number) => number {
  switch (curve) {
    case 'sigmoid-pwl':
    case 'sigmoid-lut':
      return (x) => 1 / (1 + exp(-x));
    case 'tanh-lut':
      return tanh;
  }
}

/**
 * PLAN, the piecewise linear approximation of a nonlinearity. Its slopes are 1/4, 1/8 and 1/32, with 2^(fraction + 2)
 * for 1 and every piece rounded down. H. Amin, K. M. Curtis, B. R. Hayes-Gill, "Piecewise linear approximation applied
 * to nonlinear function of a neural network", IEE Proc. Circuits, Devices and Systems 144, 1997, table 1.
 */
function plan(u: number, fraction: number): number {
  const unit = 2 ** fraction;
  if (u < unit) return u + 2 * unit;
  if (8 * u < 19 * unit) return Math.floor((u + 5 * unit) / 2);
  if (u < 5 * unit) return Math.floor((u + 27 * unit) / 8);
  return 4 * unit - 1;
}

/** `y` for v. Sigmoid is mirrored about one half, tanh about zero. */
export function curveValue(curve: Curve, bits: number, v: bigint): bigint {
  const format = curveFormat(curve, bits);
  const negative = v < 0n;
  const distance = negative ? -1n - v : v;
  const last = 2 ** format.magnitude - 1;
  const half = BigInt(halfCurve(curve, format, distance > BigInt(last) ? last : Number(distance)));
  if (!negative) return half;
  switch (curve) {
    case 'sigmoid-pwl':
    case 'sigmoid-lut':
      return BigInt(format.one) - half;
    case 'tanh-lut':
      return -half;
  }
}
