/** The forms of weights and activations that layers read: rounded to codes, with a chip's factors, transposed. */

import { type Code, f32x4, get, i32, type Local, set, v128 } from '../../wasm/code.ts';
import type { KernelFunction } from '../../wasm/module.ts';
import { advance, everyVector, locals, numberAt, times, VECTOR_BYTES } from './code.ts';

const SIGN = 0x80000000;

/** `x` as the nearest multiple of the unit, halves away from zero. Numbers: unit, 1 / unit, largest multiple. */
function nearestCode(x: Local, numbers: Local): Code {
  const multiple = f32x4.floor(f32x4.add(f32x4.mul(f32x4.abs(get(x)), numberAt(numbers, 1)), f32x4.splat(0.5)));
  const size = f32x4.mul(f32x4.min(multiple, numberAt(numbers, 2)), numberAt(numbers, 0));
  return v128.or(size, v128.and(get(x), v128.splat(SIGN)));
}

/**
 * quantizeWeights(w, factors, out, vectors, numbers): w is clamped to the fourth number, out is its code times its factor.
 * Numbers: those of the code, then the largest weight.
 */
const QUANTIZE_WEIGHTS: KernelFunction = {
  name: 'quantizeWeights',
  parameters: 5,
  body: (scope) => {
    const [w = 0, factors = 0, out = 0, vectors = 0, numbers = 0] = scope.parameters;
    const vector = scope.i32();
    const value = scope.v128();
    return times(vector, get(vectors), [
      set(value, f32x4.min(v128.load(get(w)), numberAt(numbers, 3))),
      set(value, f32x4.max(get(value), f32x4.neg(numberAt(numbers, 3)))),
      v128.store(get(w), get(value)),
      v128.store(get(out), f32x4.mul(nearestCode(value, numbers), v128.load(get(factors)))),
      [w, factors, out].map((pointer) => advance(pointer, VECTOR_BYTES)),
    ]);
  },
};

/** scaleWeights(w, factors, out, vectors): out = w times its factor. */
const SCALE_WEIGHTS: KernelFunction = {
  name: 'scaleWeights',
  parameters: 4,
  body: (scope) => {
    const [w = 0, factors = 0, out = 0, vectors = 0] = scope.parameters;
    const vector = scope.i32();
    return times(vector, get(vectors), [
      v128.store(get(out), f32x4.mul(v128.load(get(w)), v128.load(get(factors)))),
      [w, factors, out].map((pointer) => advance(pointer, VECTOR_BYTES)),
    ]);
  },
};

/**
 * transpose(w, wRow, outputs, inputs, taps, out, outRow): [outputs][inputs][taps] in rows of wRow bytes becomes
 * [inputs][outputs][taps] in rows of outRow bytes.
 */
const TRANSPOSE: KernelFunction = {
  name: 'transpose',
  parameters: 7,
  body: (scope) => {
    const [w = 0, wRow = 0, outputs = 0, inputs = 0, taps = 0, out = 0, outRow = 0] = scope.parameters;
    const [output = 0, input = 0, tap = 0, from = 0, row = 0, to = 0] = locals(6, scope.i32);
    return times(output, get(outputs), [
      set(from, get(w)),
      set(row, get(out)),
      times(input, get(inputs), [
        set(to, get(row)),
        times(tap, get(taps), [
          i32.store(get(to), i32.load(get(from))),
          [from, to].map((pointer) => advance(pointer, 4)),
        ]),
        advance(row, get(outRow)),
      ]),
      advance(w, get(wRow)),
      advance(out, i32.shl(get(taps), i32.const(2))),
    ]);
  },
};

/**
 * quantizeValues(x, xRow, xTable, out, outRow, outTable, planes, height, vectors, numbers): the codes of a tensor's values in
 * another. Numbers: those of the code.
 */
const QUANTIZE_VALUES: KernelFunction = {
  name: 'quantizeValues',
  parameters: 10,
  body: (scope) => {
    const [x = 0, xRow = 0, xTable = 0, out = 0, outRow = 0, outTable = 0, ...rest] = scope.parameters;
    const [planes = 0, height = 0, vectors = 0, numbers = 0] = rest;
    const value = scope.v128();
    const maps = [
      { start: x, row: xRow, table: xTable },
      { start: out, row: outRow, table: outTable },
    ];
    return everyVector(scope, maps, { planes, height, vectors }, ([from = 0, to = 0]) => [
      set(value, v128.load(get(from))),
      v128.store(get(to), nearestCode(value, numbers)),
    ]);
  },
};

export const WEIGHT_KERNELS: readonly KernelFunction[] = [QUANTIZE_WEIGHTS, SCALE_WEIGHTS, TRANSPOSE, QUANTIZE_VALUES];
