/**
 * Lumped noise of the weights in training. Independent N(0, s^2) on every weight at every product is N(0, s^2 * sum of
 * x^2) on the sum, exactly, given the inputs.
 */

import { advance, set } from '../../wasm/control.ts';
import { type KernelFunction, kernelFunction } from '../../wasm/function.ts';
import { i32 } from '../../wasm/integer.ts';
import { f32x4, v128 } from '../../wasm/vector.ts';
import { accumulate, numberAt, times, until, VALUE_BYTES, VECTOR_BYTES, VECTORS } from './code.ts';

/**
 * Deviations s * sqrt(sum of x^2 over the places) of a row's positions: deviations(x, table, places, out, width,
 * numbers). Numbers: s.
 */
const DEVIATIONS: KernelFunction = kernelFunction(
  'deviations',
  ['x', 'table', 'places', 'out', 'width', 'numbers'],
  ({ x, table, places, out, width, numbers }, scope) => {
    const [last, column, place, at] = scope.i32s(4);
    const value = scope.v128();
    const sums = scope.v128s(VECTORS);
    return [
      set(last, i32.add(table, i32.shl(places, 2))),
      times(column, width, [
        set(place, table),
        sums.map((sum) => set(sum, v128.splat(0))),
        until(place, last, [
          set(at, i32.add(x, i32.load(place))),
          sums.map((sum, v) => [set(value, v128.load(at, VECTOR_BYTES * v)), accumulate(sum, f32x4.mul(value, value))]),
          advance(place, 4),
        ]),
        sums.map((sum, v) => v128.store(out, f32x4.mul(numberAt(numbers, 0), f32x4.sqrt(sum)), VECTOR_BYTES * v)),
        [x, out].map((pointer) => advance(pointer, VALUE_BYTES)),
      ]),
    ];
  },
);

/**
 * Addition of the noise to a row of every output, its deviation times a Gaussian: addNoise(out, outTable, outputs,
 * width, deviations, gaussians, groupBytes). Gaussians are [outputs][width] vectors for each four images, a group
 * `groupBytes` from the next.
 */
const ADD_NOISE: KernelFunction = kernelFunction(
  'addNoise',
  ['out', 'outTable', 'outputs', 'width', 'deviations', 'gaussians', 'groupBytes'],
  ({ out, outTable, outputs, width, deviations, gaussians, groupBytes }, scope) => {
    const [output, column, v, at, deviation, gaussian] = scope.i32s(6);
    return times(output, outputs, [
      set(at, i32.add(out, i32.load(outTable))),
      set(deviation, deviations),
      times(column, width, [
        set(gaussian, gaussians),
        times(v, VECTORS, [
          v128.store(at, f32x4.add(v128.load(at), f32x4.mul(v128.load(deviation), v128.load(gaussian)))),
          [at, deviation].map((pointer) => advance(pointer, VECTOR_BYTES)),
          advance(gaussian, groupBytes),
        ]),
        advance(gaussians, VECTOR_BYTES),
      ]),
      advance(outTable, 4),
    ]);
  },
);

export const NOISE_KERNELS: readonly KernelFunction[] = [DEVIATIONS, ADD_NOISE];
