/** The noise of an output's synapses, from the inputs: unit * sqrt(sum of the squares), as `lumpedNoise` has it. */

import { type Code, f32x4, get, i32, i32x4, type Local, loop, set, v128 } from '../../wasm/code.ts';
import type { FunctionScope, KernelFunction } from '../../wasm/module.ts';
import { frameHeight, frameWidth, GROUPS, type MapBuffer, planesOf, VECTOR } from '../memory/layout.ts';

/** Where the sums of squares are made; the deviations end up in `low`. */
export interface SquaresBuffer {
  /** Where four times the noise of a weight in accumulator units stands, in single precision. */
  readonly unit: number;
  /** Where a word stands that is not 0 where all noise is narrow. */
  readonly narrow: number;
  readonly low: number;
  /** Upper parts of sums that may pass 32 bits; null where they cannot. */
  readonly high: number | null;
}

const FIRST_OF_PAIR = 0xffff;

/** Sum over squares of pairs: of all 32 bits, or of the lower and the upper 16 apart. */
interface Sums {
  readonly low: Local;
  readonly high: Local | null;
}

const clear = ({ low, high }: Sums): Code => [set(low, v128.splat(0)), high === null ? [] : set(high, v128.splat(0))];

function addPair({ low, high }: Sums, scope: FunctionScope, pair: Code): Code {
  const values = scope.v128();
  const squares = i32x4.dot(get(values), get(values));
  if (high === null) return [set(values, pair), set(low, i32x4.add(get(low), squares))];
  return [
    set(values, pair),
    set(values, squares),
    set(low, i32x4.add(get(low), v128.and(get(values), v128.splat(0xffff)))),
    set(high, i32x4.add(get(high), i32x4.shrU(get(values), i32.const(16)))),
  ];
}

function deviation({ low, high }: Sums, unit: number): Code {
  const root = (sum: Code): Code => f32x4.mul(v128.load(i32.const(unit)), f32x4.sqrt(sum));
  if (high === null) return root(f32x4.convert(get(low)));
  return [
    set(high, i32x4.add(get(high), i32x4.shrU(get(low), i32.const(16)))),
    set(low, v128.and(get(low), v128.splat(0xffff))),
    root(f32x4.add(f32x4.mul(f32x4.convert(get(high)), f32x4.splat(65_536)), f32x4.convert(get(low)))),
  ];
}

const sumsOf = (scope: FunctionScope, buffer: SquaresBuffer): Sums => ({
  low: scope.v128(),
  high: buffer.high === null ? null : scope.v128(),
});

/** squares(): deviations of the outputs of a convolution, in the rows of the map's frame. */
export function mapSquares(name: string, map: MapBuffer, kernel: number, buffer: SquaresBuffer): KernelFunction {
  const planes = planesOf(map);
  const columns = frameWidth(map);
  const rows = frameHeight(map);
  const whole = Math.floor(map.channels / 2);
  return {
    name,
    parameters: 0,
    body: (scope) => {
      const at = scope.i32();
      const from = scope.i32();
      const sums = sumsOf(scope, buffer);
      const { low, high } = sums;
      const lows = buffer.low;
      const highs = buffer.high ?? 0;
      const save = (value: Code): Code => [
        v128.store(get(at), value, lows),
        high === null ? [] : v128.store(get(at), get(high), highs),
      ];
      const overRows = (count: number, body: Code): Code =>
        loop(at, i32.const(0), i32.const(count * columns * VECTOR), VECTOR, body);
      const windowSum = (stride: number): Code => [
        set(low, v128.load(get(at), lows)),
        high === null ? [] : set(high, v128.load(get(at), highs)),
        Array.from({ length: kernel - 1 }, (_, k) => [
          set(low, i32x4.add(get(low), v128.load(get(at), lows + (k + 1) * stride))),
          high === null ? [] : set(high, i32x4.add(get(high), v128.load(get(at), highs + (k + 1) * stride))),
        ]),
      ];
      const pair = (plane: number, pixel = 0): Code =>
        v128.load(get(from), map.address + (pixel * planes + plane) * VECTOR);
      const first = (plane: number, pixel = 0): Code => v128.and(pair(plane, pixel), v128.splat(FIRST_OF_PAIR));
      const single = map.channels % 2 === 1;
      const sumPairs = (pairs: readonly Code[]): Code =>
        overRows(rows, [
          clear(sums),
          pairs.map((of) => addPair(sums, scope, of)),
          save(get(low)),
          set(from, i32.add(get(from), i32.const(planes * VECTOR))),
        ]);
      // A plane of neighbours has two pixels of a row in a pair.
      const neighbours = Array.from({ length: Math.floor(kernel / 2) }, (_, k) => pair(0, 2 * k));
      return [
        set(from, i32.const(0)),
        map.channels === 1 && map.odd === 'neighbours'
          ? sumPairs(kernel % 2 === 1 ? [...neighbours, first(0, kernel - 1)] : neighbours)
          : [
              sumPairs([
                ...Array.from({ length: whole }, (_, plane) => pair(plane)),
                ...(single ? [first(whole)] : []),
              ]),
              overRows(rows, [windowSum(VECTOR), save(get(low))]),
            ],
        overRows(rows - kernel + 1, [
          windowSum(columns * VECTOR),
          v128.store(get(at), deviation(sums, buffer.unit), lows),
        ]),
      ];
    },
  };
}

/** squares(): deviations of a dense layer, one a group, from the pairs of its inputs. */
export function vectorSquares(name: string, input: number, pairs: number, buffer: SquaresBuffer): KernelFunction {
  return {
    name,
    parameters: 0,
    body: (scope) => {
      const at = scope.i32();
      const groups = Array.from({ length: GROUPS }, () => sumsOf(scope, buffer));
      const step = GROUPS * VECTOR;
      return [
        groups.map(clear),
        loop(at, i32.const(0), i32.const(pairs * step), step, [
          groups.map((sums, group) => addPair(sums, scope, v128.load(get(at), input + group * VECTOR))),
        ]),
        groups.map((sums, group) => v128.store(i32.const(buffer.low), deviation(sums, buffer.unit), group * VECTOR)),
      ];
    },
  };
}
