/** Pooling of codes that no convolution's tile has done: the largest or the mean of windows, for four images. */

import { type Code, get, i16x8, i32, i32x4, type Local, loop, set, v128 } from '../wasm/code.ts';
import type { FunctionScope, KernelFunction } from '../wasm/module.ts';
import { address, type Destination, frameWidth, type MapBuffer, planesOf, VECTOR } from './memory/layout.ts';

export interface PoolKernel {
  readonly kind: 'max-pool' | 'average-pool';
  /** Its last channel, where odd, stands alone. */
  readonly input: MapBuffer;
  readonly size: number;
  readonly height: number;
  readonly width: number;
  /** Largest magnitude of a code. */
  readonly limit: number;
  readonly destination: Destination;
}

/** name(group): the layer for one group of four images. */
export function pool(name: string, kernel: PoolKernel): KernelFunction {
  const { input, size, height, width, destination } = kernel;
  const planes = planesOf(input);
  const rowBytes = frameWidth(input) * planes * VECTOR;
  const offsets = Array.from({ length: size * size }, (_, k) => ({
    row: Math.floor(k / size) * rowBytes,
    column: (k % size) * planes * VECTOR,
  })).map(({ row, column }) => row + column);
  return {
    name,
    parameters: 1,
    body: (scope) => {
      const [group = 0] = scope.parameters;
      const [row, column, plane, source, target] = Array.from({ length: 5 }, scope.i32) as [
        Local,
        Local,
        Local,
        Local,
        Local,
      ];
      const origin = input.address + input.padding * (rowBytes + planes * VECTOR);
      return loop(
        row,
        i32.const(0),
        i32.const(height),
        1,
        loop(
          column,
          i32.const(0),
          i32.const(width),
          1,
          loop(plane, i32.const(0), i32.const(planes), 1, [
            set(
              source,
              address(i32.const(origin), [row, size * rowBytes], [column, size * planes * VECTOR], [plane, VECTOR]),
            ),
            set(
              target,
              address(
                i32.const(destination.address),
                [row, destination.row],
                [column, destination.column],
                [plane, destination.pair],
                [group, destination.group],
              ),
            ),
            kernel.kind === 'max-pool'
              ? v128.store(get(target), largest(source, offsets))
              : mean(scope, source, target, offsets, kernel.limit),
          ]),
        ),
      );
    },
  };
}

function largest(source: Local, [first = 0, ...others]: readonly number[]): Code {
  return others.reduce(
    (most: Code, offset) => i16x8.maxS(most, v128.load(get(source), offset)),
    v128.load(get(source), first),
  );
}

/** floor(mean + 1/2) of both values of each word: as unsigned numbers, by integer division. */
function mean(scope: FunctionScope, source: Local, target: Local, offsets: readonly number[], limit: number): Code {
  const area = offsets.length;
  const sums = [scope.v128(), scope.v128()];
  const pair = scope.v128();
  const lifted = area * limit;
  const quotient = (sum: Local, lane: number): Code =>
    i32.sub(
      i32.divU(
        i32.add(i32.shl(i32.add(i32x4.lane(get(sum), lane), i32.const(lifted)), i32.const(1)), i32.const(area)),
        i32.const(2 * area),
      ),
      i32.const(limit),
    );
  const [low = 0, high = 0] = sums;
  return [
    sums.map((sum) => set(sum, v128.splat(0))),
    offsets.map((offset) => [
      set(pair, v128.load(get(source), offset)),
      set(low, i32x4.add(get(low), i32x4.shrS(i32x4.shl(get(pair), i32.const(16)), i32.const(16)))),
      set(high, i32x4.add(get(high), i32x4.shrS(get(pair), i32.const(16)))),
    ]),
    sums.map((sum) => [0, 1, 2, 3].map((lane) => set(sum, i32x4.replaceLane(get(sum), quotient(sum, lane), lane)))),
    v128.store(get(target), v128.or(v128.and(get(low), v128.splat(0xffff)), i32x4.shl(get(high), i32.const(16)))),
  ];
}
