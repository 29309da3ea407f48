/** Tiles of 2 x 2 sums of convolutions: bias, noise, maximum, activation, and the next layer's layout. */

import { nth } from '../../../numeric/index.ts';
import type { Code, I32, I32Local, V128Local } from '../../wasm/code.ts';
import { accumulateWords, set, when } from '../../wasm/control.ts';
import type { FunctionScope } from '../../wasm/function.ts';
import { i32 } from '../../wasm/integer.ts';
import { i32x4, v128 } from '../../wasm/vector.ts';
import { address, type Destination, frameWidth, type MapBuffer, VECTOR } from '../memory/layout.ts';
import { activateAll, addNoise, type Finish, pairOf, shiftSum } from './finish.ts';

/** Noise of a layer: deviations where windows start in the rows of the input's frame, room for two rows of Gaussians. */
export interface LayerNoise {
  readonly deviations: number;
  /** Bytes from the deviations of a group to the next's, and outputs of a group. */
  readonly groupBytes: number;
  readonly groupOutputs: number;
  /** Address of a word that tells by not being 0 that all noise is narrow. */
  readonly narrow: number;
  readonly gaussians: number;
  /** Number of the layer in the counter. */
  readonly layer: number;
}

export interface ConvolutionKernel {
  readonly input: MapBuffer;
  readonly outputs: number;
  /** Pixels of the input between neighbouring outputs. */
  readonly stride: number;
  readonly height: number;
  readonly width: number;
  /** Taps of an output; for each, a record of 12 bytes. */
  readonly taps: number;
  /**
   * Address of the records of two channels, after their header of 16 bytes. Of one channel where `shift` is above 0.
   */
  readonly records: number;
  /** Bits of the sum that are not read. 0: one word of weights a channel; else the words are high and low parts. */
  readonly shift: number;
  readonly finish: Finish;
  /** Maximum of each 2 x 2 tile. */
  readonly pooled: boolean;
  readonly destination: Destination;
}

/** Pixels of a tile's four windows from the first. */
export function tilePixels({ input, stride }: ConvolutionKernel): readonly [number, number, number, number] {
  const down = stride * frameWidth(input);
  return [0, stride, down, down + stride];
}

export const HEADER = 16;
export const RECORD = 12;

/** The locals of a tile. */
export interface Tile {
  readonly target: I32Local;
  readonly tileRow: I32Local;
  readonly tileColumn: I32Local;
  /** Channel, or pair of channels. */
  readonly channel: I32Local;
  readonly header: I32Local;
  /** Address of the Gaussians of its first channel. */
  readonly gaussian: I32Local;
  /** Four sums for each of two words of weights; or only the largest, where the tile is pooled. */
  readonly sums: readonly [readonly V128Local[], readonly V128Local[]];
  /** Form of sums that come as multiples. */
  readonly multiple?: Multiple;
}

/** Sums that are a multiple of what they stand for. */
export interface Multiple {
  /** Division of a multiple, which leaves the sum. */
  readonly divide: (sum: V128Local) => Code;
  /** Order of the sums in their multiples, none being beyond 32 bits. */
  readonly ordered: boolean;
}

/** Stored codes of a tile's sums. The second channel's Gaussians stand `gaussianStride` bytes behind the first's. */
export function finishTile(
  scope: FunctionScope,
  kernel: ConvolutionKernel,
  noise: LayerNoise | null,
  tile: Tile,
  gaussianStride: number,
): Code {
  const { finish, pooled, shift, height, width, destination } = kernel;
  const { sums, tileRow, tileColumn, header, multiple } = tile;
  const rows = shift > 0 ? sums.slice(0, 1) : sums;
  const words = rows.map(() => scope.v128());
  const settle = (sum: V128Local): Code => [multiple ? multiple.divide(sum) : [], shiftSum(sum, finish)];
  // What keeps the order may come behind the maximum.
  const late = pooled && !noise && (multiple?.ordered ?? true);
  // The sums of a shifted layer start with their bias.
  const loadBias = shift > 0 ? [] : words.map((word, k) => set(word, v128.load32Splat(header, 4 * k)));
  const bias = (k: number, sums: readonly V128Local[]): Code =>
    shift > 0 ? [] : sums.map((sum) => accumulateWords(sum, nth(words, k)));
  const noisy = noise ? rows.map((row, k) => noiseOfTile(scope, kernel, noise, tile, row, k, k * gaussianStride)) : [];
  const store = (position: number, offset: number): Code => {
    const channels = rows.map((row) => nth(row, position));
    return storeChannels(kernel, tile, channels, offset);
  };
  const prepared = [late ? [] : rows.map((row) => row.map(settle)), noisy, loadBias];
  if (pooled) {
    const largest = rows.map((row) => nth(row, 0));
    return [
      prepared,
      rows.map(keepLargest),
      largest.map((sum, k) => [late ? settle(sum) : [], bias(k, [sum])]),
      activateAll(scope, finish, largest),
      store(0, 0),
    ];
  }
  const within = (position: number, code: Code): Code => {
    const inColumn = position % 2 === 0 || width % 2 === 0;
    const inRow = position < 2 || height % 2 === 0;
    const below = (local: I32Local, size: number): I32 => i32.ltS(local, Math.floor(size / 2));
    const columnOnly = inColumn ? code : when(below(tileColumn, width), code);
    return inRow ? columnOnly : when(below(tileRow, height), columnOnly);
  };
  return [
    prepared,
    rows.map((row, k) => bias(k, row)),
    activateAll(scope, finish, rows.flat()),
    [0, 1, 2, 3].map((position) =>
      within(position, store(position, (position & 1) * destination.column + (position >> 1) * destination.row)),
    ),
  ];
}

/** Largest of four sums in the place of the first; one alone is the largest. */
function keepLargest(sums: readonly V128Local[]): Code {
  const sum = (k: number): V128Local => nth(sums, k);
  const { maxS } = i32x4;
  return sums.length === 1 ? [] : set(sum(0), maxS(maxS(sum(0), sum(1)), maxS(sum(2), sum(3))));
}

/** Store of two channels at once, the second within the header's mask; or of one in its half of the pair. */
function storeChannels(kernel: ConvolutionKernel, tile: Tile, channels: readonly V128Local[], offset: number): Code {
  const first = nth(channels, 0);
  const { target, header, channel } = tile;
  if (kernel.shift === 0)
    return v128.store(target, v128.and(pairOf(first, nth(channels, 1)), v128.load32Splat(header, 8)), offset);
  const upper = i32.and(channel, 1);
  const below = v128.and(first, 0xffff);
  return [
    when(i32.eqz(upper), v128.store(target, below, offset)),
    when(upper, v128.store(target, v128.or(v128.load(target, offset), i32x4.shl(first, 16)), offset)),
  ];
}

function noiseOfTile(
  scope: FunctionScope,
  kernel: ConvolutionKernel,
  noise: LayerNoise,
  tile: Tile,
  sums: readonly V128Local[],
  row: number,
  gaussianOffset: number,
): Code {
  const deviation = scope.i32();
  const { tileRow, tileColumn, channel, gaussian } = tile;
  const pixels = tilePixels(kernel);
  const output = kernel.shift > 0 ? channel : i32.add(i32.shl(channel, 1), row);
  const { groupOutputs, groupBytes } = noise;
  const first =
    groupOutputs < kernel.outputs
      ? i32.add(noise.deviations, i32.mul(i32.divU(output, groupOutputs), groupBytes))
      : noise.deviations;
  return [
    set(deviation, address(first, [tileRow, 2 * pixels[2] * VECTOR], [tileColumn, 2 * pixels[1] * VECTOR])),
    addNoise(
      scope,
      noise.narrow,
      sums.map((accumulator, position) => ({
        accumulator,
        deviation: v128.load(deviation, nth(pixels, position) * VECTOR),
        gaussian: v128.load(gaussian, gaussianOffset + position * VECTOR),
      })),
    ),
  ];
}
