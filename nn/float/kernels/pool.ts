/** Pooling of size x size windows, forward and backward, for sixteen images at once. */

import { type Code, f32x4, get, i32, type Local, set, v128 } from '../../wasm/code.ts';
import type { FunctionScope, KernelFunction } from '../../wasm/module.ts';
import { advance, locals, numberAt, times, VALUE_BYTES, VECTOR_BYTES, VECTORS } from './code.ts';
import { timesSlope } from './slope.ts';

/** What is done with each value of a window, at an address and an offset from it. */
type Each = (address: Code, offset: number) => Code;

/** A window's first value, its output, and how its values are gone through. */
interface Window {
  readonly first: Local;
  readonly output: Local;
  readonly every: (each: Each) => Code;
  /** The last parameter. */
  readonly numbers: Local;
}

/** name(x, xRow, xTable, out, outRow, outTable, planes, height, width, size, numbers): `body` for each vector of each output. */
function pool(name: string, square: boolean, body: (scope: FunctionScope, window: Window) => Code): KernelFunction {
  return {
    name,
    parameters: 11,
    body: (scope) => {
      const [x = 0, xRow = 0, xTable = 0, out = 0, outRow = 0, outTable = 0, ...rest] = scope.parameters;
      const [planes = 0, height = 0, width = 0, size = 0, numbers = 0] = rest;
      const [plane = 0, y = 0, column = 0, v = 0, from = 0, to = 0, window = 0, first = 0, output = 0] = locals(
        9,
        scope.i32,
      );
      const every = square ? square2(scope, first, xRow) : anySquare(scope, first, xRow, size);
      return times(plane, get(planes), [
        set(from, i32.add(get(x), i32.load(get(xTable)))),
        set(to, i32.add(get(out), i32.load(get(outTable)))),
        times(y, get(height), [
          set(window, get(from)),
          set(output, get(to)),
          times(column, get(width), [
            set(first, get(window)),
            times(v, i32.const(VECTORS), [
              body(scope, { first, output, every, numbers }),
              [first, output].map((pointer) => advance(pointer, VECTOR_BYTES)),
            ]),
            advance(window, i32.mul(get(size), i32.const(VALUE_BYTES))),
          ]),
          advance(from, i32.mul(get(size), get(xRow))),
          advance(to, get(outRow)),
        ]),
        [xTable, outTable].map((pointer) => advance(pointer, 4)),
      ]);
    },
  };
}

/** The values of a window of any size. */
function anySquare(scope: FunctionScope, first: Local, xRow: Local, size: Local): Window['every'] {
  const [down = 0, right = 0, row = 0, at = 0] = locals(4, scope.i32);
  return (each) => [
    set(row, get(first)),
    times(down, get(size), [
      set(at, get(row)),
      times(right, get(size), [each(get(at), 0), advance(at, VALUE_BYTES)]),
      advance(row, get(xRow)),
    ]),
  ];
}

/** Those of 2 x 2, the usual size, five times as fast. */
function square2(scope: FunctionScope, first: Local, xRow: Local): Window['every'] {
  const below = scope.i32();
  return (each) => [
    set(below, i32.add(get(first), get(xRow))),
    [first, below].map((row) => [each(get(row), 0), each(get(row), VALUE_BYTES)]),
  ];
}

const largest = (most: Local, { first, every }: Window): Code => [
  set(most, v128.load(get(first))),
  every((address, offset) => set(most, f32x4.max(get(most), v128.load(address, offset)))),
];

function maximum(scope: FunctionScope, window: Window): Code {
  const most = scope.v128();
  return [largest(most, window), v128.store(get(window.output), get(most))];
}

/** The gradient goes to the first of the largest values, times the slope there (`numbers`); the others get 0. */
function route(scope: FunctionScope, window: Window): Code {
  const [most = 0, taken = 0, here = 0, gradient = 0] = locals(4, scope.v128);
  return [
    largest(most, window),
    set(gradient, timesSlope(window.numbers, most, v128.load(get(window.output)))),
    set(taken, v128.splat(0)),
    window.every((address, offset) => [
      set(here, v128.andNot(f32x4.eq(v128.load(address, offset), get(most)), get(taken))),
      set(taken, v128.or(get(taken), get(here))),
      v128.store(address, v128.and(get(here), get(gradient)), offset),
    ]),
  ];
}

/** `numbers`: 1 / size^2. */
function mean(scope: FunctionScope, { output, every, numbers }: Window): Code {
  const sum = scope.v128();
  return [
    set(sum, v128.splat(0)),
    every((address, offset) => set(sum, f32x4.add(get(sum), v128.load(address, offset)))),
    v128.store(get(output), f32x4.mul(get(sum), numberAt(numbers, 0))),
  ];
}

/** Every value gets the same part of the gradient, times the slope there. `numbers`: the slope's five, then 1 / size^2. */
function spread(scope: FunctionScope, { output, every, numbers }: Window): Code {
  const [gradient = 0, value = 0] = locals(2, scope.v128);
  return [
    set(gradient, f32x4.mul(v128.load(get(output)), numberAt(numbers, 5))),
    every((address, offset) => [
      set(value, v128.load(address, offset)),
      v128.store(address, timesSlope(numbers, value, get(gradient)), offset),
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
