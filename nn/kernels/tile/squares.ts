/** Deviations of the outputs from the inputs: unit * sqrt(sum of the squares), as `lumpedNoise` has it. */

import { spanOf } from '../../network/geometry.ts';
import type { Code, V128, V128Local } from '../../wasm/code.ts';
import { accumulateWords, advance, after, loop, set } from '../../wasm/control.ts';
import { type FunctionScope, type KernelFunction, kernelFunction } from '../../wasm/function.ts';
import { i32 } from '../../wasm/integer.ts';
import { f32x4, i32x4, v128 } from '../../wasm/vector.ts';
import { frameHeight, frameWidth, GROUPS, type MapBuffer, planesOf, VECTOR } from '../memory/layout.ts';

/** Buffer of the sums of squares; the deviations end up in `low`. */
export interface SquaresBuffer {
  /** Address of four times the noise of a weight in accumulator units, in single precision. */
  readonly unit: number;
  /** Address of the word that is 0 unless all noise is narrow. */
  readonly narrow: number;
  readonly low: number;
  /** Address of the upper parts of sums that may pass 32 bits; null where they cannot. */
  readonly high: number | null;
}

const FIRST_OF_PAIR = 0xffff;
const SECOND_OF_PAIR = 0xffff_0000 | 0;

/** Sum over squares of pairs: of all 32 bits, or of the lower and the upper 16 apart. */
interface Sums {
  readonly low: V128Local;
  readonly high: V128Local | null;
}

const clear = ({ low, high }: Sums): Code => [set(low, v128.splat(0)), high === null ? [] : set(high, v128.splat(0))];

function addPair({ low, high }: Sums, scope: FunctionScope, pair: V128): Code {
  const values = scope.v128();
  const squares = i32x4.dot(values, values);
  if (high === null) return [set(values, pair), accumulateWords(low, squares)];
  return [
    set(values, pair),
    set(values, squares),
    accumulateWords(low, v128.and(values, 0xffff)),
    accumulateWords(high, i32x4.shrU(values, 16)),
  ];
}

function deviation({ low, high }: Sums, unit: number): V128 {
  const root = (sum: V128): V128 => f32x4.mul(v128.load(unit), f32x4.sqrt(sum));
  if (high === null) return root(f32x4.convert(low));
  return after(
    [accumulateWords(high, i32x4.shrU(low, 16)), set(low, v128.and(low, 0xffff))],
    root(f32x4.add(f32x4.mul(f32x4.convert(high), 65_536), f32x4.convert(low))),
  );
}

const sumsOf = (scope: FunctionScope, buffer: SquaresBuffer): Sums => ({
  low: scope.v128(),
  high: buffer.high === null ? null : scope.v128(),
});

/** Kernels of a convolution: side, distance of their taps, groups of channels. */
interface SquareWindows {
  readonly side: number;
  readonly dilation: number;
  readonly groups: number;
}

/**
 * Kernel of a convolution's deviations, where windows start in rows of the map's frame: squares(). Those
 * of a group stand `groupBytes` behind those of the one before.
 */
export function mapSquares(
  name: string,
  map: MapBuffer,
  { side: kernel, dilation, groups }: SquareWindows,
  buffer: SquaresBuffer,
  groupBytes: number,
): KernelFunction {
  const planes = planesOf(map);
  const columns = frameWidth(map);
  const rows = frameHeight(map);
  return kernelFunction(name, [], (_, scope) => {
    const [at, from, turn, done, plane0] = scope.i32s(5);
    const sums = sumsOf(scope, buffer);
    const { low, high } = sums;
    const highs = buffer.high ?? 0;
    const channels = map.channels / groups;
    // Groups of an odd number of channels begin within a pair, every second time.
    const together = groups > 1 && channels % 2 === 1 ? 2 : 1;
    const ofGroup = (group: number): Code => {
      const lows = buffer.low + group * groupBytes;
      const save = (value: V128): Code => [
        v128.store(at, value, lows),
        high === null ? [] : v128.store(at, high, highs),
      ];
      const overRows = (count: number, body: Code): Code => {
        const bytes = count * columns * VECTOR;
        return groups === 1 ? loop(at, 0, bytes, VECTOR, body) : loop(at, done, i32.add(done, bytes), VECTOR, body);
      };
      const windowSum = (stride: number): Code => [
        set(low, v128.load(at, lows)),
        high === null ? [] : set(high, v128.load(at, highs)),
        Array.from({ length: kernel - 1 }, (_, k) => [
          accumulateWords(low, v128.load(at, lows + dilation * (k + 1) * stride)),
          high === null ? [] : accumulateWords(high, v128.load(at, highs + dilation * (k + 1) * stride)),
        ]),
      ];
      const pair = (plane: number, pixel = 0): V128 => v128.load(from, map.address + (pixel * planes + plane) * VECTOR);
      const first = (plane: number, pixel = 0): V128 => v128.and(pair(plane, pixel), FIRST_OF_PAIR);
      const [start, end] = [group * channels, (group + 1) * channels];
      const ofChannels = Array.from({ length: Math.ceil(end / 2) - (start >> 1) }, (_, k) => {
        const plane = (start >> 1) + k;
        if (2 * plane < start) return v128.and(pair(plane), SECOND_OF_PAIR);
        return 2 * plane + 1 < end ? pair(plane) : first(plane);
      });
      const sumPairs = (pairs: readonly V128[]): Code =>
        overRows(rows, [
          clear(sums),
          pairs.map((of) => addPair(sums, scope, of)),
          save(low),
          advance(from, planes * VECTOR),
        ]);
      // A plane of neighbours has two pixels of a row in a pair.
      const neighbours = Array.from({ length: Math.floor(kernel / 2) }, (_, k) => pair(0, 2 * k));
      return [
        set(from, groups === 1 ? 0 : plane0),
        map.channels === 1 && map.odd === 'neighbours'
          ? sumPairs(kernel % 2 === 1 ? [...neighbours, first(0, kernel - 1)] : neighbours)
          : [sumPairs(ofChannels), overRows(rows, [windowSum(VECTOR), save(low)])],
        overRows(rows - spanOf(kernel, dilation) + 1, [
          windowSum(columns * VECTOR),
          v128.store(at, deviation(sums, buffer.unit), lows),
        ]),
      ];
    };
    if (groups === 1) return ofGroup(0);
    return [
      set(done, 0),
      set(plane0, 0),
      loop(turn, 0, Math.ceil(groups / together), 1, [
        Array.from({ length: together }, (_, group) => ofGroup(group)),
        advance(done, together * groupBytes),
        advance(plane0, ((together * channels) / 2) * VECTOR),
      ]),
    ];
  });
}

/** Kernel of the deviations of a dense layer, one a group: squares(). They come from the pairs of its inputs. */
export function vectorSquares(name: string, input: number, pairs: number, buffer: SquaresBuffer): KernelFunction {
  return kernelFunction(name, [], (_, scope) => {
    const at = scope.i32();
    const groups = Array.from({ length: GROUPS }, () => sumsOf(scope, buffer));
    const step = GROUPS * VECTOR;
    return [
      groups.map(clear),
      loop(at, 0, pairs * step, step, [
        groups.map((sums, group) => addPair(sums, scope, v128.load(at, input + group * VECTOR))),
      ]),
      groups.map((sums, group) => v128.store(buffer.low, deviation(sums, buffer.unit), group * VECTOR)),
    ];
  });
}
