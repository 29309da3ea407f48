/** Pooling of codes that no convolution's tile has done: the largest or the mean of windows, for four images. */

import type { Windows } from '../network/geometry.ts';
import type { Code, I32, I32Local, V128, V128Local } from '../wasm/code.ts';
import { accumulateWords, advance, loop, set } from '../wasm/control.ts';
import { type FunctionScope, type KernelFunction, kernelFunction } from '../wasm/function.ts';
import { i32 } from '../wasm/integer.ts';
import { i16x8, i32x4, v128 } from '../wasm/vector.ts';
import {
  address,
  type Destination,
  frameWidth,
  type MapBuffer,
  planesOf,
  VECTOR,
  windowStart,
} from './memory/layout.ts';

export interface PoolKernel {
  readonly kind: 'max-pool' | 'average-pool';
  /** Map of the inputs; its last channel, where odd, stands alone. */
  readonly input: MapBuffer;
  readonly windows: Windows;
  readonly height: number;
  readonly width: number;
  /** Largest magnitude of a code. */
  readonly limit: number;
  readonly destination: Destination;
}

/** Walk through the values of a window. */
type EveryValue = (each: (value: V128) => Code) => Code;

/** Kernel of a pooling layer for one group of four images: name(group). */
export function pool(name: string, kernel: PoolKernel): KernelFunction {
  const { input, windows, height, width, destination, limit } = kernel;
  const { rows, columns, stride, sides } = windows;
  const area = rows * columns;
  // Means are divided as unsigned numbers of 32 bits: see `mean`.
  if (kernel.kind === 'average-pool' && area * (4 * limit + 1) >= 2 ** 32)
    throw new RangeError(`windows of means must have at most ${Math.floor(2 ** 32 / (4 * limit + 1))} values: ${area}`);
  const planes = planesOf(input);
  const rowBytes = frameWidth(input) * planes * VECTOR;
  const offsets = Array.from({ length: columns }, (_, k) => k * planes * VECTOR);
  return kernelFunction(name, ['group'], ({ group }, scope) => {
    const [row, column, plane, source, target, down] = scope.i32s(6);
    const origin = input.address + windowStart(input, sides) * planes * VECTOR;
    const every: EveryValue = (each) =>
      loop(down, 0, rows, 1, [offsets.map((offset) => each(v128.load(source, offset))), advance(source, rowBytes)]);
    return loop(
      row,
      0,
      height,
      1,
      loop(
        column,
        0,
        width,
        1,
        loop(plane, 0, planes, 1, [
          set(source, address(origin, [row, stride * rowBytes], [column, stride * planes * VECTOR], [plane, VECTOR])),
          set(
            target,
            address(
              destination.address,
              [row, destination.row],
              [column, destination.column],
              [plane, destination.pair],
              [group, destination.group],
            ),
          ),
          kernel.kind === 'max-pool' ? largest(scope, target, every) : mean(scope, target, every, area, limit),
        ]),
      ),
    );
  });
}

function largest(scope: FunctionScope, target: I32Local, every: EveryValue): Code {
  const most = scope.v128();
  return [
    set(most, v128.splat(0x8000_8000 | 0)),
    every((value) => set(most, i16x8.maxS(most, value))),
    v128.store(target, most),
  ];
}

/** Mean floor(mean + 1/2) of both values of each word: as unsigned numbers, by integer division. */
function mean(scope: FunctionScope, target: I32Local, every: EveryValue, area: number, limit: number): Code {
  const sums = scope.v128s(2);
  const pair = scope.v128();
  const lifted = area * limit;
  const quotient = (sum: V128Local, lane: number): I32 =>
    i32.sub(i32.divU(i32.add(i32.shl(i32.add(i32x4.lane(sum, lane), lifted), 1), area), 2 * area), limit);
  const [low, high] = sums;
  return [
    sums.map((sum) => set(sum, v128.splat(0))),
    every((value) => [
      set(pair, value),
      accumulateWords(low, i32x4.shrS(i32x4.shl(pair, 16), 16)),
      accumulateWords(high, i32x4.shrS(pair, 16)),
    ]),
    sums.map((sum) => [0, 1, 2, 3].map((lane) => set(sum, i32x4.replaceLane(sum, quotient(sum, lane), lane)))),
    v128.store(target, v128.or(v128.and(low, 0xffff), i32x4.shl(high, 16))),
  ];
}
