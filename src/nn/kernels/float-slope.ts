/** Slopes of activations as functions of their outputs, by five numbers that stand in memory. */

import type { Activation } from '../network.ts';
import { f32x4, get, load, VECTOR_BYTES, v128 } from './float-text.ts';

/** Slope at output y: (constant + linear y + quadratic y^2) where low < y < high, else 0. */
export interface Slope {
  readonly low: number;
  readonly high: number;
  readonly constant: number;
  readonly linear: number;
  readonly quadratic: number;
}

/** tanh' = 1 - y^2, sigmoid' = y - y^2; relu and hard tanh have slope 1 between their bends. */
export const SLOPES: Readonly<Record<Activation, Slope>> = {
  tanh: { low: -Infinity, high: Infinity, constant: 1, linear: 0, quadratic: -1 },
  sigmoid: { low: -Infinity, high: Infinity, constant: 0, linear: 1, quadratic: -1 },
  relu: { low: 0, high: Infinity, constant: 1, linear: 0, quadratic: 0 },
  'hard-tanh': { low: -1, high: 1, constant: 1, linear: 0, quadratic: 0 },
  none: { low: -Infinity, high: Infinity, constant: 1, linear: 0, quadratic: 0 },
};

/** The numbers of a slope in the order of memory, each four times. */
export function slopeValues({ low, high, constant, linear, quadratic }: Slope): readonly number[] {
  return [low, high, constant, linear, quadratic].flatMap((value) => [value, value, value, value]);
}

/** `gradient` times the slope at the local `y`, by the numbers at the address in `slope`. */
export function slope(y: string, gradient: string): string {
  const number = (index: number): string => load(get('slope'), VECTOR_BYTES * index);
  const inside = v128('and', f32x4('gt', get(y), number(0)), f32x4('lt', get(y), number(1)));
  const value = f32x4('add', number(2), f32x4('mul', get(y), f32x4('add', number(3), f32x4('mul', get(y), number(4)))));
  return v128('and', inside, f32x4('mul', gradient, value));
}
