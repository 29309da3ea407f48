/**
 * Noise of the weights, lumped: independent N(0, s^2) on every weight at every product is N(0, s^2 * sum of x^2) on the sum,
 * exactly, given the inputs.
 */

import { f32x4, get, i32, set, v128 } from '../../wasm/code.ts';
import type { KernelFunction } from '../../wasm/module.ts';
import { accumulate, advance, locals, numberAt, times, until, VALUE_BYTES, VECTOR_BYTES, VECTORS } from './code.ts';

/** deviations(x, table, places, out, width, numbers): s * sqrt(sum of x^2 over the places) of a row's positions. Numbers: s. */
const DEVIATIONS: KernelFunction = {
  name: 'deviations',
  parameters: 6,
  body: (scope) => {
    const [x = 0, table = 0, places = 0, out = 0, width = 0, numbers = 0] = scope.parameters;
    const [last = 0, column = 0, place = 0, at = 0] = locals(4, scope.i32);
    const value = scope.v128();
    const sums = locals(VECTORS, scope.v128);
    return [
      set(last, i32.add(get(table), i32.shl(get(places), i32.const(2)))),
      times(column, get(width), [
        set(place, get(table)),
        sums.map((sum) => set(sum, v128.splat(0))),
        until(place, last, [
          set(at, i32.add(get(x), i32.load(get(place)))),
          sums.map((sum, v) => [
            set(value, v128.load(get(at), VECTOR_BYTES * v)),
            accumulate(sum, f32x4.mul(get(value), get(value))),
          ]),
          advance(place, 4),
        ]),
        sums.map((sum, v) =>
          v128.store(get(out), f32x4.mul(numberAt(numbers, 0), f32x4.sqrt(get(sum))), VECTOR_BYTES * v),
        ),
        [x, out].map((pointer) => advance(pointer, VALUE_BYTES)),
      ]),
    ];
  },
};

/**
 * addNoise(out, outTable, outputs, width, deviations, gaussians, groupBytes): a row of every output gets its deviation times a
 * Gaussian: [outputs][width] vectors for each four images, a group `groupBytes` from the next.
 */
const ADD_NOISE: KernelFunction = {
  name: 'addNoise',
  parameters: 7,
  body: (scope) => {
    const [out = 0, outTable = 0, outputs = 0, width = 0, deviations = 0, gaussians = 0, groupBytes = 0] =
      scope.parameters;
    const [output = 0, column = 0, v = 0, at = 0, deviation = 0, gaussian = 0] = locals(6, scope.i32);
    return times(output, get(outputs), [
      set(at, i32.add(get(out), i32.load(get(outTable)))),
      set(deviation, get(deviations)),
      times(column, get(width), [
        set(gaussian, get(gaussians)),
        times(v, i32.const(VECTORS), [
          v128.store(
            get(at),
            f32x4.add(v128.load(get(at)), f32x4.mul(v128.load(get(deviation)), v128.load(get(gaussian)))),
          ),
          [at, deviation].map((pointer) => advance(pointer, VECTOR_BYTES)),
          advance(gaussian, get(groupBytes)),
        ]),
        advance(gaussians, VECTOR_BYTES),
      ]),
      advance(outTable, 4),
    ]);
  },
};

export const NOISE_KERNELS: readonly KernelFunction[] = [DEVIATIONS, ADD_NOISE];
