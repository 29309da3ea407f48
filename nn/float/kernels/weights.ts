/** Forms of weights and activations that layers read: rounded to codes, with a chip's factors, transposed. */

import type { I32Local, V128, V128Local } from '../../wasm/code.ts';
import { advance, set } from '../../wasm/control.ts';
import { type KernelFunction, kernelFunction } from '../../wasm/function.ts';
import { i32 } from '../../wasm/integer.ts';
import { f32x4, v128 } from '../../wasm/vector.ts';
import { everyVector, numberAt, times, VECTOR_BYTES } from './code.ts';

const SIGN = 0x80000000;

/** Nearest multiple of the unit to `x`, halves away from zero. Numbers: unit, 1 / unit, largest multiple. */
function nearestCode(x: V128Local, numbers: I32Local): V128 {
  const multiple = f32x4.floor(f32x4.add(f32x4.mul(f32x4.abs(x), numberAt(numbers, 1)), 0.5));
  const size = f32x4.mul(f32x4.min(multiple, numberAt(numbers, 2)), numberAt(numbers, 0));
  return v128.or(size, v128.and(x, SIGN));
}

/**
 * Quantized weights, each code times its factor: quantizeWeights(w, factors, out, vectors, numbers). w is clamped to
 * the fourth number. Numbers: those of the code, then the largest weight.
 */
const QUANTIZE_WEIGHTS: KernelFunction = kernelFunction(
  'quantizeWeights',
  ['w', 'factors', 'out', 'vectors', 'numbers'],
  ({ w, factors, out, vectors, numbers }, scope) => {
    const vector = scope.i32();
    const value = scope.v128();
    return times(vector, vectors, [
      set(value, f32x4.min(v128.load(w), numberAt(numbers, 3))),
      set(value, f32x4.max(value, f32x4.neg(numberAt(numbers, 3)))),
      v128.store(w, value),
      v128.store(out, f32x4.mul(nearestCode(value, numbers), v128.load(factors))),
      [w, factors, out].map((pointer) => advance(pointer, VECTOR_BYTES)),
    ]);
  },
);

/** Scaled weights, out = w times its factor: scaleWeights(w, factors, out, vectors). */
const SCALE_WEIGHTS: KernelFunction = kernelFunction(
  'scaleWeights',
  ['w', 'factors', 'out', 'vectors'],
  ({ w, factors, out, vectors }, scope) => {
    const vector = scope.i32();
    return times(vector, vectors, [
      v128.store(out, f32x4.mul(v128.load(w), v128.load(factors))),
      [w, factors, out].map((pointer) => advance(pointer, VECTOR_BYTES)),
    ]);
  },
);

/**
 * Transposed weights: transpose(w, wRow, outputs, inputs, taps, out, outRow). [outputs][inputs][taps] in rows of wRow
 * bytes becomes [inputs][outputs][taps] in rows of outRow bytes.
 */
const TRANSPOSE: KernelFunction = kernelFunction(
  'transpose',
  ['w', 'wRow', 'outputs', 'inputs', 'taps', 'out', 'outRow'],
  ({ w, wRow, outputs, inputs, taps, out, outRow }, scope) => {
    const [output, input, tap, from, row, to] = scope.i32s(6);
    return times(output, outputs, [
      set(from, w),
      set(row, out),
      times(input, inputs, [
        set(to, row),
        times(tap, taps, [i32.store(to, i32.load(from)), [from, to].map((pointer) => advance(pointer, 4))]),
        advance(row, outRow),
      ]),
      advance(w, wRow),
      advance(out, i32.shl(taps, 2)),
    ]);
  },
);

/**
 * Codes of a tensor's values in another: quantizeValues(x, xRow, xTable, out, outRow, outTable, planes, height,
 * vectors, numbers). Numbers: those of the code.
 */
const QUANTIZE_VALUES: KernelFunction = kernelFunction(
  'quantizeValues',
  ['x', 'xRow', 'xTable', 'out', 'outRow', 'outTable', 'planes', 'height', 'vectors', 'numbers'],
  ({ x, xRow, xTable, out, outRow, outTable, planes, height, vectors, numbers }, scope) => {
    const value = scope.v128();
    const maps = [
      { start: x, row: xRow, table: xTable },
      { start: out, row: outRow, table: outTable },
    ];
    return everyVector(scope, maps, { planes, height, vectors }, (at) => [
      set(value, v128.load(at(0))),
      v128.store(at(1), nearestCode(value, numbers)),
    ]);
  },
);

export const WEIGHT_KERNELS: readonly KernelFunction[] = [QUANTIZE_WEIGHTS, SCALE_WEIGHTS, TRANSPOSE, QUANTIZE_VALUES];
