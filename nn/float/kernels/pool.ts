/** Pooling of windows, forward and backward, for sixteen images at once. */

import type { Code, I32, I32Local, V128Local } from '../../wasm/code.ts';
import { advance, set } from '../../wasm/control.ts';
import { type FunctionScope, type KernelFunction, kernelFunction } from '../../wasm/function.ts';
import { i32 } from '../../wasm/integer.ts';
import { f32x4, v128 } from '../../wasm/vector.ts';
import { numberAt, times, VALUE_BYTES, VECTOR_BYTES, VECTORS } from './code.ts';
import { timesSlope } from './slope.ts';

/** Code for each value of a window, at an address and an offset from it. */
type Each = (address: I32, offset: number) => Code;

/** A window by its first value, its output, and the walk through its values. */
interface Window {
  readonly first: I32Local;
  readonly output: I32Local;
  readonly every: (each: Each) => Code;
  /** Address of numbers, the last parameter. */
  readonly numbers: I32Local;
}

const POOL_PARAMETERS = [
  'x',
  'xRow',
  'xTable',
  'out',
  'outRow',
  'outTable',
  'planes',
  'height',
  'width',
  'rows',
  'columns',
  'stride',
  'numbers',
] as const;

/**
 * Pooling kernel with `body` for each vector of each output: name(x, xRow, xTable, out, outRow, outTable, planes,
 * height, width, rows, columns, stride, numbers). `rows` and `columns` are those of a window, `stride` is in pixels.
 */
function pool(name: string, square: boolean, body: (scope: FunctionScope, window: Window) => Code): KernelFunction {
  return kernelFunction(
    name,
    POOL_PARAMETERS,
    ({ x, xRow, xTable, out, outRow, outTable, planes, height, width, rows, columns, stride, numbers }, scope) => {
      const [plane, y, column, v, from, to, window, first, output] = scope.i32s(9);
      const every = square ? square2(scope, first, xRow) : anyWindow(scope, first, xRow, rows, columns);
      return times(plane, planes, [
        set(from, i32.add(x, i32.load(xTable))),
        set(to, i32.add(out, i32.load(outTable))),
        times(y, height, [
          set(window, from),
          set(output, to),
          times(column, width, [
            set(first, window),
            times(v, VECTORS, [
              body(scope, { first, output, every, numbers }),
              [first, output].map((pointer) => advance(pointer, VECTOR_BYTES)),
            ]),
            advance(window, i32.mul(stride, VALUE_BYTES)),
          ]),
          advance(from, i32.mul(stride, xRow)),
          advance(to, outRow),
        ]),
        [xTable, outTable].map((pointer) => advance(pointer, 4)),
      ]);
    },
  );
}

/** Walk through a window of any size. */
function anyWindow(
  scope: FunctionScope,
  first: I32Local,
  xRow: I32Local,
  rows: I32Local,
  columns: I32Local,
): Window['every'] {
  const [down, right, row, at] = scope.i32s(4);
  return (each) => [
    set(row, first),
    times(down, rows, [
      set(at, row),
      times(right, columns, [each(at, 0), advance(at, VALUE_BYTES)]),
      advance(row, xRow),
    ]),
  ];
}

/** Walk through a window of 2 x 2, the usual size, five times as fast. */
function square2(scope: FunctionScope, first: I32Local, xRow: I32Local): Window['every'] {
  const below = scope.i32();
  return (each) => [
    set(below, i32.add(first, xRow)),
    [first, below].map((row) => [each(row, 0), each(row, VALUE_BYTES)]),
  ];
}

const largest = (most: V128Local, { first, every }: Window): Code => [
  set(most, v128.load(first)),
  every((address, offset) => set(most, f32x4.max(most, v128.load(address, offset)))),
];

function maximum(scope: FunctionScope, window: Window): Code {
  const most = scope.v128();
  return [largest(most, window), v128.store(window.output, most)];
}

/**
 * Gradient of the maximum: it goes to the first of the largest values, times the slope there (`numbers`); the others
 * get 0.
 */
function route(scope: FunctionScope, window: Window): Code {
  const [most, taken, here, gradient] = scope.v128s(4);
  return [
    largest(most, window),
    set(gradient, timesSlope(window.numbers, most, v128.load(window.output))),
    set(taken, v128.splat(0)),
    window.every((address, offset) => [
      set(here, v128.andNot(f32x4.eq(v128.load(address, offset), most), taken)),
      set(taken, v128.or(taken, here)),
      v128.store(address, v128.and(here, gradient), offset),
    ]),
  ];
}

/** Mean of a window; `numbers`: 1 / its number of values. */
function mean(scope: FunctionScope, { output, every, numbers }: Window): Code {
  const sum = scope.v128();
  return [
    set(sum, v128.splat(0)),
    every((address, offset) => set(sum, f32x4.add(sum, v128.load(address, offset)))),
    v128.store(output, f32x4.mul(sum, numberAt(numbers, 0))),
  ];
}

/**
 * Gradient of the mean: every value gets the same part, times the slope there. `numbers`: the slope's five, then
 * 1 / its number of values.
 */
function spread(scope: FunctionScope, { output, every, numbers }: Window): Code {
  const [gradient, value] = scope.v128s(2);
  return [
    set(gradient, f32x4.mul(v128.load(output), numberAt(numbers, 5))),
    every((address, offset) => [
      set(value, v128.load(address, offset)),
      v128.store(address, timesSlope(numbers, value, gradient), offset),
    ]),
  ];
}

export const POOL_KERNELS: readonly KernelFunction[] = [
  pool('maxPool', false, maximum),
  pool('maxPool2', true, maximum),
  pool('maxPoolBackward', false, route),
  pool('maxPoolBackward2', true, route),
  pool('averagePool', false, mean),
  pool('averagePoolBackward', false, spread),
];
