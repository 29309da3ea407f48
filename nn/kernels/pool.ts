/** Pooling of codes that no convolution's tile has done: the largest or the mean of windows, for four images. */

import type { Code, I32, I32Local, V128, V128Local } from '../wasm/code.ts';
import { accumulateWords, loop, set } from '../wasm/control.ts';
import { type FunctionScope, type KernelFunction, kernelFunction } from '../wasm/function.ts';
import { i32 } from '../wasm/integer.ts';
import { i16x8, i32x4, v128 } from '../wasm/vector.ts';
import { address, type Destination, frameWidth, type MapBuffer, planesOf, VECTOR } from './memory/layout.ts';

export interface PoolKernel {
  readonly kind: 'max-pool' | 'average-pool';
  /** Map of the inputs; its last channel, where odd, stands alone. */
  readonly input: MapBuffer;
  readonly size: number;
  readonly height: number;
  readonly width: number;
  /** Largest magnitude of a code. */
  readonly limit: number;
  readonly destination: Destination;
}

/** Kernel of a pooling layer for one group of four images: name(group). */
export function pool(name: string, kernel: PoolKernel): KernelFunction {
  const { input, size, height, width, destination } = kernel;
  const planes = planesOf(input);
  const rowBytes = frameWidth(input) * planes * VECTOR;
  const offsets = Array.from(
    { length: size * size },
    (_, k) => Math.floor(k / size) * rowBytes + (k % size) * planes * VECTOR,
  );
  return kernelFunction(name, ['group'], ({ group }, scope) => {
    const [row, column, plane, source, target] = scope.i32s(5);
    const origin = input.address + input.padding * (rowBytes + planes * VECTOR);
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
          set(source, address(origin, [row, size * rowBytes], [column, size * planes * VECTOR], [plane, VECTOR])),
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
          kernel.kind === 'max-pool'
            ? v128.store(target, largest(source, offsets))
            : mean(scope, source, target, offsets, kernel.limit),
        ]),
      ),
    );
  });
}

const largest = (source: I32Local, offsets: readonly number[]): V128 =>
  offsets.map((offset) => v128.load(source, offset)).reduce((most, value) => i16x8.maxS(most, value));

/** Mean floor(mean + 1/2) of both values of each word: as unsigned numbers, by integer division. */
function mean(
  scope: FunctionScope,
  source: I32Local,
  target: I32Local,
  offsets: readonly number[],
  limit: number,
): Code {
  const area = offsets.length;
  const sums = scope.v128s(2);
  const pair = scope.v128();
  const lifted = area * limit;
  const quotient = (sum: V128Local, lane: number): I32 =>
    i32.sub(i32.divU(i32.add(i32.shl(i32.add(i32x4.lane(sum, lane), lifted), 1), area), 2 * area), limit);
  const [low, high] = sums;
  return [
    sums.map((sum) => set(sum, v128.splat(0))),
    offsets.map((offset) => [
      set(pair, v128.load(source, offset)),
      accumulateWords(low, i32x4.shrS(i32x4.shl(pair, 16), 16)),
      accumulateWords(high, i32x4.shrS(pair, 16)),
    ]),
    sums.map((sum) => [0, 1, 2, 3].map((lane) => set(sum, i32x4.replaceLane(sum, quotient(sum, lane), lane)))),
    v128.store(target, v128.or(v128.and(low, 0xffff), i32x4.shl(high, 16))),
  ];
}
