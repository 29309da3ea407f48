/**
 * Convolutions on words wider than a byte by sums modulo 2^32 and coarse sums. They take little more than half of the
 * products that high and low parts take: one coarse sum for two channels tells how often their sums have wrapped. Why:
 * docs/kernels.md, "Coarse sums".
 */

import { nth } from '../../../numeric/index.ts';
import type { QuantizedLayer } from '../../quantized/quantize.ts';
import type { Code, I32, I32Local, V128, V128Local } from '../../wasm/code.ts';
import { accumulateWords, advance, loop, repeat, set } from '../../wasm/control.ts';
import type { FunctionScope, KernelFunction } from '../../wasm/function.ts';
import { i32 } from '../../wasm/integer.ts';
import { i16x8, i32x4, v128 } from '../../wasm/vector.ts';
import { frameHeight, frameWidth, type MapBuffer, planesOf, VECTOR } from '../memory/layout.ts';
import { recordWords, type Tap } from '../memory/records.ts';
import type { Spans } from '../memory/spans.ts';
import { pairWord } from '../memory/weight-words.ts';
import { type ConvolutionKernel, HEADER, type LayerNoise, RECORD, type Tile } from '../tile/tile.ts';
import { type CoarseSums, coarseWeight, weightAt } from './coarse-weights.ts';
import { sumTaps, tileByTile } from './convolve.ts';

/** Bytes of the starts of two outputs: of both sums modulo 2^32, of the coarse one, and none. */
const STARTS = 16;
/** Bytes of a coarse tap: {offset, word}. */
const COARSE_RECORD = 8;
/** Vectors of the coarse map that are made at once. */
const STEP = 4;

/** Words of every two outputs: records as of a layer that is not shifted, starts, coarse records. */
export function coarseWords(layer: QuantizedLayer, taps: readonly Tap[], coarse: CoarseSums): Int32Array {
  const { bias, outputs, shift } = layer;
  const bits = coarse.inputBits + coarse.weightBits;
  const sums = Array.from({ length: outputs }, (_, output) => {
    const { least, low } = nth(nth(coarse.pairs, output >> 1).ranges, output % 2);
    const own = nth(bias, output);
    // The first coarse sum starts where it never becomes negative; the second is read with the first below it.
    const raised = output % 2 === 0 ? -least : 0;
    const floor = 2 ** shift * Math.floor((own + low - (output % 2) * 2 ** bits) / 2 ** shift);
    return { raised, start: own - floor + raised * 2 ** bits, bias: (floor - raised * 2 ** bits) / 2 ** shift };
  });
  const records = recordWords({ ...layer, bias: Float64Array.from(sums, (sum) => sum.bias), shift: 0 }, taps);
  const size = (HEADER + taps.length * RECORD) / 4;
  const words = coarse.pairs.flatMap((pair, k) => {
    const value = (index: number): number =>
      coarseWeight(weightAt(layer, 2 * k, index), weightAt(layer, 2 * k + 1, index), coarse);
    const [own, next] = [nth(sums, 2 * k), sums[2 * k + 1]];
    const found = pair.taps.flatMap((tap) => [tap.offset ?? 0, pairWord(value(tap.first), value(tap.second))]);
    const none = Array<number>(2 * (coarse.taps - pair.taps.length)).fill(0);
    const starts = [own.start, next?.start ?? 0, own.raised, 0];
    return [...records.subarray(k * size, (k + 1) * size), ...starts, ...found, ...none];
  });
  // Modulo 2^32.
  return Int32Array.from(words, (word) => word | 0);
}

/** Bytes of a map of upper parts, with the rows and pixels behind it. Tiles may reach into these. */
export const coarseMapBytes = (input: MapBuffer): number =>
  ((frameHeight(input) + 4) * frameWidth(input) + 16) * planesOf(input) * VECTOR;

/**
 * Kernel of a coarse convolution: name(group, image), as `convolve`, with `kernel.records` of `coarseWords`. The coarse
 * `map` stands behind the input's.
 */
export function coarseConvolve(
  name: string,
  kernel: ConvolutionKernel,
  coarse: CoarseSums,
  map: number,
  spans: Spans | null,
  noise: LayerNoise | null,
): KernelFunction {
  const { input, taps, shift } = kernel;
  const starts = HEADER + taps * RECORD;
  // The sums come without their lowest bits, in two channels at once.
  const whole = { ...kernel, shift: 0 };
  return tileByTile(name, whole, spans, noise, {
    words: starts + STARTS + coarse.taps * COARSE_RECORD,
    prepare: (scope) => (coarse.taps === 0 ? [] : makeCoarseMap(scope, input, coarse, map)),
    sumTile: (scope, tile, source, unlessBlank) => {
      const { sums, header } = tile;
      const start = (k: number): V128 => v128.load32Splat(header, starts + 4 * k);
      const coarseSums = scope.v128s(4);
      const records = i32.add(header, starts + STARTS);
      const end = i32.add(header, starts + STARTS + coarse.taps * COARSE_RECORD);
      return [
        sums.map((of, k) => of.map((sum) => set(sum, start(k)))),
        unlessBlank(sumTaps(scope, whole, tile, source, scope.i32())),
        coarseSums.map((sum) => set(sum, start(2))),
        coarse.taps === 0
          ? []
          : unlessBlank(sumCoarse(scope, input, map - input.address, coarseSums, { source, records, end })),
        coarseSums.map((sum, p) => joinParts(scope, tile, p, sum, coarse, shift)),
      ];
    },
  });
}

/** Upper parts of all inputs, as the coarse map. */
function makeCoarseMap(scope: FunctionScope, input: MapBuffer, { inputBits }: CoarseSums, map: number): Code {
  const at = scope.i32();
  const vectors = Math.ceil((frameHeight(input) * frameWidth(input) * planesOf(input)) / STEP) * STEP;
  const upper = (offset: number): V128 => i16x8.shrS(v128.load(at, offset), inputBits);
  return loop(
    at,
    input.address,
    input.address + vectors * VECTOR,
    STEP * VECTOR,
    Array.from({ length: STEP }, (_, k) => v128.store(at, upper(k * VECTOR), map - input.address + k * VECTOR)),
  );
}

/** Products of all coarse taps, added to the tile's four sums. */
function sumCoarse(
  scope: FunctionScope,
  input: MapBuffer,
  distance: number,
  sums: readonly V128Local[],
  { source, records, end }: { readonly source: I32Local; readonly records: I32; readonly end: I32 },
): Code {
  const stride = planesOf(input) * VECTOR;
  const positions = [0, stride, frameWidth(input) * stride, (frameWidth(input) + 1) * stride];
  const [record, at, word] = [scope.i32(), scope.i32(), scope.v128()];
  const value = (p: number): V128 => v128.load(at, distance + nth(positions, p));
  return [
    set(record, records),
    repeat(
      [
        set(at, i32.add(source, i32.load(record))),
        set(word, v128.load32Splat(record, 4)),
        sums.map((sum, p) => accumulateWords(sum, i32x4.dot(value(p), word))),
        advance(record, COARSE_RECORD),
      ],
      i32.ltS(record, end),
    ),
  ];
}

/** Results from sums modulo 2^32: (2^shift part + (sum - 2^shift part) modulo 2^32) / 2^shift. */
function joinParts(
  scope: FunctionScope,
  { sums }: Tile,
  position: number,
  coarseSum: V128Local,
  { inputBits, weightBits, sumBits }: CoarseSums,
  shift: number,
): Code {
  const part = scope.v128();
  const bits = inputBits + weightBits - shift;
  const own = v128.and(coarseSum, 2 ** sumBits - 1);
  const parts = [i32x4.shl(own, bits), i32x4.shl(coarseSum, bits - sumBits)];
  return parts.map((code, k) => {
    const sum = nth(nth(sums, k), position);
    const left = i32x4.sub(sum, i32x4.shl(part, shift));
    return [set(part, code), set(sum, i32x4.add(part, i32x4.shrU(left, shift)))];
  });
}
