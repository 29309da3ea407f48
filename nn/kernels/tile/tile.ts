/** What convolutions do with a tile of 2 x 2 sums: bias, noise, maximum, activation, and into the next layer's layout. */

import { type Code, get, i32, i32x4, type Local, set, v128, when } from '../../wasm/code.ts';
import type { FunctionScope } from '../../wasm/module.ts';
import { address, type Destination, frameWidth, type MapBuffer, VECTOR } from '../memory/layout.ts';
import { activateAll, addNoise, type Finish, pairOf, shiftSum } from './finish.ts';

/** Where the noise of a layer comes from: deviations in the rows of the input's frame, room for two rows of Gaussians. */
export interface LayerNoise {
  readonly deviations: number;
  /** Where a word stands that is not 0 where all noise is narrow. */
  readonly narrow: number;
  readonly gaussians: number;
  /** Number of the layer in the counter. */
  readonly layer: number;
}

export interface ConvolutionKernel {
  readonly input: MapBuffer;
  readonly outputs: number;
  readonly height: number;
  readonly width: number;
  /** Taps of an output; for each, a record of 12 bytes. */
  readonly taps: number;
  /** Records of two channels, or of one where `shift` is above 0, after their header of 16 bytes. */
  readonly records: number;
  /** 0: one word of weights a channel. Else the words are high and low parts, and the sum is read without these bits. */
  readonly shift: number;
  readonly finish: Finish;
  /** Maximum of each 2 x 2 tile. */
  readonly pooled: boolean;
  readonly destination: Destination;
}

export const HEADER = 16;
export const RECORD = 12;
/** Indices of the functions that make Gaussians. */
export const GAUSSIANS_INDEX = 0;
export const GAUSSIANS_OF_TWO_INDEX = 1;

/** The locals of a tile. */
export interface Tile {
  readonly target: Local;
  readonly tileRow: Local;
  readonly tileColumn: Local;
  /** Channel, or pair of channels. */
  readonly channel: Local;
  readonly header: Local;
  /** Where the Gaussians of its first channel stand. */
  readonly gaussian: Local;
  /** Four sums for each of two words of weights; or only the largest, where the tile is pooled. */
  readonly sums: readonly (readonly Local[])[];
  /** Where the sums come as multiples. */
  readonly multiple?: Multiple;
}

/** Sums that are a multiple of what they stand for. */
export interface Multiple {
  /** Makes the sum of it. */
  readonly divide: (sum: Local) => Code;
  /** Whether the multiples have the order of the sums, none being beyond 32 bits. */
  readonly ordered: boolean;
}

/** From sums to stored codes. The second channel's Gaussians stand `gaussianStride` bytes behind the first's. */
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
  const settle = (sum: Local): Code => [multiple ? multiple.divide(sum) : [], shiftSum(sum, finish)];
  // What keeps the order may come behind the maximum.
  const late = pooled && !noise && (multiple?.ordered ?? true);
  // The sums of a shifted layer start with their bias.
  const loadBias = shift > 0 ? [] : words.map((word, k) => set(word, v128.load32Splat(get(header), 4 * k)));
  const bias = (k: number, sums: readonly Local[]): Code =>
    shift > 0 ? [] : sums.map((sum) => set(sum, i32x4.add(get(sum), get(words[k] ?? 0))));
  const noisy = noise ? rows.map((row, k) => noiseOfTile(scope, kernel, noise, tile, row, k * gaussianStride)) : [];
  const store = (position: number, offset: number): Code => {
    const channels = rows.map((row) => row[position] ?? 0);
    return storeChannels(kernel, tile, channels, offset);
  };
  const prepared = [late ? [] : rows.map((row) => row.map(settle)), noisy, loadBias];
  if (pooled)
    return [
      prepared,
      rows.map(([a = 0, b, c, d]) =>
        b === undefined || c === undefined || d === undefined
          ? []
          : set(a, i32x4.maxS(i32x4.maxS(get(a), get(b)), i32x4.maxS(get(c), get(d)))),
      ),
      rows.map(([a = 0], k) => [late ? settle(a) : [], bias(k, [a])]),
      activateAll(
        scope,
        finish,
        rows.map(([a = 0]) => a),
      ),
      store(0, 0),
    ];
  const within = (position: number, code: Code): Code => {
    const inColumn = position % 2 === 0 || width % 2 === 0;
    const inRow = position < 2 || height % 2 === 0;
    const below = (local: Local, size: number): Code => i32.ltS(get(local), i32.const(Math.floor(size / 2)));
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

/** Two channels at once, the second within the header's mask; or one channel in its half of the pair. */
function storeChannels(kernel: ConvolutionKernel, tile: Tile, channels: readonly Local[], offset: number): Code {
  const [first = 0, second = 0] = channels;
  const { target, header, channel } = tile;
  if (kernel.shift === 0)
    return v128.store(get(target), v128.and(pairOf(first, second), v128.load32Splat(get(header), 8)), offset);
  const upper = i32.and(get(channel), i32.const(1));
  const below = v128.and(get(first), v128.splat(0xffff));
  return [
    when(i32.eqz(upper), v128.store(get(target), below, offset)),
    when(
      upper,
      v128.store(get(target), v128.or(v128.load(get(target), offset), i32x4.shl(get(first), i32.const(16))), offset),
    ),
  ];
}

function noiseOfTile(
  scope: FunctionScope,
  kernel: ConvolutionKernel,
  noise: LayerNoise,
  tile: Tile,
  sums: readonly Local[],
  gaussianOffset: number,
): Code {
  const columns = frameWidth(kernel.input);
  const deviation = scope.i32();
  const { tileRow, tileColumn, gaussian } = tile;
  return [
    set(deviation, address(i32.const(noise.deviations), [tileRow, 2 * columns * VECTOR], [tileColumn, 2 * VECTOR])),
    addNoise(
      scope,
      noise.narrow,
      sums.map((accumulator, position) => ({
        accumulator,
        deviation: v128.load(get(deviation), ((position & 1) + (position >> 1) * columns) * VECTOR),
        gaussian: v128.load(get(gaussian), gaussianOffset + position * VECTOR),
      })),
    ),
  ];
}
