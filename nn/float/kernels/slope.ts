/** Slopes of activations as functions of their outputs, by five numbers that stand in memory. */

import type { Activation } from '../../network/network.ts';
import type { I32Local, V128, V128Local } from '../../wasm/code.ts';
import { f32x4, v128 } from '../../wasm/vector.ts';
import { numberAt } from './code.ts';

/** Slope at output y: constant + linear y + quadratic y^2 where low < y < high, else 0. */
interface Slope {
  readonly low: number;
  readonly high: number;
  readonly constant: number;
  readonly linear: number;
  readonly quadratic: number;
}

/** Slopes by activation: tanh' = 1 - y^2, sigmoid' = y - y^2; relu and hard tanh have slope 1 between their bends. */
const SLOPES: Readonly<Record<Activation, Slope>> = {
  tanh: { low: -Infinity, high: Infinity, constant: 1, linear: 0, quadratic: -1 },
  sigmoid: { low: -Infinity, high: Infinity, constant: 0, linear: 1, quadratic: -1 },
  relu: { low: 0, high: Infinity, constant: 1, linear: 0, quadratic: 0 },
  'hard-tanh': { low: -1, high: 1, constant: 1, linear: 0, quadratic: 0 },
  none: { low: -Infinity, high: Infinity, constant: 1, linear: 0, quadratic: 0 },
};

/** Numbers of an activation's slope as kernels read them. */
export function slopeNumbers(activation: Activation): readonly number[] {
  const { low, high, constant, linear, quadratic } = SLOPES[activation];
  return [low, high, constant, linear, quadratic];
}

/** Product of `gradient` and the slope at output `y`. The slope's numbers are at the address in `slope`. */
export function timesSlope(slope: I32Local, y: V128Local, gradient: V128): V128 {
  const inside = v128.and(f32x4.gt(y, numberAt(slope, 0)), f32x4.lt(y, numberAt(slope, 1)));
  const curved = f32x4.mul(y, f32x4.add(numberAt(slope, 3), f32x4.mul(y, numberAt(slope, 4))));
  return v128.and(inside, f32x4.mul(gradient, f32x4.add(numberAt(slope, 2), curved)));
}
